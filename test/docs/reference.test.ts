/** The pages of the reference tell what the program is now, and all of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { isCommanderError } from '../../src/cli/usage-error.js';
import { ERROR_CODES } from '../../src/errors.js';
import { RULE_IDS } from '../../src/core/rules/ids.js';
import { UNSAID } from '../../scripts/reference/codes.js';
import { commandsOf, examplesOf, nameOf, silentCli } from '../../scripts/reference/commands.js';
import { VARIABLES } from '../../scripts/reference/environment.js';
import { referencePages } from '../../scripts/reference/index.js';
import { schemaNames } from '../../scripts/reference/keys.js';
import { docPages, readDoc } from '../helpers/docs/page.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = await referencePages();
const page = (name: string) => pages.get(`docs/zh/reference/${name}.md`) ?? '';

test.each([...pages.keys()])('%s is up to date (if not: npm run docs)', (path) => {
  expect(readDoc(path)).toBe(pages.get(path));
});

test('no page tells of what is gone', () => {
  const there = docPages().filter((path) => path.includes('/reference/'));
  expect(there).toEqual([...pages.keys()].sort());
});

test('every rule, error and schema is on its page', () => {
  const missing = [
    ...RULE_IDS.filter((id) => !page('rules').includes(`[${id}]`)),
    ...ERROR_CODES.filter((each) => !page('exit-codes').includes(`\`${each}\``)),
    ...schemaNames().filter((name) => !page('schemas').includes(`[${name}.schema.json]`)),
  ];
  expect(missing).toEqual([]);
});

test('every error has its sentence: give it something to say in scripts/reference/codes.ts', () => {
  const lines = page('exit-codes').split('\n');
  expect(lines.filter((line) => line.includes(UNSAID))).toEqual([]);
});

/** What the source asks of the environment, by name. */
function variablesAsked(): ReadonlySet<string> {
  const names = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const source = files.map((name) => readFileSync(`${root}src/${name}`, 'utf8')).join('\n');
  const asked = [
    ...source.matchAll(/\benv(?:ironment)?(?:\['|\.)([A-Z][A-Z_]+)\b/g),
    ...source.matchAll(/\b(DANGAN_[A-Z_]+)\b/g),
  ];
  return new Set(asked.map(([, name = '']) => name));
}

test('every environment variable is told: add it to scripts/reference/environment.ts', () => {
  expect([...variablesAsked()].filter((name) => !Object.hasOwn(VARIABLES, name))).toEqual([]);
});

/** Words as a shell would take them, up to where it hands on what is printed. */
function wordsOf(line: string): readonly string[] {
  const words = line.replace(/ [>|] .*/, '').match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

/** @returns the complaint of the parser, and nothing is run. */
async function complaint(line: string): Promise<string | undefined> {
  const program = await buildProgram(silentCli('zh-CN'), undefined);
  for (const command of commandsOf(program)) command.action(() => undefined);
  try {
    await program.parseAsync(wordsOf(line).slice(1), { from: 'user' });
    return undefined;
  } catch (error) {
    const isHelp = isCommanderError(error) && error.exitCode === 0;
    return isHelp ? undefined : `${line}: ${String(error)}`;
  }
}

test.each(['zh-CN', 'en'] as const)('examples of the help can be typed (%s)', async (language) => {
  const cli = silentCli(language);
  const commands = commandsOf(await buildProgram(cli, undefined));
  const without = commands.filter((each) => examplesOf(each, cli.printed) === '').map(nameOf);
  expect(without).toEqual([]);
  const examples = commands.flatMap((each) => examplesOf(each, cli.printed).split('\n').slice(1));
  const lines = examples.flatMap((line) => /^ {2}(dangan .*?)(?: {3,}|$)/.exec(line)?.[1] ?? []);
  const complaints = await Promise.all(lines.map((line) => complaint(line)));
  expect(complaints.filter((each) => each !== undefined)).toEqual([]);
});

test('what the program prints is not listed among the files that it reads', () => {
  const parts = page('schemas').split(/^## /m).slice(1);
  const [read, printed] = parts.map((part) =>
    [...part.matchAll(/^\| \[([\w-]+)\.schema/gm)].map(([, name]) => name),
  );
  const outputs = [
    'add',
    'boxes',
    'check',
    'check-line',
    'init',
    'merge',
    'score',
    'status',
    'watch',
  ];
  const files = ['baseline', 'ledger', 'scores', 'scoring-system', 'settings', 'waivers'];
  expect(printed).toEqual(expect.arrayContaining(outputs));
  expect(read).toEqual(expect.arrayContaining(files));
  expect(outputs.filter((name) => read?.includes(name))).toEqual([]);
});
