import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { PROGRAM } from '../helpers/program.js';
import { runsHere } from '../helpers/programs.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { smallArchive } from '../helpers/small-archive.js';

const LEAF = '1 组织领导/1.1 领导机构';
const DAY = ['--today', '2020-12-01'];
const made: string[] = [];
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true });
});

const archive = (...given: Parameters<typeof smallArchive>) => {
  const root = smallArchive(...given);
  made.push(root);
  return root;
};
interface PackJson {
  readonly ok: boolean;
  readonly bundle: { readonly path: string; readonly digest: string; readonly leftOut: string[] };
  readonly findings: readonly { readonly rule: string }[];
}
const packJson = (root: string, ...words: string[]) => {
  const run = dangan(['pack', root, ...DAY, '--format', 'json', ...words]);
  return JSON.parse(run.out) as PackJson;
};
/** The folder of a bundle packed with `--folder`. */
const packedFolder = (root: string, ...words: string[]) =>
  packJson(root, '--folder', ...words).bundle.path;
const jsonIn = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
const zips = (root: string) => readdirSync(root).filter((name) => name.includes('县水利局'));

test('a bundle under a name that Windows cannot hold is packed, and that is said', () => {
  const root = archive();
  const { code, note } = dangan(['pack', root, ...DAY, '-o', join(root, 'a<b>.zip')]);
  expect([code, note]).toEqual([0, expect.stringContaining('Windows 不能用 a<b>.zip 这个名称')]);
});

test('paths that Windows opens nowhere are packed only when it is asked for', () => {
  const root = archive({
    [`${LEAF}/${'子'.repeat(80)}/${'孙'.repeat(80)}/02：${'长'.repeat(60)}.docx`]: 'x',
  });
  const { code, note } = dangan(['pack', root, ...DAY]);
  expect([code, note, zips(root)]).toEqual([1, expect.stringMatching(/会有 2\d\d 个字符，/), []]);
  expect(dangan(['pack', root, ...DAY, '--allow-errors']).code).toBe(0);
});

test('an archive in order is packed beside its evidence, named after unit, year and contents', () => {
  const { code, out } = dangan(['pack', archive(), ...DAY]);
  expect(code).toBe(0);
  expect(out).toMatch(/已打包：.*县水利局-2020-[0-9a-f]{8}\.zip/);
});

describe('what others make of the zip', () => {
  const root = archive({
    [`${LEAF}/02:满意度98%.txt`]: '测'.repeat(3000),
    [`${LEAF}/03：照片.jpg`]: Buffer.alloc(2_500_000, 3),
    [`${LEAF}/ledger.yaml`]: 'evidence: []\n',
  });
  const zip = packJson(root, '--allow-errors').bundle.path;
  const run = (program: string, ...words: string[]) =>
    spawnSync(program, words, { encoding: 'utf8' });

  test.runIf(runsHere('unzip', '-v'))('unzip finds no errors', () => {
    expect(run('unzip', '-tq', zip).stdout).toContain('No errors detected');
  });

  test.runIf(runsHere('7z', 'i'))('7z finds everything ok', () => {
    expect(run('7z', 't', zip).stdout).toContain('Everything is Ok');
  });

  test.runIf(runsHere('python3', '-V'))('python reads every name and finds no bad file', () => {
    const script =
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip()); print(len([n for n in z.namelist() if "/data/" in n]))';
    expect(run('python3', '-X', 'utf8', '-c', script, zip).stdout).toBe('None\n5\n');
  });

  // In no registry that a build server is sure to reach, so that it may be missing there.
  const bagit = run('python3', '-c', 'import bagit').status === 0;
  if (!bagit) process.stderr.write('bagit.py is not installed: its verdict was not asked for\n');
  test.runIf(bagit)('bagit.py finds the bag valid', () => {
    const folder = packedFolder(root, '--allow-errors', '-o', join(root, 'for-bagit'));
    expect(run('python3', '-m', 'bagit', '--validate', folder).status).toBe(0);
  });

  test.runIf(runsHere('sha256sum', '--version'))('the line of 说明文件.txt for Linux holds', () => {
    const folder = packedFolder(root, '--allow-errors', '-o', join(root, 'for-sums'));
    const notice = readFileSync(join(folder, '说明文件.txt'), 'utf8');
    const line = notice.split('\r\n').find((each) => each.startsWith('sha256sum ')) ?? '';
    const { stdout } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('核验完毕\n');
  });

  test.runIf(runsHere('sha256sum', '--version'))(
    'the line of 说明文件.txt for the digest gives the one that pack and verify show',
    () => {
      const to = join(root, 'for-digest');
      const { bundle } = packJson(root, '--allow-errors', '--folder', '-o', to);
      const notice = readFileSync(join(to, '说明文件.txt'), 'utf8');
      const line = notice.split('\r\n').find((each) => each.startsWith('sha256sum tag')) ?? '';
      const { stdout } = spawnSync('sh', ['-c', line], { cwd: to, encoding: 'utf8' });
      expect(stdout.slice(0, 64)).toBe(bundle.digest);
      const shown = dangan(['verify', to]).out.replaceAll(/\s/g, '');
      expect(shown).toContain(`校验码${bundle.digest}`);
    },
  );
});

test('the same archive gives the same bytes in any time zone, language, order and age of its files', () => {
  const tree = { [`${LEAF}/02：制度.txt`]: 'x'.repeat(4000), [`${LEAF}/03：照片.jpg`]: 'y' };
  const [one, two] = [archive(tree), archive()];
  const zipOf = (root: string, environment: Record<string, string>) => {
    dangan(['pack', root, ...DAY, '-o', 'out'], { cwd: root, environment });
    return readFileSync(join(root, 'out.zip'));
  };
  // The other way round, and made in another year.
  for (const [path, text] of Object.entries(tree).reverse()) {
    writeFileSync(join(two, '档案', path), text);
    utimesSync(join(two, '档案', path), 1e9, 1e9);
  }
  const east = zipOf(one, { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' });
  const west = zipOf(two, { TZ: 'America/Los_Angeles', LC_ALL: 'C', DANGAN_LANG: 'en' });
  expect(east.equals(west)).toBe(true);
});

test.runIf(process.platform !== 'win32')(
  'rights of files, of folders and of the user are no matter',
  () => {
    const [one, two] = [archive(), archive()];
    const bytes = (root: string, umask: string) => {
      const words = [umask, process.execPath, PROGRAM, 'pack', root, ...DAY, '-o', 'out'];
      spawnSync('sh', ['-c', 'umask "$0"; exec "$@"', ...words], { cwd: root });
      return readFileSync(join(root, 'out.zip'));
    };
    chmodSync(join(two, '档案', LEAF, '01：创建领导小组文件.docx'), 0o400);
    chmodSync(join(two, '档案', LEAF), 0o700);
    expect(bytes(one, '022').equals(bytes(two, '077'))).toBe(true);
  },
);

test('errors stop it, and it says what to do', () => {
  const root = archive({ [`${LEAF}/02:通知.docx`]: 'x' });
  const { code, out } = dangan(['pack', root]);
  expect({ code, zips: zips(root) }).toEqual({ code: 1, zips: [] });
  expect(out).toContain('dangan pack --allow-errors');
});

test('errors that are allowed are recorded in the bundle', () => {
  const folder = packedFolder(archive({ [`${LEAF}/02:通知.docx`]: 'x' }), '--allow-errors');
  const checks = jsonIn(folder, 'checks.json');
  expect(checks).toMatchObject({
    allowErrors: true,
    findings: [{ file: `档案/${LEAF}/02:通知.docx` }],
  });
});

test('what a unit reckons that it will score is told at packing, and stays at home', () => {
  const root = archive();
  writeFileSync(join(root, 'scores.yaml'), 'format: dangan/scores@1\nscorse: []\n');
  const { bundle, findings } = packJson(root, '--allow-errors', '--folder');
  expect(findings).toMatchObject([{ rule: 'score-entry-invalid' }]);
  expect(jsonIn(bundle.path, 'checks.json')).toMatchObject({ summary: { error: 0 }, findings: [] });
});

test('a name is full-width in the bundle, and the index keeps the old one', () => {
  const folder = packedFolder(archive({ [`${LEAF}/02:通知.docx`]: 'x' }), '--allow-errors');
  expect(jsonIn(folder, 'index.json')).toMatchObject({
    evidence: [
      { ordinal: 1, title: '创建领导小组文件', indicator: '1/1.1' },
      { path: `data/${LEAF}/02：通知.docx`, original: `档案/${LEAF}/02:通知.docx` },
    ],
    emptyFolders: ['data/1 组织领导/1.2 工作制度'],
  });
});

test('links, temporary files and the journal stay at home', () => {
  const root = archive({ [`${LEAF}/~$01：创建.docx`]: 'x', '.dangan/journal/1': 'x' });
  symlinkSync('/etc/hostname', join(root, '档案', LEAF, '02：链接.pdf'));
  const { bundle } = packJson(root, '--allow-errors', '--folder');
  expect(bundle.leftOut).toEqual([
    `档案/.dangan`,
    `档案/${LEAF}/02：链接.pdf`,
    `档案/${LEAF}/~$01：创建.docx`,
  ]);
  expect(readdirSync(join(bundle.path, 'data', LEAF))).toEqual(['01：创建领导小组文件.docx']);
});

test('a bundle inside the evidence is refused', () => {
  const root = archive();
  const { code, note } = dangan(['pack', root, '-o', join(root, '档案', 'x.zip')]);
  expect(code).toBe(2);
  expect(note).toContain('在佐证材料文件夹');
});

test('a bundle that is there is left alone', () => {
  const root = archive();
  writeFileSync(join(root, 'x.zip'), 'mine');
  expect(dangan(['pack', root, '-o', join(root, 'x.zip')]).code).toBe(2);
  expect(readFileSync(join(root, 'x.zip'), 'utf8')).toBe('mine');
});

test('a day that is none is refused', () => {
  expect(dangan(['pack', archive(), '--today', '2020-02-30']).code).toBe(2);
});

test('machine output follows its schemas', () => {
  const root = archive({ [`${LEAF}/02:通知.docx`]: 'x' });
  const folder = packedFolder(root, '--allow-errors');
  expect(faultsBy('bundle-index', jsonIn(folder, 'index.json'))).toEqual([]);
  expect(faultsBy('bundle-checks', jsonIn(folder, 'checks.json'))).toEqual([]);
  expect(faultsBy('pack', packJson(root))).toEqual([]);
  expect(faultsBy('pack', packJson(root, '--allow-errors'))).toEqual([]);
});

test('a system that extends another is frozen with it', () => {
  const root = archive();
  mkdirSync(join(root, '市'));
  renameSync(join(root, 'criteria.yaml'), join(root, '市/base.yaml'));
  writeFileSync(
    join(root, 'criteria.yaml'),
    'format: dangan/scoring-system@1\nextends: ./市/base.yaml # 市里的\nadjust: [{ at: "1/1.1", points: 3 }]\n',
  );
  const folder = packedFolder(root, '--allow-errors');
  const own = readFileSync(join(folder, 'criteria.yaml'), 'utf8');
  const base = /extends: \.\/(criteria-[0-9a-f]{12}\.yaml) # 市里的/.exec(own)?.[1] ?? '';
  expect(readFileSync(join(folder, base), 'utf8')).toContain('市级文明单位测评标准');
  expect(dangan(['validate', join(folder, 'criteria.yaml')]).code).not.toBe(3);
});

test('what is packed is verified', () => {
  const root = archive({ [`${LEAF}/02:98%.docx`]: 'x', [`${LEAF}/ledger.yaml`]: 'a: 1\n' });
  expect(dangan(['verify', packJson(root, '--allow-errors').bundle.path]).code).toBe(0);
});

test('a second bundle does not go into a folder that is a bundle, nor below one', () => {
  const root = archive();
  const folder = join(root, 'out');
  const pack = (to: string) => dangan(['pack', root, ...DAY, '--folder', '-o', to]);
  expect(pack(folder).code).toBe(0);
  const again = pack(folder);
  expect({ code: again.code, note: again.note }).toMatchObject({
    code: 2,
    note: expect.stringContaining('迎检包') as string,
  });
  expect(pack(join(folder, 'data', 'x')).code).toBe(2);
  expect(dangan(['verify', folder]).code).toBe(0);
});

test('folders, too, have names that Windows can hold, empty or not', () => {
  const root = archive({ '一*/二%？ /01：甲.docx': 'x' });
  mkdirSync(join(root, '档案', '空*'));
  const folder = packedFolder(root, '--allow-errors');
  expect(readdirSync(join(folder, 'data'))).toEqual(
    expect.arrayContaining(['1 组织领导', '一＊', '空＊']),
  );
  expect(readdirSync(join(folder, 'data/一＊'))).toEqual(['二％？']);
});

test('packing, the note in the bundle and the hand-over form count alike: a ledger is no evidence', () => {
  const root = archive({ [`${LEAF}/ledger.yaml`]: 'entries: []\n' });
  const { out } = dangan(['pack', root, ...DAY, '--folder', '-o', join(root, 'bundle')]);
  const form = join(root, '登记表.html');
  dangan(['receipt', join(root, 'bundle'), '-o', form]);
  const counted = /1 件（另有台账 1 个）/;
  expect(out).toMatch(counted);
  expect(readFileSync(join(root, 'bundle/说明文件.txt'), 'utf8')).toMatch(
    /材料：1 件，另有台账 1 个，共 /,
  );
  expect(readFileSync(form, 'utf8')).toMatch(counted);
});

test('errors that were left are told by verify, 说明文件.txt and index.html', () => {
  const root = archive({ '1 组织领导/1.2 工作制度/01:制度.docx': 'x', [`${LEAF}/x?.docx`]: 'x' });
  const folder = packedFolder(root, '--allow-errors');
  const words = /打包时还有 \d 个错误没有改（见 index\.html/;
  expect(dangan(['verify', folder]).out).toMatch(words);
  expect(readFileSync(join(folder, '说明文件.txt'), 'utf8')).toMatch(words);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('"findings":{"error":');
  const run = dangan(['verify', folder, '--format', 'json']);
  const { bundle } = JSON.parse(run.out) as { bundle: { errorsAtPacking: number } };
  expect(bundle.errorsAtPacking).toBeGreaterThan(0);
});

test('names that were changed and evidence under no indicator are counted', () => {
  const root = archive({ [`${LEAF}/02：满意度98%.docx`]: 'x', '杂项/01：甲.docx': 'x' });
  const { out, note } = dangan(['pack', root, ...DAY, '--allow-errors']);
  expect(note).toContain(
    `1 个文件在包内改了名，原名记在 index.json，如 档案/${LEAF}/02：满意度98%.docx → data/${LEAF}/02：满意度98％.docx`,
  );
  expect(out).toContain('有 1 份材料不在任何指标下');
});
