/** Word, Excel and PowerPoint before 2007, WPS, and what Office has encrypted in any year. */
import { CompoundFile } from '../../core/documents/compound.js';
import { pageCount } from '../../core/documents/page-count.js';
import { countSlides, isEncryptedPresentation } from '../../core/documents/slides-binary.js';
import { PROPERTY, SUMMARY, SummarySet } from '../../core/documents/summary.js';
import { countBinaryWord, countedInWord, readWordFacts } from '../../core/documents/word-binary.js';
import { found, type Found } from './found.js';
import type { OpenFile } from './open-file.js';
import { Unread } from './unread.js';
import type { Wanted } from './read-task.js';

const LONGEST_STREAM = 64 * 2 ** 20;
const LONGEST_SUMMARY = 2 ** 20;

/** @throws {Unread} */
export function oldOfficeFacts(file: OpenFile, wanted: Wanted): Found {
  const compound = new CompoundFile(file.read, file.sizeBytes);
  if (compound.has('EncryptedPackage')) throw new Unread('encrypted');
  const summary = summaryIn(compound);
  const isWord = compound.has('WordDocument');
  if (!isWord && summary === undefined) throw new Unread('unsupported');
  return found({
    ...(isWord ? wordCounts(compound, summary, wanted) : { pages: slidesIn(compound) }),
    created: summary?.day(PROPERTY.created),
  });
}

function summaryIn(compound: CompoundFile): SummarySet | undefined {
  const stream = compound.stream(SUMMARY, LONGEST_SUMMARY);
  return stream && new SummarySet(stream);
}

/** Of a workbook there are none. */
function slidesIn(compound: CompoundFile): number | undefined {
  const current = compound.stream('Current User', LONGEST_SUMMARY);
  if (current !== undefined && isEncryptedPresentation(current)) throw new Unread('encrypted');
  const main = compound.stream('PowerPoint Document', LONGEST_STREAM);
  const slides = current && main && countSlides(current, main);
  return slides === undefined ? undefined : pageCount(slides);
}

/** `undefined` for what is older than Word 97, too. */
function wordCounts(
  compound: CompoundFile,
  summary: SummarySet | undefined,
  wanted: Wanted,
): Partial<Found> | undefined {
  const main = compound.stream('WordDocument', LONGEST_STREAM);
  const facts = main && readWordFacts(main);
  if (main === undefined || facts === undefined) return undefined;
  if (facts.encrypted) throw new Unread('encrypted');
  const table = compound.stream(facts.table, LONGEST_STREAM);
  const told = [
    { pages: summary?.number(PROPERTY.pages), characters: summary?.number(PROPERTY.characters) },
    table && countedInWord(main, table),
  ];
  // As in newer documents: who counted no characters where there are some, counted no pages.
  const counted = told.find((each) => (each?.characters ?? 0) > 0 || facts.length <= 1);
  const pages = pageCount(counted?.pages);
  const characters = wanted === 'text' && table ? countBinaryWord(main, table) : undefined;
  return { characters, pages };
}
