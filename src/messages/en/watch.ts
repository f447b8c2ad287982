import { counted } from './counted.js';

export const watch = {
  option: 'go on, and tell after each change in the archive what is new and what is mended',
  watching: (d: { folders: number }) => `Watching ${counted(d.folders, 'folder')}; Ctrl-C ends it.`,
  mended: (d: { count: number }) => `Mended: ${d.count}`,
  added: (d: { count: number }) => `New: ${d.count}`,
  same: 'Changed, with the same findings as before.',
  waiting: 'Watching on: once this is put right, the archive is judged again.',
  noReports: '--watch goes with --format text or json, and with no --report',
};
