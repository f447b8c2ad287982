/** `dangan check --ref`: a commit is judged as git holds it, and nothing is checked out. */
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_SYSTEM, temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { check, found, IN_ORDER, LEAF, SETTINGS } from '../helpers/check-in-git.js';
import { danganHere } from '../helpers/cli-here.js';
import { sha256 } from '../helpers/contents.js';
import { GIT_ENVIRONMENT, repoAt, repoWith, stage, type Repo } from '../helpers/repository.js';

const git = { PATH: process.env['PATH'], ...GIT_ENVIRONMENT };

/** Without its working tree: what is judged cannot have been read from the disk. */
function emptied(repo: Repo): string {
  for (const name of readdirSync(repo.root)) {
    if (name !== '.git') rmSync(join(repo.root, name), { recursive: true });
  }
  return repo.root;
}

test('a commit is judged that the disk does not hold', async () => {
  const root = emptied(repoWith({ ...IN_ORDER, [`${LEAF}/IMG_1.jpg`]: '照片' }));
  const { code, told } = await check(root, ['--ref', 'main']);
  expect(found(told)).toContain(`name-pattern ${LEAF}/IMG_1.jpg`);
  expect([code, told.judged?.from, told.summary.files]).toEqual([1, 'commit', 4]);
  expect(readdirSync(root)).toEqual(['.git']);
});

test('names that Windows refuses, and others that are hard to write down, are told as on a disk', async () => {
  const names = [
    '02:通知.docx',
    '03：带"引号".docx',
    '04：换\n行.docx',
    '05：制\t表.docx',
    '06：CON.',
  ];
  const files = Object.fromEntries(names.map((name) => [`${LEAF}/${name}`, name]));
  const repo = repoWith({ ...IN_ORDER, ...files });
  const disk = await check(repo.root, []);
  const ref = await check(repo.root, ['--ref', 'HEAD']);
  expect(found(ref.told)).toContain(`port-illegal-char ${LEAF}/02:通知.docx`);
  expect(ref.told.findings).toEqual(disk.told.findings);
});

test('names that are no UTF-8, links, submodules and executable files are told as on a disk', async () => {
  const repo = repoWith(IN_ORDER);
  const { root } = repo;
  stage(root, Buffer.concat([Buffer.from(`${LEAF}/03`), Buffer.of(0xff, 0xfe)]), '内容');
  stage(root, `${LEAF}/04：链接.docx`, '../别处.docx', '120000');
  stage(root, `${LEAF}/02：可执行.docx`, '内容', '100755');
  const head = repo.git('rev-parse', 'HEAD').trim();
  repo.git('update-index', '--add', '--cacheinfo', `160000,${head},${LEAF}/子模块`);
  repo.git('commit', '--quiet', '--message=奇怪的名称');
  const { told } = await check(root, ['--ref', 'HEAD']);
  expect(found(told).sort()).toEqual([
    `port-illegal-char ${LEAF}/03��`,
    `tree-link ${LEAF}/04：链接.docx`,
    `tree-link ${LEAF}/子模块`,
  ]);
});

test('a bare repository has its archive, by its folder when there are several', async () => {
  const repo = repoWith(
    Object.fromEntries(
      ['水利局', '教育局'].flatMap((unit) =>
        Object.entries(IN_ORDER).map(([path, text]) => [`${unit}/${path}`, text]),
      ),
    ),
  );
  const bare = join(temporaryFolder(), 'a.git');
  repo.git('clone', '--quiet', '--bare', '.', bare);
  const several = await check('/', [bare, '--ref', 'main']);
  expect([several.code, several.told.error?.code]).toEqual([2, 'GIT_SEVERAL_ARCHIVES']);
  expect(several.note).toContain('水利局');
  expect((await check('/', [bare, '水利局', '--ref', 'main'])).told.summary.files).toBe(3);
  expect((await check(bare, ['水利局/档案', '--ref', 'main'])).told.summary.files).toBe(3);
  expect((await check(bare, ['没有', '--ref', 'main'])).told.error?.code).toBe('GIT_NOT_THERE');
});

test('an archive in a folder of the repository is found from within it, and alone in it from the top', async () => {
  const repo = repoWith(
    Object.fromEntries(Object.entries(IN_ORDER).map(([path, text]) => [`甲/${path}`, text])),
  );
  expect((await check(join(repo.root, '甲/档案'), ['--ref', 'HEAD'])).told.summary.files).toBe(3);
  expect((await check(repo.root, ['--ref', 'HEAD'])).told.summary.files).toBe(3);
  expect((await check(repo.root, ['甲/档案/2 志愿服务', '--ref', 'HEAD'])).code).toBe(0);
});

test('settings, ledgers, and a scoring system with what it builds on come from the commit', async () => {
  const own = SMALL_SYSTEM.replace('title: 测评标准', 'title: 测评标准\nextends: ../上级.yaml');
  const files = Object.entries({ ...IN_ORDER, 'criteria.yaml': own });
  const repo = repoWith({
    ...Object.fromEntries(files.map(([path, text]) => [`甲/${path}`, text])),
    '上级.yaml': SMALL_SYSTEM,
    [`甲/${LEAF}/ledger.yaml`]: 'entries: [{ file: "01：创建领导小组文件.docx", dat: 1 }]\n',
  });
  const disk = await check(join(repo.root, '甲'), []);
  const root = emptied(repo);
  const { told } = await check(root, ['--ref', 'HEAD']);
  expect(found(told)).toContain(`meta-ledger-invalid ${LEAF}/ledger.yaml`);
  expect(told.findings).toEqual(disk.told.findings);
});

test('what leads out of the repository is not found, and said so', async () => {
  const repo = repoWith({ ...IN_ORDER, 'dangan.yaml': SETTINGS.replace('criteria', '../../别处') });
  expect((await check(repo.root, ['--ref', 'HEAD'])).told.error?.code).toBe('FILE_NOT_FOUND');
});

test.skipIf(process.platform === 'win32')(
  'a link to the scoring system, or to the evidence, is followed within the repository only',
  async () => {
    const repo = repoWith({ ...IN_ORDER, '体系/criteria.yaml': SMALL_SYSTEM });
    const { root } = repo;
    rmSync(join(root, 'criteria.yaml'));
    symlinkSync('体系/criteria.yaml', join(root, 'criteria.yaml'));
    renameSync(join(root, '档案'), join(root, '真档案'));
    symlinkSync('真档案', join(root, '档案'));
    repo.commit();
    expect((await check(root, ['--ref', 'HEAD'])).told.summary.files).toBe(3);
    rmSync(join(root, '档案'));
    symlinkSync('/tmp', join(root, '档案'));
    repo.commit();
    expect((await check(root, ['--ref', 'HEAD'])).told.error?.code).toBe('GIT_ELSEWHERE');
  },
);

test('a detached head, a linked working tree and a tag are all commits', async () => {
  const repo = repoWith(IN_ORDER);
  repo.git('tag', '--annotate', '--message=版本', 'v1');
  const other = join(temporaryFolder(), '另一个');
  repo.git('worktree', 'add', '--quiet', '--detach', other);
  const commits = new Set<string | undefined>();
  for (const ref of ['HEAD', 'v1', 'main~0']) {
    commits.add((await check(other, ['--ref', ref])).told.judged?.commit);
  }
  expect(commits).toEqual(new Set([repo.git('rev-parse', 'HEAD').trim()]));
});

test.each(['--upload-pack=touch x', '-x', 'nowhere', 'HEAD\nmain', 'HEAD:档案'])(
  'a name that is no commit is refused: %j',
  async (ref) => {
    const { code, told } = await check(repoWith(IN_ORDER).root, [`--ref=${ref}`]);
    expect([code, told.error?.code]).toEqual([2, 'GIT_REF_UNKNOWN']);
  },
);

test('an empty name is refused before git is asked', async () => {
  const { code, told } = await check(repoWith(IN_ORDER).root, ['--ref=']);
  expect([code, told.error?.code]).toEqual([2, 'USAGE']);
});

test('without a repository, a commit, or git there is a sentence', async () => {
  const empty = repoAt(temporaryFolder());
  expect((await check(empty.root, ['--ref', 'HEAD'])).told.error?.code).toBe('GIT_REF_UNKNOWN');
  expect((await check(temporaryFolder(), ['--ref', 'HEAD'])).told.error?.code).toBe(
    'GIT_NO_REPOSITORY',
  );
  const none = await check(empty.root, ['--ref', 'HEAD'], { PATH: temporaryFolder() });
  expect([none.code, none.told.error?.code]).toEqual([2, 'GIT_MISSING']);
});

test('a repository of another user is not opened, and it is said what to do', async () => {
  const repo = repoWith(IN_ORDER);
  const { code, note } = await check(repo.root, ['--ref', 'HEAD'], {
    GIT_TEST_ASSUME_DIFFERENT_OWNER: '1',
  });
  expect([code, note]).toEqual([3, expect.stringContaining('safe.directory')]);
});

test('nothing is fetched for a clone without contents: it says what it lacks', async () => {
  const repo = repoWith(IN_ORDER);
  repo.git('config', 'uploadpack.allowFilter', 'true');
  const bare = join(temporaryFolder(), 'partial.git');
  repo.git('clone', '--quiet', '--bare', '--filter=blob:none', `file://${repo.root}`, bare);
  const { code, told, note } = await check('/', [bare, '--ref', 'main']);
  expect([code, told.error?.code]).toEqual([3, 'GIT_OBJECT_MISSING']);
  expect(note).toContain('--filter');
});

test('the same twice, and nothing is written where no archive is checked out', async () => {
  const root = emptied(repoWith(IN_ORDER));
  expect((await check(root, ['--ref', 'HEAD'])).out).toBe(
    (await check(root, ['--ref', 'HEAD'])).out,
  );
  writeFileSync(join(root, '别的'), '');
  expect(readdirSync(root).sort()).toEqual(['.git', '别的']);
});

test('what files hold is judged alike on the disk and in a commit', async () => {
  const pdf = '%PDF-1.4\n没有结尾';
  const repo = repoWith({
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\ncontents: { largest: 1KB }\n',
    'criteria.yaml': SMALL_SYSTEM,
    [`${LEAF}/01：空.docx`]: '',
    [`${LEAF}/02：截断.pdf`]: pdf,
    [`${LEAF}/03：同样.pdf`]: pdf,
    [`${LEAF}/04：大.txt`]: '字'.repeat(2000),
    [`${LEAF}/05：指针.jpg`]: `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`,
  });
  const disk = await check(repo.root, []);
  const once = await check(repo.root, ['--ref', 'HEAD']);
  const again = await check(repo.root, ['--ref', 'HEAD']);
  expect(found(disk.told).filter((each) => each.startsWith('content-')).length).toBe(6);
  expect(once.told.findings).toEqual(disk.told.findings);
  expect(again.told).toEqual(once.told);
});

const CONTENTS = 'unit: { name: 县水利局 }\nsystem: criteria.yaml\ncontents: { largest: 1KB }\n';
const pointerTo = (sha256: string, size: number) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`;

test('a pointer of Git LFS stands for its file where the clone has it; else it is what the disk has, too', async () => {
  const photo = Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(2000)]);
  const digest = sha256(photo);
  const repo = repoWith({
    'dangan.yaml': CONTENTS,
    'criteria.yaml': SMALL_SYSTEM,
    '.gitattributes': '/档案/**/*.jpg filter=lfs diff=lfs merge=lfs -text\n',
    [`${LEAF}/03：忘了.pdf`]: pointerTo('2'.repeat(64), 10),
  });
  // No filter is run: what a commit holds is the pointer, and so does the disk of a clone without LFS.
  const photos = [`${LEAF}/01：一.jpg`, `${LEAF}/02：二.jpg`];
  for (const path of photos) {
    writeTree(repo.root, { [path]: pointerTo(digest, photo.length) });
    stage(repo.root, path, pointerTo(digest, photo.length));
  }
  repo.git('commit', '--quiet', '--message=照片');
  const told = async (...words: readonly string[]) =>
    found((await check(repo.root, [...words, '--rule', 'content'])).told);
  const pointers = [...photos, `${LEAF}/03：忘了.pdf`];
  const missing = pointers.map((path) => `content-pointer-only ${path}`);
  expect(await told()).toEqual(missing);
  expect(await told('--ref', 'HEAD')).toEqual(missing);
  const object = join(repo.root, '.git/lfs/objects', digest.slice(0, 2), digest.slice(2, 4));
  mkdirSync(object, { recursive: true });
  writeFileSync(join(object, digest), photo);
  expect((await told('--ref', 'HEAD')).toSorted()).toEqual([
    `content-duplicate ${LEAF}/02：二.jpg`,
    `content-pointer-only ${LEAF}/03：忘了.pdf`,
    ...photos.map((path) => `content-too-large ${path}`),
    ...photos.map((path) => `content-type-mismatch ${path}`),
  ]);
});

test.each([
  ['a commit', ['--ref', 'main'], 'main:criteria.yaml'],
  ['the index', ['--staged'], ':criteria.yaml'],
])(
  'of a system in %s that cannot be used, the command that is named tells why',
  async (_what, words, named) => {
    const { root } = repoWith({ ...IN_ORDER, 'criteria.yaml': 'title: [' });
    writeFileSync(join(root, 'criteria.yaml'), SMALL_SYSTEM);
    const { code, note } = await check(root, words);
    expect([code, note]).toEqual([2, expect.stringContaining(`dangan validate "${named}"`)]);
    const { out } = await danganHere(['validate', named], root, git);
    expect(out).toContain('scoring-yaml-invalid');
    expect(out).not.toContain('dangan validate');
  },
);

test('a system in a bare repository is judged with what it extends', async () => {
  const repo = repoWith({
    '市/criteria.yaml': SMALL_SYSTEM,
    '县/criteria.yaml':
      'format: dangan/scoring-system@1\ntitle: 县标准\nextends: ../市/criteria.yaml\n',
  });
  const bare = join(temporaryFolder(), 'a.git');
  repo.git('clone', '--quiet', '--bare', '.', bare);
  const { code, out } = await danganHere(
    ['validate', 'main:县/criteria.yaml', '--show'],
    bare,
    git,
  );
  expect([code, out]).toEqual([0, expect.stringContaining('领导机构')]);
  const none = await danganHere(['validate', 'main:无.yaml'], bare, git);
  expect([none.code, none.note]).toEqual([2, expect.stringContaining('main:无.yaml')]);
});
