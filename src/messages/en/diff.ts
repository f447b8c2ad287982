import { inQuotes } from '../quoted.js';
import { thousands } from '../thousands.js';
import { countedLarge } from './counted.js';

/** What `diff` says. */
const files = (value: number) => countedLarge(value, 'file');

export const diff = {
  description: 'tell what changed from one bundle to the next, by indicator',
  old: 'the earlier bundle: zip, tar or folder; any BagIt bag',
  now: 'the later one; or an archive: what changed in it since the bundle was packed',
  format: 'form of the result',
  all: 'list every change, not only the first 20 of each indicator',
  exitCode: 'exit with 1 when there are differences',
  paranoid: 'verify both first: read every file, not only the lists of files',
  examples: [
    ['dangan diff unit-2020.zip unit-2021.zip', 'what changed between two submissions'],
    ['dangan diff unit-2020.zip .', 'what changed in this archive since it was packed'],
    ['dangan diff old.zip new.zip --paranoid', 'and read every file of both'],
    ['dangan diff old.zip new.zip --exit-code --format json', 'for programs'],
  ] as [string, string][],
  progress: (d: { percent: number; size: string }) => `Verifying ${d.percent}% of ${d.size}`,
  same: 'No difference',
  byLists: (d: { told: string }) =>
    `By the lists: ${d.told.charAt(0).toLowerCase()}${d.told.slice(1)}`,
  sameEvidence: 'No difference in the evidence',
  besides: (d: { paths: readonly string[] }) =>
    `What differs besides the evidence: ${d.paths.join(', ')}`,
  pageAlone:
    'Besides the evidence index.html differs alone: it is made of the other files, which are the same, so it should be the same. It may have been changed after packing; ask the sender, and do not score by it.',
  total: (d: { changes: number; unchanged: number }) =>
    `${files(d.changes)} differ, ${thousands(d.unchanged)} unchanged`,
  counts: {
    added: (d: { count: number }) => `${thousands(d.count)} added`,
    removed: (d: { count: number }) => `${thousands(d.count)} removed`,
    changed: (d: { count: number }) => `${thousands(d.count)} changed`,
    moved: (d: { count: number }) => `${thousands(d.count)} moved`,
    renamed: (d: { count: number }) => `${thousands(d.count)} renamed`,
    renumbered: (d: { count: number }) => `${thousands(d.count)} renumbered`,
    refoldered: (d: { count: number }) => `${thousands(d.count)} in folders that were renamed`,
  },
  kinds: {
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    moved: 'moved',
    renamed: 'renamed',
    renumbered: 'renumbered',
    refoldered: 'folder',
  },
  renumbered: (d: { runs: readonly string[]; count: number }) =>
    `${d.runs.join(', ')} (${files(d.count)}, contents unchanged)`,
  refoldered: (d: { from: string; to: string; count: number }) =>
    `${d.from} → ${d.to} (${files(d.count)}, contents unchanged)`,
  was: (d: { path: string }) => `was ${d.path}`,
  noIndicator: 'Under no indicator',
  more: (d: { count: number }) => `and ${thousands(d.count)} more; --all lists them`,
  state: {
    verified: 'Both were verified, every file was read, and both hold.',
    listed:
      'Compared by their lists. Structure, manifests and index of both are in order; the contents of the files were not read (--paranoid reads them).',
    oldVerified: 'The bundle was verified, every file was read, and it holds.',
    oldListed:
      'The bundle is told by its lists, which are in order; its files were not read (--paranoid reads them).',
    archive: 'The new one is an archive: its files were read as they are now.',
    part: (d: { name: string; number: number; count: number }) =>
      `${d.name} is bundle ${d.number} of ${d.count}: evidence that is in the others is also listed as removed or added.`,
    broken: (d: { name: string; path: string }) =>
      `${d.name} does not hold: what follows is what its lists say, which may not be what is in it. \`dangan verify ${inQuotes(d.path)}\` tells what is damaged.`,
  },
  system: {
    heading: 'Scoring system',
    fields: { title: 'title', edition: 'edition', total: 'points in all' },
    none: '(none)',
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    points: (d: { points: string }) => `${d.points} points`,
    rewritten: 'its text changed, but no code, name or points',
  },
};
