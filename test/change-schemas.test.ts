/** What `fix`, `undo` and `log` say to programs is what their schemas say. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dangan } from './helpers/cli.js';
import { messyArchive } from './helpers/messy-archive.js';
import { faultsBy } from './helpers/published-schemas.js';

let root = '';
beforeAll(() => {
  root = messyArchive({ '档案/1. 组织领导/1.1领导机构/Thumbs.db': '' });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
const json = (...words: string[]) => dangan([...words, '--format', 'json'], { cwd: root }).out;

test('a plan, shown, saved and carried out', () => {
  const errors = (text: string) => faultsBy('plan', JSON.parse(text));
  expect(errors(json('fix'))).toEqual([]);
  expect(errors(json('fix', '--unsafe', '-o', 'plan.json'))).toEqual([]);
  expect(errors(readFileSync(join(root, 'plan.json'), 'utf8'))).toEqual([]);
  expect(errors(json('fix', '--unsafe', '--write'))).toEqual([]);
  writeFileSync(join(root, 'plan.json'), json('fix'));
  expect(errors(json('fix', '--plan', 'plan.json'))).toEqual([]);
});

test('an undo, and the log of it all', () => {
  const errors = (text: string) => faultsBy('journal', JSON.parse(text));
  expect(errors(json('undo'))).toEqual([]);
  expect(errors(json('log'))).toEqual([]);
});
