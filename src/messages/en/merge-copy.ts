/** What `merge` says of another copy of the archive. */
import { counted } from './counted.js';

export const mergeCopy = {
  brought: (d: { count: number }) => `Not here yet: ${counted(d.count, 'piece')} of evidence`,
  registered: (d: { count: number }) =>
    `Said only in the ledgers there, of ${counted(d.count, 'piece')} of evidence`,
  clashes: (d: { count: number; take: 'ours' | 'theirs' | undefined }) =>
    `Said differently in both ledgers, of ${counted(d.count, 'piece')} of evidence; ${d.take === 'theirs' ? 'what they say there is taken' : 'what is said here stays (--take theirs takes what they say there)'}`,
  differing: (d: { count: number }) =>
    `Under the same name with other contents: ${counted(d.count, 'file')}, not touched`,
  alone: 'To have that of the other archive as well: `dangan add FILE --to CODE`.',
  takenOut: (d: { count: number }) =>
    `Taken out here before, and not brought back: ${counted(d.count, 'file')}`,
  homeless: (d: { count: number }) =>
    `In no folder of an indicator that is here under the same code and name: ${counted(d.count, 'file')}, not touched`,
  files: (d: { files: readonly string[] }) =>
    `Not the same there, and not put together: ${d.files.join(', ')}`,
  value: (d: { key: string; value: string }) => `${d.key}: ${d.value}`,
  clash: (d: { key: string; ours: string; theirs: string }) =>
    `${d.key}: here ${d.ours}, there ${d.theirs}`,
  nothing: (d: { path: string }) => `Nothing to bring in from ${d.path}.`,
  onlyListed:
    'Nothing of the above was touched: it is for you to decide. There is nothing else to bring in.',
  done: (d: { id: string }) => `Done; \`dangan undo ${d.id}\` takes it back.`,
};
