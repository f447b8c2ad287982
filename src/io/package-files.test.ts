import { join, parse } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile, packageRoot } from './package-files.js';

test('files of the package are found from its source', () => {
  expect(packageFile('schemas')).toBe(join(import.meta.dirname, '../../schemas'));
});

test('a library that was bundled without its package is told, and not looked for without end', () => {
  const { root } = parse(import.meta.dirname);
  expect(() => packageRoot(root)).toThrow('taken out of its package');
});
