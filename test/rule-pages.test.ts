/**
 * The page of every rule says what the messages say, in both languages, and its examples are run: nothing is found
 * in those in order, something in each that is out of order.
 *
 * An example of an archive is a `tree` block:
 *
 *     # system: 1.1 领导机构
 *     # settings: naming.digits = 3
 *     1.1 领导机构/
 *       01：通知.docx
 *       快捷方式 -> ../别处
 *       "01：caf\u00e9.pdf"
 *
 * - Below the evidence root, two spaces for each level. A name with `/` at its end is a folder, one with ` -> ` a
 *   symbolic link, anything else a file. A name in double quotes is a JSON string, for what cannot be seen.
 * - The folders drawn are the scoring system's indicators, those with no folder in them its leaf indicators.
 *   `# system:` lines, one for each leaf indicator's path, say otherwise.
 * - Lines that begin with `#| ` are the scoring system instead, under its head; `# today:` is the day of the check,
 *   and `# veto: 1 = yes` what scores.yaml says of a veto.
 * - Lines below `ledger.yaml` that begin with `| ` are what is in it.
 * - `# scores:`, `# waivers:` and `# baseline:` lines are entries of `scores.yaml` and the like, one each.
 * - `# footer:` lines tell what was found on the right of the footers of a document, by its path.
 * - What a file really is stands behind its name: `01：通知.doc = docx encrypted 60MB #a`, its format, marks and size;
 *   those with the same word behind `#` hold the same.
 * - `# settings:` lines set a value of dangan.yaml by its path.
 *
 * An example of a scoring system is a `yaml` block, the whole file; see system-rule-pages.test.ts.
 */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULE_IDS } from '../src/core/rules/ids.js';
import { ARCHIVE_RULES } from '../src/core/rules/index.js';
import { archiveFromTree } from './helpers/archive-of.js';
import { headingsOf, pagePath, readPage } from './helpers/rule-page.js';

describe.each(ARCHIVE_RULES)('the page of $id', (rule) => {
  const page = readPage(rule.id);
  const found = (text: string) => [...rule.check(archiveFromTree(text))].length;

  test('has its parts, and the titles of the messages', () => {
    expect(page.headings).toEqual(headingsOf(rule.id));
  });

  test('has examples of both', () => {
    expect(page.inOrder.length * page.outOfOrder.length).toBeGreaterThan(0);
  });

  test.each(page.inOrder)('in order:\n$text', ({ text }) => {
    expect(found(text)).toBe(0);
  });

  test.each(page.outOfOrder)('out of order:\n$text', ({ text }) => {
    expect(found(text)).toBeGreaterThan(0);
  });
});

test.each(RULE_IDS)('%s has its test beside its page', (id) => {
  expect(existsSync(new URL(`${id}.test.ts`, pagePath(id)))).toBe(true);
});
