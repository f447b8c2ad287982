import { expect, test } from 'vitest';
import { foldName, nearest, nearestByParts } from './text.js';

test('names are compared without case and in NFC, but a full-width colon stays one', () => {
  expect(foldName('CAFÉ.PDF')).toBe(foldName('cafe\u0301.pdf'));
  expect(foldName('01：标题')).not.toBe(foldName('01:标题'));
});

test('the nearest word is found within a third of its length, or not at all', () => {
  expect(nearest('indicatros', ['indicators', 'issuer'])).toBe('indicators');
  expect(nearest('zzz', ['indicators', 'issuer'])).toBeUndefined();
});

test('of several as near, the one with the same letters is meant', () => {
  expect(nearest('pfd', ['ofd', 'pdf', 'pfb'])).toBe('pdf');
  expect(nearest('pfd', ['ofd', 'docx'])).toBe('ofd');
});

test('nothing is proposed for a number, or for a letter of which nothing would be left', () => {
  expect(nearest('4', ['2', '3'])).toBeUndefined();
  expect(nearest('20', ['2', '30'])).toBeUndefined();
  expect(nearest('a', ['b', 'c'])).toBeUndefined();
  expect(nearest('1.11', ['1.1'])).toBe('1.1');
});

test('nothing is proposed that says the opposite, or begins otherwise where there are two letters', () => {
  expect(nearest('没有', ['有', '无'])).toBeUndefined();
  expect(nearest('不合格', ['合格'])).toBeUndefined();
  expect(nearest('院办', ['党办', '工会'])).toBeUndefined();
  expect(nearest('否1', ['1'])).toBeUndefined();
  expect(nearest('不和格', ['合格', '不合格'])).toBe('不合格');
  expect(nearest('报到', ['通知', '报告'])).toBe('报告');
  expect(nearest('工合', ['工会', '合工'])).toBe('合工');
});

test('folding leaves most names alone, and every name folded once stays so', () => {
  expect(foldName('01：“通知”（2020）.docx')).toBe('01：“通知”（2020）.docx');
  expect(foldName('01：ＡＢＣ Straße.PDF')).toBe(foldName('01：ａｂｃ strasse.pdf'));
});

test('a rule is found by parts of its name', () => {
  const rules = ['name-sequence-gap', 'name-sequence-width', 'name-pattern'];
  expect(nearestByParts('name-gap', rules)).toBe('name-sequence-gap');
  expect(nearestByParts('name', rules)).toBeUndefined();
});
