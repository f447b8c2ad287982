/** The command line goes over the environment, that over dangan.yaml, and that over the defaults. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SMALL_SYSTEM, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dangan-said-'));
  writeTree(root, {
    'criteria.yaml': SMALL_SYSTEM,
    '档案/1 组织领导/1.1 领导机构/01：通知.docx': 'x',
    '档案/1 组织领导/1.1 领导机构/04：新建文档.docx': 'x',
    '档案/1 组织领导/1.2 工作制度/': '',
    '档案/2 志愿服务/': '',
  });
});
afterAll(() => rmSync(root, { recursive: true }));

interface Said {
  readonly file?: string;
  readonly environment?: Record<string, string>;
  readonly words?: readonly string[];
}

const check = ({ file = '', environment = {}, words = [] }: Said) => {
  writeFileSync(join(root, 'dangan.yaml'), file);
  const { out, code, note } = dangan(['check', root, '--format', 'json', ...words], {
    environment,
  });
  const { summary, findings = [] } = JSON.parse(out) as {
    summary?: { readonly preset: string };
    findings?: readonly { readonly rule: string }[];
  };
  const areas = [...new Set(findings.map(({ rule }) => rule.split('-')[0]))];
  return { preset: summary?.preset, areas, code, note, rules: findings.map(({ rule }) => rule) };
};

describe('the preset', () => {
  test.each([
    [{}, 'clerk'],
    [{ file: 'preset: ci' }, 'ci'],
    [{ file: 'preset: ci', environment: { DANGAN_PRESET: 'inspector' } }, 'inspector'],
    [{ environment: { DANGAN_PRESET: 'inspector' }, words: ['--preset', 'ci'] }, 'ci'],
    [{ file: 'preset: ci', environment: { DANGAN_PRESET: '' } }, 'ci'],
  ])('of %j is %s', (said, preset) => {
    expect(check(said).preset).toBe(preset);
  });

  test('inspector is told of coverage and contents only', () => {
    const { areas } = check({ words: ['--preset', 'inspector'] });
    expect(areas.toSorted()).toEqual(['content', 'coverage']);
  });

  test('does not keep back a rule that is asked for', () => {
    const { rules } = check({ file: 'preset: inspector', words: ['--rule', 'name-sequence-gap'] });
    expect(rules).toEqual(['name-sequence-gap']);
  });
});

describe('the level from which a check fails', () => {
  const names = ['--rule', 'name'];
  test.each([
    [{ words: names }, 0],
    [{ file: 'failOn: warning', words: names }, 1],
    [{ file: 'failOn: warning', environment: { DANGAN_FAIL_ON: 'error' }, words: names }, 0],
    [{ environment: { DANGAN_FAIL_ON: 'error' }, words: [...names, '--fail-on', 'warning'] }, 1],
    [{ words: [...names, '--severity', 'name=error'] }, 1],
    [{ words: [...names, '--severity', 'name=off', '--fail-on', 'info'] }, 0],
  ])('of %j comes to %i', (said, code) => {
    expect(check(said).code).toBe(code);
  });
});

describe('what is mistyped is refused with what it may be', () => {
  test.each([
    [{ file: 'preset: inspecter' }, '“preset”不能是“inspecter”', '是不是想写 inspector'],
    [{ file: 'failon: error' }, '没有“failon”这项设置', '是不是想写“failOn”'],
    [
      { environment: { DANGAN_PRESET: 'inspecter' } },
      '环境变量 DANGAN_PRESET 不能是“inspecter”',
      '是不是想写 inspector',
    ],
    [
      { environment: { DANGAN_FAIL_ON: 'warn' } },
      '环境变量 DANGAN_FAIL_ON 不能是“warn”，可用的是 error、warning、info',
      '',
    ],
    [{ words: ['--preset', 'clerc'] }, '--preset 不能是“clerc”', '是不是想写 clerk'],
    [{ words: ['--severity', 'name=warnin'] }, '--severity 应写成 规则=级别', '想写 warning'],
    [{ words: ['--severity', 'nmae-pattern=off'] }, 'nmae-pattern', 'name-pattern'],
  ])('%j', (said, ...words) => {
    const { code, note } = check(said);
    expect(code).toBe(2);
    for (const each of words) expect(note).toContain(each);
  });
});
