import { foldersToJudge, type EvidenceFolder } from '../../archive/evidence.js';
import type { Archive, EvidenceFile } from '../../archive/types.js';
import { classOfExtension } from '../../documents/formats.js';
import { listIn } from '../../group.js';
import type { Ledger, LedgerEntry } from '../../ledger/types.js';
import { isVague } from '../../naming/vague-title.js';
import { foldName } from '../../text.js';
import type { ArchiveRule } from '../types.js';

/**
 * No two papers of a folder have one title: a list of them would tell the same twice.
 *
 * Years and activities with folders of their own are told apart by those, others by what the ledger says. Photos and
 * recordings of one event share their title, and so do a paper and its scan.
 */
export const nameTitleDuplicate: ArchiveRule = {
  id: 'name-title-duplicate',
  severity: 'warning',
  fix: 'none',
  properties: ['GD-1-8'],

  *check(archive) {
    for (const { place, files } of alike(archive)) {
      const ledger = archive.known?.ledgers.get(place.folder.path);
      for (const group of notToldApart(files, ledger)) {
        const [first, second] = group;
        if (!first || !second) continue;
        yield {
          messageId: 'name-title-duplicate/same',
          data: { title: first.parts.title, files: group.map(({ name }) => name) },
          path: second.path,
          title: first.parts.title,
        };
      }
    }
  },

  asksLedgers: (archive) => alike(archive).length > 0,
};

interface Alike {
  readonly place: EvidenceFolder;
  /** Two or more. */
  readonly files: readonly EvidenceFile[];
}

const known = new WeakMap<Archive, readonly Alike[]>();

function alike(archive: Archive): readonly Alike[] {
  let found = known.get(archive);
  if (!found) {
    found = foldersToJudge(archive).flatMap(alikeIn);
    known.set(archive, found);
  }
  return found;
}

function alikeIn(place: EvidenceFolder): Alike[] {
  const { files } = place;
  // The quick answer, which is true of nearly every folder.
  if (new Set(files.map(({ parts }) => foldName(parts.title))).size === files.length) return [];
  const byTitle = new Map<string, EvidenceFile[]>();
  for (const file of files) {
    const { title, extension } = file.parts;
    if (isVague(title) || isPicture(extension)) continue;
    listIn(byTitle, `${foldName(title)}\n${extension.toLowerCase()}`).push(file);
  }
  return [...byTitle.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ place, files: group }));
}

function isPicture(extension: string): boolean {
  const is = classOfExtension(extension);
  return is === 'image' || is === 'video' || is === 'audio';
}

/** Of papers with one title, those of which the ledger does not say what each of them is. */
function notToldApart(
  files: readonly EvidenceFile[],
  ledger: Ledger | undefined,
): readonly (readonly EvidenceFile[])[] {
  if (!ledger) return [files];
  const entries = new Map(ledger.entries.map((entry) => [foldName(entry.file ?? ''), entry]));
  const byWord = new Map<string, EvidenceFile[]>();
  for (const file of files) listIn(byWord, wordOf(entries.get(foldName(file.name)))).push(file);
  if (byWord.has('')) return [files];
  return [...byWord.values()].filter((group) => group.length > 1);
}

/** What the ledger tells a paper apart by; empty when it does not. */
function wordOf(entry: LedgerEntry | undefined): string {
  if (!entry) return '';
  const { activity, occasion, date, number, issuer, owner } = entry;
  const words = [activity, occasion, date?.from, date?.to, number, issuer, owner];
  return words.every((word) => word === undefined)
    ? ''
    : foldName(words.map((word) => word ?? '').join('\n'));
}
