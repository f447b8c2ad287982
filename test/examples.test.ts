/** Every scoring system in `examples` is judged as its `findings.txt` says: one finding a line, `rule line:column`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../src/core/archive/settings.js';
import { runSystemRules } from '../src/core/rules/system-rules.js';
import { readSystem } from '../src/io/system/read-system.js';

const root = fileURLToPath(new URL('../examples/', import.meta.url));

const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** One finding a line; a place in a file that is extended is told with the path of that file. */
async function findingsOf(name: string): Promise<string> {
  const file = `${name}/criteria.yaml`;
  const { template } = DEFAULT_SETTINGS.folders;
  const findings = runSystemRules(await readSystem(file, { template, cwd: root }));
  return findings
    .map(({ rule, at }) => {
      const place = `${at?.line ?? 0}:${at?.column ?? 0}`;
      return at?.file === file ? `${rule} ${place}\n` : `${rule} ${at?.file ?? ''}:${place}\n`;
    })
    .join('');
}

test.each(names)('%s has the findings that it is said to have', async (name) => {
  expect(await findingsOf(name)).toBe(readFileSync(`${root}${name}/findings.txt`, 'utf8'));
});

test.each(names)('%s tells its reader what it is', (name) => {
  expect(existsSync(`${root}${name}/README.md`)).toBe(true);
});

test.each(names)('%s names the schema that editors check it by', (name) => {
  expect(readFileSync(`${root}${name}/criteria.yaml`, 'utf8').split('\n')[0]).toBe(
    '# yaml-language-server: $schema=../../schemas/scoring-system.schema.json',
  );
});
