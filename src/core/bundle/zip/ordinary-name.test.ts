import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '../../text.js';
import { judgePath } from '../judge/entry-names.js';
import { ordinaryName } from './ordinary-name.js';

const read = (bytes: Buffer) => ordinaryName(bytes, 0, bytes.length);
const readText = (name: string) => read(Buffer.from(name));

test('a name of evidence is ordinary, and so is one of a folder', () => {
  const names = ['data/1 组织/01：“通知”（2）.docx', 'data/1 组织/', 'a.b c/…'];
  expect(names.map(readText)).toEqual(names);
});

test.each([
  '',
  '/a',
  'a//b',
  'a//',
  'a/../b',
  'a/ ',
  '.',
  '~/a',
  'c:a',
  'a\\b',
  'a\0',
  'A',
  'é',
  'ａ',
  '😀',
  'x'.repeat(512),
])('%j is not', (name) => {
  expect(readText(name)).toBeUndefined();
});

const part = fc.oneof(
  fc.constantFrom(
    'data',
    '01：通知',
    '。',
    '\u2028',
    '..',
    '. ',
    '',
    '~',
    'c:',
    '\u3021',
    '\u2010',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

test('an ordinary name is what its bytes say, needs no folding and is safe', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const name = parts.join('/');
      const found = readText(name);
      if (found === undefined) return;
      expect(found).toBe(name);
      expect(foldName(name)).toBe(name);
      expect(judgePath(name.replace(/\/$/, ''))).toBeUndefined();
    }),
  );
});

test('bytes that are no UTF-8 are no ordinary name', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0x61, 0x2f, 0xe4, 0xb8, 0x80, 0xe3, 0xe2, 0xef, 0xbc, 0xff)),
      (numbers) => {
        const bytes = Buffer.from(numbers);
        const found = read(bytes);
        if (found !== undefined) expect(Buffer.from(found)).toEqual(bytes);
      },
    ),
  );
});
