import type { Examples } from '../examples.js';
import { counted } from './counted.js';

/** To-do sheets for departments, and what `notice` says of them. */
export const notice = {
  description: 'to-do sheets for the departments: what each still owes, to be printed or sent',
  examples: [
    ['dangan notice -o to-do.docx', 'all departments in one file, each from a page of its own'],
    ['dangan notice -o to-do/ --due 2026-12-01', 'a Word file for each department'],
    ['dangan notice --owner 办公室,工会 -o to-do.pdf', 'only these departments'],
  ] as Examples,
  options: {
    path: 'the archive or a folder in it; the one around the working folder when left out',
    output:
      'the file to write (.docx, .xlsx, .pdf, .html or .csv), or a folder for a file of each department',
    type: 'kind of the files in a folder; docx when left out',
    owner: 'only these departments, with commas between them',
    indicator: 'only this indicator: its code, or a part of its name',
    state: 'what is listed: only these states, with commas between them',
    due: 'day by which everything is to be handed in; it stands on the sheets',
    today: 'day on which what is due is judged (2026-03-01); today when left out',
    force: 'replace files of those names',
    format: 'form of what is told on the terminal',
  },
  heading: 'To do: evidence for the scoring system',
  /** Of the file of one department. */
  fileName: (d: { owner: string }) => `To do ${d.owner}`,
  /** What the scoring system names no department for. */
  nobody: 'No department is named',
  unsaid: 'evidence (the scoring system does not say which)',
  /** Before a colon, and above a column. */
  owner: 'Department',
  about: {
    unit: (d: { unit: string }) => `Unit: ${d.unit}`,
    system: (d: { title: string }) => `Scoring system: ${d.title}`,
    owner: (d: { owner: string }) => `Department: ${d.owner}`,
    count: (d: { today: string; count: number; points: string | undefined }) =>
      `On ${d.today}: ${counted(d.count, 'line', 'lines')} to do${d.points === undefined ? '' : `, of indicators worth ${d.points} points`}`,
    due: (d: { due: string }) => `Please hand in by ${d.due}`,
    names:
      'Let the name of each file tell its day and what it is; no number is needed. With photos: when, where, who and what.',
  },
  columns: {
    number: 'No.',
    indicator: 'Indicator',
    points: 'Points',
    requirement: 'Evidence that is asked for',
    state: 'State',
    found: 'There is',
    lacks: 'What is missing, or to be looked at',
    note: 'Received',
  },
  done: (d: { path: string; owners: number; count: number }) =>
    `Written to ${d.path}: ${counted(d.owners, 'department')}, ${counted(d.count, 'line')} to do`,
  line: (d: { count: number; points: string | undefined }) =>
    `${d.count}${d.points === undefined ? '' : ` (${d.points} points)`}`,
  shared: (d: { count: number }) =>
    `${counted(d.count, 'line')} of several departments ${d.count === 1 ? 'is' : 'are'} on the sheet of each, and in the total once`,
  nothing: 'There is nothing to do for the departments asked about; no file was written.',
  quiet: (d: { owners: readonly string[] }) => `Nothing to do: ${d.owners.join(', ')}`,
  noOutput: (d: { known: readonly string[] }) =>
    `say with -o which file to write (${d.known.join(', ')}), or a folder for a file of each department`,
  badOutput: (d: { path: string; known: readonly string[] }) =>
    `a file such as “${d.path}” cannot be written; the extension can be ${d.known.join(', ')}. If it is to be a folder, end it with /`,
  typeOfFile: (d: { path: string }) =>
    `“${d.path}” is one file, whose extension tells its kind; --type is for a folder`,
};
