import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentTypes } from '../../scripts/document-types.mjs';
import { REPOSITORY } from './packed.js';

test('the library’s types are as the schemas have them: if not: npm run docs', async () => {
  const written = readFileSync(join(REPOSITORY, 'src/library/documents.ts'), 'utf8');
  expect(written).toBe(await documentTypes());
});
