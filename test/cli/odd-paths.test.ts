/** Paths that lead nowhere, and files that are none of what was asked for. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

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

test('a scoring system with nothing to mend in it is not passed over when it is wrong', () => {
  const { code, note } = dangan(['fix', 'broken.yaml'], { cwd: desk() });
  expect([code, note]).toEqual([0, expect.stringMatching(/（错误 1），.*validate "broken\.yaml"/)]);
});
