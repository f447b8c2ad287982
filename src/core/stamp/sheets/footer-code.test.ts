import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rightTexts, stampCode } from './footer-code.js';

const NAME = '01：创建领导小组文件';
const OURS = '&K0A0B0C&9&"宋体,常规"';
/** Of A4 with the margins that Excel takes. */
const WIDTH = 495;
const stamped = (code: string, text = NAME, width = WIDTH) =>
  stampCode(code, text, true, width)?.code;

test('an empty footer gets the name on the right', () => {
  expect(stamped('')).toBe(`&R${OURS}${NAME}`);
});

test('what stands on the left and in the middle stays', () => {
  expect(stamped('&L左&C第 &P 页')).toBe(`&L左&C第 &P 页&R${OURS}${NAME}`);
});

test('below what stands on the right it is a line of its own', () => {
  expect(stamped('&R&"Arial,Bold"&14制表人')).toBe(`&R&"Arial,Bold"&14制表人\n${OURS}${NAME}`);
});

test('it goes to the right also where the middle is told after it', () => {
  expect(stamped('&R右&C中')).toBe(`&R右\n${OURS}${NAME}&C中`);
});

test('an underline that is on there does not go on below', () => {
  expect(stamped('&R&U制表人')).toBe(`&R&U制表人\n&U${OURS}${NAME}`);
});

test('a `&` of the name is no code', () => {
  expect(stamped('', '01：计划&总结')).toBe(`&R${OURS}01：计划&&总结`);
});

test('our line is found again after another program wrote its codes in its own way', () => {
  expect(rightTexts('&C中&R&"宋体,Regular"&9&K0a0b0c01：计划 && 总结').ours).toEqual([
    '01：计划 & 总结',
  ]);
});

test('the line of another is none of ours, and stays when ours has another name', () => {
  const code = stamped('&R01：别的文件') ?? '';
  expect(stamped(code, '02：总结')).toBe(`&R01：别的文件\n${OURS}02：总结`);
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
      const once = stamped(code, first) ?? '';
      expect(stamped(once, first)).toBe(once);
      expect(stamped(once, second)).toBe(stamped(code, second));
    }),
  );
});
