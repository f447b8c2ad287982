/** Word, Excel and PowerPoint before 2007, WPS, and what Office has encrypted in any year. */
import { CompoundFile } from '../../core/documents/compound.js';
import { pageCount } from '../../core/documents/page-count.js';
import { DOCUMENT_SUMMARY, PROPERTY, SUMMARY, SummarySet } from '../../core/documents/summary.js';
import { countBinaryWord, readWordFacts } from '../../core/documents/word-binary.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { OpenFile } from './open-file.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';

const LONGEST_STREAM = 64 * 2 ** 20;
const LONGEST_SUMMARY = 2 ** 20;

/** @throws {Unread} */
export function oldOfficeFacts(file: OpenFile, wanted: Wanted): ContentFacts {
  const compound = new CompoundFile(file.read, file.sizeBytes);
  if (compound.has('EncryptedPackage')) throw new Unread('encrypted');
  const summary = summaryIn(compound, SUMMARY);
  const isWord = compound.has('WordDocument');
  if (!isWord && summary === undefined) throw new Unread('unsupported');
  const counts = isWord ? wordCounts(compound, summary, wanted) : undefined;
  return {
    characters: counts?.characters,
    pages: isWord ? counts?.pages : slidesIn(compound),
    created: summary?.day(PROPERTY.created),
    taken: undefined,
  };
}

function summaryIn(compound: CompoundFile, name: string): SummarySet | undefined {
  const stream = compound.stream(name, LONGEST_SUMMARY);
  return stream && new SummarySet(stream);
}

/** What the program that saved the presentation counted; of a workbook there are none. */
function slidesIn(compound: CompoundFile): number | undefined {
  if (!compound.has('PowerPoint Document')) return undefined;
  return pageCount(summaryIn(compound, DOCUMENT_SUMMARY)?.number(PROPERTY.slides));
}

/** `undefined` for what is older than Word 97, too. */
function wordCounts(
  compound: CompoundFile,
  summary: SummarySet | undefined,
  wanted: Wanted,
): Pick<ContentFacts, 'characters' | 'pages'> | undefined {
  const main = compound.stream('WordDocument', LONGEST_STREAM);
  const facts = main && readWordFacts(main);
  if (main === undefined || facts === undefined) return undefined;
  if (facts.encrypted) throw new Unread('encrypted');
  // As in newer documents: who counted no characters where there are some, counted no pages.
  const counted = (summary?.number(PROPERTY.characters) ?? 0) > 0 || facts.length <= 1;
  const pages = counted ? pageCount(summary?.number(PROPERTY.pages)) : undefined;
  if (wanted === 'pages') return { characters: undefined, pages };
  const table = compound.stream(facts.table, LONGEST_STREAM);
  return { characters: table && countBinaryWord(main, table), pages };
}
