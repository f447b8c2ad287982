import type { Examples } from '../examples.js';
import { quoted } from '../quoted.js';

/** What `move` says. */
export const move = {
  description:
    'move evidence to another indicator, give it another title, take it out, or put it in order of date',
  options: {
    files:
      'evidence: files, patterns, a folder, or code and ordinal as in 2.2/05; folders for --by-date',
    to: 'file it there: code or part of a name of an indicator, or a folder of an activity',
    title: 'another title, in place or with --to; to several files with what tells them apart',
    trash: 'take it out: to the trash folder, from where undo brings it back',
    byDate: 'number the evidence of folders by its dates; what has none comes behind',
    renumber:
      'give ordinals that fall vacant to those behind them; alone, close the gaps of folders',
    write: 'carry the plan out',
  },
  examples: [
    [
      'dangan move 1.1/03 --to 2.1',
      'show where evidence 03 of 1.1 would go; its ledger entry goes along',
    ],
    ['dangan move 1.1/03 --to 2.1 --write', 'do it; `dangan undo` takes it back'],
    ['dangan move 2.3/IMG_*.jpg --title "Volunteer day"', 'other titles, ordinals stay'],
    ['dangan move 4.4/06 --trash --renumber', 'take it out, and close the gap'],
    ['dangan move 2.2 --by-date', 'in order of date'],
  ] as Examples,
  noWay: 'what is to become of it is not said: --to, --title, --trash, --by-date or --renumber',
  twoWays:
    'one thing at a time: --to (with --title, if need be), --title, --trash, --by-date or --renumber',
  again:
    'Nothing has been changed yet. The same command with `--write` does it; `dangan undo` takes it back.',
  noTitle: 'the title is empty',
  nothing: {
    to: 'Nothing moves: it is there already.',
    title: 'Nothing changes: it is called so already.',
    trash: 'Nothing is taken out.',
    renumber: 'Nothing changes: there is no gap.',
    'by-date':
      'Nothing changes: the evidence is in order of date already, as far as dates are recognised.',
  },
  repeated: (d: { path: string; as: string }) =>
    `${d.path} stays: ${d.as} has the same bytes. If one of them is too many, take it out with --trash.`,
  dropped: (d: { path: string; key: string; names: readonly string[] }) =>
    `The ledger no longer says \`${d.key}: ${d.names.join(', ')}\` of ${d.path}, which means nothing there; \`dangan ledger set\` says anew what it serves.`,
  emptied: (d: { path: string; isDone: boolean }) =>
    `${d.path} holds no evidence any more; the empty folder ${d.isDone ? 'went' : 'goes'} to the trash folder.`,
  proof: (d: { path: string }) =>
    `${d.path} is the proof of something that does not apply (\`notApplicable\` in the ledger): put another there.`,
  waivers: (d: { count: number }) =>
    `${d.count === 1 ? 'A waiver tells' : `${d.count} waivers tell`} it by its old indicator or title and will not go along: see \`dangan waive list\`.`,
  gap: (d: { folder: string; ordinals: readonly string[]; isDone: boolean }) =>
    `${d.folder} has no ${d.ordinals.join(', ')} ${d.isDone ? 'now' : 'then'}, since printed lists and footers cite ordinals. ${d.isDone ? `\`dangan move ${quoted(d.folder)} --renumber\` closes gaps.` : 'With --renumber those behind move up.'}`,
};
