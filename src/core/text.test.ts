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
