import type { Examples } from '../examples.js';
import { counted } from './counted.js';

/** What `scaffold` says. */
export const scaffold = {
  description: 'make the folders that the scoring system asks for; follow it when it has changed',
  archive: 'the archive; the one around the working folder when left out',
  dryRun: 'only show what would be made and renamed; nothing is changed',
  write: 'also rename the folders whose indicators were renamed or moved',
  all: 'show every folder',
  format: 'form of the result',
  examples: [
    ['dangan scaffold', 'make what is missing; show what would be renamed'],
    ['dangan scaffold --dry-run', 'only show what would be made and renamed'],
    ['dangan scaffold --write', 'make what is missing, and rename'],
    ['dangan scaffold --all', 'list every indicator with its code'],
  ] as Examples,
  summary: (d: { total: number; made: number; dryRun: boolean }) =>
    d.made === 0
      ? `${counted(d.total, 'folder')}, all there`
      : `${counted(d.total, 'folder')}, ${d.made} of them ${d.dryRun ? 'to be made; nothing has been changed' : 'new'}`,
  schemas: (d: { count: number }) =>
    `Brought ${counted(d.count, 'schema')} in schemas/ up to date: editors complete and check the YAML files by them`,
  isNew: 'new',
  files: (d: { count: number }) => counted(d.count, 'file'),
  leaves: (d: { count: number }) => counted(d.count, 'leaf indicator'),
  renamed: (d: { count: number }) => `Renamed ${counted(d.count, 'folder')}, evidence and all:`,
  toRename: (d: { count: number }) =>
    `${counted(d.count, 'folder has', 'folders have')} another name or place in the scoring system. With --write ${d.count === 1 ? 'it' : 'they'} will be renamed, evidence and all:`,
  codes: (d: { written: boolean }) =>
    `Codes of indicators written down in these files ${d.written ? 'were changed' : 'will be changed with --write, and with the folders'} (undo takes both back):`,
  codeChanges: (d: { changes: readonly { readonly from: string; readonly to: string }[] }) =>
    d.changes.map(({ from, to }) => `${from} → ${to}`).join(', '),
  unsure: (d: { count: number }) =>
    `Of ${counted(d.count, 'code')} it is not certain which indicator is meant now. Nothing was changed there; please look at each:`,
  unsurePlace: (d: { file: string; line: number; name: string; now: string | undefined }) =>
    `${d.file}, line ${d.line}: ${d.name}${d.now === undefined ? '' : ` (now “${d.now}”)`}`,
  /** Why a person has to look at a code. */
  doubts: {
    gone: 'the indicator that had this code is no longer in the scoring system',
    several: 'more than one folder had this code',
    'other-name': 'the indicator with this code is called otherwise now, and may be another one',
    'no-folder': 'it has no folder to tell whether its code changed, and codes beside it did',
    nowhere: 'neither a folder nor an indicator has this code',
  },
  refused: (d: { count: number }) => `${d.count} cannot be renamed, as the new name is taken:`,
  doubtful: (d: { count: number }) =>
    `${counted(d.count, 'folder')} may hold the evidence of another indicator and ${d.count === 1 ? 'was' : 'were'} left alone; see what is in ${d.count === 1 ? 'it' : 'them'}:`,
  doubtfulNext:
    'Where it is so, see the plan of `dangan fix --rule tree-folder-misnamed --unsafe` and add --write; else give the folder the code and name of the indicator that it is of.',
  unknown: (d: { count: number }) =>
    `${counted(d.count, 'folder is', 'folders are')} not in the scoring system; ${d.count === 1 ? 'it was' : 'they were'} left alone:`,
  more: (d: { count: number }) => `… and ${d.count} more (--all shows them)`,
  undo: (d: { id: string }) => `To take it back: dangan undo ${d.id}`,
};
