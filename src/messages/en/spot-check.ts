/** What `verify` says when not every file is read. */
import { thousands } from '../thousands.js';

export const spotCheck = {
  options: {
    sample:
      'read only so many files, chosen by chance, at least one of every indicator if possible',
    seed: 'choose the same files again: the seed that an earlier run showed',
    indicator:
      'read only the files of this indicator, by its code or name, and those below it; may be given again',
  },
  sampleForm: (d: { value: string }) =>
    `--sample takes a number of files from 1 up, such as 50; it was given “${d.value}”`,
  seedAlone: '--seed is for --sample',
  holds: 'What was read holds; the rest was not read',
  wholeBut: (d: { words: string }) => `What was read is whole, but ${d.words}`,
  parts: {
    fixity: 'what was read is as listed',
    contents: 'what was read agrees with its index',
  },
  share: (d: { files: number; ofFiles: number; percent: string; size: string; ofSize: string }) =>
    `Read: ${thousands(d.files)} of ${thousands(d.ofFiles)} files (${d.percent}), ${d.size} of ${d.ofSize}`,
  rest: 'The other files: they were not read, only looked up in the lists.',
  indicators: (d: { codes: readonly string[] }) => `Only of ${d.codes.join(', ')}`,
  seed: (d: { count: number; seed: string; codes: readonly string[] }) =>
    `To read the same files again: --sample ${d.count} --seed ${d.seed}${d.codes.map((code) => ` --indicator ${code}`).join('')}`,
  warnings:
    'What was read holds. The warnings are worth telling the sender. To judge the whole bundle, verify without --sample and --indicator.',
  whole: 'To judge the whole bundle, verify without --sample and --indicator.',
};
