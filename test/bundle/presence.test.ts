/** “Unchanged” is not “enough”: whether there is evidence for each indicator is told apart from the verdict. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { besides, presenceOf } from '../../src/core/bundle/index/presence.js';
import { parseIndex } from '../../src/core/bundle/index/parse-index.js';
import { bagOf, folderWith, reportOn, temporary } from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { smallArchive } from '../helpers/small-archive.js';

const leaf = (id: string, rest: object = {}) => ({ id, code: id, name: id, filed: true, ...rest });
const file = (path: string, indicator?: string, rest: object = {}) => ({
  path,
  indicator,
  bytes: 1,
  sha256: '',
  ...rest,
});

const presence = (
  indicators: readonly object[],
  evidence: readonly { readonly path: string }[],
  there: readonly string[] = evidence.map(({ path }) => path),
) => {
  const json = { schema: 'dangan/bundle-index@1', indicators, evidence };
  const index = parseIndex(Buffer.from(JSON.stringify(json)));
  return index && presenceOf(index, { rows: new Map(there.map((path) => [path, 0])) }, true);
};
const emptyOnes = (...given: Parameters<typeof presence>) =>
  presence(...given)?.empty.map(({ path }) => path);

describe('an indicator without a file', () => {
  const [a, b] = [leaf('1'), leaf('2')];

  test('is one that nothing is filed under', () => {
    expect(emptyOnes([a, b], [file('data/1/01：甲.txt', '1')])).toEqual(['2']);
  });

  test('is one whose file is in the index only', () => {
    expect(emptyOnes([a], [file('data/1/01：甲.txt', '1')], [])).toEqual(['1']);
  });

  test('is one that has a ledger, or a file that a system left, and nothing else', () => {
    const ledger = file('data/1/ledger.yaml', '1', { ledger: true });
    expect(emptyOnes([a], [ledger, file('data/1/Thumbs.db', '1')])).toEqual(['1']);
  });

  test('is none that the unit need not file for', () => {
    expect(emptyOnes([leaf('1', { filed: false })], [])).toEqual([]);
  });

  test('is none that does not apply to the unit', () => {
    const found = presence([leaf('1', { points: '4' }), leaf('2', { points: '6' })], []);
    expect(found && besides(found, new Set(['2']))).toMatchObject({
      asking: 1,
      empty: [{ path: '1' }],
      points: '4',
    });
  });

  test('is none above others: evidence is owed by the leaf ones', () => {
    const group = leaf('1', { children: [leaf('1/1')] });
    const found = presence([group], [file('data/1/01：甲.txt', '1')]);
    expect(found).toMatchObject({ asking: 1, empty: [{ path: '1/1' }], outside: 1 });
  });
});

test('only a part that can be one is believed to be one', () => {
  const parts = [{ number: 2, count: 2, holds: ['1'] }, { number: 3, count: 2 }, { number: 1 }, 1];
  const told = parts.map((part) => {
    const json = { schema: 'dangan/bundle-index@1', part, indicators: [], evidence: [] };
    return parseIndex(Buffer.from(JSON.stringify(json)))?.part?.number;
  });
  expect(told).toEqual([2, undefined, undefined, undefined]);
});

test('points are added exactly, and untold ones counted', () => {
  const indicators = [
    leaf('1', { points: '0.1' }),
    leaf('2', { points: '0.2' }),
    leaf('3'),
    leaf('4', { points: 'x' }),
  ];
  expect(presence(indicators, [])).toMatchObject({ points: '0.3', pointless: 2 });
});

test('an index of any depth is read', () => {
  let tree = leaf('deep');
  for (let depth = 0; depth < 1000; depth += 1) tree = leaf(`${depth}`, { children: [tree] });
  expect(presence([tree], [])?.asking).toBe(1);
});

describe('the report', () => {
  const pack = () => {
    const to = join(temporary(), 'out');
    expect(dangan(['pack', smallArchive(), '--folder', '-o', to]).code).toBe(0);
    return to;
  };
  const verify = (...words: string[]) => dangan(['verify', ...words]);

  test('has the two questions under headings of their own, the verdict first', () => {
    const { code, out } = verify(pack());
    const headings = out.match(/^(?! )[^\n]+/gm)?.map((line) => line.slice(0, 4));
    expect({ code, headings }).toEqual({
      code: 0,
      headings: ['✓ 完好', '是否原样', '是否齐全', '没有核对'],
    });
  });

  test('what is missing does not change the exit code, what changed does', () => {
    const path = pack();
    const { presence: before } = jsonOf(path);
    rmSync(join(path, 'index.html'));
    expect({ before, code: verify(path).code }).toMatchObject({
      before: { reliable: true },
      code: 1,
    });
  });

  test('its JSON follows the schema, and says what was not judged', () => {
    const { document } = jsonOf(pack());
    expect(faultsBy('verify', document)).toEqual([]);
    expect(document).toMatchObject({
      ok: true,
      coverage: { judged: ['presence', 'requirements'], notJudged: ['contents'] },
    });
  });

  test('of the indicators only those are counted that were asked for', () => {
    const root = smallArchive({ '1 组织领导/1.2 工作制度/01：各项制度.docx': 'x' });
    const to = join(temporary(), 'out');
    expect(dangan(['pack', root, '--folder', '-o', to]).code).toBe(0);
    const { out } = verify(to, '--indicator', '1.1', '--today', '2021-01-01', '--all');
    expect(out).toContain(
      '下面只数 --indicator 指定的：1.1。\n  要材料的末级指标 1 项，每项都有文件。',
    );
    expect(out).not.toContain('工作制度');
    expect(JSON.parse(verify(to, '--indicator', '1.1', '--format', 'json').out)).toMatchObject({
      checked: { files: 1, ofFiles: 2, indicators: ['1.1'] },
      coverage: { asking: 1, withFiles: 1, withoutFiles: [] },
    });
  });

  test('no line but a path is wider than the terminal', () => {
    const { out } = verify(pack(), '--lang', 'en');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  function jsonOf(path: string) {
    const document = JSON.parse(verify(path, '--format', 'json').out) as {
      coverage: { reliable: boolean };
    };
    return { document, presence: document.coverage };
  }
});

test('of a bag that is not ours nothing is told of indicators', async () => {
  expect((await reportOn(folderWith(bagOf({ 'data/a': 'a' })))).presence).toBeUndefined();
});
