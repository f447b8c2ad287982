/** The parts that stamping a PDF is made of, each by itself. */
import { expect, test } from 'vitest';
import { ContentScanner } from './content-end.js';
import { fromAscii85, fromAsciiHex, fromLzw, fromRunLength, unpredicted } from './filters.js';
import { fitText } from './fit-text.js';
import type { Box } from './matrix.js';
import { Parser, Unfinished } from './parser.js';
import { freeLine, matrixFor, roomOn } from './place.js';
import { Dict, Ref, Text, textOf, writtenName, writtenNumber, writtenText } from './values.js';

const parsed = (text: string) => new Parser(`${text} `).value();
const end = (content: string) => new ContentScanner(Buffer.from(content, 'latin1')).scan();

test('a dictionary is written as it was read, but for what is changed', () => {
  const dict = parsed('<</A(x\\)y)/B#20C[1 2 0 R]/D<</E/F>>/G -.5>>');
  expect(dict).toBeInstanceOf(Dict);
  expect((dict as Dict).written({ D: undefined, G: '7', H: 'true' })).toBe(
    '<< /A (x\\)y) /B#20C [1 2 0 R] /G 7 /H true >>',
  );
});

test('two whole numbers and an R are a reference, and two numbers are not', () => {
  expect(parsed('[1 0 R 2 3]')).toEqual([new Ref(1, 0), 2, 3]);
});

test('what is in a string is read', () => {
  expect(parsed('(a\\(b(c)\\101\\n\\\r\nd)')).toEqual(new Text('a(b(c)A\nd'));
  expect(parsed('<48 65 6C6>')).toEqual(new Text('Hel`'));
});

test('a dictionary with something else in it is odd', () => {
  expect(parsed('<</A 1 /B>>')).toMatchObject({ isOdd: true });
  expect(parsed('<</A 1 5 /B 2>>')).toMatchObject({ isOdd: true });
  expect(parsed('<</A 1 /B 2>>')).toMatchObject({ isOdd: false });
});

test('values without an end are not finished', () => {
  for (const text of ['(a', '[1 2', '<</A', '<12']) {
    expect(() => new Parser(text).value()).toThrow(Unfinished);
  }
});

test('a text is written so that it is read again', () => {
  expect(textOf(parsed(writtenText('01：创建𫖯')))).toBe('01：创建𫖯');
});

test('a number is written without an exponent', () => {
  expect([1e-9, -0, 0.123456, 12].map(writtenNumber)).toEqual(['0', '0', '0.12346', '12']);
});

test('a name is written with its blanks and brackets escaped', () => {
  expect(writtenName('A B(c)#')).toBe('/A#20B#28c#29#23');
});

test('what is left open is closed, from the inside', () => {
  expect(end('q q BT /T BMC [(a').closing).toBe(')]\nET\nEMC\nQ Q Q');
  expect(end('0 0 m').closing).toBe('n\nQ');
  expect(end('q Q').closing).toBe('Q');
});

test('behind a picture in the contents, blanks may be zeros', () => {
  expect(end('q BI /W 1 ID \xaa\0\0\0 EI \0Q \0\n0 g').closing).toBe('Q');
});

test('each Q too many has a q before the contents', () => {
  expect(end('q Q Q Q')).toMatchObject({ saves: 3, closing: 'Q', isOpen: false });
});

test('contents that draw behind a Q too many are left to themselves', () => {
  expect(end('Q (a) Tj').isOpen).toBe(true);
  expect(end('(a) Tj Q').isOpen).toBe(false);
});

test('brackets and letters within strings and pictures are none', () => {
  expect(end('(q [ << \\() Tj').closing).toBe('Q');
  expect(end('BI /W 1 ID q ( [ EI Q').saves).toBe(2);
});

test('a name is set smaller before it is cut', () => {
  const widthOf = (text: string) => text.length;
  const room = { size: 10, smallest: 5, width: 100 };
  expect(fitText('12345', widthOf, room)).toEqual({ text: '12345', size: 10 });
  expect(fitText('1234567890123456', widthOf, room)).toEqual({
    text: '1234567890123456',
    size: 6.25,
  });
  expect(fitText('1'.repeat(40), widthOf, room)).toEqual({ text: `${'1'.repeat(19)}…`, size: 5 });
});

test('the name grows with the page, and not with its longer side', () => {
  const sizeOn = (width: number, height: number, unit = 1) =>
    roomOn({ box: [0, 0, width, height], rotation: 0, unit }).size;
  expect(sizeOn(595.28, 842)).toBe(9);
  expect(sizeOn(842, 595.28)).toBe(9);
  expect(sizeOn(1190.56, 1684)).toBe(18);
  expect(sizeOn(200, 200)).toBe(6);
  expect(sizeOn(297.64, 421, 2)).toBe(4.5);
});

test('a baseline that is taken is gone out of the way of', () => {
  const shape = { box: [0, 0, 595.28, 842], rotation: 0, unit: 1 } as const;
  const room = roomOn(shape);
  const line = { width: 100, size: 9 };
  const baseline = (...taken: Box[]) => freeLine(shape, room, line, taken).baseline;
  expect(baseline()).toBeCloseTo(22.7);
  expect(baseline([0, 0, 300, 100])).toBeCloseTo(22.7);
  expect(baseline([500, 22, 520, 30])).toBeCloseTo(12.5);
  expect(baseline([500, 5, 520, 30])).toBeCloseTo(33.5);
});

test('where all usual baselines are taken, what is between them or below is looked for', () => {
  const shape = { box: [0, 0, 595.28, 842], rotation: 0, unit: 1 } as const;
  const line = { width: 100, size: 9 };
  const free = (...taken: Box[]) => freeLine(shape, roomOn(shape), line, taken);
  const between = free([0, 0, 595, 38], [0, 50, 595, 90]);
  expect(between.size).toBeCloseTo(9);
  expect(between.baseline).toBeGreaterThan(38);
  expect(between.baseline).toBeLessThan(44);
  const smaller = free([0, 0, 595, 36], [0, 44, 595, 90]);
  expect(smaller).toMatchObject({ size: 6, width: expect.closeTo(66.7, 1) as number });
  const below = free([0, 13, 595, 90]);
  expect(below.size).toBe(6);
  expect(below.baseline).toBeLessThan(8);
  expect(free([0, 0, 595, 90])).toMatchObject(line);
});

test('the lower right of a page that is turned is where it is seen', () => {
  const at = (rotation: number) =>
    matrixFor(
      { box: [0, 0, 100, 200], rotation, unit: 1 },
      { fromRight: 10, baseline: 5, scale: 1 },
    );
  expect(at(0).slice(4)).toEqual([90, 5]);
  expect(at(90).slice(4)).toEqual([95, 190]);
  expect(at(180).slice(4)).toEqual([10, 195]);
  expect(at(270).slice(4)).toEqual([5, 10]);
});

test('filters give back what was put in', () => {
  expect(fromAsciiHex(Buffer.from('48 65 6c 6C 6f>x')).toString()).toBe('Hello');
  expect(fromAscii85(Buffer.from('87cURD]i,"Ebo80~>')).toString()).toBe('Hello World!');
  expect(fromRunLength(Buffer.from([2, 97, 98, 99, 254, 120, 128]), 99).toString()).toBe('abcxxx');
  // The example of PDF 32000-1, 7.4.4.2.
  const lzw = Buffer.from('800B6050220C0C8501', 'hex');
  expect([...fromLzw(lzw, true, 99)]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
});

test('rows of differences are added up', () => {
  const rows = Buffer.from([2, 1, 2, 2, 1, 1, 1, 5, 1]);
  const how = { predictor: 12, colors: 1, bits: 8, columns: 2 };
  expect([...unpredicted(rows, how)]).toEqual([1, 2, 2, 3, 5, 6]);
});

test('the predictions of TIFF are added up along each row', () => {
  const rows = Buffer.from([1, 2, 1, 250, 250, 10]);
  const how = { predictor: 2, colors: 1, bits: 8, columns: 3 };
  expect([...unpredicted(rows, how)]).toEqual([1, 3, 4, 250, 244, 254]);
});
