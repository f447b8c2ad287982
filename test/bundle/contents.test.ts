/** Bundles that were changed together with their manifests: where they contradict themselves, or the inspector. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bagOf,
  digestOf,
  folderWith,
  seenIn,
  temporary,
  wordsOn,
  type BagContents,
} from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { retold, type BundleJson } from '../helpers/our-bundle.js';
import { smallArchive } from '../helpers/small-archive.js';

/** A packed bundle as a value, and the archive that it was packed from. */
let bundle: BagContents;
let archive: string;

beforeAll(() => {
  archive = smallArchive({ '1 组织领导/1.2 工作制度/01：各项制度.docx': '制度' });
  const to = join(temporary(), 'out');
  expect(dangan(['pack', archive, '--folder', '-o', to]).code).toBe(0);
  const paths = readdirSync(to, { recursive: true, encoding: 'utf8' });
  const files = paths.map((path) => join(to, path)).filter((path) => statSync(path).isFile());
  bundle = Object.fromEntries(
    files.map((path) => [relative(to, path).replaceAll(sep, '/'), readFileSync(path)]),
  );
});

type Told = 'index.json' | 'checks.json';
const told = (name: Told, change: (json: BundleJson) => void) => retold(bundle, name, change);
const seen = (name: Told, change: (json: BundleJson) => void) =>
  seenIn(folderWith(told(name, change)));
const firstPath = () =>
  (JSON.parse(String(bundle['index.json'])) as BundleJson).evidence[0]?.['path'];

test('what pack wrote, and nobody changed, contradicts itself nowhere', async () => {
  expect(await seen('index.json', () => undefined)).toEqual([]);
});

describe('the index', () => {
  test.each([
    ['another title', 'title', (row: Record<string, unknown>) => (row['title'] = '另一份文件')],
    ['another ordinal', 'title', (row: Record<string, unknown>) => (row['ordinal'] = 9)],
    [
      'another original',
      'original',
      (row: Record<string, unknown>) => (row['original'] = '档案/别.pdf'),
    ],
    ['another indicator', 'indicator', (row: Record<string, unknown>) => (row['indicator'] = '9')],
    ['no indicator', 'indicator', (row: Record<string, unknown>) => delete row['indicator']],
    [
      'another digest',
      'digest',
      (row: Record<string, unknown>) => (row['sha256'] = '0'.repeat(64)),
    ],
  ])('tells %s of a file', async (_what, problem, change) => {
    const found = await seen('index.json', ({ evidence: [row] }) => row && change(row));
    expect(found).toEqual([`bundle-index-mismatch/${problem} ${String(firstPath())}`]);
  });

  test('lists a file twice', async () => {
    const found = await seen('index.json', (json) => {
      json.evidence.push({ ...json.evidence[0] });
    });
    expect(found).toEqual([
      `bundle-index-mismatch/twice ${String(firstPath())}`,
      'bundle-index-mismatch/total index.json',
    ]);
  });

  test('tells another number of files', async () => {
    expect(await seen('index.json', (json) => (json.files += 1))).toEqual([
      'bundle-index-mismatch/total index.json',
    ]);
  });

  test('tells another unit than bag-info.txt', async () => {
    expect(await seen('index.json', (json) => (json.unit = '另一个单位'))).toEqual([
      'bundle-index-mismatch/info index.json',
    ]);
  });

  test('tells other indicators than the frozen scoring system', async () => {
    const [first] = (JSON.parse(String(bundle['index.json'])) as BundleJson).indicators;
    const changed = told('index.json', ({ indicators }) => {
      if (indicators[0]) indicators[0].points = '99';
      indicators.push({ id: '多', code: '多', name: '多', folders: [], children: [] });
    });
    expect(await wordsOn(folderWith(changed))).toEqual([
      'index.json has indicator 多, which criteria.yaml has not',
      `index.json and criteria.yaml differ in the points of indicator ${first?.id ?? ''}`,
    ]);
  });

  test('lacks an indicator of the frozen scoring system', async () => {
    const changed = told('index.json', (json) => {
      json.indicators.push({ id: '多', code: '多', folders: [], children: [] });
      json.indicators.splice(0, json.indicators.length - 1);
    });
    const words = await wordsOn(folderWith(changed));
    expect(words.filter((each) => each.startsWith('index.json lacks indicator'))).not.toEqual([]);
  });
});

describe('checks.json', () => {
  test.each([
    ['counts more than it lists', 'summary', (json: BundleJson) => (json.summary.error = 1)],
    ['is another document', 'json', (json: BundleJson) => Object.assign(json, { schema: 'x' })],
  ])('%s', async (_what, problem, change) => {
    expect(await seen('checks.json', change)).toEqual([
      `bundle-checks-invalid/${problem} checks.json`,
    ]);
  });

  test('does not count what was let pass', async () => {
    const found = await seen('checks.json', (json) => {
      Object.assign(json, { waived: [{ severity: 'error' }] });
    });
    expect(found).toEqual(['bundle-checks-invalid/summary checks.json']);
  });

  test('lists errors that were not allowed', async () => {
    const found = await seen('checks.json', (json) => {
      const error = { severity: 'error' };
      Object.assign(json, { findings: [error], summary: { error: 1, warning: 0, info: 0 } });
    });
    expect(found).toEqual(['bundle-checks-invalid/allowed checks.json']);
  });
});

describe('--system', () => {
  const verify = (system: string) =>
    dangan(['verify', folderWith(bundle), '--system', system, '--lang', 'en']);
  const edition = (change: (text: string) => string) => {
    const path = join(temporary(), 'criteria.yaml');
    writeFileSync(path, change(readFileSync(join(archive, 'criteria.yaml'), 'utf8')));
    return path;
  };

  test('the scoring system that it was packed for', () => {
    const { code, out } = verify(join(archive, 'criteria.yaml'));
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('✓ made for your system') as string,
    });
  });

  test('the file that the archive was made from: where an editor finds the schema is no part of a system', () => {
    const cwd = temporary();
    dangan(['init', 'a', '--system', 'yuhang-tax-archive', '--unit', '某局'], { cwd });
    dangan(['pack', 'a', '--allow-errors', '-o', 'a.zip'], { cwd });
    const office = resolve('examples/yuhang-tax-archive/criteria.yaml');
    expect(readFileSync(join(cwd, 'a/criteria.yaml'))).not.toEqual(readFileSync(office));
    expect(dangan(['verify', 'a.zip', '--system', office], { cwd }).code).toBe(0);
  });

  test('another edition: exit 1, both told by name and digest', () => {
    const path = edition((text) =>
      text.replace(/^title: .*$/m, 'title: 另一份标准\nedition: 2021年版'),
    );
    const { code, out } = verify(path);
    const digest = digestOf('sha256', readFileSync(path)).slice(0, 12);
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(
      `yours is “另一份标准” 2021年版 (SHA-256 ${digest}…)`,
    );
  });

  test('indicators that differ are counted', () => {
    const { out } = verify(edition((text) => text.replace(/^( *)name: (.*)$/m, '$1name: $2改')));
    expect(out.replace(/\s+/g, ' ')).toContain('Indicators: 1 with another code, name, points');
  });

  test('a difference that is in no indicator is still one', () => {
    const { code, out } = verify(edition((text) => `${text}\n# 注\n`));
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ Whole, but made for another system/);
    expect(out.replace(/\s+/g, ' ')).toContain('are the same; what differs is elsewhere');
  });

  test.each([
    ['that is not there', () => join(temporary(), 'none.yaml')],
    ['that cannot be worked with', () => edition(() => 'title: [')],
  ])('a file %s: exit 2', (_what, path) => {
    expect(verify(path()).code).toBe(2);
  });

  test('a bag without a scoring system was packed for none', () => {
    const path = folderWith(bagOf({ 'data/a': 'a' }));
    const { code, out } = dangan(['verify', path, '--system', join(archive, 'criteria.yaml')]);
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ 没有测评体系可比 [^]*包内没有测评体系/) as string,
    });
  });
});
