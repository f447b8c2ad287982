import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { messagesIn } from './index.js';
import { inQuotes, quoted } from './quoted.js';

const onUnix = test.runIf(process.platform !== 'win32');

onUnix.each([
  ['01：通知.docx', '01：通知.docx'],
  ['关于 5·12 的通知.docx', '"关于 5·12 的通知.docx"'],
  ["it's.pdf", `"it's.pdf"`],
  ['$(rm -rf x).pdf', "'$(rm -rf x).pdf'"],
  ['`id`.pdf', "'`id`.pdf'"],
  ['好!.pdf', "'好!.pdf'"],
  ['"年度"计划.pdf', `'"年度"计划.pdf'`],
  ["$it's.pdf", `'$it'\\''s.pdf'`],
])('%s is typed as %s', (name, typed) => {
  expect(quoted(name)).toBe(typed);
});

onUnix('a command in a sentence runs nothing that is a name', () => {
  const [, hint] = messagesIn('en').errors.SYSTEM_INVALID({ path: '$(id).yaml', count: 1 });
  expect(hint).toContain("`dangan validate '$(id).yaml'`");
});

onUnix('a shell reads the name that was meant', () => {
  const names = ['甲 乙', '$(echo x)', '`echo x`', '$HOME', 'a\\\\b', 'a\\', `'"$'`, "it's", ''];
  const words = [...names.map(quoted), ...names.map(inQuotes)].join(' ');
  const read = execFileSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' });
  expect(read.split('\n').slice(0, -1)).toEqual([...names, ...names]);
});
