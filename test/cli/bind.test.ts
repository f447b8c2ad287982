/** `dangan bind`: what is filed for an indicator, as one PDF. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docxOf } from '../../src/io/samples/office.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { smallArchive, temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { runsHere } from '../helpers/programs.js';
import { faultsBy } from '../helpers/published-schemas.js';

const FOLDER = '档案/1 组织领导/1.1 领导机构';
/** A program that converts nothing. */
const BROKEN_OFFICE = { environment: { DANGAN_SOFFICE: process.execPath } };

async function archive(): Promise<string> {
  const root = smallArchive();
  writeTree(root, {
    [`${FOLDER}/01：创建文件.pdf`]: pdfOf([['甲一'], ['甲二']]),
    [`${FOLDER}/02：会议纪要.docx`]: await docxOf('会议纪要', ['内容']),
    '档案/1 组织领导/1.2 工作制度/01：制度.pdf': pdfOf([['乙一']]),
    [`${FOLDER}/ledger.yaml`]: 'entries:\n  - { link: https://example.org/a, title: 专栏 }\n',
  });
  return root;
}

const textOf = (file: string) => execFileSync('pdftotext', ['-layout', file, '-']).toString();

describe.runIf(runsHere('pdftotext', '-v') && runsHere('soffice', '--version'))('bound', () => {
  test('the documents of an indicator, those of Word printed by LibreOffice', async () => {
    const root = await archive();
    const { code, out, note } = dangan(['bind', '--indicator', '1.1', '-o', '1.1.pdf'], {
      cwd: root,
    });
    expect([code, out]).toEqual([0, '1.1.pdf：3 件，4 页\n']);
    expect(note).toContain('https://example.org/a');
    const pages = textOf(join(root, '1.1.pdf')).split('\f');
    expect(pages.slice(2, 6).map((page) => page.trim().split(/\s+/).slice(0, 2))).toEqual([
      ['1', '甲一'],
      ['2', '甲二'],
      ['3', '会议纪要'],
      ['4', '专栏'],
    ]);
  });

  test('the pages of what nobody had counted are told, and kept in the ledger when asked for', async () => {
    const root = await archive();
    const bound = (...words: string[]) =>
      dangan(['bind', '--indicator', '1.1', '-o', '1.1.pdf', '--force', ...words], { cwd: root });
    const ledger = () => readFileSync(join(root, FOLDER, 'ledger.yaml'), 'utf8');
    const before = ledger();
    expect(bound().note).toContain('有 1 份材料原来不知道页数，这次数出来了');
    expect(ledger()).toBe(before);
    expect(bound('--record-pages').out).toMatch(/已把 1 份材料的页数记入台账\n.*dangan undo/);
    expect(ledger()).toMatch(/link: https:[^]*file: 02：会议纪要.docx\n +pages: 1\n/);
    const listed = dangan(['catalogue', '--indicator', '1.1', '-o', '1.1.csv'], { cwd: root });
    expect(listed.note).not.toContain('不知道页数');
    const json = JSON.parse(bound('--record-pages', '--format', 'json').out) as object;
    expect(json).toMatchObject({ counted: [], entry: null });
    expect(dangan(['undo'], { cwd: root }).code).toBe(0);
    expect(ledger()).toBe(before);
  });

  test('nothing but the file is left behind', async () => {
    const root = await archive();
    const target = join(temporaryFolder(), 'a.pdf');
    dangan(['bind', root, '--indicator', '1.1', '-o', target]);
    expect(readdirSync(join(root, '.dangan')).filter((name) => name !== 'cache')).toEqual([
      '.gitignore',
    ]);
  });
});

test('what LibreOffice cannot print has a page that says which file to open', async () => {
  const root = await archive();
  const { code, note } = dangan(['bind', '--indicator', '1.1', '-o', '1.1.pdf'], {
    cwd: root,
    ...BROKEN_OFFICE,
  });
  expect([code, note]).toEqual([
    0,
    expect.stringMatching(/LibreOffice.*\n +档案.*02：会议纪要.docx/),
  ]);
});

test('all indicators below one are bound together', async () => {
  const root = await archive();
  const { out } = dangan(['bind', '--indicator', '1', '-o', '1.pdf', '--format', 'json'], {
    cwd: root,
    ...BROKEN_OFFICE,
  });
  const result: unknown = JSON.parse(out);
  expect(faultsBy('bind', result)).toEqual([]);
  expect(result).toMatchObject({ ok: true, items: 4, pages: 5 });
});

test('where there is no evidence nothing is written', async () => {
  const root = await archive();
  const { code, out } = dangan(['bind', '--indicator', '2', '-o', '2.pdf'], { cwd: root });
  expect([code, existsSync(join(root, '2.pdf'))]).toEqual([1, false]);
  expect(out).toContain('还没有材料');
});

test.each([
  ['no indicator', ['-o', 'a.pdf'], '--indicator'],
  ['no file', ['--indicator', '1.1'], '-o'],
  ['another kind of file', ['--indicator', '1.1', '-o', 'a.docx'], '.pdf'],
  ['an indicator that there is not', ['--indicator', '9.9', '-o', 'a.pdf'], '9.9'],
  ['a day that there is not', ['--indicator', '1', '-o', 'a.pdf', '--today', '2020-02-30'], '2020'],
  ['a place among the evidence', ['--indicator', '1.1', '-o', `${FOLDER}/a.pdf`], '档案'],
])('%s is refused', async (_, words, said) => {
  const root = await archive();
  const { code, note } = dangan(['bind', ...words], { cwd: root });
  expect([code, note]).toEqual([2, expect.stringContaining(said)]);
});

test('a file that is there is replaced only when that is asked for', async () => {
  const root = await archive();
  writeFileSync(join(root, 'a.pdf'), 'mine');
  const words = ['bind', '--indicator', '1.2', '-o', 'a.pdf'];
  expect(dangan(words, { cwd: root }).code).toBe(2);
  expect(readFileSync(join(root, 'a.pdf'), 'utf8')).toBe('mine');
  expect(dangan([...words, '--force'], { cwd: root }).code).toBe(0);
});
