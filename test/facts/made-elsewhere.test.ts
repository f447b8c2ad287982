/** Files as other programs make them, against what we know of them and what those programs tell of them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docxOf, xlsxOf } from '../../src/io/samples/office.js';
import { jpegOf } from '../../src/io/samples/jpeg.js';
import { readFacts } from '../../src/io/facts/read-facts.js';
import { exifOf, jpegWith } from '../helpers/documents/made.js';
import { FACTS, folderOf } from '../helpers/documents/facts-of.js';
import { runsHere } from '../helpers/programs.js';

const LINES = Array.from(
  { length: 60 },
  (_, at) => `第${at}条 各单位要认真落实，做好 2020 年 work。`,
);

async function factsIn(root: string) {
  const names = readdirSync(root).filter((name) => name.includes('.'));
  return readFacts(root, names, { ...FACTS, today: '9999-12-31' });
}

/** A presentation of two slides, the second with an empty line in its text box. */
const SLIDES = `<?xml version="1.0"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:meta><dc:title>工作汇报</dc:title><meta:initial-creator>办公室</meta:initial-creator><meta:creation-date>2020-03-12T08:30:00</meta:creation-date><dc:date>2020-03-13T08:30:00</dc:date></office:meta>
<office:body><office:presentation>${['创建工作 2020 report', '第二页，完。']
  .map(
    (text, at) =>
      `<draw:page draw:name="${at}"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box><text:p>${text}</text:p><text:p/></draw:text-box></draw:frame></draw:page>`,
  )
  .join('')}</office:presentation></office:body></office:document>`;

describe.runIf(runsHere('soffice', '--version'))('LibreOffice', () => {
  /** Each file in another form, many of them in one run. */
  function convert(root: string, form: string, names: readonly string[], target = root) {
    spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(root, 'profile')}`,
        ...['--headless', '--convert-to', form, '--outdir', target],
        ...names.map((name) => join(root, name)),
      ],
      { timeout: 110_000 },
    );
  }

  test('makes documents of every form with as many characters and pages', async () => {
    const root = folderOf({ 'a.docx': await docxOf('工作总结', LINES) });
    for (const form of ['odt', 'doc', 'pdf', 'rtf']) convert(root, form, ['a.docx']);
    convert(root, 'docx', ['a.odt'], join(root, 'again'));
    const [facts, again] = [await factsIn(root), await factsIn(join(root, 'again'))];
    const all = ['a.docx', 'a.doc', 'a.odt', 'a.pdf', 'a.rtf'].map((name) => facts.get(name));
    all.push(again.get('a.docx'));
    const characters = 4 + LINES.join('').replaceAll(' ', '').length;
    expect(all.map((each) => each?.characters)).toEqual(all.map(() => characters));
    const pages = facts.get('a.pdf')?.pages;
    expect(pages).toBeGreaterThan(1);
    // Our own document was never laid out, and RTF does not tell.
    expect(all.map((each) => each?.pages)).toEqual([
      undefined,
      pages,
      pages,
      pages,
      undefined,
      pages,
    ]);
    expect(facts.get('a.pdf')?.created).toMatch(/^\d{4}-\d\d-\d\d$/);
  }, 600_000);

  test('makes presentations and workbooks of every form', async () => {
    const root = folderOf({ 'a.fodp': SLIDES, 'b.xlsx': await xlsxOf('表', [['姓名 name', 1]]) });
    for (const form of ['pptx', 'ppt']) convert(root, form, ['a.fodp']);
    convert(root, 'ods', ['b.xlsx']);
    convert(root, 'xlsx', ['b.ods'], join(root, 'again'));
    const facts = new Map([...(await factsIn(root)), ...(await factsIn(join(root, 'again')))]);
    for (const name of ['a.pptx', 'a.ppt']) {
      expect(facts.get(name)).toMatchObject({ pages: 2, created: '2020-03-12' });
    }
    expect(facts.get('a.pptx')).toMatchObject({ characters: 20 });
    expect(facts.get('b.xlsx')).toMatchObject({ characters: 6, pages: undefined });
  }, 600_000);
});

const PICTURE = jpegOf({ columns: 8, rows: 8, color: () => [9, 9, 9] });

describe.runIf(runsHere('convert', '-version'))('ImageMagick', () => {
  test('keeps the moment when a photo was taken, in forms that have a place for it', async () => {
    const root = folderOf({ 'a.jpg': jpegWith(exifOf('2020:03:12 08:30:00'), PICTURE) });
    for (const name of ['b.jpg', 'b.png', 'b.webp']) {
      execFileSync('convert', [join(root, 'a.jpg'), join(root, name)]);
    }
    const facts = await factsIn(root);
    expect([...facts.values()].map(({ taken }) => taken)).toEqual(
      Array.from({ length: 4 }, () => '2020-03-12'),
    );
  });

  test('makes pictures of every form, of which each is a page', async () => {
    const root = folderOf({});
    const forms = [
      ...['a.jpg', 'a.png', 'a.gif', 'a.bmp', 'a.webp', 'a.tif', 'a.heic', 'a.avif'],
      ...['bmp2:b.bmp', 'bmp3:c.bmp', 'png8:b.png'],
    ];
    const run = (...words: readonly string[]) => spawnSync('convert', words, { cwd: root });
    for (const form of forms) run('-size', '35x21', 'gradient:red-blue', form);
    run('-size', '35x21', 'gradient:red-blue', '-define', 'webp:lossless=true', 'b.webp');
    run('-size', '35x21', 'gradient:red-blue', '-interlace', 'Plane', 'b.jpg');
    run('-size', '35x21', 'xc:red', 'xc:green', 'xc:blue', 'pages.tif');
    run('-size', '35x21', 'xc:red', 'xc:green', 'many.gif');
    const facts = await factsIn(root);
    expect(facts.size).toBeGreaterThan(10);
    for (const [name, { pages }] of facts) {
      expect({ name, pages }).toEqual({ name, pages: name === 'pages.tif' ? 3 : 1 });
    }
  });
});

describe.runIf(runsHere('ffmpeg', '-version'))('FFmpeg', () => {
  test('a video tells when it was recorded', async () => {
    const root = folderOf({});
    const picture = ['-f', 'lavfi', '-i', 'testsrc=size=64x48:rate=10', '-t', '1'];
    const moment = ['-metadata', 'creation_time=2020-03-12T20:30:00Z'];
    for (const name of ['a.mp4', 'a.mov', 'a.mkv']) {
      execFileSync('ffmpeg', ['-v', 'error', ...picture, ...moment, name], { cwd: root });
    }
    const facts = await factsIn(root);
    expect([...facts.values()].map(({ created }) => created)).toEqual([
      '2020-03-13',
      '2020-03-13',
      '2020-03-13',
    ]);
  });
});
