import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, describe, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';

const folder = mkdtempSync(join(tmpdir(), 'dangan-validate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (text: string, name = 'criteria.yaml') => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const HEAD = 'format: dangan/scoring-system@1\ntitle: 测评标准\nowners: { office: 办公室 }\n';
const GOOD = `${HEAD}indicators:\n  - { code: "1", name: 组织领导, points: 6, owner: office }\n`;
const BAD = `${HEAD}total: 100\nindicators:\n  - { code: 1.10, nmae: 甲, name：组织领导, points: 6 }\n`;

describe('exit codes', () => {
  test('a system in order is 0', () => {
    expect(dangan(['validate', fileOf(GOOD)]).code).toBe(0);
  });

  test('a faulty system is 1', () => {
    expect(dangan(['validate', fileOf(BAD)]).code).toBe(1);
  });

  test('the settings of an archive are 2: they tell where the scoring system is', () => {
    const path = fileOf('unit: { name: 局 }\nsystem: 体系/criteria.yaml\n', 'dangan.yaml');
    for (const command of ['validate', 'fix']) {
      const { code, note } = dangan([command, path]);
      expect([code, note]).toEqual([2, expect.stringContaining('是档案的设置，不是测评体系')]);
      expect(note).toContain(`\`dangan validate ${join(folder, '体系/criteria.yaml')}\``);
    }
    const system = dangan(['validate', fileOf(GOOD, 'dangan.yaml')]);
    expect(system.code).toBe(0);
  });

  test('warnings alone are 0', () => {
    expect(dangan(['validate', fileOf(GOOD.replace(', owner: office', ''))]).code).toBe(0);
  });

  test('a list where a system should be is said of the file', () => {
    expect(dangan(['validate', fileOf('- 组织领导\n')]).out).toContain('这个文件应当是');
  });

  test('a file that is not there is 2', () => {
    const { code, out, note } = dangan(['validate', 'none.yaml'], { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(note).toContain('找不到 none.yaml');
  });

  test('a folder is 2', () => {
    expect(dangan(['validate', '.'], { cwd: folder }).code).toBe(2);
  });

  test('no file and no archive is 2', () => {
    expect(dangan(['validate'], { cwd: folder }).code).toBe(2);
  });
});

test('findings say line and column, what is there and what to write', () => {
  const { out } = dangan(['validate', 'criteria.yaml'], { cwd: (fileOf(BAD), folder) });
  expect(out).toContain('6:32');
  expect(out).toContain('“name”后面用了全角冒号');
  expect(out).toContain('请写成 "1.10"');
  expect(out).toContain('没有“nmae”这个键，是不是想写“name”？');
  expect(out).toContain('总分写的是 100 分，最上级 1 项合计 6 分');
});

test('both languages say the same findings', () => {
  const rules = (lang: string) =>
    [...dangan(['validate', fileOf(BAD), '--lang', lang]).out.matchAll(/scoring-[\w-]+/g)].join();
  expect(rules('en')).toBe(rules('zh-CN'));
});

test('the archive’s own system is judged when no file is given', () => {
  fileOf('unit: { name: 某单位 }\nsystem: criteria.yaml\n', 'dangan.yaml');
  fileOf(GOOD);
  const { code, out } = dangan(['validate'], { cwd: folder });
  rmSync(join(folder, 'dangan.yaml'));
  expect(code).toBe(0);
  expect(out).toContain('测评标准');
});

describe('as JSON', () => {
  test.each([GOOD, BAD, ''])('agrees with its schema', (text) => {
    const { out } = dangan(['validate', fileOf(text), '--format', 'json', '--show']);
    expect(faultsBy('validate', JSON.parse(out))).toEqual([]);
  });

  test('decimals are text', () => {
    const path = fileOf(GOOD.replace('points: 6', 'points: 0.10'));
    const { system } = JSON.parse(dangan(['validate', path, '--format', 'json', '--show']).out) as {
      system: { indicators: { points: string }[] };
    };
    expect(system.indicators[0]?.points).toBe('0.1');
  });
});

describe('--show', () => {
  test('what proves an exemption or a veto is shown as evidence is', () => {
    const text = `${GOOD.replace(
      'owner: office',
      'owner: office, exempt: { when: 无此情况, proof: [{ title: 上级证明, kind: certificate, count: 2 }] }',
    )}vetoes: [{ code: V1, text: 重大事故, evidence: [{ title: 无事故证明, kind: certificate }] }]\n`;
    const { out } = dangan(['validate', fileOf(text), '--show']);
    expect(out).toContain('· 上级证明（证书）：2 份');
    expect(out).toContain('    · 无事故证明（证书）：至少 1 份');
  });

  const example = new URL(
    '../../examples/shicheng-river-chief-2018/criteria.yaml',
    import.meta.url,
  );

  test.each([80, 120])('no line is wider than %i columns', (columns) => {
    const { out } = dangan(['validate', example.pathname, '--show'], {
      environment: { COLUMNS: String(columns) },
    });
    const wide = out.split('\n').filter((line) => stringWidth(line) > columns);
    expect(wide.filter((line) => !line.includes('criteria.yaml'))).toEqual([]);
  });

  test('what is not computed is shown all the same', () => {
    const { out } = dangan([
      'validate',
      fileOf(`${GOOD}    # 注
submissions: [{ name: 季度报送, every: quarter, opens: 12-01, closes: 12-11, resubmissions: 1 }]
vetoes: [{ text: 发生重大责任事故, effect: bar-top, window: { months: 12 } }]
bands: [{ name: 合格, from: 60, on: self }]
`),
      '--show',
    ]);
    for (const words of [
      '每季度',
      '12-11 截止',
      '可补报 1 次',
      '不得评优',
      '近 12 个月',
      '自评60 分起',
    ]) {
      expect(out).toContain(words);
    }
  });
});

test('a span of time that is written another way is told the form', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dangan-')), 'w.yaml');
  writeFileSync(
    file,
    'format: dangan/scoring-system@1\ntitle: 测\nwindow: 2018-2020\nindicators: []\n',
  );
  expect(dangan(['validate', file]).out).toContain('2018..2020');
});
