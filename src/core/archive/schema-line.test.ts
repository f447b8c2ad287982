import { expect, test } from 'vitest';
import { withSystemSchema } from './schema-line.js';

const line = (path: string) => `# yaml-language-server: $schema=${path}scoring-system.schema.json`;
const moved = (before: string) =>
  withSystemSchema(`${before}title: 标准\n`, 'criteria/市/criteria.yaml');

test.each([
  ['in the first line', ''],
  ['in the second', '# 2020年版\n'],
  ['behind a byte order mark', '\uFEFF'],
  ['behind the bytes of one', '\u00EF\u00BB\u00BF'],
])('the path to the schema %s is that from the file', (_what, before) => {
  const ends = 'title: 标准\n';
  expect(moved(`${before}${line('https://example.cn/')}\r\n`)).toBe(
    `${before}${line('../../schemas/')}\r\n${ends}`,
  );
});

test.each([
  ['no line for an editor', '# 2020年版\n'],
  ['one for another schema', '# yaml-language-server: $schema=./mine.schema.json\n'],
  ['one further down', `# 一\n# 二\n${line('./')}\n`],
])('%s: left as it is', (_what, before) => {
  expect(moved(before)).toBe(`${before}title: 标准\n`);
});
