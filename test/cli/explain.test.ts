import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/core/rules/all-rules.js';
import { messagesIn } from '../../src/messages/index.js';
import { dangan } from '../helpers/cli.js';

test('a rule is explained in the user’s language, with its examples', () => {
  const { out, code } = dangan(['explain', 'tree-folder-missing']);
  expect(code).toBe(0);
  expect(out).toContain('缺少指标文件夹');
  expect(out).toContain('1.1 领导机构/');
  expect(out).not.toContain('Require');
});

test('a rule that there is not is a usage error with the nearest', () => {
  const { note, code } = dangan(['explain', 'tree-folder-mising']);
  expect(code).toBe(2);
  expect(note).toContain('tree-folder-missing');
});

test.each(['zh-CN', 'en'])('the table of rules fits a terminal, in %s', (language) => {
  const { out } = dangan(['rules', '--lang', language]);
  expect(out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
});

test('the list of rules is one document for programs', () => {
  const { out } = dangan(['rules', '--format', 'json', '--lang', 'en']);
  const { rules } = JSON.parse(out) as { rules: { id: string; title: string }[] };
  expect(rules.map(({ id }) => id)).toEqual(allRules().map(({ id }) => id));
  expect(rules[0]?.title).toBe(messagesIn('en').rules[allRules()[0]?.id ?? 'tree-link']);
});

describe('every rule has a page', () => {
  test.each(allRules().map(({ id }) => id))('%s', (id) => {
    const { out, code } = dangan(['explain', id, '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain(messagesIn('en').rules[id]);
  });
});
