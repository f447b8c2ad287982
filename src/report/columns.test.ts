import { expect, test } from 'vitest';
import { columns } from './columns.js';

test('one long name does not put the others below each other', () => {
  const long = '长'.repeat(30);
  const rows = [
    ['a.docx', '→ 01'],
    [long, '→ 02'],
    ['b.docx', '→ 03'],
  ] as const;
  expect(columns(rows, { width: 40 })).toEqual([
    '  a.docx  → 01',
    `  ${long}`,
    '      → 02',
    '  b.docx  → 03',
  ]);
});
