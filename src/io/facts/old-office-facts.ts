/** Word, Excel and PowerPoint before 2007, WPS, and what Office has encrypted in any year. */
import { CompoundFile } from '../../core/documents/compound.js';
import { createdIn, SUMMARY } from '../../core/documents/summary.js';
import { countBinaryWord, readWordFacts } from '../../core/documents/word-binary.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { OpenFile } from './open-file.js';
import { Unread } from './unread.js';

const LONGEST_STREAM = 64 * 2 ** 20;
const LONGEST_SUMMARY = 2 ** 20;

/** @throws {Unread} */
export function oldOfficeFacts(file: OpenFile): ContentFacts {
  const compound = new CompoundFile(file.read, file.sizeBytes);
  if (compound.has('EncryptedPackage')) throw new Unread('encrypted');
  const summary = compound.stream(SUMMARY, LONGEST_SUMMARY);
  const isWord = compound.has('WordDocument');
  if (!isWord && summary === undefined) throw new Unread('unsupported');
  return {
    characters: isWord ? charactersOf(compound) : undefined,
    created: summary && createdIn(summary),
    taken: undefined,
  };
}

/** `undefined` for what is older than Word 97, too. */
function charactersOf(compound: CompoundFile): number | undefined {
  const main = compound.stream('WordDocument', LONGEST_STREAM);
  const facts = main && readWordFacts(main);
  if (main === undefined || facts === undefined) return undefined;
  if (facts.encrypted) throw new Unread('encrypted');
  const table = compound.stream(facts.table, LONGEST_STREAM);
  return table && countBinaryWord(main, table);
}
