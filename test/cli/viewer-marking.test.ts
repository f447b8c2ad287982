/** An inspector scores on the page of a bundle, saves a review, and goes on with it. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ViewerReview } from '../../src/report/viewer-review.js';
import { dangan } from '../helpers/cli.js';
import { DrivenBrowser } from '../helpers/driven-browser.js';
import { pagesOfPdf } from '../helpers/documents/office-pdf.js';
import { runsHere } from '../helpers/programs.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { smallArchive } from '../helpers/small-archive.js';

const SYSTEM = `format: dangan/scoring-system@1
title: 市级文明单位测评标准
total: 10
window: { from: 2018-01-01, to: 2020-12-31 }
indicators:
  - code: "1"
    name: 组织领导
    points: 6
    children:
      - { code: "1.1", name: 领导机构, points: 4, evidence: [{ title: 通知, kind: document }] }
      - { code: "1.2", name: 工作制度, points: 2, evidence: [{ title: 制度, kind: rule }] }
  - code: "2"
    name: 宣传教育
    points: 4
    children:
      - { code: "2.1", name: 宣传, evidence: [{ title: 报道, kind: news }] }
      - { code: "2.2", name: 教育, evidence: [{ title: 计划, kind: plan }] }
bonus: [{ code: 加1, name: 受表彰, evidence: [{ title: 文件, kind: document }] }]
vetoes: [{ code: 否1, text: 发生重大事故, effect: disqualify }]
`;

const GRADED = `format: dangan/scoring-system@1
title: 测评标准
grades: { A: 100%, B: 66%, C: 33% }
indicators:
  - { code: "1", name: 领导机构, points: 5, evidence: [{ title: 通知, kind: document }] }
  - { code: "2", name: 工作制度, points: 3, evidence: [{ title: 制度, kind: rule }] }
`;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

interface Made {
  readonly root: string;
  readonly bundle: string;
  readonly page: string;
}

function packed(system: string, files: Readonly<Record<string, string | Buffer>> = {}): Made {
  const root = smallArchive();
  made.push(root);
  rmSync(join(root, '档案'), { recursive: true });
  for (const [path, text] of Object.entries({ 'criteria.yaml': system, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  dangan(['scaffold', root]);
  return packAgain(root, 'bundle');
}

function packAgain(root: string, name: string): Made {
  const bundle = join(root, name);
  dangan(['pack', root, '--folder', '--allow-errors', '--today', '2020-12-30', '-o', bundle]);
  return { root, bundle, page: join(bundle, 'index.html') };
}

/** The data that the page has in it. */
function dataOf(page: string): { readonly review: ViewerReview } {
  const [, text = ''] =
    /<script id="data"[^>]*>([^]*?)<\/script>/.exec(readFileSync(page, 'utf8')) ?? [];
  return (JSON.parse(text) as { head: { review: ViewerReview } }).head;
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

test('of a bundle in parts, each part has its own items, and is known by its own manifest', () => {
  const { root } = packed(SYSTEM, {
    '档案/1 组织领导/1.1 领导机构/01：通知.docx': randomBytes(200_000),
    '档案/2 宣传教育/2.1 宣传/01：报道.docx': randomBytes(200_000),
  });
  const to = join(root, 'parts');
  dangan(['pack', root, '--folder', '--allow-errors', '--max-size', '350KB', '-o', to]);
  const parts = readdirSync(root).filter((name) => /^parts.*包$/.test(name));
  const told = parts.map((name) => {
    const { review } = dataOf(join(root, name, 'index.html'));
    expect(review.manifest).toBe(digestOf(join(root, name, 'manifest-sha256.txt')));
    return review.items.map(({ id }) => id);
  });
  expect(told).toEqual([
    ['1/1.1', '1/1.2'],
    ['2', '加1'],
  ]);
});

test('of what the unit has shown not to apply nobody is asked', () => {
  const { page } = packed(SYSTEM, {
    '档案/1 组织领导/1.2 工作制度/ledger.yaml': 'notApplicable: [{ reason: 没有, by: 王芳 }]\n',
  });
  expect(dataOf(page).review.items.map(({ id }) => id)).toEqual(['1/1.1', '2', '加1']);
});

describe.runIf(runsHere('chromium', '--version'))('scoring on index.html', () => {
  let here: DrivenBrowser;
  let downloads: string;
  beforeEach(async () => {
    downloads = smallArchive();
    made.push(downloads);
    here = await DrivenBrowser.start(downloads);
  });
  afterEach(() => here.end());

  const textOf = (selector: string) =>
    here.valueOf(`document.querySelector('${selector}').textContent`);
  const given = () =>
    here.valueOf(`[...document.querySelectorAll('.sheet .first')].map((each) => each.value)`);
  const saved = async () => {
    const name = await here.saved(() => here.click('#save'));
    const path = join(downloads, name);
    return { name, path, review: JSON.parse(readFileSync(path, 'utf8')) as { on: string } };
  };
  const begin = async (page: string, by: string) => {
    await here.open(page);
    await here.click('#score');
    await here.focus('#by');
    await here.type(by);
    await here.focus('.sheet .first');
  };

  test('who only browses sees nothing of it', async () => {
    const { page } = packed(SYSTEM);
    await here.open(page);
    expect(await here.valueOf(`document.querySelectorAll('.sheet').length`)).toBe(0);
    expect(await here.valueOf('document.body.innerText')).not.toMatch(/测评人|没打分|存测评意见/);
  });

  test('points go from item to item with Enter, and come out as a review of this very evidence', async () => {
    const { page, bundle, root } = packed(SYSTEM);
    await begin(page, '李明');
    await here.click('#lead');
    await here.type('３。５分');
    await here.press('Tab');
    await here.type('缺分工');
    await here.press('Tab');
    await here.type('补上');
    await here.press('Tab');
    await here.type('满');
    await here.press('Enter');
    await here.type('2');
    await here.press('Enter');
    await here.type('1.5');
    await here.press('Enter');
    await here.valueOf(`{
      const veto = document.querySelector('#vetoes select');
      veto.value = 'no';
      veto.dispatchEvent(new Event('change'));
    }`);
    await here.focus('.closing textarea');
    await here.type('总体较好');
    expect(await textOf('#progress')).toBe('已打 4/4 项，合计 7.5 / 10 分，加分 1.5');
    const { name, path, review } = await saved();
    expect(name).toBe(`测评意见 县水利局 李明 ${review.on}.json`);
    expect(faultsBy('review', review)).toEqual([]);
    expect(review).toEqual({
      format: 'dangan/review@1',
      unit: '县水利局',
      system: { title: '市级文明单位测评标准', sha256: digestOf(join(bundle, 'criteria.yaml')) },
      bundle: {
        name: expect.stringMatching(/^县水利局-2020-/) as string,
        date: '2020-12-30',
        manifest: digestOf(join(bundle, 'manifest-sha256.txt')),
      },
      by: '李明',
      lead: true,
      on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      marks: [
        { indicator: '1/1.1', name: '领导机构', points: 3.5, remark: '缺分工', rectify: '补上' },
        { indicator: '1/1.2', name: '工作制度', points: 2 },
        { indicator: '2', name: '宣传教育', points: 2 },
        { indicator: '加1', name: '受表彰', points: 1.5 },
      ],
      vetoes: [{ veto: '否1', text: '发生重大事故', occurred: false }],
      note: '总体较好',
    });
    const added = dangan(['review', 'add', path, '--bundle', bundle, '--write'], { cwd: root });
    expect(added.code).toBe(0);
    expect(added.out).toContain('李明（组长）');
    const shown = dangan(['review', 'show', '--format', 'json'], { cwd: root });
    const { total } = JSON.parse(shown.out) as { total: object };
    expect(total).toMatchObject({ worth: '10', low: '9', high: '9' });
  });

  test('points that cannot be are told and not saved; the first of them has the focus', async () => {
    await begin(packed(SYSTEM).page, '李明');
    await here.type('4');
    await here.press('Enter');
    await here.type('2.5');
    await here.press('Enter');
    await here.type('不好');
    await here.click('#save');
    expect(await textOf('#told')).toBe(
      '没有存：2 项的分不对，请先改：1.2 工作制度 2.5：最多 2 分；2 宣传教育 不好：不是数',
    );
    expect(await here.valueOf('document.activeElement.value')).toBe('2.5');
    await here.type('2');
    await here.press('Enter');
    await here.valueOf('document.activeElement.select()');
    await here.type('0');
    expect((await saved()).review).toMatchObject({
      marks: [{ points: 4 }, { points: 2 }, { indicator: '2', points: 0 }],
    });
  });

  test('without a name, and without anything said, nothing is saved', async () => {
    await here.open(packed(SYSTEM).page);
    await here.click('#score');
    await here.click('#save');
    expect(await textOf('#told')).toBe('没有存：还没有打分，也没有写意见。');
    await here.click('.sheet .all');
    await here.click('#save');
    expect(await textOf('#told')).toBe('没有存：请先填测评人。');
  });

  test('what was typed is there after the page was closed, and can be cleared for somebody else', async () => {
    await begin(packed(SYSTEM).page, '李明');
    await here.type('3');
    await here.reload();
    expect(here.dialogs).toHaveLength(1);
    expect(await given()).toEqual(['3', '', '', '', '']);
    expect(await textOf('#told')).toMatch(/^接着 李明 上次在这台电脑上打的/);
    await here.click('#restart');
    expect(here.dialogs[1]).toBe('这里打的还没有存，清掉重打吗？');
    expect(await given()).toEqual(['', '', '', '', '']);
    await here.reload();
    expect(here.dialogs).toHaveLength(2);
    expect(await here.valueOf(`document.querySelectorAll('.sheet').length`)).toBe(0);
  });

  test('a saved review is gone on with: of this bundle, and of who is scoring', async () => {
    const { root, page } = packed(SYSTEM);
    await begin(page, '李明');
    await here.type('3');
    const { path } = await saved();
    await here.click('#restart');
    await here.focus('#by');
    await here.type('王芳');
    await here.choose('#review-file', path);
    await here.shown('#told', '没有读入：这是 李明 的测评意见，现在是 王芳 在打');
    await here.click('#restart');
    await here.choose('#review-file', path);
    await here.shown('#told', '已读入 李明 打的 1 项。');
    expect(await given()).toEqual(['3', '', '', '', '']);
    writeFileSync(join(root, '档案/1 组织领导/1.1 领导机构/01：通知.docx'), 'x');
    await here.open(packAgain(root, 'later').page);
    await here.click('#score');
    await here.choose('#review-file', path);
    await here.shown(
      '#told',
      /^没有读入：这份测评意见打的(是另一个包“|“.*”与这里的名称相同，材料不同)/,
    );
    await here.choose('#review-file', page);
    await here.shown('#told', '没有读入：“index.html”不是测评意见。');
  });

  test('where the system has grades, grades are given', async () => {
    await begin(packed(GRADED).page, '李明');
    await here.valueOf(`{
      const grade = document.querySelector('.sheet select');
      grade.value = 'B';
      grade.dispatchEvent(new Event('change'));
    }`);
    expect(await textOf('#progress')).toBe('已打 1/2 项，合计 3.3 / 8 分');
    const { review } = await saved();
    expect(faultsBy('review', review)).toEqual([]);
    expect(review).toMatchObject({ marks: [{ indicator: '1', name: '领导机构', grade: 'B' }] });
  });

  test('only what has not been scored can be shown', async () => {
    await begin(packed(SYSTEM).page, '李明');
    await here.type('3');
    await here.click('#open');
    const shown = `[...document.querySelectorAll('#tree .name')].filter((each) => each.offsetParent).map((each) => each.textContent)`;
    expect(await here.valueOf(shown)).toEqual([
      '组织领导',
      '工作制度',
      '宣传教育',
      '宣传',
      '教育',
      '受表彰',
      '一票否决',
    ]);
    expect(await textOf('#partly')).toBe('只列出没打分的指标，不是全部');
  });

  test('it is printed with points and remarks, and with lines to write on where there are none', async () => {
    await begin(packed(SYSTEM).page, '李明');
    await here.type('3.5');
    await here.press('Tab');
    await here.type('缺分工');
    const pdf = join(downloads, 'sheet.pdf');
    await here.print(pdf);
    const text = pagesOfPdf(pdf, '-layout')
      .join('')
      .replaceAll(/[ \n]+/g, ' ');
    expect(text).toMatch(/测评人 李明 □ 组长 已打 1\/4 项/);
    expect(text).toMatch(/得分 3.5 \/ ?4 ?分 扣分原因、意见 缺分工 整改要求/);
    expect(text).toMatch(/发生重大事故.*□ 没有发生 □ 发生 依据.*测评人签字 日期/);
    expect(text).not.toMatch(/满分|存测评意见/);
  });
});
