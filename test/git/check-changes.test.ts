/** `dangan check --staged` and `--changed-since`: only what changed, and all that the whole archive decides. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALL_SYSTEM, temporaryFolder } from '../helpers/archive-on-disk.js';
import { check, found, IN_ORDER, LEAF, SETTINGS } from '../helpers/check-in-git.js';
import { gitIn, repoAt, repoWith, stage, type Repo } from '../helpers/repository.js';

/** Files that were there before, with faults that nobody asks about. */
const OLD_FAULTS = { ...IN_ORDER, [`${LEAF}/旧照片.jpg`]: '照片' };

const count = (added: number, modified: number, renamed: number, deleted: number) => ({
  added,
  modified,
  renamed,
  deleted,
});

/** A branch on which something happens, while `main` goes its own way. */
function branched(change: (repo: Repo) => void): Repo {
  const repo = repoWith(OLD_FAULTS);
  repo.git('switch', '--quiet', '--create', 'branch');
  change(repo);
  repo.git('branch', '--force', 'start', 'main');
  repo.git('switch', '--quiet', 'main');
  repo.write({ '档案/2 志愿服务/主干上的.jpg': '照片' });
  repo.commit();
  repo.git('switch', '--quiet', 'branch');
  return repo;
}

test('of single files only those are told that changed since the branch began', async () => {
  const { root } = branched((repo) => {
    repo.write({ [`${LEAF}/新照片.jpg`]: '新' });
    repo.commit();
  });
  const { told, code } = await check(root, ['--changed-since', 'main']);
  expect(found(told)).toEqual([`name-pattern ${LEAF}/新照片.jpg`]);
  expect(told.judged).toMatchObject({
    from: 'disk',
    since: { ref: 'main', everything: false, ...count(1, 0, 0, 0) },
  });
  expect(code).toBe(1);
});

test('what lies in the working tree counts, committed or not, but for what git is told to ignore', async () => {
  const { root, write } = branched((repo) => repo.commit());
  write({
    '.gitignore': '*.bak\n',
    [`${LEAF}/备份.bak`]: '旧',
    [`${LEAF}/没有登记.jpg`]: '新',
    [`${LEAF}/01：创建领导小组文件.docx`]: '改过',
  });
  const { told } = await check(root, ['--changed-since', 'main']);
  expect(found(told)).toEqual([`name-pattern ${LEAF}/没有登记.jpg`]);
  expect(told.judged?.since).toMatchObject(count(1, 1, 0, 0));
});

test('renamed, moved and deleted evidence, under names that git would quote', async () => {
  const { root } = branched((repo) => {
    repo.write({ [`${LEAF}/02：要删的.docx`]: '删' });
    repo.git('switch', '--quiet', 'main');
    repo.commit();
    repo.git('branch', '--force', 'branch', 'main');
    repo.git('switch', '--quiet', 'branch');
    renameSync(join(repo.root, LEAF, '旧照片.jpg'), join(repo.root, LEAF, '"新\t名".jpg'));
    rmSync(join(repo.root, LEAF, '02：要删的.docx'));
    repo.commit();
  });
  const { told } = await check(root, ['--changed-since', 'main']);
  expect(found(told)).toContain(`name-pattern ${LEAF}/"新\t名".jpg`);
  expect(told.judged?.since).toMatchObject(count(0, 0, 1, 1));
});

test('what a deletion leaves behind is told, since the whole archive decides it', async () => {
  const own = SMALL_SYSTEM.replace(
    'name: 领导机构 }',
    'name: 领导机构, evidence: [{ title: 创建领导小组文件 }] }',
  );
  const repo = repoWith({
    ...IN_ORDER,
    'criteria.yaml': own,
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
  });
  rmSync(join(repo.root, LEAF, '01：创建领导小组文件.docx'));
  for (const words of [['--changed-since', 'HEAD'], ['--staged']]) {
    repo.git('add', '--all');
    expect(found((await check(repo.root, words)).told)).toContain(`coverage-no-evidence ${LEAF}`);
  }
});

test('a changed ledger brings up what is said of its folder, changed settings everything', async () => {
  const repo = repoWith(OLD_FAULTS);
  repo.write({ [`${LEAF}/ledger.yaml`]: 'entries: []\n' });
  expect(found((await check(repo.root, ['--changed-since', 'HEAD'])).told)).toEqual([
    `name-pattern ${LEAF}/旧照片.jpg`,
  ]);
  repo.commit();
  repo.write({ 'dangan.yaml': `${SETTINGS}contents: { largest: 1MB }\n` });
  const { told } = await check(repo.root, ['--changed-since', 'HEAD']);
  expect([found(told), told.judged?.since?.['everything']]).toEqual([
    [`name-pattern ${LEAF}/旧照片.jpg`],
    true,
  ]);
});

test('a commit is compared with where its history parted from another', async () => {
  const repo = branched((each) => {
    each.write({ [`${LEAF}/新照片.jpg`]: '新' });
    each.commit();
  });
  repo.git('switch', '--quiet', 'main');
  const { told } = await check(repo.root, ['--ref', 'branch', '--changed-since', 'main']);
  expect(found(told)).toEqual([`name-pattern ${LEAF}/新照片.jpg`]);
});

test('a shallow clone says that its history is cut off, and strangers that they share none', async () => {
  const repo = branched((each) => each.commit());
  const shallow = join(temporaryFolder(), 'shallow');
  gitIn('/', [
    'clone',
    '--quiet',
    '--depth=1',
    '--no-single-branch',
    `file://${repo.root}`,
    shallow,
  ]);
  const cut = await check(shallow, ['--changed-since', 'origin/main']);
  expect([cut.code, cut.told.error?.code]).toEqual([2, 'GIT_NO_MERGE_BASE']);
  expect(cut.note).toContain('fetch-depth: 0');
  expect((await check(shallow, ['--changed-since', 'v1'])).note).toContain('fetch-depth: 0');
  repo.git('switch', '--quiet', '--orphan', 'stranger');
  repo.git('commit', '--quiet', '--allow-empty', '--message=别的');
  repo.git('switch', '--quiet', 'main');
  expect((await check(repo.root, ['--changed-since', 'stranger'])).told.error?.code).toBe(
    'GIT_NO_MERGE_BASE',
  );
});

test('what is staged is judged, not what the disk holds', async () => {
  const repo = repoWith(OLD_FAULTS);
  repo.write({ [`${LEAF}/暂存的.jpg`]: '照片', [`${LEAF}/没有暂存.jpg`]: '照片' });
  repo.git('add', `${LEAF}/暂存的.jpg`);
  rmSync(join(repo.root, LEAF, '暂存的.jpg'));
  const { told } = await check(repo.root, ['--staged']);
  expect(found(told)).toEqual([`name-pattern ${LEAF}/暂存的.jpg`]);
  expect(told.judged).toMatchObject({ from: 'index', since: count(1, 0, 0, 0) });
});

test('a file of which only the name was added is not in the commit that comes, an empty one is', async () => {
  const repo = repoWith(IN_ORDER);
  repo.write({ [`${LEAF}/意向.jpg`]: '照片', [`${LEAF}/空的.jpg`]: '' });
  repo.git('add', '--intent-to-add', `${LEAF}/意向.jpg`);
  repo.git('add', `${LEAF}/空的.jpg`);
  const { told } = await check(repo.root, ['--staged']);
  expect(found(told)).toEqual([`name-pattern ${LEAF}/空的.jpg`]);
  expect(told.summary.files).toBe(4);
});

test('names are staged that this disk may not have', async () => {
  const { root } = repoWith(IN_ORDER);
  stage(root, `${LEAF}/02:通知.docx`, '通知');
  expect(found((await check(root, ['--staged'])).told)).toEqual([
    `port-illegal-char ${LEAF}/02:通知.docx`,
  ]);
});

test('a merge that is not finished is refused with the files in conflict', async () => {
  const repo = branched((each) => {
    each.write({ [`${LEAF}/01：创建领导小组文件.docx`]: '甲' });
    each.commit();
    each.git('switch', '--quiet', 'main');
    each.write({ [`${LEAF}/01：创建领导小组文件.docx`]: '乙' });
    each.commit();
    each.git('switch', '--quiet', 'branch');
  });
  expect(() => repo.git('merge', 'main')).toThrow();
  const { code, told, note } = await check(repo.root, ['--staged']);
  expect([code, told.error?.code]).toEqual([3, 'GIT_UNMERGED']);
  expect(note).toContain('01：创建领导小组文件.docx');
});

test('before the first commit everything is new', async () => {
  const repo = repoAt(temporaryFolder());
  repo.write(OLD_FAULTS);
  repo.git('add', '--all');
  const { told } = await check(repo.root, ['--staged']);
  expect(found(told)).toEqual([`name-pattern ${LEAF}/旧照片.jpg`]);
  expect(told.judged?.since).toMatchObject(count(4, 0, 0, 0));
});

test('a hook’s own index is the one that is judged, from any folder and in any working tree', async () => {
  const repo = repoWith(IN_ORDER);
  const tree = join(temporaryFolder(), '另一个');
  repo.git('worktree', 'add', '--quiet', '--detach', tree);
  mkdirSync(join(tree, '临时'));
  const index = join(repo.root, '.git', 'next-index');
  const environment = { GIT_INDEX_FILE: index };
  gitIn(tree, ['read-tree', `--index-output=${index}`, 'HEAD']);
  const oid = gitIn(tree, ['hash-object', '-w', '--stdin'], '照片').trim();
  gitIn(
    tree,
    ['update-index', '--add', '--cacheinfo', `100644,${oid},${LEAF}/新照片.jpg`],
    undefined,
    environment,
  );
  for (const cwd of [tree, join(tree, '档案')]) {
    expect(found((await check(cwd, ['--staged'], environment)).told)).toEqual([
      `name-pattern ${LEAF}/新照片.jpg`,
    ]);
    expect(found((await check(cwd, ['--staged'])).told)).toEqual([]);
  }
});

test('git’s own settings of a user change nothing', async () => {
  const { root, git } = branched((repo) => {
    renameSync(join(repo.root, LEAF, '旧照片.jpg'), join(repo.root, LEAF, '新照片.jpg'));
    repo.commit();
  });
  const plain = (await check(root, ['--changed-since', 'main'])).out;
  for (const [key, value] of [
    ['diff.relative', 'true'],
    ['diff.renames', 'false'],
    ['diff.external', 'false'],
    ['diff.noprefix', 'true'],
    ['core.quotePath', 'true'],
    ['color.ui', 'always'],
    ['status.showUntrackedFiles', 'no'],
  ] as const) {
    git('config', key, value);
  }
  expect((await check(root, ['--changed-since', 'main'])).out).toBe(plain);
});

test('what does not go together is refused', async () => {
  const { root, git } = repoWith(IN_ORDER);
  expect((await check(root, ['--staged', '--ref', 'HEAD'])).told.error?.code).toBe('USAGE');
  const bare = join(temporaryFolder(), 'a.git');
  git('clone', '--quiet', '--bare', '.', bare);
  expect((await check(bare, ['--staged'])).told.error?.code).toBe('GIT_NO_INDEX');
  expect((await check(root, ['--changed-since', '--output=x'])).code).toBe(2);
});
