/** Files that were never meant to be read, or are not what they seem: a clear finding each, and nothing worse. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runSystemRules } from '../src/core/rules/system-rules.js';
import { readSystem, readUsableSystem } from '../src/io/system/read-system.js';
import { dangan } from './helpers/cli.js';

const root = fileURLToPath(new URL('fixtures/hostile-system/', import.meta.url));
const names = readdirSync(root).filter((name) => !name.startsWith('.'));
const template = '{code} {name}';

describe.each(names)('%s', (name) => {
  test('has the findings it deserves', async () => {
    const source = await readSystem('criteria.yaml', { template, cwd: `${root}${name}` });
    const found = runSystemRules(source)
      .filter(({ rule }) => rule !== 'scoring-owner-missing')
      .map(
        ({ rule, at }) =>
          `${rule} ${at?.file === 'criteria.yaml' ? '' : `${at?.file} `}${at?.line}:${at?.column}\n`,
      );
    expect(found.join('')).toBe(readFileSync(`${root}${name}/expected.txt`, 'utf8'));
  });

  test('ends in words and the exit code they deserve', () => {
    const expected = readFileSync(`${root}${name}/expected.txt`, 'utf8');
    const { code, out, note } = dangan(['validate', 'criteria.yaml'], { cwd: `${root}${name}` });
    expect({ code, note }).toEqual({ code: expected === '' ? 0 : 1, note: '' });
    expect(out).not.toMatch(/^\s+at |Error|undefined|\[object/m);
  });
});

test('what cannot be read as a system is not worked with', async () => {
  const path = `${root}two-documents/criteria.yaml`;
  await expect(readUsableSystem(path, { template })).rejects.toMatchObject({
    code: 'SYSTEM_INVALID',
  });
});
