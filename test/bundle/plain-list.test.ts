/** Lists that are held against the names instead of being parsed: the verdict is the same, whatever was changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBag } from '../../src/core/bundle/bag/bag.js';
import type { DigestFacts, Ended } from '../../src/core/bundle/judge/facts.js';
import { formatIndex } from '../../src/core/bundle/index/index-json.js';
import { judgeBundle, type BundleFacts } from '../../src/core/bundle/judge/judge.js';
import { parseIndex } from '../../src/core/bundle/index/parse-index.js';
import { PathRows } from '../../src/core/bundle/bag/path-rows.js';
import { PayloadFiles } from '../../src/core/bundle/bag/plain-list.js';
import type { IndexEvidence, IndexHead } from '../../src/core/bundle/types.js';
import { parseName } from '../../src/core/naming/parse.js';
import { digestOf } from '../helpers/bags.js';

interface Lists {
  readonly manifest: string;
  readonly index: string;
}

/** A file as it is found, which need not be as it was packed. */
interface Found {
  readonly digest: string;
  readonly bytes: number;
  readonly ended: Ended;
}

const FOLDERS = ['data/1 组织/1.1 机构', 'data/1 组织', 'data/2 活动', 'data'];

function evidenceOf(path: string, original: string | undefined): IndexEvidence {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { ordinal, title } = parseName(
    (original ?? name).slice((original ?? '').lastIndexOf('/') + 1),
  );
  const folder = FOLDERS.find((each) => path.startsWith(`${each}/`));
  const id = { [FOLDERS[0] ?? '']: '1/1.1', [FOLDERS[1] ?? '']: '1', [FOLDERS[2] ?? '']: '2' };
  const rest = name === 'ledger.yaml' ? { ledger: true as const } : { ordinal, title };
  const told = {
    path,
    indicator: id[folder ?? ''],
    bytes: path.length,
    sha256: digestOf('sha256', path),
  };
  return { ...told, ...rest, original };
}

/** The lists as `pack` writes them. */
function listsOf(evidence: readonly IndexEvidence[]): Lists {
  const indicator = (id: string, folder: string, children: readonly object[] = []) => ({
    id,
    code: id.slice(id.lastIndexOf('/') + 1),
    filed: true,
    folders: [folder],
    children,
  });
  const head = {
    schema: 'dangan/bundle-index@1',
    system: { title: '标准', sha256: digestOf('sha256', '') },
    emptyFolders: [],
    files: evidence.length,
    bytes: evidence.reduce((sum, { bytes }) => sum + bytes, 0),
    indicators: [
      indicator('1', 'data/1 组织', [indicator('1/1.1', 'data/1 组织/1.1 机构')]),
      indicator('2', 'data/2 活动'),
    ],
  } as unknown as IndexHead;
  return {
    manifest: evidence.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''),
    index: [...formatIndex(head, evidence)].join(''),
  };
}

const TAGS = ['bag-info.txt', 'bagit.txt', 'index.json', 'manifest-sha256.txt'];

/** What is found of a bundle with these lists; read with the names that are there at hand, or line by line. */
function factsOf(
  { manifest, index }: Lists,
  files: ReadonlyMap<string, Found>,
  way: 'by names' | 'by lines',
): BundleFacts {
  const all = [...files, ...TAGS.map((tag) => [tag, WHOLE] as const)];
  const rows = new PathRows();
  for (const [row, [path]] of all.entries()) rows.set(path, row);
  const at = (row: number) => all[row]?.[1] ?? WHOLE;
  const digests: DigestFacts = {
    ended: (row) => at(row).ended,
    sizeBytes: (row) => at(row).bytes,
    digest: (row) => at(row).digest,
    isDigest: (row, _, bytes, from) =>
      at(row).digest === Buffer.from(bytes).toString('hex', from, from + 32),
  };
  const text = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
  const texts = new Map([
    ['bagit.txt', Buffer.from(text)],
    ['bag-info.txt', Buffer.from('')],
    ['manifest-sha256.txt', Buffer.from(manifest)],
  ]);
  const payload = way === 'by names' ? new PayloadFiles(rows, (row) => at(row).bytes) : undefined;
  const unmarked = { guessed: undefined, backslashes: 0 } as const;
  const none = { kind: 'zip', links: [], outside: [], ...unmarked } as const;
  return {
    bag: parseBag(texts, undefined, payload),
    files: {
      ...none,
      rows,
      tags: new Map([...rows].filter(([path]) => !path.startsWith('data/'))),
      folders: new Set(['data']),
      beside: new Map(),
      litter: new Map(),
    },
    digests,
    index: parseIndex(Buffer.from(index), undefined, payload),
    checks: undefined,
    frozen: undefined,
    held: undefined,
    profile: undefined,
    signatures: { key: undefined, found: [] },
    share: undefined,
  };
}

const WHOLE: Found = { digest: digestOf('sha256', ''), bytes: 0, ended: 'whole' };

const asPacked = (evidence: readonly IndexEvidence[]) =>
  new Map(
    evidence.map(({ path, bytes, sha256 }): [string, Found] => [
      path,
      { bytes, digest: sha256, ended: 'whole' },
    ]),
  );

const evidence = fc
  .uniqueArray(
    fc.record({
      folder: fc.constantFrom(...FOLDERS),
      name: fc.oneof(
        fc.constantFrom(
          '01：通知.docx',
          '02：计划.pdf',
          '03:图.jpg',
          'ledger.yaml',
          '04：a"b.txt',
          '05：50%.txt',
        ),
        fc.constantFrom(
          '06：é.txt',
          '07：\ufffd.txt',
          '...',
          ' .x',
          '08：\ud800.txt',
          'A\nb',
          'c\\d',
          '\u0130',
          'a/'.repeat(300) + 'b',
        ),
        // Often: one odd name is enough for a list that has to be parsed.
        {
          weight: 12,
          arbitrary: fc.stringMatching(/^[0-9]{2}：[a-z甲乙丙]{1,9}\.[a-z]{3}$/),
        },
      ),
      renamed: fc.boolean(),
    }),
    { selector: ({ folder, name }) => `${folder}/${name}`, minLength: 1, maxLength: 9 },
  )
  .map((files) =>
    files
      .map(({ folder, name, renamed }) => {
        const path = `${folder}/${name}`;
        return evidenceOf(path, renamed ? path.replace('data/', '档案/') : undefined);
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );

/** What somebody may have done to a list: a stroke of a pen, a line gone, doubled or moved. */
const change = fc.record({
  list: fc.constantFrom('manifest' as const, 'index' as const, 'both' as const),
  kind: fc.constantFrom('put', 'replace', 'cut', 'double', 'swap', 'case'),
  at: fc.nat(5000),
  text: fc.constantFrom(
    'a',
    'A',
    '0',
    ' ',
    '.',
    '/',
    '%',
    '\\',
    '\n',
    '\r',
    '"',
    ',',
    '{',
    '\u0130',
    '\0',
    '*',
    '\ufeff',
    '1',
  ),
});

function changed(
  text: string,
  { kind, at, text: put }: typeof change extends fc.Arbitrary<infer C> ? C : never,
): string {
  const place = at % (text.length + 1);
  if (kind === 'put') return text.slice(0, place) + put + text.slice(place);
  if (kind === 'replace') return text.slice(0, place) + put + text.slice(place + 1);
  if (kind === 'case') return text.slice(0, place) + text.slice(place).toUpperCase();
  const lines = text.split('\n');
  const line = at % lines.length;
  if (kind === 'cut') lines.splice(line, 1);
  else if (kind === 'double') lines.splice(line, 0, lines[line] ?? '');
  else lines.splice(line, 2, lines[line + 1] ?? '', lines[line] ?? '');
  return lines.join('\n');
}

const found = fc.record({
  nth: fc.nat(9),
  found: fc.record(
    {
      digest: fc.constantFrom(digestOf('sha256', 'another'), 'A'.repeat(64)),
      bytes: fc.nat(99),
      ended: fc.constantFrom<Ended>('crc', 'damaged', 'unreadable', 'skipped', 'unread'),
    },
    { requiredKeys: [] },
  ),
  gone: fc.boolean(),
  added: fc.boolean(),
});

test(
  'a bundle is judged alike, whether its lists are held against the names or parsed',
  { timeout: Infinity },
  () => {
    let plain = 0;
    fc.assert(
      fc.property(
        evidence,
        fc.array(change, { maxLength: 2 }),
        fc.option(found, { nil: undefined }),
        (packed, changes, seen) => {
          const files = asPacked(packed);
          const path = packed[(seen?.nth ?? 0) % packed.length]?.path ?? '';
          if (seen?.gone === true) files.delete(path);
          else files.set(path, { ...(files.get(path) ?? WHOLE), ...seen?.found });
          if (seen?.added === true) files.set('data/~.txt', WHOLE);
          let lists = listsOf(packed);
          for (const each of changes) {
            const { manifest, index } = lists;
            lists = {
              manifest: each.list === 'index' ? manifest : changed(manifest, each),
              index: each.list === 'manifest' ? index : changed(index, each),
            };
          }
          const byNames = factsOf(lists, files, 'by names');
          const byLines = factsOf(lists, files, 'by lines');
          if (byNames.index?.plain && byNames.bag.manifests[0]?.plain) plain += 1;
          expect(judgeBundle(byNames)).toEqual(judgeBundle(byLines));
          expect([...(byNames.index?.evidence ?? [])]).toEqual([
            ...(byLines.index?.evidence ?? []),
          ]);
        },
      ),
      { numRuns: Number(process.env['DANGAN_FUZZ'] ?? 1000) },
    );
    expect(plain).toBeGreaterThan(10);
  },
);

test('what pack writes needs no parsing', () => {
  const packed = [
    'data/1 组织/01：通知.docx',
    'data/1 组织/ledger.yaml',
    'data/2 活动/01：图.jpg',
  ].map((path) => evidenceOf(path, undefined));
  const { bag, index } = factsOf(listsOf(packed), asPacked(packed), 'by names');
  expect([bag.manifests[0]?.plain, index?.plain]).not.toContain(undefined);
});

test('nor does it where names were changed by packing', () => {
  const packed = [evidenceOf('data/1 组织/01：通知.docx', '档案/1 组织/01:通知.docx')];
  expect(factsOf(listsOf(packed), asPacked(packed), 'by names').index?.plain).toBeDefined();
});
