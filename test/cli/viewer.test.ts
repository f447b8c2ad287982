import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inBrowser, printByBrowser } from '../helpers/browser.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { pagesOfPdf } from '../helpers/documents/office-pdf.js';
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

test('the page has the quarters as people count them, the manifest as manifests are sorted', () => {
  const quarters = ['第一季度', '第二季度', '第三季度', '第四季度'];
  const names = quarters.map((each) => `${LEAF}/2024年${each}学法/01：学法计划.docx`);
  const root = smallArchive(Object.fromEntries(names.map((name) => [name, name])));
  made.push(root);
  const folder = join(root, 'bundle');
  dangan(['pack', root, '--folder', '--allow-errors', '-o', folder]);
  const told = (name: string) =>
    readFileSync(join(folder, name), 'utf8').match(/第.季度(?=学法\/01)/g);
  expect(told('index.html')).toEqual(quarters);
  expect(told('manifest-sha256.txt')).toEqual(quarters.toSorted());
});

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

test.runIf(runsHere('chromium', '--version'))(
  'words are looked for one by one, of the indicator too, and as people type them; it is told that this is not all',
  () => {
    const { page } = opened(
      ['02：志愿者注册率100％名单.docx', '03：志愿活动.docx'],
      '领导 注册 100%',
    );
    const tree = page.slice(page.indexOf('id="tree"'), page.indexOf('<footer'));
    expect(tree.match(/<li>/g)).toHaveLength(1);
    expect(tree.match(/<mark>[^<]*/g)).toEqual([
      '<mark>领导',
      '<mark>领导',
      '<mark>注册',
      '<mark>100％',
    ]);
    expect(page).toContain('只列出搜索“领导 注册 100%”找到的指标和材料，不是全部');
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

const PROVED = `format: dangan/scoring-system@1
title: 测评标准
window: { from: 2020-01-01, to: 2020-12-31 }
indicators:
  - { code: "1", name: 领导机构, evidence: [{ title: 通知, kind: document }, { title: 合影, kind: photo, caption: [人物, 地点] }] }
  - { code: "2", name: 新闻宣传, evidence: [{ title: 报道, kind: [news, link] }] }
  - { code: "3", name: 食堂管理, evidence: [{ title: 制度, kind: rule }] }
  - { code: "4", name: 分工, evidence: [{ title: 分工文件, kind: document }] }
  - { code: "5", name: 公示栏, evidence: [{ title: 照片, kind: photo }] }
`;

test.runIf(runsHere('chromium', '--version'))(
  'the page tells what is no file: addresses, what is kept elsewhere, what does not apply, captions and what was let pass',
  () => {
    const root = smallArchive();
    made.push(root);
    rmSync(join(root, '档案'), { recursive: true });
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    write('dangan.yaml', 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n');
    write('criteria.yaml', PROVED);
    write('档案/1 领导机构/01：成立通知.docx', 'x');
    write('档案/1 领导机构/02：合影.jpg', 'y');
    write(
      '档案/1 领导机构/ledger.yaml',
      'entries:\n  - { file: 01：成立通知.docx, number: "水发[2020]3号", references: ["4"] }\n' +
        '  - { file: 02：合影.jpg, caption: { 地点: 三楼会议室, 人物: 全体 } }\n',
    );
    write(
      '档案/2 新闻宣传/ledger.yaml',
      'entries:\n  - { link: "https://example.org/a", title: 日报报道, date: 2020-06-18 }\n' +
        '  - { link: "javascript:alert(1)", title: 不是网址 }\n',
    );
    write('档案/3 食堂管理/ledger.yaml', 'notApplicable: [{ reason: 没有食堂, by: 王芳 }]\n');
    write(
      'waivers.yaml',
      'waivers: [{ rule: coverage-no-evidence, indicator: "5", reason: 正在改建, owner: 办公室, until: 2020-12-31 }]\n',
    );
    const folder = join(root, 'bundle');
    dangan(['pack', root, '--folder', '--allow-errors', '--today', '2020-12-30', '-o', folder]);
    const page = inBrowser(join(folder, 'index.html'), '--dump-dom');
    const said = saidOn(page);
    expect(said).toMatch(
      /成立通知 水发〔2020〕3号 docx 1 B 02 合影 jpg 1 B 人物：全体；地点：三楼会议室/,
    );
    expect(said).toMatch(/2 新闻宣传 别处 2 件.*网址 日报报道 2020-06-18 https:\/\/example.org\/a/);
    expect(said).toMatch(/3 食堂管理 不适用.*不适用：没有食堂 王芳/);
    expect(said).toMatch(/4 分工 别处 1 件.*共用 成立通知 存于 1/);
    expect(said).toMatch(/5 公示栏 暂无材料/);
    expect(said).toMatch(
      /要材料的末级指标 4 个，其中 3 个有材料，1 个暂无材料；.*另有 1 个说明了不适用/,
    );
    expect(said).toMatch(
      /1 个经说明不计入 .*不计入 5 .*正在改建，负责人 办公室，到 2020-12-31 为止/,
    );
    expect(page).toContain('href="https://example.org/a"');
    expect(page).not.toContain('href="javascript:');
    printByBrowser(join(folder, 'index.html'), join(root, 'index.pdf'));
    expect(pagesOfPdf(join(root, 'index.pdf'), '-raw').join('')).toMatch(
      /^1 \/ 2\n[^]*正在改建[^]*2 \/ 2\n/,
    );
  },
);

const SAFE = `format: dangan/scoring-system@1
title: 平安单位测评细则
window: { from: 2024-01-01, to: 2026-12-31 }
indicators:
  - { code: "1.1", name: 领导机构, points: 3, evidence: [{ id: group, title: 领导小组文件, kind: document }] }
  - { code: "1.2", name: 责任分工, points: 2, evidence: [{ title: 分工, kind: document, see: 1.1#group }] }
  - { code: "1.3", name: 经费, points: 2, evidence: [{ title: 经费, see: "1.4#budget" }] }
  - { code: "1.4", name: 预算, points: 2, evidence: [{ id: budget, title: 经费预算, kind: form }] }
bonus:
  - { code: 加1, name: 见义勇为, points: 2, evidence: [{ title: 证书, kind: certificate, optional: true }] }
  - { code: 加2, name: 创新经验, points: 2, evidence: [{ title: 经验材料, kind: report }] }
  - { code: 加3, name: 上级表彰, points: 2 }
vetoes:
  - { code: 否1, text: 发生重大刑事案件, effect: disqualify, evidence: [{ title: 公安机关证明, kind: statement, shows: [公章] }] }
  - { code: 否2, text: 发生较大事故, effect: disqualify, evidence: [{ title: 安监部门证明, kind: statement }] }
`;

describe('of a bundle with vetoes, a bonus and evidence that is shared', () => {
  const root = smallArchive();
  const proof = '02：公安局出具的无重大刑事案件证明.docx';
  const folder = join(root, 'bundle');
  beforeAll(() => {
    made.push(root);
    rmSync(join(root, '档案'), { recursive: true });
    const home = join(root, '档案/1.1 领导机构');
    mkdirSync(home, { recursive: true });
    writeFileSync(join(root, 'dangan.yaml'), 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n');
    writeFileSync(join(root, 'criteria.yaml'), SAFE);
    writeFileSync(join(home, '01：领导小组文件.docx'), 'x');
    writeFileSync(join(home, proof), 'y');
    const entry = `{ file: ${proof}, date: 2026-01-08, requirements: [公安机关证明] }`;
    writeFileSync(join(home, 'ledger.yaml'), `entries: [${entry}]\n`);
    dangan(['pack', root, '--folder', '--allow-errors', '--today', '2026-11-24', '-o', folder]);
  });

  test('verify tells under the vetoes where their proof is, and which is not in the bundle', () => {
    const { out } = dangan(['verify', folder]);
    expect(out).toContain(
      `  一票否决 2 项：有没有发生，材料里看不出，请逐项核实。
    否1 的证明“公安机关证明”：
      data/1.1 领导机构/${proof}
    否2 的证明“安监部门证明”：包里没有
`,
    );
    const { out: json } = dangan(['verify', folder, '--format', 'json']);
    expect(JSON.parse(json)).toMatchObject({
      coverage: {
        requirements: {
          proofs: [
            { veto: '否1', title: '公安机关证明', evidence: [`data/1.1 领导机构/${proof}`] },
            { veto: '否2', title: '安监部门证明', evidence: [] },
          ],
        },
      },
    });
    expect(faultsBy('verify', JSON.parse(json))).toEqual([]);
  });

  describe.runIf(runsHere('chromium', '--version'))('the page', () => {
    let page = '';
    let said = '';
    beforeAll(() => {
      page = inBrowser(join(folder, 'index.html'), '--dump-dom');
      said = saidOn(page);
    });

    test('leads from a veto to its proof, and tells that there is none', () => {
      expect(said).toMatch(
        /一票否决 否1 发生重大刑事案件：取消资格 要求材料：公安机关证明（书面说明）：至少 1 份，看得到公章 证明 公安局出具的无重大刑事案件证明 存于 1.1 否2 .* 缺证明 安监部门证明/,
      );
      const vetoes = page.slice(page.indexOf('id="vetoes"'));
      const [, address = ''] = /<a href="([^"]*)"/.exec(vetoes) ?? [];
      expect(existsSync(fileURLToPath(new URL(address, pathToFileURL(`${folder}/`))))).toBe(true);
    });

    test('tells beside the file of which veto it is the proof', () => {
      expect(said).toMatch(/02 公安局出具的无重大刑事案件证明 否1 的证明 2026-01-08 docx/);
    });

    test('does not miss what nobody has to hand in', () => {
      expect(said).toMatch(/加1 见义勇为 2 分 不必有/);
      expect(said).toMatch(/加2 创新经验 2 分 不必有.*加3 上级表彰 2 分 不必有/);
      expect(said).toMatch(
        /要材料的末级指标 3 个，其中 2 个有材料，1 个暂无材料；.*另有 3 个不必有材料。另有 1 个与别的指标共用材料。/,
      );
    });

    test('calls what is shared by its title and its indicator, and leads to it', () => {
      expect(said).toMatch(/分工（正式文件）：至少 1 份，与 1.1 领导机构 的“领导小组文件”共用/);
      expect(said).toMatch(/1.2 责任分工 2 分 别处 1 件.* 共用 领导小组文件 存于 1.1/);
      expect(said).toMatch(/1.3 经费 2 分 共用 .*与 1.4 预算 的“经费预算”共用/);
    });
  });
});
