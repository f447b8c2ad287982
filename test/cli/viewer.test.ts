import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inBrowser } from '../helpers/browser.js';
import { dangan } from '../helpers/cli.js';
import { runsHere } from '../helpers/programs.js';
import { smallArchive } from '../helpers/small-archive.js';

const LEAF = '1 组织领导/1.1 领导机构';
const HOSTILE = [
  '02：<script>document.title=1<／script>.docx',
  '03：<img src=x onerror=document.title=1>.png',
  `04："引号'&amp;.pdf`,
  '05：满意度#98%25?.xlsx',
  '06：🎉庆祝 活动.jpg',
];
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A bundle as a folder, and its page as a browser has it after the script ran, and `search` was typed. */
function opened(files: readonly string[], search?: string): { folder: string; page: string } {
  const root = smallArchive(Object.fromEntries(files.map((name) => [`${LEAF}/${name}`, 'x'])));
  made.push(root);
  const folder = join(root, 'bundle');
  dangan(['pack', root, '--folder', '--allow-errors', '-o', folder]);
  if (search !== undefined) typeInto(join(folder, 'index.html'), search);
  return { folder, page: inBrowser(join(folder, 'index.html'), '--dump-dom') };
}

function typeInto(path: string, search: string): void {
  const script = `<script>{
    const field = document.getElementById('search');
    field.value = ${JSON.stringify(search)};
    field.dispatchEvent(new Event('input'));
    for (const each of document.querySelectorAll('#tree li, #tree section')) {
      if (each.offsetParent === null) each.remove();
    }
  }</script></body>`;
  writeFileSync(path, readFileSync(path, 'utf8').replace('</body>', script));
}

test.runIf(runsHere('chromium', '--version'))(
  'a search shows the files that match, and marks what does',
  () => {
    const { page } = opened(
      ['02：材料1257.docx', '03：材料1258.docx', '../杂项/01：x.docx'],
      '材料1257',
    );
    const tree = page.slice(page.indexOf('id="tree"'), page.indexOf('<footer'));
    expect(tree.match(/<li>/g)).toHaveLength(1);
    expect(tree).toContain('<mark>材料1257</mark>');
  },
);

describe.runIf(runsHere('chromium', '--version'))('index.html in a browser', () => {
  let folder = '';
  let page = '';
  let tree = '';
  beforeAll(() => {
    ({ folder, page } = opened(HOSTILE));
    tree = page.slice(page.indexOf('id="tree"'), page.indexOf('<footer'));
  });

  test('shows every indicator with its points and what is missing', () => {
    expect(tree.replace(/<[^>]+>/g, ' ')).toMatch(
      /1.1\s+领导机构\s+4 分\s+6 件[^]*1.2\s+工作制度\s+2 分\s+暂无材料/,
    );
  });

  test('every file has a link, and every link leads to a file of the bundle', () => {
    const links = [...tree.matchAll(/<a href="([^"]*)"/g)].map(([, address = '']) => address);
    const base = pathToFileURL(`${folder}/`);
    const there = links.map((link) => existsSync(fileURLToPath(new URL(link, base))));
    expect(there).toEqual(Array.from({ length: HOSTILE.length + 1 }, () => true));
  });

  test('names are text whatever is in them', () => {
    expect(tree).not.toMatch(/<(script|img)/);
    expect(page).toContain('<title>市级文明单位测评标准 · 迎检包</title>');
  });

  test('nothing is asked of a network', () => {
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

const MEETINGS = `format: dangan/scoring-system@1
title: 测评标准
edition: 2020年版
window: { from: 2020-01-01, to: 2020-12-31 }
indicators:
  - code: "1"
    name: 会议制度
    points: 4
    evidence:
      - title: 专题会议
        every: half-year
        activity: true
        of: [{ title: 纪要, kind: minutes }, { title: 照片, kind: photo }]
    scoring: { rule: deduct, each: 2, per: missing }
vetoes: [{ code: "1", text: 发生重大事故, effect: disqualify }]
`;

/** What the page says, without what it looks like. */
function saidOn(page: string): string {
  const body = page.slice(page.indexOf('<body'), page.indexOf('<noscript'));
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

test.runIf(runsHere('chromium', '--version'))(
  'the page tells how much is asked for, how it is scored, what the ledger says, and what was not in order',
  () => {
    const root = smallArchive();
    made.push(root);
    const meeting = join(root, '档案/1 会议制度');
    rmSync(join(root, '档案'), { recursive: true });
    mkdirSync(meeting, { recursive: true });
    writeFileSync(join(root, 'dangan.yaml'), 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n');
    writeFileSync(join(root, 'criteria.yaml'), MEETINGS);
    writeFileSync(join(meeting, '01：会议纪要.docx'), 'x');
    writeFileSync(
      join(meeting, 'ledger.yaml'),
      'entries: [{ file: 01：会议纪要.docx, date: 2020-03-12, activity: 一季度专题会, kind: minutes }]\n',
    );
    const folder = join(root, 'bundle');
    dangan(['pack', root, '--folder', '--allow-errors', '--today', '2020-12-31', '-o', folder]);
    const said = saidOn(inBrowser(join(folder, 'index.html'), '--dump-dom'));
    expect(said).toMatch(/专题会议：每半年，一次活动一套 纪要（会议记录）：至少 1 份 照片（图片）/);
    expect(said).toMatch(/计分办法：扣分：每缺一份 2 分/);
    expect(said).toMatch(/会议纪要 一季度专题会 2020-03-12 docx/);
    expect(said).toMatch(/打包时还没有改的：\d 个错误.* 错误 1 “专题会议”.*缺少“照片”/);
    expect(said).toMatch(/一票否决 1 发生重大事故/);
  },
);
