import { expect, test } from 'vitest';
import { deltaOf } from './delta.js';
import type { Finding } from './findings.js';

const finding = (file: string, line = 1, name = '甲'): Finding => ({
  rule: 'name-pattern',
  severity: 'error',
  messageId: 'name-pattern/zero',
  params: { name },
  indicator: undefined,
  file,
  title: '',
  at: { line, column: 1, file },
  fix: 'none',
  fingerprint: '0',
});
const files = (findings: readonly Finding[]) => findings.map(({ file }) => file);

test('what is new and what is gone is told, what stays is not', () => {
  const delta = deltaOf([finding('1'), finding('2')], [finding('2'), finding('3')]);
  expect([files(delta.added), files(delta.mended)]).toEqual([['3'], ['1']]);
});

test('another line is no other finding, other words are', () => {
  expect(deltaOf([finding('1', 4)], [finding('1', 9)])).toEqual({ added: [], mended: [] });
  expect(files(deltaOf([finding('1', 1, '甲')], [finding('1', 1, '乙')]).added)).toEqual(['1']);
});

test('of two that are alike one may go', () => {
  expect(files(deltaOf([finding('1'), finding('1')], [finding('1')]).mended)).toEqual(['1']);
});

test('what still stands and is asked about no longer is not mended', () => {
  const before = [finding('1'), finding('2')];
  expect(files(deltaOf(before, [], [finding('1')]).mended)).toEqual(['2']);
});
