import { expect, test } from 'vitest';
import { folderWith, notices, toldBy } from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';

const inOrder = {
  schema: 'dangan/bundle-checks@1',
  allowErrors: false,
  summary: { error: 0, warning: 0, info: 0 },
  findings: [] as object[],
};
const oneError = {
  summary: { error: 1, warning: 0, info: 0 },
  findings: [{ severity: 'error' }],
};
const told = (change: object) =>
  toldBy(
    'bundle-checks-invalid',
    folderWith({
      ...ourBundle(notices),
      'checks.json': JSON.stringify({ ...inOrder, ...change }),
    }),
  );

test('errors that were not allowed are told', async () => {
  expect(await told(oneError)).toEqual([
    'error checks.json: It lists errors, but says that it was not packed with --allow-errors',
  ]);
});

test('errors that were allowed are in order: it is about checks.json, not about them', async () => {
  expect(await told({ ...oneError, allowErrors: true })).toEqual([]);
});

test('of another schema it is told as such, whatever it counts', async () => {
  expect(await told({ ...oneError, schema: 'dangan/bundle-checks@9' })).toEqual([
    'error checks.json: Not a JSON document that `dangan pack` would write',
  ]);
});
