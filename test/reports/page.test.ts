/** The page of a check: as HTML is to be written, as a browser shows it, and on paper. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { inBrowser, printByBrowser } from '../helpers/browser.js';
import { pagesOfPdf } from '../helpers/documents/office-pdf.js';
import { ownRuleOf } from '../helpers/own-rule.js';
import { findingOf, outcomeOf, RENDER, speech, twoLeaves } from '../helpers/outcome-of.js';
import { runsHere } from '../helpers/programs.js';
import { HOSTILE } from './hostile.js';

const folder = '档案/1 组织领导/1.1 领导机构';
const outcome = outcomeOf({
  archive: twoLeaves(...HOSTILE),
  findings: HOSTILE.map((name) =>
    findingOf(name, { file: `${folder}/${name}`, rule: 'name-pattern' }),
  ),
  waived: [{ finding: findingOf('已豁免'), by: { kind: 'waiver', reason: HOSTILE.join(' ') } }],
  ok: false,
});
const words = speech('zh-CN');
const page = RENDER.html(outcome, words);

describe.runIf(runsHere('tidy', '-version'))('by the reader of the W3C', () => {
  test.each(['zh-CN', 'en'] as const)('nothing is to be said about it, in %s', (language) => {
    for (const each of [outcome, outcomeOf({})]) {
      const { stderr } = spawnSync('tidy', ['-q', '-e', '-utf8'], {
        input: RENDER.html(each, speech(language)),
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
    }
  });
});

test('of a rule of the unit’s own it tells what is declared', () => {
  const own = [ownRuleOf('own-plans', '{ title: 甲, count: 1, of: [方案, 图片], do: 补上 <i> }')];
  const findings = [findingOf('计划', { rule: 'own-plans' })];
  expect(RENDER.html(outcomeOf({ findings, own, ok: false }), words)).toContain(
    '<p>对全部材料，要求：</p><ul><li>每个末级指标下正好 1 份</li><li>每个末级指标下要有方案、图片</li></ul>' +
      '<p>怎么办：补上 &lt;i&gt;</p>',
  );
});

test('it asks for nothing from elsewhere, and runs nothing', () => {
  const plain = RENDER.html(outcomeOf({ findings: [findingOf('计划')], ok: false }), words);
  expect(plain).not.toMatch(/<(?:script|link|img|iframe)|\son\w+=|url\(|@import|https?:/i);
});

describe.runIf(runsHere('chromium', '--version') && runsHere('pdfinfo', '-v'))(
  'in a browser',
  () => {
    test('it is no wider than a phone, and A4 on paper', () => {
      const root = temporaryFolder();
      const file = join(root, 'check.html');
      // The page itself runs nothing; this asks the browser how wide it has become.
      const probe = `<script>document.title = document.documentElement.scrollWidth <= innerWidth ? 'fits' : 'too wide'</script>`;
      writeFileSync(file, page.replace('</body>', `${probe}</body>`));
      expect(inBrowser(file, '--window-size=500,900', '--dump-dom')).toContain(
        '<title>fits</title>',
      );
      const pdf = join(root, 'check.pdf');
      printByBrowser(file, pdf);
      expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      const { stdout } = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' });
      expect(stdout).toMatch(/Page size: +59[45](?:\.\d+)? x 84[12](?:\.\d+)? pts \(A4\)/);
      const pages = pagesOfPdf(pdf, '-raw');
      expect(pages.map((each) => each.split('\n')[0])).toEqual(
        pages.map((_, at) => `${at + 1} / ${pages.length}`),
      );
    });
  },
);
