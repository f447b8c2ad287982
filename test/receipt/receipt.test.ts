import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeText, type ReceiptFacts } from '../../src/core/bundle/receipt.js';
import { messagesIn } from '../../src/messages/index.js';
import { codeOf, codePng } from '../../src/report/receipt/code.js';
import { receiptDocx } from '../../src/report/receipt/docx.js';
import { receiptHtml } from '../../src/report/receipt/html.js';
import { formOf } from '../../src/report/receipt/layout.js';
import {
  bagOf,
  digestOf,
  folderWith,
  lacking,
  notices,
  temporary,
  zipOf,
} from '../helpers/bags.js';
import { printByBrowser } from '../helpers/browser.js';
import { dangan } from '../helpers/cli.js';
import { printByOffice } from '../helpers/documents/office-pdf.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { runsHere } from '../helpers/programs.js';

const facts: ReceiptFacts = {
  name: '县水利局-2026-1a2b3c4d',
  unit: '县水利局',
  about: '市级文明单位测评标准 2020年版',
  issuer: '市文明办',
  period: '2018-01-01/2020-12-31',
  packed: '2026-03-01',
  bagCount: '',
  version: '1.0',
  items: 326,
  ledgers: 12,
  bytes: 2_345_678_901,
  software: 'dangan 0.1.0',
  kind: 'zip',
  file: { name: '迎检包.zip', sizeBytes: 2_345_700_000, sha256: digestOf('sha256', 'zip') },
  signature: { is: 'valid', key: 'FEDCBA9876543210' },
  digest: digestOf('sha256', 'tags'),
};
const UNSIGNED = expect.stringMatching(/^包里没有签名：.*\n$/) as string;
const zip = { name: `${'长'.repeat(200)}.zip`, sizeBytes: 9e15, sha256: facts.digest ?? '' };
/** Everything as long as a sender can make it. */
const longest: ReceiptFacts = {
  ...facts,
  name: '包'.repeat(3000),
  unit: '国家税务总局'.repeat(50),
  about: '标准'.repeat(300),
  issuer: '办公室'.repeat(100),
  period: '2018-01-01/2020-12-31 '.repeat(40),
  packed: '2026-03-01'.repeat(30),
  bagCount: '999 of 999'.repeat(30),
  items: 999_999_999,
  ledgers: 999_999_999,
  bytes: 9e15,
  software: 'W'.repeat(600),
  file: zip,
};

const zh = messagesIn('zh-CN');
const html = (of = facts, say = zh) => receiptHtml(formOf(of, say), codeOf(codeText(of)), 'zh-CN');
const docx = (of = facts, say = zh) => receiptDocx(formOf(of, say), codeOf(codeText(of)));
const receipt = (bundle: string, output: string) => dangan(['receipt', bundle, '-o', output]);
const folder = (name: string) => {
  const path = join(temporary(), name);
  mkdirSync(path);
  return path;
};

test('the form tells what was measured, and leaves the rest to people', () => {
  const words = formOf(facts, zh).rows.map(({ cells }) =>
    cells.map(({ lines }) => lines.join(' ')),
  );
  expect(words).toMatchObject([
    ['交接工作名称', '县水利局 迎检材料移交（县水利局-2026-1a2b3c4d）'],
    [
      '内容描述',
      '对应测评体系：市级文明单位测评标准 2020年版（市文明办） 材料所属期间：2018-01-01 至 2020-12-31 BagIt 1.0 压缩包（zip），2026-03-01 打包，签名有效（公钥 FEDCBA9876543210）',
    ],
    [
      '移交电子档案数量',
      '326 件（另有台账 12 个）',
      '移交数据量',
      '2.346 GB （2,345,678,901 字节）',
    ],
    ['载体起止顺序号', '', '载体类型、规格', ''],
    ['检验内容', '移交单位：县水利局', '接收单位：'],
    ['准确性检验', '', ''],
    ['完整性检验', '', ''],
    ['可用性检验', '', ''],
    ['安全性检验', '', ''],
    ['载体外观检验', '', ''],
    ['数字摘要', expect.stringContaining('迎检包.zip（2,345,700,000 字节）') as string, ''],
    ['填表人（签名）', '年　　月　　日', '年　　月　　日'],
    ['审核人（签名）', '年　　月　　日', '年　　月　　日'],
    ['单位（印章）', '年　　月　　日', '年　　月　　日'],
  ]);
});

test('less than a gigabyte is told in megabytes', () => {
  expect(html({ ...facts, bytes: 1_219 })).toContain('0.001 MB');
});

test('the digest of the zip and that of its lists stand there in groups of four', () => {
  const groups = (digest: string) => digest.replace(/.{4}(?=.)/g, '$& ');
  const page = html()
    .replaceAll(/<\/?code>/g, '')
    .replaceAll('<br>', ' ');
  expect(page).toContain(groups(facts.file?.sha256 ?? ''));
  expect(page).toContain(groups(facts.digest ?? ''));
});

test('what a sender writes is shown, not obeyed', () => {
  expect(html({ ...facts, unit: '<script>x' })).not.toContain('<script>');
  expect(Buffer.from(docx({ ...facts, unit: '<w:p>&' })).length).toBeGreaterThan(1000);
});

test('the same bundle gives the same form', () => {
  expect(Buffer.from(docx()).equals(Buffer.from(docx()))).toBe(true);
});

test.each(['form.html', 'form.docx'])('a bundle that holds gets %s', (name) => {
  const path = join(temporary(), name);
  expect(receipt(zipOf(ourBundle(notices)), path)).toMatchObject({ code: 0, note: UNSIGNED });
  expect(existsSync(path)).toBe(true);
});

test('without -o it goes to the working folder, under the name of the bundle', () => {
  const cwd = folder('here');
  expect(dangan(['receipt', zipOf(ourBundle(notices))], { cwd }).code).toBe(0);
  expect(readdirSync(cwd)).toEqual(['bag-登记表.html']);
});

test('in an archive it is put beside the bundle, and not among what is committed', () => {
  const cwd = temporary();
  writeFileSync(join(cwd, 'dangan.yaml'), 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n');
  const bundle = zipOf(ourBundle(notices));
  expect(dangan(['receipt', bundle], { cwd })).toMatchObject({ code: 0, note: UNSIGNED });
  expect([readdirSync(cwd), existsSync(join(bundle, '..', 'bag-登记表.html'))]).toEqual([
    ['dangan.yaml'],
    true,
  ]);
});

test('asked for in an archive, it is said what becomes of it', () => {
  const cwd = temporary();
  writeFileSync(join(cwd, 'dangan.yaml'), 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n');
  const { code, note } = dangan(['receipt', zipOf(ourBundle(notices)), '-o', 'a.html'], { cwd });
  expect([code, note]).toEqual([0, expect.stringContaining('用 git 的请移到别处再提交')]);
});

test('a plain bag gets one too', () => {
  const path = join(temporary(), 'form.html');
  expect(receipt(folderWith(bagOf(notices)), path).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toMatch(/3 件[^]*移交单位：某局/);
});

test('a tar is told as one', () => {
  const path = join(temporary(), 'form.html');
  const bag = folderWith(bagOf(notices));
  spawnSync('tar', ['-czf', `${bag}.tar.gz`, '-C', join(bag, '..'), 'bag']);
  expect(receipt(`${bag}.tar.gz`, path).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toContain('压缩包（tar.gz）');
});

test('there is no form for a bundle that does not hold', () => {
  const path = join(temporary(), 'form.html');
  const broken = lacking(ourBundle(notices), 'data/2 活动/01：活动照片.jpg');
  expect(receipt(zipOf(broken), path).code).toBe(1);
  expect(existsSync(path)).toBe(false);
});

test('a form that is there, filled in perhaps, is left alone', () => {
  const path = join(temporary(), 'form.html');
  writeFileSync(path, 'mine');
  expect(receipt(zipOf(ourBundle(notices)), path).code).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe('mine');
});

test('a form is not put into the bundle, which would no longer hold', () => {
  const bag = folderWith(ourBundle(notices));
  expect(receipt(bag, join(bag, 'form.html')).code).toBe(2);
  expect(dangan(['verify', bag]).code).toBe(0);
});

test('it is written as HTML or docx only', () => {
  expect(receipt(zipOf(ourBundle(notices)), join(temporary(), 'form.pdf')).code).toBe(2);
});

const cases = [
  ['usual', 'zh-CN', facts],
  ['usual', 'en', facts],
  ['longest', 'zh-CN', longest],
  ['longest', 'en', longest],
] as const;

const pagesOf = (pdf: string) =>
  /^Pages: +(\d+)/m.exec(spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout)?.[1];

describe.runIf(runsHere('chromium', '--version') && runsHere('pdfinfo', '-v'))('in print', () => {
  test.each(cases)('the page with the %s facts (%s) is one page of A4', (_what, language, of) => {
    const at = join(temporary(), 'form.html');
    writeFileSync(at, html(of, messagesIn(language)));
    printByBrowser(at, `${at}.pdf`);
    expect(pagesOf(`${at}.pdf`)).toBe('1');
  });
});

describe.runIf(runsHere('soffice', '--version') && runsHere('pdfinfo', '-v'))('in Word', () => {
  test('every form is one page', () => {
    const at = temporary();
    const names = cases.map(([what, language, of]) => {
      writeFileSync(join(at, `${what}-${language}.docx`), docx(of, messagesIn(language)));
      return `${what}-${language}`;
    });
    printByOffice(
      at,
      names.map((name) => `${name}.docx`),
    );
    expect(names.map((name) => pagesOf(join(at, `${name}.pdf`)))).toEqual(names.map(() => '1'));
  });
});

describe.runIf(runsHere('zbarimg', '--version'))('a reader of square codes', () => {
  test.each([
    ['usual', facts],
    ['of a folder', { ...facts, kind: 'folder', file: undefined } as const],
    ['longest', longest],
  ])('reads the name and both digests (%s)', (_what, of) => {
    const at = join(temporary(), 'code.png');
    writeFileSync(at, codePng(codeOf(codeText(of))));
    const { stdout } = spawnSync('zbarimg', ['-q', '--raw', at], { encoding: 'utf8' });
    expect(stdout).toBe(`${codeText(of)}\n`);
  });
});
