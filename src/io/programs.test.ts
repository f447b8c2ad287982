import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { programIn } from './programs.js';

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'));
  for (const name of names) {
    writeFileSync(join(folder, name), '#!/bin/sh\n');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

test('the first folder that has it decides', () => {
  const [none, first, second] = [folderWith(), folderWith('git.exe'), folderWith('git.exe')];
  expect(programIn([none, first, second], ['git.exe'])).toBe(join(first, 'git.exe'));
});

test('what lies where somebody stands is not run', () => {
  const here = relative(process.cwd(), folderWith('git.exe'));
  expect(programIn(['', '.', here], ['git.exe'])).toBeUndefined();
});

test('a folder is no program', () => {
  const folder = folderWith();
  mkdirSync(join(folder, 'git.exe'));
  expect(programIn([folder], ['git.exe'])).toBeUndefined();
});
