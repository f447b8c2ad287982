import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeReport } from './write-report.js';

const newFolder = () => mkdtempSync(join(tmpdir(), 'dangan-report-'));

test('a report goes over an earlier one, and leaves nothing beside it', () => {
  const folder = newFolder();
  writeReport(join(folder, 'check.json'), 'earlier');
  writeReport(join(folder, 'check.json'), 'later');
  expect(readFileSync(join(folder, 'check.json'), 'utf8')).toBe('later');
  expect(readdirSync(folder)).toEqual(['check.json']);
});

test('a link to a report stays a link', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'there.json'), 'earlier');
  symlinkSync('there.json', join(folder, 'check.json'));
  writeReport(join(folder, 'check.json'), 'later');
  expect(readFileSync(join(folder, 'there.json'), 'utf8')).toBe('later');
});

test('where a folder is missing, the report is named, not what it would have been called meanwhile', () => {
  const path = join(newFolder(), 'missing', 'check.json');
  expect(() => writeReport(path, 'text')).toThrow(
    expect.objectContaining({ code: 'FILE_NOT_FOUND', data: { path } }),
  );
});
