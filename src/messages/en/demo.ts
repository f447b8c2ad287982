import type { Examples } from '../examples.js';

/** A heading, and what happens; the heading is empty where a step goes on. */
const step = (head: string, sentence: string): readonly [string, string] => [head, sentence];

/** What `demo` tells. */
export const demo = {
  description: 'show the whole loop on a built-in example, in a temporary folder',
  keep: 'do it in this folder, which must be new or empty',
  examples: [
    ['dangan demo', 'two minutes to read, a few seconds to run'],
    ['dangan demo --keep my-demo', 'in a folder of your choice'],
  ] as Examples,
  title: 'The whole loop, on the archive of a tax bureau',
  where: (d: { folder: string }) =>
    `Everything happens in ${d.folder}, with real files. It stays there for you to look at.`,
  yourself: 'To do it yourself, begin with:',
  more: (d: { count: number }) => `… ${d.count} more ${d.count === 1 ? 'line' : 'lines'}`,
  exit: (d: { code: number }) => `exit code ${d.code}`,
  archive: 'archive',
  unit: 'Yuhang Tax Bureau',
  volunteers: 'Volunteer day',
  steps: {
    init: step(
      'Start an archive',
      'From a built-in example: what a tax bureau files, in seven classes.',
    ),
    scaffold: step('Folders', 'One for each indicator. Running it again changes nothing.'),
    add: step(
      'File evidence',
      'The office and the youth league have handed in documents, named as people name them. Ordinals go on from what is there; “(1)” and “final version” go.',
    ),
    straight: step(
      'What colleagues put in themselves',
      'Someone has copied files straight into a folder, in Explorer:',
    ),
    check: step('Check', 'What is wrong, where, and what to do.'),
    fix: step('Mend', 'The plan first: nothing is changed.'),
    write: step(
      '',
      'With --write it is carried out. --unsafe also renumbers, which printed lists may not like.',
    ),
    undo: step('Change your mind', 'Every change is in the journal and can be taken back.'),
    again: step(
      'Mend for good',
      'Then check once more: the names are in order, what is left is evidence that nobody has handed in.',
    ),
    owed: step(
      'What is owed',
      'Requirement by requirement: how many are asked for, how many are there, what is missing, and whose it is.',
    ),
    pack: step(
      'Pack',
      'One file for the inspectors, with a digest of every file in it. While evidence is missing nothing is packed; --allow-errors packs all the same, and writes into the bundle what is missing.',
    ),
    verify: step('Verify', 'Anyone can, with this tool or without it.'),
    tamper: step(
      'Tamper',
      'A copy of the bundle loses one byte on a bad stick. It does not go unnoticed:',
    ),
    unpack: step('Unpack', 'Verified while it is extracted; it counts only if all of it holds.'),
  },
  same: (d: { count: number }) =>
    `${d.count} files unpacked, all of them byte for byte what is in the archive.`,
  unexpected: (d: { command: string; code: number }) =>
    `“${d.command}” ended with exit code ${d.code}, which the demo did not expect`,
  bundle: 'The verified bundle:',
  viewer: 'Unpacked; index.html opens with a double click:',
  next: 'Now your own: dangan init --system FILE --unit NAME',
};
