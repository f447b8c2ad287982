import { expect, test } from 'vitest';
import { ARCHIVE_RULES } from './index.js';
import { isRun, isTold, type Preset } from './presets.js';
import type { Finding } from './findings.js';

const runOf = (preset: Preset, rules = {}) =>
  ARCHIVE_RULES.filter(({ id }) => isRun({ preset, rules }, id)).map(({ id }) => id);

const finding = (severity: Finding['severity']) =>
  ({ rule: 'content-duplicate', severity }) as Finding;

test('clerk and ci run every rule', () => {
  const all = ARCHIVE_RULES.map(({ id }) => id);
  expect([runOf('clerk'), runOf('ci')]).toEqual([all, all]);
});

test('inspector runs those on coverage and contents', () => {
  const areas = new Set(runOf('inspector').map((id) => id.split('-')[0]));
  expect([...areas]).toEqual(['content', 'coverage']);
});

test('a rule that has a level in the settings is run whatever the preset', () => {
  expect(runOf('inspector', { 'name-pattern': 'error' })).toContain('name-pattern');
});

test.each([
  ['clerk', 'info', true],
  ['ci', 'info', false],
  ['ci', 'warning', true],
  ['inspector', 'info', true],
] as const)('%s is told of level %s: %s', (preset, severity, isSaid) => {
  expect(isTold({ preset, rules: {} }, finding(severity))).toBe(isSaid);
});

test('ci is told what the settings set to info themselves', () => {
  const rules = { 'content-duplicate': 'info' } as const;
  expect(isTold({ preset: 'ci', rules }, finding('info'))).toBe(true);
});
