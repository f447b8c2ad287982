/** `config show` tells what holds, and where each setting is said. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { smallArchive } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'),
) as object;
const SETTINGS = 'preset: ci\nfailOn: warning\nrules: { name-pattern: info, tree-link: info }\n';

test('an option goes over a variable, that over the file, that over the default', () => {
  const words = ['config', 'show', '--severity', 'tree-link=off', '--format', 'json'];
  const environment = { DANGAN_FAIL_ON: 'info' };
  const { out, code } = dangan(words, { cwd: smallArchive(SETTINGS), environment });
  const document = JSON.parse(out) as {
    settings: { key: string; value: unknown; origin: object }[];
  };
  const of = (key: string) => document.settings.find((each) => each.key === key);
  expect(code).toBe(0);
  expect(of('preset')).toMatchObject({ value: 'ci', origin: { from: 'file', line: 3 } });
  expect(of('failOn')).toMatchObject({
    value: 'info',
    origin: { from: 'environment', name: 'DANGAN_FAIL_ON' },
  });
  expect(of('rules.tree-link')).toMatchObject({ value: 'off', origin: { name: '--severity' } });
  expect(of('rules.name-pattern')).toMatchObject({ value: 'info', origin: { line: 5 } });
  expect(of('naming.digits')).toMatchObject({ value: 2, origin: { from: 'default' } });
  const isValid = new Ajv.default({ strict: true }).compile(schema);
  isValid(document);
  expect(isValid.errors).toBeNull();
});

test('with --origin the text has them, too', () => {
  const { out } = dangan(['config', 'show', '--origin'], { cwd: smallArchive(SETTINGS) });
  expect(out).toMatch(/^preset +ci {2}dangan\.yaml:3$/m);
  expect(out).toMatch(/^naming\.digits +2 {2}默认$/m);
});
