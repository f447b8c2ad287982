import { expect, test } from 'vitest';
import { ContentScanner } from './content-end.js';
import { Grounds } from './grounds.js';
import type { Box } from './matrix.js';

const LINE: Box = [400, 20, 550, 30];

/** Is what a page of this content shows beneath the line dark? */
function isDark(content: string): boolean {
  const grounds = new Grounds([0, 0, 595, 80]);
  const painter = grounds.painter((state) => (state === 'Glass' ? false : undefined));
  new ContentScanner(Buffer.from(content, 'latin1'), painter).scan();
  return grounds.isDark(LINE);
}

test.each([
  ['a page of one colour', '0.1 0.1 0.3 rg 0 0 595 842 re f'],
  ['a band at the foot of it', '1 g 0 0 595 842 re f 0 0 0 1 k 0 0 595 40 re f'],
  ['a band that is drawn line by line', '0 g 0 0 m 595 0 l 595 40 l 0 40 l h f'],
  ['a band that is moved there', 'q 1 0 0 1 0 -500 cm 0 g 0 500 595 40 re f Q'],
  ['a colour of a space of its own', '/Cs1 cs 0.1 0.2 0.1 sc 0 0 595 842 re f'],
  ['dark, though drawn on it are words and lines', '0 g 0 0 595 842 re f 1 g 410 22 5 5 re f'],
  ['dark again after the state was saved', '0 g q 1 g Q 0 0 595 842 re f'],
])('%s is dark', (_, content) => {
  expect(isDark(content)).toBe(true);
});

test.each([
  ['paper', ''],
  ['a bright page', '0.9 0.95 1 rg 0 0 595 842 re f'],
  ['a bright field on a dark page', '0 g 0 0 595 842 re f 1 g 300 0 295 60 re f'],
  ['a dark band elsewhere', '0 g 0 60 595 40 re f'],
  ['a dark field that is cut off elsewhere', 'q 0 60 595 40 re W n 0 g 0 0 595 842 re f Q'],
  ['a frame', '0 G 0 0 595 842 re S'],
  ['what is seen through', '/Glass gs 0 g 0 0 595 842 re f'],
  ['a dark page under a shading', '0 g 0 0 595 842 re f /Sh1 sh'],
  ['a pattern', '/Pattern cs /P1 scn 0 0 595 842 re f'],
  ['a tint of nobody knows which ink', '/Cs8 cs 0 scn 0 0 595 842 re f'],
  ['a dark shape that is no rectangle', '0 g 0 0 m 595 0 l 300 80 l f'],
])('%s is not', (_, content) => {
  expect(isDark(content)).toBe(false);
});

test('more than can be remembered is not dark', () => {
  const dark = '0 g 0 0 595 70 re f ';
  expect(isDark(dark)).toBe(true);
  expect(isDark(dark + '1 1 1 1 re f '.repeat(5000))).toBe(false);
});
