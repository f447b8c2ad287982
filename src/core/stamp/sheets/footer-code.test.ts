import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightTexts, stampCode } from './footer-code.js';

const NAME = '01：创建领导小组文件';
const OURS = '&K0A0B0C&9&"宋体,常规"';
/** Of A4 with the margins that Excel takes. */
const WIDTH = 495;
/** What LibreOffice reckons with besides: as high as the line is there. */
const HEIGHT = '&14&K0A0B0C';
const stamped = (code: string, text = NAME, width = WIDTH) =>
  stampCode(code, text, true, { width, height: 54 })?.code;

test('an empty footer gets the name on the right', () => {
  expect(stamped('')).toBe(`&R${OURS}${NAME}${HEIGHT}`);
});

test('what stands on the left and in the middle stays', () => {
  expect(stamped('&L左&C第 &P 页')).toBe(`&L左&C第 &P 页&R${OURS}${NAME}`);
});

test('below what stands on the right it is a line of its own', () => {
  expect(stamped('&R&"Arial,Bold"&14制表人')).toBe(
    `&R&"Arial,Bold"&14制表人\n${OURS}${NAME}&30&K0A0B0C`,
  );
});

test('it goes to the right also where the middle is told after it', () => {
  expect(stamped('&R右&C中')).toBe(`&R右\n${OURS}${NAME}&C中`);
});

test('an underline that is on there does not go on below', () => {
  expect(stamped('&R&U制表人')).toBe(`&R&U制表人\n&U${OURS}${NAME}&24&K0A0B0C`);
});

test('a `&` of the name is no code', () => {
  expect(stamped('', '01：计划&总结')).toBe(`&R${OURS}01：计划&&总结${HEIGHT}`);
});

test('our line is found again after another program wrote its codes in its own way', () => {
  expect(rightTexts('&C中&R&"宋体,Regular"&9&K0a0b0c01：计划 && 总结').ours).toEqual([
    '01：计划 & 总结',
  ]);
});

test('the line of another is none of ours, and stays when ours has another name', () => {
  const code = stamped('&R01：别的文件') ?? '';
  expect(stamped(code, '02：总结')).toBe(`&R01：别的文件\n${OURS}02：总结&24&K0A0B0C`);
});

test('where the name stands already, nothing is put', () => {
  expect(stamped(`&L左&R${NAME}`)).toBe(`&L左&R${NAME}`);
});

test('a line that the page number is part of is no name', () => {
  expect(rightTexts('&R第 &P 页').others).toEqual([]);
});

test('when it would be too long for Excel, the font is left out', () => {
  const many = '&L' + '字\n'.repeat(112);
  expect(stamped(many)).toBe(`${many}&R&9&K0A0B0C${NAME}`);
});

test('when it would be too long all the same, there is none', () => {
  expect(stamped(`&L${'字\n'.repeat(120)}`)).toBe(undefined);
});

const LONG = '05：关于印发《2020年度创建工作实施方案》的通知';
const sizeBeside = (code: string, width = WIDTH) =>
  /&K0A0B0C&(\d+)/.exec(stamped(code, LONG, width) ?? '')?.[1];

test('a long name is in smaller letters where it would be printed over the middle, or the left', () => {
  expect(sizeBeside('')).toBe('9');
  expect(sizeBeside('&C第 &P 页，共 &N 页')).toBe('8');
  expect(sizeBeside('&C&20第 &P 页')).toBe('8');
  expect(sizeBeside(`&L${'单位'.repeat(13)}`)).toBe('8');
  expect(sizeBeside('', 200)).toBe('8');
});

test('where it would be printed over all the same, there is none', () => {
  expect(sizeBeside(`&C${'表'.repeat(30)}`)).toBe(undefined);
  expect(sizeBeside('&CA', 200)).toBe(undefined);
});

test('above a low edge of the page letters are smaller, and there are none where they would be cut off', () => {
  const size = (height: number) =>
    /&(\d)&/.exec(stampCode('', NAME, true, { width: WIDTH, height })?.code ?? '')?.[1];
  expect([54, 12, 7.3, 7.2, 0].map(size)).toEqual(['9', '8', '5', undefined, undefined]);
});

test('beside three parts that have text there is no size for LibreOffice to reckon with', () => {
  expect(stamped('&L左&C中&R右')?.endsWith(NAME)).toBe(true);
});

const codes = fc
  .array(
    fc.constantFrom(
      '&L',
      '&C',
      '&R',
      '&P',
      '&&',
      '&',
      '&9',
      '1',
      '&K',
      '&K01+000',
      '&"',
      '"',
      '字',
      '\n',
      '&U',
      '&B',
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
const texts = fc.constantFrom('01：一', '2', '&', 'A&B', '"', '&P', '02：x\u00b7y', '&&K0A0B0C');

test('a second time nothing changes, and another name is as if it were the first', () => {
  fc.assert(
    fc.property(codes, texts, texts, (code, first, second) => {
      fc.pre(!rightTexts(code).others.includes(second));
      const once = stamped(code, first);
      if (once === undefined) return;
      expect(stamped(once, first)).toBe(once);
      expect(stamped(once, second)).toBe(stamped(code, second));
    }),
  );
});

interface Run {
  readonly text: string;
  readonly size: string;
  readonly colour: string;
}

/**
 * What a program prints that reads the codes by the letter of the standard, and by no code of ours: of each part its
 * lines, and of each line what is written in which size and colour. Fields are told by their code.
 */
function printed(code: string): Readonly<Record<string, readonly (readonly Run[])[]>> {
  const parts: Record<string, Run[][]> = { L: [[]], C: [[]], R: [[]] };
  let part = 'C';
  let style = { size: '', colour: '' };
  const write = (text: string) => {
    if (text === '\n') parts[part]?.push([]);
    else parts[part]?.at(-1)?.push({ text, ...style });
  };
  const pieces =
    /&&|&([0-9]+)|&"([^"]*)"|&[Kk]([0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|&([A-Za-z])|([^])/gu;
  for (const [whole, size, font, colour, letter, text] of code.matchAll(pieces)) {
    if (whole === '&&') write('&');
    else if (size !== undefined) style = { ...style, size };
    else if (colour !== undefined) style = { ...style, colour };
    else if (font !== undefined) continue;
    else if (text !== undefined) write(text);
    else if ('LCR'.includes(letter?.toUpperCase() ?? '')) {
      part = letter?.toUpperCase() ?? '';
      style = { size: '', colour: '' };
    } else if ('PNDTAFZG'.includes(letter?.toUpperCase() ?? '')) write(whole);
  }
  return parts;
}

const linesOf = (runs: readonly (readonly Run[])[] = []) =>
  runs.map((line) => line.map(({ text }) => text).join(''));

/** Codes that are whole, and text that could be taken for a part of them. */
const wholeCodes = fc
  .array(
    fc.constantFrom(
      ...[
        '&L',
        '&C',
        '&R',
        '&l',
        '&r',
        '&P',
        '&N',
        '&D',
        '&G',
        '&&',
        '&8',
        '&13',
        '&K01+000',
        '&KFF0000',
      ],
      ...[
        '&"Arial,Bold"',
        '&"-,常规"',
        '&U',
        '&B',
        '&X',
        '2024',
        '07',
        'A0',
        '+3',
        '-',
        '"',
        '字',
        '\n',
        ' ',
      ],
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));
const hostileTexts = fc
  .array(
    fc.constantFrom(
      ...[
        '0',
        '13',
        '2024年',
        'FF',
        'A0B',
        '&',
        '&R',
        '&K',
        '"',
        ',',
        '+',
        '-',
        '：',
        '总结',
        'P',
        ' ',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '');

test('no code takes anything of the name for its own, nor the name anything of a code', () => {
  fc.assert(
    fc.property(wholeCodes, hostileTexts, (code, text) => {
      fc.pre(!rightTexts(code).others.includes(text));
      const result = stampCode(code, text, true, { width: 2000, height: 54 });
      if (result === undefined) return;
      const [before, after] = [printed(code), printed(result.code)];
      expect(result.code.length).toBeLessThanOrEqual(255);
      expect([after['L'], after['C']]).toEqual([before['L'], before['C']]);
      const right = linesOf(after['R']);
      expect(right.at(-1)).toBe(text);
      expect(right.slice(0, -1).filter(Boolean)).toEqual(linesOf(before['R']).filter(Boolean));
      expect(new Set(after['R']?.at(-1)?.map(({ size, colour }) => size + colour)).size).toBe(1);
    }),
    { numRuns: 500, seed: 5 },
  );
});
