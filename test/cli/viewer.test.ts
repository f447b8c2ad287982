import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
