/**
 * Every YAML block of a page is what it says behind its fence, and in order:
 *
 * - `system`: a whole scoring system; `top`: keys of one; `indicator`: keys of a leaf indicator; `evidence`: its
 *   requirements. What is left out is put around them, see `skeleton`.
 * - `settings`, `ledger`, `scores`, `waivers`: the file of that name.
 *
 * A block that is put into a file (`<!-- file: … -->`) is judged by the commands of the page.
 */
import { Ajv } from 'ajv';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_SETTINGS } from '../../src/core/archive/settings.js';
import { runSystemRules } from '../../src/core/rules/system-rules.js';
import { readSystem } from '../../src/io/system/read-system.js';
import { blocksOf, docPages, readDoc } from '../helpers/docs/page.js';
import { schemaOf } from '../helpers/published-schemas.js';

const desk = mkdtempSync(join(tmpdir(), 'dangan-yaml-'));
afterAll(() => rmSync(desk, { recursive: true, force: true }));

const blocks = docPages().flatMap((page) =>
  blocksOf(readDoc(page))
    .filter(({ kind, mark }) => kind === 'yaml' && !/^(?:file|append):/.test(mark))
    .map((block) => ({ ...block, place: `${page}:${block.line}` })),
);

const ajv = new Ajv({ strict: false });

function faultsBySchema(name: string, text: string): readonly string[] {
  const validate = ajv.compile(schemaOf(name));
  ajv.removeSchema();
  validate(parse(text, { version: '1.2' }));
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath} ${message}`,
  );
}

async function findingsOf(text: string): Promise<readonly string[]> {
  const file = join(desk, 'criteria.yaml');
  writeFileSync(file, text);
  const { template } = DEFAULT_SETTINGS.folders;
  const findings = runSystemRules(await readSystem('criteria.yaml', { template, cwd: desk }));
  // Who is to hand something in is not what a part of a system is about.
  const faults = findings.filter(({ rule }) => rule !== 'scoring-owner-missing');
  return faults.map(
    ({ rule, at, params }) => `${rule} ${at?.line ?? 0} ${JSON.stringify(params)}\n${text}`,
  );
}

const indented = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** What stands around a part of a scoring system, unless the part says it itself. */
function skeleton(top: string, leaf: string): string {
  const parts: Readonly<Record<string, string>> = {
    format: 'format: dangan/scoring-system@1',
    title: 'title: 示例',
    owners: 'owners: { office: 办公室, party: 机关党委, union: 工会 }',
    windows: 'windows: { 近三年: { years: 3 } }',
    profile: 'profile: { 性质: [机关, 企业, 学校], 人数: [] }',
    grades: 'grades: { A: 100%, B: 66%, C: 33%, D: 0% }',
    indicators: `indicators:\n  - code: "1"\n    name: 组织领导\n${indented(leaf, 4)}`,
  };
  const missing = Object.entries(parts).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(top));
  return `${[top, ...missing.map(([, text]) => text)].join('\n')}\n`;
}

async function faultsOf(about: string, text: string): Promise<readonly string[]> {
  switch (about) {
    case 'system':
      return findingsOf(`${text}\n`);
    case 'top':
      return findingsOf(skeleton(text, 'files: false'));
    case 'indicator':
      return findingsOf(skeleton('', text));
    case 'evidence':
      return findingsOf(skeleton('', `evidence:\n${indented(text, 2)}`));
    case 'settings':
    case 'ledger':
    case 'scores':
    case 'waivers':
      return faultsBySchema(about, text);
    default:
      return [`say behind the fence what it is, not “${about}”`];
  }
}

test.each(blocks)('$place is in order', async ({ about, text }) => {
  expect(await faultsOf(about, text)).toEqual([]);
});

interface Part {
  readonly properties?: object;
  readonly enum?: readonly unknown[];
}

/** Every key that a file with this schema may have, and every word that is a value. */
function wordsOf(part: unknown): { readonly keys: readonly string[]; readonly values: string[] } {
  const { properties = {}, enum: values = [] } = part as Part;
  const inner = Object.values(part as object).filter((each) => typeof each === 'object');
  const below = inner.filter((each) => each !== null).map(wordsOf);
  return {
    keys: [...Object.keys(properties), ...below.flatMap(({ keys }) => keys)],
    values: [...values.map(String), ...below.flatMap((each) => each.values)],
  };
}

/** Those of the words that are nowhere on a page. */
function missingOn(page: string, words: readonly string[]): readonly string[] {
  const shown = new Set(readDoc(page).match(/[\w-]+(?:@1)?/g));
  return [...new Set(words)].filter((word) => !shown.has(word.replace('dangan/', '')));
}

describe.each(['zh', 'en'])('the guides (%s)', (language) => {
  test('show all of the language of scoring systems', () => {
    const { keys, values } = wordsOf(schemaOf('scoring-system'));
    expect(missingOn(`docs/${language}/guide/scoring-system.md`, [...keys, ...values])).toEqual([]);
  });

  test.each(['ledger', 'scores', 'waivers'])('show every key of the %s', (name) => {
    const { keys } = wordsOf(schemaOf(name));
    expect(missingOn(`docs/${language}/guide/files.md`, keys)).toEqual([]);
  });

  test('show every area of the settings', () => {
    const { properties = {} } = schemaOf('settings') as Part;
    expect(missingOn(`docs/${language}/guide/files.md`, Object.keys(properties))).toEqual([]);
  });
});
