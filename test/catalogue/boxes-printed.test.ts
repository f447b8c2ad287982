import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/archive/settings.js';
import { labelOf } from '../../src/core/catalogue/box-label.js';
import { planBoxes } from '../../src/core/catalogue/boxes.js';
import { messagesIn } from '../../src/messages/index.js';
import { facesPdf } from '../../src/report/boxes/faces.js';
import { notesDocx } from '../../src/report/boxes/notes-docx.js';
import { notesHtml } from '../../src/report/boxes/notes-html.js';
import { notesPdf } from '../../src/report/boxes/notes-pdf.js';
import { boxNotes } from '../../src/report/boxes/notes.js';
import type { LabelPaper } from '../../src/report/boxes/papers.js';
import { spinesPdf } from '../../src/report/boxes/spines.js';
import { printByBrowser } from '../helpers/browser.js';
import {
  pagesOfPdf,
  pictureOfPdf,
  printByOffice,
  type Picture,
} from '../helpers/documents/office-pdf.js';
import { runsHere } from '../helpers/programs.js';
import { volumeOf } from '../helpers/volumes.js';

const zh = messagesIn('zh-CN');
const FONT = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const paper = { title: '标签', language: 'zh-CN', font: readFileSync(FONT) };
const folder = mkdtempSync(join(tmpdir(), 'dangan-boxes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string) => join(folder, name);

/** Spines of 50, 20 and 30 mm. */
const boxes = planBoxes(
  [volumeOf('1.1 领导机构', [390]), volumeOf('2.1 学习', [10]), volumeOf('3.1 活动', [120, 100])],
  DEFAULT_SETTINGS.boxes,
  ({ part }) => part?.code ?? '',
);
const labels = {
  labels: boxes.map(labelOf),
  unit: '某某市水务局',
  fonds: 'Z109',
  system: '市级文明单位测评标准',
};
const spines = async (size: LabelPaper) => (await spinesPdf(labels, size, paper, zh)).bytes;
const faces = async (size: LabelPaper) => (await facesPdf(labels, size, paper, zh)).bytes;

/** Dots to the millimetre. */
const DOTS = 10;
const pictureOf = (name: string, bytes: Uint8Array): Picture => {
  writeFileSync(place(name), bytes);
  return pictureOfPdf(place(name), 254);
};

/** Where rules are crossed, in millimetres, going right at a height or down at a place from the left. */
const crossed = ({ width, height, dots }: Picture, at: { y: number } | { x: number }) => {
  const isAcross = 'y' in at;
  const line = Math.round((isAcross ? at.y : at.x) * DOTS);
  const places: number[] = [];
  let start: number | undefined;
  for (let i = 0; i <= (isAcross ? width : height); i += 1) {
    const isInk = (dots[isAcross ? line * width + i : i * width + line] ?? 255) < 128;
    if (isInk) start ??= i;
    else if (start !== undefined) {
      places.push((start + i) / 2 / DOTS);
      start = undefined;
    }
  }
  return places;
};
const steps = (places: readonly number[]) =>
  places.slice(1).map((each, at) => each - (places[at] ?? 0));
const near = (values: readonly number[]) => values.map((each) => Math.round(each * 4) / 4);

describe.runIf(runsHere('pdftoppm', '-v') && runsHere('pdfinfo', '-v'))('on paper', () => {
  test.each(['A4', 'A3'] as const)('sheets are %s', async (size) => {
    writeFileSync(place('size.pdf'), await spines(size));
    const said = execFileSync('pdfinfo', [place('size.pdf')], { encoding: 'utf8' });
    expect(said).toContain(`pts (${size})`);
  });

  test('spines are as wide as their boxes, side by side', async () => {
    const picture = pictureOf('spines.pdf', await spines('A4'));
    expect(near(steps(crossed(picture, { y: 7 + 1.2 })))).toEqual([50, 7, 20, 7, 30]);
  });

  test.each([
    ['A4', 272],
    ['A3', 310],
  ] as const)('spines on %s are %i mm high', async (size, height) => {
    const picture = pictureOf(`high-${size}.pdf`, await spines(size));
    const [left = 0] = crossed(picture, { y: (size === 'A4' ? 7 : 40) + 1.2 });
    const rules = crossed(picture, { x: left + 0.9 });
    expect(near([(rules.at(-1) ?? 0) - (rules.at(0) ?? 0)])).toEqual([height]);
  });

  test.each([
    ['A4', 194, 272],
    ['A3', 220, 310],
  ] as const)('faces on %s are %i by %i mm', async (size, width, height) => {
    const picture = pictureOf(`face-${size}.pdf`, await faces(size));
    const top = size === 'A4' ? 7 : 40;
    const [left = 0, right = 0] = crossed(picture, { y: top + 5 });
    const down = crossed(picture, { x: left + 5 });
    expect(near([right - left, (down.at(-1) ?? 0) - (down[0] ?? 0)])).toEqual([width, height]);
  });

  test('the name of the unit stands over two rules', async () => {
    const picture = pictureOf('rules.pdf', await faces('A3'));
    const [left = 0] = crossed(picture, { y: 45 });
    const rules = crossed(picture, { x: left + 20 });
    expect(rules.length).toBe(4);
    const [, name = 0] = rules;
    const words = execFileSync('pdftotext', ['-bbox', '-l', '1', place('rules.pdf'), '-'], {
      encoding: 'utf8',
    });
    const [, foot] = /yMax="([\d.]+)">某某市水务局</.exec(words) ?? [];
    const gap = name - (Number(foot) * 25.4) / 72;
    expect(gap > -4 && gap < 8).toBe(true);
  });

  test('the line to measure by is 100 mm long', async () => {
    const picture = pictureOf('scale.pdf', await spines('A4'));
    const ends = crossed(picture, { y: 297 - 9 - 1 });
    expect(near(steps(ends))).toEqual([100]);
  });

  test('a spine tells where its box belongs, and what is in it', async () => {
    writeFileSync(place('words.pdf'), await spines('A4'));
    const [page = ''] = pagesOfPdf(place('words.pdf'), '-raw');
    const words = [
      '全宗号',
      'Z109',
      '年度',
      '2019',
      '保管期限',
      '30年',
      '机构（问题）',
      '起件号',
      '1.1',
      '第1件',
      '止件号',
      '第2件',
      '盒号',
    ];
    expect(words.filter((word) => !page.includes(word))).toEqual([]);
  });

  test('the same boxes give the same bytes', async () => {
    const twice = await Promise.all([spines('A4'), spines('A4'), faces('A4'), faces('A4')]);
    const [first, second, third, fourth] = twice.map((bytes) => Buffer.from(bytes).toString('hex'));
    expect([first === second, third === fourth]).toEqual([true, true]);
  });

  test('what is long is made small, and stays in its spine', async () => {
    const long = labels.labels.map((label) => ({
      ...label,
      width: 20,
      parts: [
        { code: 'Ⅱ-12', name: '社会主义核心价值观宣传教育（含公益广告、志愿服务）'.repeat(2) },
      ],
      first: { code: 'Ⅲ-12.3.4.56', number: 1234 },
    }));
    const { bytes } = await spinesPdf(
      { ...labels, labels: long, fonds: 'Z109-WENMING-2020' },
      'A4',
      paper,
      zh,
    );
    const picture = pictureOf('long.pdf', bytes);
    const [left = 0, right = 0, next = 0] = crossed(picture, { y: 7 + 1.2 });
    const between = Array.from({ length: 260 }, (_, at) => crossed(picture, { y: 12 + at }));
    const outside = between
      .flat()
      .filter((x) => x < left - 0.3 || (x > right + 0.3 && x < next - 0.3));
    expect(outside).toEqual([]);
  });
});

const many = planBoxes(
  [
    volumeOf('1.1 领导机构', [undefined, 0, ...Array.from({ length: 30 }, () => 40)]),
    volumeOf(`1.2 ${'长'.repeat(80)}`, [900, 1]),
  ],
  DEFAULT_SETTINGS.boxes,
  () => '',
);

describe('box notes', () => {
  test('tell what is in the box', () => {
    expect(boxNotes(boxes, labels, zh)[2]?.told).toEqual([
      '本盒装 1 卷，2 件，共 220 页，用纸 220 张。',
      '起于 3.1 第1件，止于 3.1 第2件。',
    ]);
  });

  test('tell what is divided, what nobody counted, what is on no paper', () => {
    expect(boxNotes(many, labels, zh)[0]?.told.slice(2)).toEqual([
      '1.1 分装 4 盒，本盒是其中第 1 部分。',
      '其中 1 件不知道页数，每件按一张纸算。',
      '其中 1 件没有纸质页，如录音、录像。',
    ]);
  });

  test('tell when a file is thicker than its box', () => {
    const told = boxNotes(many, labels, zh).filter((note) =>
      note.told.includes(zh.boxes.note.overfull),
    );
    expect(told.length).toBe(1);
  });
});

const notesIn = (language: 'zh-CN' | 'en') => {
  const say = messagesIn(language);
  const unit = '某某自治区某某市某某县人民政府水务综合行政执法局'.repeat(2);
  return { notes: boxNotes(many, { ...labels, unit }, say), say, language };
};
const pageCount = (name: string) => pagesOfPdf(place(name)).length;

describe.runIf(runsHere('pdftotext', '-v'))('a page for each box', () => {
  test('as PDF', async () => {
    const { notes, say } = notesIn('zh-CN');
    writeFileSync(place('notes.pdf'), (await notesPdf(notes, paper, say)).bytes);
    expect(pageCount('notes.pdf')).toBe(many.length);
  });

  test.runIf(runsHere('soffice', '--version'))('in Word, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { notes, say } = notesIn(language);
      writeFileSync(place(`word-${language}.docx`), notesDocx(notes, say));
    }
    printByOffice(folder, ['word-zh-CN.docx', 'word-en.docx']);
    expect(['zh-CN', 'en'].map((language) => pageCount(`word-${language}.pdf`))).toEqual([
      many.length,
      many.length,
    ]);
  });

  test.runIf(runsHere('chromium', '--version'))('in a browser', () => {
    const { notes, say } = notesIn('zh-CN');
    writeFileSync(place('notes.html'), notesHtml(notes, paper, say));
    printByBrowser(place('notes.html'), place('html.pdf'));
    expect(pageCount('html.pdf')).toBe(many.length);
  });
});
