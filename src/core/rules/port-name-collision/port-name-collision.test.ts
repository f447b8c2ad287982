import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { portNameCollision } from './index.js';

const groups = (...names: string[]) =>
  [...portNameCollision.check(archiveOf({ A1: names }))].map(({ data }) =>
    'names' in data ? data.names : [],
  );

test('names that differ in case are one on Windows and macOS', () => {
  expect(groups('01：A.docx', '01：a.docx', '01：A.DOCX', '01：b.docx')).toEqual([
    ['01：A.DOCX', '01：A.docx', '01：a.docx'],
  ]);
});

test('names that differ in Unicode form are one on macOS', () => {
  expect(groups('01：caf\u00e9.pdf', '01：cafe\u0301.pdf')).toHaveLength(1);
});

test('names that a bundle would write alike are one there', () => {
  expect(groups('01:甲.docx', '01：甲.docx')).toHaveLength(1);
});

test('full-width and ASCII forms that every system keeps apart are two names', () => {
  expect(groups('01：通知(1).docx', '01：通知（1）.docx', '０１：甲.docx', '01：甲.docx')).toEqual(
    [],
  );
});

test('a file and a folder cannot share a name either', () => {
  const archive = archiveOf({ A1: ['资料'], 'A1/资料 ': [] });
  expect([...portNameCollision.check(archive)]).toHaveLength(1);
});
