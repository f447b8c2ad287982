/** The pages of the `scoring-*` rules; how they are written is told in rule-pages.test.ts. */
import { describe, expect, test } from 'vitest';
import { SYSTEM_RULES } from '../src/core/rules/system-rules.js';
import { headingsOf, readPage } from './helpers/rule-page.js';
import { systemOf } from './helpers/system-of.js';

describe.each(SYSTEM_RULES)('the page of $id', (rule) => {
  const page = readPage(rule.id);
  const found = (text: string) => [...rule.check(systemOf(text))].length;

  test('has its parts, and the titles of the messages', () => {
    expect(page.headings).toEqual(headingsOf(rule.id));
  });

  test('has examples of both', () => {
    expect(page.inOrder.length * page.outOfOrder.length).toBeGreaterThan(0);
  });

  test.each(page.inOrder)('in order, for every other rule too:\n$text', ({ text }) => {
    const others = SYSTEM_RULES.filter(({ severity }) => severity === 'error');
    expect([rule, ...others].flatMap((each) => [...each.check(systemOf(text))])).toEqual([]);
  });

  test.each(page.outOfOrder)('out of order:\n$text', ({ text }) => {
    expect(found(text)).toBeGreaterThan(0);
  });
});
