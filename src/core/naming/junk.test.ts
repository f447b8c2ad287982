import { expect, test } from 'vitest';
import { isEvidence, isJunk, isKeptName } from './junk.js';

test.each([
  'Thumbs.db',
  '.DS_Store',
  'desktop.ini',
  '~$计划.docx',
  '.~计划.docx',
  '._计划.docx',
  '~WRL0001.tmp',
  '计划.tmp',
  '计划.docx.crdownload',
  '__MACOSX',
  'Icon\r',
])('%j is left behind by a program', (name) => {
  expect(isJunk(name)).toBe(true);
});

test.each(['01：计划.docx', '01：tmp', 'Thumbs.docx', 'template.docx', '.gitkeep'])(
  '%j is not',
  (name) => {
    expect(isJunk(name)).toBe(false);
  },
);

test('the ledger and .gitkeep are kept, and are no evidence', () => {
  expect(['ledger.yaml', '.gitkeep', '01：a.docx'].map(isKeptName)).toEqual([true, true, false]);
  expect(['ledger.yaml', '~$a.docx', '01：a.docx'].map(isEvidence)).toEqual([false, false, true]);
});
