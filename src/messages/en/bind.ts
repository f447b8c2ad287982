import type { Examples } from '../examples.js';
import { counted } from './counted.js';

/** Evidence bound in reading order. */
export const bind = {
  description: 'one PDF to read from: cover, contents, and the evidence itself, with bookmarks',
  examples: [
    ['dangan bind --indicator 1.1 -o 1.1.pdf', 'the evidence of one indicator'],
    ['dangan bind --indicator 1 -o 1.pdf', 'of all indicators below this one'],
    ['dangan bind --indicator 1.1 --owner 办公室 -o 1.1.pdf', 'only what this department owes'],
    ['dangan bind --indicator 1.1 -o 1.1.pdf --record-pages', 'and keep the pages it has counted'],
  ] as Examples,
  options: {
    path: 'the archive or a folder in it; the one around the working folder when left out',
    output: 'the PDF file to write',
    indicator: 'the indicator: its code, or part of its name',
    owner: 'only what this department owes',
    force: 'replace a file of that name',
    recordPages: 'write the pages that were counted into the ledgers, of what nobody had counted',
    format: 'form of what is told on the terminal',
    today: 'day on the cover, YYYY-MM-DD',
  },
  cover: 'Cover',
  contents: 'Contents',
  evidence: 'Evidence',
  counts: (d: { pieces: number; pages: number }) =>
    `${counted(d.pieces, 'item')}, ${counted(d.pages, 'page')}`,
  notBound: {
    link: 'This item is an address:',
    encrypted: 'This item opens with a password only, or may not be printed.',
    absent: 'Only what stands for this item is on the disk, not the file itself.',
    empty: 'There is nothing in this file.',
    unreadable: 'This file could not be read: it may be damaged.',
    'no-pages': 'This item has no pages, as what is heard, watched or unpacked.',
    'not-printable':
      'Items of this format are not printed: OFD, photos in HEIC, mail, drawings and others.',
    unknown: 'What kind of file this is, is not known.',
    'no-office': 'This item is printed by LibreOffice, which is not installed here.',
    'not-converted': 'LibreOffice could not print this item.',
    'too-large': 'This item is too large to be bound.',
  },
  open: (d: { path: string }) => `Please open the file itself:\n${d.path}`,
  done: (d: { path: string; pieces: number; pages: number }) =>
    `${d.path}: ${counted(d.pieces, 'item')}, ${counted(d.pages, 'page')}`,
  counted: (d: { count: number }) =>
    `The pages of ${counted(d.count, 'item')} were not known and have been counted. Run it again with --record-pages --force to write them into the ledgers, by which lists are paged.`,
  recorded: (d: { count: number }) =>
    `The pages of ${counted(d.count, 'item')} are in the ledgers now.`,
  nothing: 'There is no evidence for this indicator: nothing was written.',
  leftOut: (d: { count: number }) =>
    `A page stands in for ${d.count === 1 ? 'one item' : `${d.count} items`}:`,
  moreLeftOut: (d: { count: number }) => `… and ${d.count} more`,
  install:
    'With LibreOffice installed, documents of Word, Excel and PowerPoint are bound, too (or name its program in DANGAN_SOFFICE).',
  missing: (d: { characters: readonly string[] }) =>
    `The font does not have ${d.characters.join(' ')}: 〓 is printed instead.`,
  noIndicator: 'say which indicator: --indicator CODE',
  noOutput: 'say what to write: -o FILE.pdf',
  badOutput: (d: { path: string }) =>
    `${d.path}: what is bound is a PDF file, so its name ends in .pdf`,
  converting: (d: { done: number }) => `Printing with LibreOffice: ${d.done} done …`,
  binding: (d: { done: number; all: number }) => `Binding ${d.done} of ${d.all} …`,
};
