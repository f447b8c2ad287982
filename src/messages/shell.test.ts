import { expect, test } from 'vitest';
import { aliasFor, changingTo, inQuotesOf, shellIn } from './shell.js';

const MACHINE =
  'C:\\Program Files\\WindowsPowerShell\\Modules;C:\\WINDOWS\\system32\\WindowsPowerShell\\v1.0\\Modules';
const OF_A_SERVER =
  'C:\\Program Files (x86)\\Microsoft SQL Server\\150\\Tools\\PowerShell\\Modules\\';

test.each([
  ['cmd', { PROMPT: '$P$G', PSModulePath: `${MACHINE};${OF_A_SERVER}` }],
  ['cmd', {}],
  [
    'powershell',
    { PSModulePath: `C:\\Users\\张\\Documents\\WindowsPowerShell\\Modules;${MACHINE}` },
  ],
  ['powershell', { PSModulePath: `D:\\OneDrive\\文档\\PowerShell\\Modules;${MACHINE}` }],
  ['powershell', { PSModulePath: `\\\\server\\home\\WindowsPowerShell\\Modules;${MACHINE}` }],
  ['unix', { MSYSTEM: 'MINGW64', PSModulePath: MACHINE }],
] as const)('%s is told from its surroundings', (shell, environment) => {
  expect(shellIn(environment, 'win32')).toBe(shell);
});

test('a system that is not Windows has a shell of Unix', () => {
  expect(shellIn({ PSModulePath: '/home/a/.local/share/powershell/Modules' }, 'linux')).toBe(
    'unix',
  );
});

test.each([
  ['关于 5·12 的通知.docx', '"关于 5·12 的通知.docx"'],
  ['D:\\创建 档案\\', '"D:\\创建 档案\\"'],
  ['关于“四心”的通知.docx', "'关于“四心”的通知.docx'"],
  ['$(calc).pdf', "'$(calc).pdf'"],
  ["$it's ‘so’.pdf", "'$it''s ‘‘so’’.pdf'"],
  ['好!.pdf', '"好!.pdf"'],
])('in PowerShell, %s is typed as %s', (name, typed) => {
  expect(inQuotesOf('powershell', name)).toBe(typed);
});

test.each([
  ['关于“四心”的 通知.docx', '"关于“四心”的 通知.docx"'],
  ['$(calc)!.pdf', '"$(calc)!.pdf"'],
  ["it's.pdf", `"it's.pdf"`],
  ['a"b', '"a""b"'],
])('in the command prompt, which knows no single quotes, %s is typed as %s', (name, typed) => {
  expect(inQuotesOf('cmd', name)).toBe(typed);
});

test('the command prompt is told to change the drive with the folder', () => {
  expect(changingTo('cmd', 'D:\\档案')).toBe('cd /d');
  expect(changingTo('cmd', '档案')).toBe('cd');
  expect(changingTo('powershell', 'D:\\档案')).toBe('cd');
});

test('each shell has its own way of naming a program', () => {
  expect(aliasFor('cmd', 'C:\\a\\dangan.js')).toBe('doskey dangan=node "C:\\a\\dangan.js" $*');
  expect(aliasFor('powershell', 'C:\\a\\dangan.js')).toContain('@args');
  expect(aliasFor('unix', '/a/dangan.js')).toBe(`alias dangan='node "/a/dangan.js"'`);
});
