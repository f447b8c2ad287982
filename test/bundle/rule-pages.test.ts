/**
 * The pages of the `bundle-*` rules. A `bag` block is a bag in order of the files that it lists, one a line
 * (`path = text`), and then what happened to it: `- path` was taken out, `+ path = text` was put in; `% key = value`
 * is a key of the BagIt profile that it is judged by. What no bag of
 * plain files can show (zips, links, permissions) stands in a `text` block, and hostile-zips.test.ts runs the like.
 */
import { expect, test } from 'vitest';
import { RULE_IDS } from '../../src/core/rules/ids.js';
import { bagOf, folderWith, lacking, reportOn, type BagContents } from '../helpers/bags.js';
import { declaring, profileWith } from '../helpers/bag-profiles.js';
import { headingsOf, readPage } from '../helpers/rule-page.js';

const pages = RULE_IDS.filter((id) => id.startsWith('bundle-')).map((id) => ({
  id,
  page: readPage(id),
}));
const ofBags = pages.filter(({ page }) => page.outOfOrder[0]?.language === 'bag');

function bagFrom(text: string): BagContents {
  const lines = text.split('\n').filter((line) => line !== '');
  const valueOf = (line: string): [string, string] => {
    const at = line.indexOf(' = ');
    return [line.slice(0, at), line.slice(at + 3)];
  };
  const listed = lines.filter((line) => !/^[-+%] /.test(line)).map(valueOf);
  let bag = bagOf(Object.fromEntries(listed));
  for (const line of lines) {
    if (line.startsWith('- ')) bag = lacking(bag, line.slice(2));
    else if (line.startsWith('+ '))
      bag = { ...bag, ...Object.fromEntries([valueOf(line.slice(2))]) };
  }
  return bag;
}

async function rulesIn(text: string): Promise<Set<string>> {
  const clauses = [...text.matchAll(/^% (\S+) = (.+)$/gm)].map(([, key = '', value = '']) => [
    key,
    JSON.parse(value) as unknown,
  ]);
  const profile =
    clauses.length === 0 ? undefined : profileWith(Object.fromEntries(clauses) as object);
  const bag = bagFrom(text);
  const { findings } = await reportOn(folderWith(profile ? declaring(bag) : bag), profile);
  return new Set(findings.map(({ rule }) => rule));
}

test.each(pages)('$id has the titles of the messages', ({ id, page }) => {
  expect(page.headings).toEqual(headingsOf(id));
});

test.each(ofBags)('$id finds nothing in order', async ({ id, page }) => {
  const found = await Promise.all(page.inOrder.map(({ text }) => rulesIn(text)));
  expect(found.filter((rules) => rules.has(id))).toEqual([]);
});

test.each(ofBags)('$id finds what is out of order', async ({ id, page }) => {
  const found = await Promise.all(page.outOfOrder.map(({ text }) => rulesIn(text)));
  expect(found.every((rules) => rules.has(id)) && found.length > 0).toBe(true);
});
