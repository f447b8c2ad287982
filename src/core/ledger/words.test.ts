import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseLedger } from '../../io/ledger/read-ledgers.js';
import { messagesIn } from '../../messages/index.js';
import { choicesOf, keyOfWord, LEDGER_WORDS, type WordedField } from './words.js';

const FIELDS = ['kind', 'state', 'source'] as const;

const wordsOf = (field: WordedField) =>
  Object.entries<readonly string[]>(LEDGER_WORDS[field]).flatMap(([key, words]) =>
    [key, ...words].map((word) => [key, word] as const),
  );

const ledger = (lines: string) =>
  parseLedger('ledger.yaml', `entries:\n  - file: 01：甲.docx\n${lines}`);

const faultIn = (lines: string, language: 'zh-CN' | 'en') => {
  const [problem] = ledger(lines).problems;
  return messagesIn(language).findings['meta-ledger-invalid/entry'](
    (problem?.kind === 'shape' && problem.fault) as never,
  );
};

test.each(FIELDS)('the words of the sheet stand for the keys of %s', (field) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const shown = messagesIn(language).ledgerSheet[`${field}s`] as Readonly<Record<string, string>>;
    for (const [key, word] of Object.entries(shown)) expect(keyOfWord(field, word)).toBe(key);
  }
});

test.each(FIELDS)('the first word for a %s is the one that the sheet shows', (field) => {
  expect(Object.fromEntries(choicesOf(field).map(({ key, word }) => [key, word]))).toEqual(
    messagesIn('zh-CN').ledgerSheet[`${field}s`],
  );
});

test.each(FIELDS)('a ledger takes every word for %s, and so does its schema', (field) => {
  for (const [key, word] of wordsOf(field)) {
    const { entries, problems } = ledger(`    ${field}: ${word}\n`);
    expect([entries[0]?.[field], problems]).toEqual([key, []]);
  }
});

test.each(FIELDS)('the schema has no other words for %s', (field) => {
  const schema = readFileSync(
    new URL('../../../schemas/ledger.schema.json', import.meta.url),
    'utf8',
  );
  const { definitions } = JSON.parse(schema) as {
    definitions: {
      kind: { enum: string[] };
      entry: { properties: Record<string, { enum?: string[] }> };
    };
  };
  const taken =
    field === 'kind' ? definitions.kind.enum : definitions.entry.properties[field]?.enum;
  expect(new Set(taken)).toEqual(new Set(wordsOf(field).map(([, word]) => word)));
});

test('a word that no ledger takes is told with what may be written, in both languages', () => {
  expect(faultIn('    state: 好了\n', 'zh-CN')).toBe(
    '“state”不能是“好了”；英文、中文都可以写：draft 草稿，submitted 已报送，returned 退回，approved 已通过',
  );
  expect(faultIn('    state: 好了\n', 'en')).toBe(
    '“state” cannot be “好了”; it is one of draft (草稿), submitted (已报送), returned (退回), approved (已通过)',
  );
});

test.each([
  ['kind: 报到', '“kind”不能是“报到”，是不是想写“报告”？'],
  ['kind: 现场照片', '“kind”不能是“现场照片”，是不是想写“照片”？'],
  ['state: 退回了', '“state”不能是“退回了”，是不是想写“退回”？'],
  ['source: fil', '“source”不能是“fil”，是不是想写“file”？'],
])('%s is told with the word that may be meant', (line, told) => {
  expect(faultIn(`    ${line}\n`, 'zh-CN')).toBe(told);
});
