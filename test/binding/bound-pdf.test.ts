import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue, Row, Volume } from '../../src/core/catalogue/types.js';
import { jpegOf } from '../../src/io/samples/jpeg.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { zhCn } from '../../src/messages/zh-cn/index.js';
import { boundPdf, type BoundPdf } from '../../src/report/binding/bound-pdf.js';
import type { Source } from '../../src/report/binding/types.js';
import { runsHere } from '../helpers/programs.js';

const FONT = readFileSync(new URL('../../dist/fonts/NotoSansSC.ttf', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dangan-bound-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** White on the left, black at its top left corner. */
const PHOTO = jpegOf({
  columns: 40,
  rows: 20,
  color: (column, row) => (column < 10 && row < 5 ? [0, 0, 0] : [230, 230, 230]),
});

const row = (number: number, title: string, more: Partial<Row> = {}): Row => ({
  ...{ is: 'file', number, title, code: undefined, documentNumber: undefined },
  ...{ responsible: undefined, date: '20200312', secrecy: undefined },
  ...{ pages: undefined, pageFrom: undefined, pageTo: undefined, retention: undefined },
  ...{ note: undefined, photo: undefined, format: 'pdf' },
  path: `档案/1 组织领导/1.1 领导机构/0${number}：${title}.pdf`,
  indicator: { code: '1.1', name: '领导机构' },
  ...more,
});

const volume = (number: number, name: string, rows: readonly Row[]): Volume => ({
  ...{ number, code: undefined, title: name, path: '档案/1 组织领导', rows, pages: undefined },
  part: { code: '1', name: '组织领导' },
  indicator: { code: `1.${number}`, name },
  ...{ from: undefined, to: undefined, retention: undefined },
});

const pages = (...lines: string[]): Source => ({
  as: 'pages',
  read: () => pdfOf(lines.map((line) => [line])),
});

const PIECES: readonly (readonly [Row, Source])[] = [
  [row(1, '创建文件'), pages('甲一', '甲二')],
  [
    row(2, '会议照片', {
      photo: { caption: '时间：2020年3月', see: undefined, photographer: undefined },
    }),
    { as: 'picture', format: 'jpg', turn: 90, read: () => PHOTO },
  ],
  [row(3, '宣传片'), { as: 'stand-in', because: 'no-pages' }],
  [
    row(4, '网页', { is: 'link', note: 'https://example.org/a' }),
    { as: 'stand-in', because: 'link' },
  ],
  [row(5, '坏文件'), { as: 'pages', read: () => Buffer.from('%PDF-1.4\nnothing') }],
];
const SECOND = row(1, '制度');

async function bound(): Promise<BoundPdf> {
  const first = volume(
    1,
    '领导机构',
    PIECES.map(([own]) => own),
  );
  const second = volume(2, '工作制度', [SECOND]);
  const catalogue: Catalogue = {
    ...{ kind: 'volume', unit: '某某市税务局', title: '测评标准' },
    volumes: [first, second],
  };
  const volumes = [
    { volume: first, pieces: PIECES.map(([own, source]) => ({ row: own, source })) },
    { volume: second, pieces: [{ row: SECOND, source: pages('乙一') }] },
  ];
  const cover = {
    ...{ unit: catalogue.unit, system: catalogue.title },
    ...{ title: '1 组织领导', day: '2020-12-31' },
  };
  const paper = { language: 'zh-CN', font: FONT, say: zhCn, onPiece: () => Promise.resolve() };
  return boundPdf(volumes, catalogue, cover, paper);
}

let made: BoundPdf;
const file = join(folder, 'bound.pdf');
beforeAll(async () => {
  made = await bound();
  writeFileSync(file, made.bytes);
});

test('what cannot be bound has a page each that stands in for it', () => {
  expect(made.leftOut.map(({ row: { title }, because }) => [title, because])).toEqual([
    ['宣传片', 'no-pages'],
    ['网页', 'link'],
    ['坏文件', 'unreadable'],
  ]);
});

test('pages of evidence are counted through all volumes', () => {
  expect(made.pages).toBe(7);
});

test('the same evidence gives the same bytes', async () => {
  expect(Buffer.from((await bound()).bytes).equals(made.bytes)).toBe(true);
});

describe.runIf(runsHere('pdftotext', '-v'))('read by another program', () => {
  const textOf = (page: number) =>
    execFileSync('pdftotext', ['-layout', '-f', `${page}`, '-l', `${page}`, file, '-']).toString();

  test('the cover comes first, then a list for each volume', () => {
    expect([textOf(1), textOf(2), textOf(3)]).toEqual([
      expect.stringContaining('1 组织领导'),
      expect.stringContaining('1.1 领导机构'),
      expect.stringContaining('1.2 工作制度'),
    ]);
  });

  test('the lists tell the pages that are printed on the evidence', () => {
    expect(textOf(2)).toMatch(/4\s+网页\s+20200312\s+5/);
    expect(textOf(3)).toMatch(/1\s+制度\s+20200312\s+7/);
    expect(textOf(8).trim()).toMatch(/^5\s+网页/);
    expect(textOf(10).trim()).toMatch(/^7\s+乙一/);
  });

  test('a photo has its title and its caption', () => {
    expect(textOf(6)).toMatch(/会议照片\s+时间：2020年3月/);
  });
});

test.runIf(runsHere('qpdf', '--version'))('another program finds nothing wrong in it', () => {
  expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax');
});

test.runIf(runsHere('qpdf', '--version'))('bookmarks are by indicator and by document', () => {
  const { outlines } = JSON.parse(
    execFileSync('qpdf', ['--json', '--json-key=outlines', file]).toString(),
  ) as { outlines: { title: string; destpageposfrom1: number; kids: { title: string }[] }[] };
  expect(outlines.map((each) => [each.title, each.destpageposfrom1])).toEqual([
    ['封面', 1],
    ['目录', 2],
    ['1.1 领导机构', 4],
    ['1.2 工作制度', 10],
  ]);
  expect(outlines[1]?.kids.map(({ title }) => title)).toEqual(['1.1 领导机构', '1.2 工作制度']);
  expect(outlines[2]?.kids.map(({ title }) => title)).toEqual([
    '01 创建文件',
    '02 会议照片',
    '03 宣传片',
    '04 网页',
    '05 坏文件',
  ]);
});

test.runIf(runsHere('pdftoppm', '-v'))('a photo stands upright', () => {
  const image = execFileSync('pdftoppm', ['-r', '10', '-gray', '-f', '6', '-l', '6', file]);
  const [, width = '0', height = '0'] = /^P5\n(\d+) (\d+)\n/.exec(image.toString('latin1')) ?? [];
  const [wide, high] = [Number(width), Number(height)];
  const pixels = image.subarray(image.length - wide * high);
  const dark = [...pixels].flatMap((value, at) => (value < 60 ? [at] : []));
  const middleOf = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  // Turned clockwise, its top left corner is at the top right.
  expect(middleOf(dark.map((at) => at % wide))).toBeGreaterThan(wide / 2);
  expect(middleOf(dark.map((at) => Math.floor(at / wide)))).toBeLessThan(high / 2);
});
