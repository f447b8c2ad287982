/** Paths that lead nowhere, and files that are none of what was asked for. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { PROGRAM } from '../helpers/program.js';

/** A folder with a link to itself, a folder called as a file, and a scoring system that is none. */
function desk(): string {
  const cwd = temporaryFolder();
  symlinkSync('loop.yaml', join(cwd, 'loop.yaml'));
  mkdirSync(join(cwd, 'folder.yaml'));
  writeFileSync(join(cwd, 'broken.yaml'), 'title: [\n');
  return cwd;
}

const long = 'x'.repeat(300);

test.each([
  ['check', 3, 'loop.yaml', '是绕回自身的链接'],
  ['identify', 3, 'loop.yaml', '是绕回自身的链接'],
  ['init x --unit 甲 --system', 3, 'loop.yaml', '是绕回自身的链接'],
  ['check', 2, long, '路径里有名称过长'],
  ['identify', 2, long, '路径里有名称过长'],
  ['check', 2, 'broken.yaml/below', '找不到'],
  ['log', 2, 'folder.yaml', '没有创建档案'],
])('%s ends with %i at what cannot be followed', (command, code, path, told) => {
  const run = dangan([...command.split(' '), path], { cwd: desk() });
  expect([run.code, run.out, run.note]).toEqual([code, '', expect.stringContaining(told)]);
});

// Names of other systems are text.
test.runIf(process.platform === 'linux')('a path that is no UTF-8 is told as that', () => {
  const [root, place] = [smallArchive(), Buffer.from(temporaryFolder())];
  const folder = Buffer.concat([place, Buffer.from('/'), Buffer.from('b5b5b0b8', 'hex')]);
  renameSync(root, folder);
  const script = '"$@" "$0"/*; cd "$0"/* && "$@"';
  const program = [process.execPath, PROGRAM, 'check'];
  const { stderr } = spawnSync('sh', ['-c', script, String(place), ...program], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DANGAN_LANG: 'zh-CN' },
  });
  expect(stderr.match(/不是 UTF-8 编码的名称/g)).toHaveLength(2);
  expect(stderr).not.toContain('找不到');
});

test('a scoring system with nothing to mend in it is not passed over when it is wrong', () => {
  const { code, note } = dangan(['fix', 'broken.yaml'], { cwd: desk() });
  expect([code, note]).toEqual([0, expect.stringMatching(/（错误 1），.*validate "broken\.yaml"/)]);
});
