import { expect, test } from 'vitest';
import { foldName, nearest } from './text.js';

test('names are compared without case and in NFC, but a full-width colon stays one', () => {
  expect(foldName('CAFÉ.PDF')).toBe(foldName('cafe\u0301.pdf'));
  expect(foldName('01：标题')).not.toBe(foldName('01:标题'));
});

test('the nearest word is found within a third of its length, or not at all', () => {
  expect(nearest('indicatros', ['indicators', 'issuer'])).toBe('indicators');
  expect(nearest('zzz', ['indicators', 'issuer'])).toBeUndefined();
});

test('folding leaves most names alone, and every name folded once stays so', () => {
  expect(foldName('01：“通知”（2020）.docx')).toBe('01：“通知”（2020）.docx');
  expect(foldName('01：ＡＢＣ Straße.PDF')).toBe(foldName('01：ａｂｃ strasse.pdf'));
});
