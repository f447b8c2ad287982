/** `dangan boxes`: which volumes go into which box, and what is printed for them. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { smallArchive, temporaryFolder, treeOf, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { pagesOfPdf } from '../helpers/documents/office-pdf.js';
import { runsHere } from '../helpers/programs.js';
import { faultsBy } from '../helpers/published-schemas.js';

const FILES: Readonly<Record<string, readonly (number | undefined)[]>> = {
  '1 组织领导/1.1 领导机构': [100, 60],
  '1 组织领导/1.2 工作制度': [300],
  '2 志愿服务': [undefined],
};

/** Files whose ledgers tell how many pages they have. */
function archive(settings = '', files = FILES): string {
  const root = smallArchive(settings);
  for (const [folder, pages] of Object.entries(files)) {
    const names = pages.map((_, at) => `0${at + 1}：材料.docx`);
    const entries = pages.map(
      (count, at) =>
        `  - { file: ${names[at] ?? ''}, date: 2019-05-01${count === undefined ? '' : `, pages: ${count}`} }\n`,
    );
    writeTree(root, {
      ...Object.fromEntries(names.map((name, at) => [`档案/${folder}/${name}`, `${folder}${at}`])),
      [`档案/${folder}/ledger.yaml`]: `entries:\n${entries.join('')}`,
    });
  }
  return root;
}

const boxes = (root: string, ...words: readonly string[]) =>
  dangan(['boxes', ...words], { cwd: root });
const PLAN = `共 3 盒（20 毫米的 2 个，40 毫米的 1 个），4 件，460 页（1 件页数不明），
用纸 461 张

第 1 盒  盒脊 20 毫米，装 160 张，占 20 毫米
  1.1 领导机构  2 件 160 页

第 2 盒  盒脊 40 毫米，装 300 张，占 37.5 毫米
  1.2 工作制度  1 件 300 页

第 3 盒  盒脊 20 毫米，装 1 张，占 0.2 毫米
  2 志愿服务  1 件 0 页（1 件页数不明）
`;

test('the plan tells what goes into which box', () => {
  const { code, out, note } = boxes(archive());
  expect([code, out]).toEqual([0, PLAN]);
  expect(note).toContain('有 1 件不知道页数');
});

test('the plan fits 80 columns, however long an indicator’s name is', () => {
  const root = archive();
  const name =
    '成立工作领导小组，主要负责人任组长，明确分管领导、责任科室和具体联络人员，并及时调整';
  const path = join(root, 'criteria.yaml');
  const system = readFileSync(path, 'utf8');
  writeFileSync(path, system.replace('name: 工作制度', `name: ${name}, folder: 工作制度`));
  const { out } = dangan(['boxes'], { cwd: root, environment: { COLUMNS: '80' } });
  expect(out.replace(/\s+/g, '')).toContain(`1.2${name}1件300页`);
  expect(out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
});

test('the settings tell which boxes there are', () => {
  const { out } = boxes(archive('boxes: { widths: 50, together: true }\n'));
  expect(out).toContain('共 2 盒（50 毫米的 2 个）');
});

test('the command line is asked before the settings', () => {
  const root = archive('boxes: { widths: 50, together: true }\n');
  expect(boxes(root, '--widths', '30，20', '--double-sided').out).toContain('30 毫米的 1 个');
});

test('a volume larger than a box is divided, and that is said', () => {
  const files = { '2 志愿服务': [150, 150, 150] };
  expect(boxes(archive('', files), '--widths', '40').out).toContain(
    '2 志愿服务  2 件 300 页，第 1 件到第 2 件（分装 2 盒中的第 1 盒）',
  );
});

test('an archive without files has nothing for boxes', () => {
  expect(boxes(smallArchive())).toMatchObject({ code: 0, out: '没有可以装盒的材料\n' });
});

test('sheets are written, and nothing else is', () => {
  const root = archive();
  const before = treeOf(root);
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  const words = ['--spines', at('脊.pdf'), '--faces', at('面.pdf'), '--notes', at('备考表.docx')];
  const { code, out, note } = boxes(root, ...words);
  expect([code, out.split('\n').length]).toEqual([0, 4]);
  expect(note).toContain('A4 纸放不下');
  expect(readdirSync(folder).sort()).toEqual(['备考表.docx', '脊.pdf', '面.pdf'].sort());
  expect(treeOf(root).filter((path) => !path.startsWith('.dangan/'))).toEqual(before);
});

test('the same archive gives the same sheets', () => {
  const root = archive();
  const [first, second] = ['a', 'b'].map((name) => {
    const path = join(temporaryFolder(), `${name}.pdf`);
    boxes(root, '--spines', path);
    return readFileSync(path);
  });
  expect(first && second && Buffer.compare(first, second)).toBe(0);
});

test.runIf(runsHere('pdftotext', '-v'))('one box alone keeps its number', () => {
  const path = join(temporaryFolder(), '面.pdf');
  boxes(archive(), '--box', '2', '--faces', path);
  expect(pagesOfPdf(path).map((page) => /第\s*(\d+)\s*盒/u.exec(page)?.[1])).toEqual(['2']);
});

test('several boxes are named, or from one to another', () => {
  const numbers = (asked: string) =>
    (
      JSON.parse(boxes(archive(), '--box', asked, '--format', 'json').out) as {
        boxes: { number: number }[];
      }
    ).boxes.map(({ number }) => number);
  expect([numbers('1,3'), numbers('2-3'), numbers('1、2')]).toEqual([
    [1, 3],
    [2, 3],
    [1, 2],
  ]);
});

describe('refused:', () => {
  test.each([
    ['a width that no box has', ['--widths', '5']],
    ['no width at all', ['--widths', ',']],
    ['so many sheets', ['--sheets-per-mm', '0']],
    ['a box that there is not', ['--box', '9']],
    ['boxes from the end', ['--box', '3-1']],
    ['labels in Word', ['--spines', 'a.docx']],
    ['notes as a sheet', ['--notes', 'a.xlsx']],
    ['one file for two kinds of sheets', ['--spines', 'a.pdf', '--notes', 'A.pdf']],
    ['other paper', ['--paper', 'B5']],
  ])('%s', (_, words) => {
    expect(boxes(archive(), ...words).code).toBe(2);
  });

  test('a file that is there, until it is to be replaced', () => {
    const [root, path] = [archive(), join(temporaryFolder(), '脊.pdf')];
    writeFileSync(path, '甲');
    expect(boxes(root, '--spines', path).code).not.toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('甲');
    expect(boxes(root, '--spines', path, '--force').code).toBe(0);
    expect(readFileSync(path, 'latin1').startsWith('%PDF')).toBe(true);
  });

  test('sheets among the evidence', () => {
    const root = archive();
    const path = join(root, '档案/2 志愿服务/脊.pdf');
    expect([boxes(root, '--spines', path).code === 0, existsSync(path)]).toEqual([false, false]);
  });
});

test.each([
  ['the plan', []],
  ['a plan with a divided volume', ['--widths', '20']],
  ['a refusal', ['--box', '9']],
])('%s for programs follows its schema', (_, words) => {
  const { out } = boxes(archive(), '--format', 'json', ...words);
  expect(faultsBy('boxes', JSON.parse(out))).toEqual([]);
});

test('it says the same in English', () => {
  expect(boxes(archive(), '--lang', 'en').out).toContain(
    'Box 1  spine 20 mm, 160 sheets in 20 mm\n  1.1 领导机构  2 files, 160 pages\n',
  );
});
