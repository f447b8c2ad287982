/** The examples have just the findings that they deserve: `findings.txt` beside each, one to a line. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runSystemRules } from '../src/core/rules/system-rules.js';
import { readSystem } from '../src/io/read-system.js';

const root = fileURLToPath(new URL('../examples/', import.meta.url));
const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test.each(names)('%s', async (name) => {
  const path = 'criteria.yaml';
  const source = await readSystem(path, { template: '{code} {name}', cwd: `${root}${name}` });
  const found = runSystemRules(source).map(
    ({ rule, at }) => `${rule} ${at?.line ?? 0}:${at?.column ?? 0}`,
  );
  const deserved = readFileSync(`${root}${name}/findings.txt`, 'utf8').trim().split('\n');
  expect(found.sort()).toEqual(deserved.filter((line) => line !== '').sort());
});
