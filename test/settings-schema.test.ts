/** The schema of dangan.yaml, which editors read, says what the program says. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { decodeSettings } from '../src/core/archive/settings/decode.js';
import { RULE_IDS } from '../src/core/rules/ids.js';
import { parseYaml } from '../src/io/yaml/yaml.js';
import { faultsBy, schemaOf } from './helpers/published-schemas.js';

interface Schema {
  readonly properties: {
    readonly rules: { readonly properties: Readonly<Record<string, object>> };
  };
}
const schema = schemaOf('settings') as Schema;
const isValid = (document: unknown) => faultsBy('settings', document).length === 0;
const program = (text: string) => decodeSettings(parseYaml(text)).problems.length === 0;

test('it has every rule', () => {
  expect(Object.keys(schema.properties.rules.properties)).toEqual([...RULE_IDS]);
});

test.each([
  '',
  'unit: 市水务局',
  'unit: { name: 市水务局, profile: { 人数: 120 } }',
  'window: 2018-01-01..2020-12-31',
  'window: { from: 2018-01-01, to: 2020-12-31 }',
  'naming: { digits: 3, separator: ascii, year: required }',
  'folders: { template: "{name}", years: leaf, rootLength: 30 }',
  'catalogue: { fonds: Z109, retention: 永久, organ: BGS, organs: { 办公室: BGS }, digits: 3 }',
  'catalogue: { categories: { photo: ZP }, template: "{fonds}-{item}", volume: "{volume}" }',
  'boxes: { widths: [30, 50], sheetsPerMm: 10, doubleSided: true, together: false }',
  'boxes: { widths: 40 }',
  'stamp: { template: "{unit} {code} {name}" }',
  'rules: { name-title-vague: off }',
  'preset: ci',
  'rules: { own-年度总结: { title: 总结写年份, where: { indicator: "1.1", kind: 总结 }, name: { matches: "{year}年*" } } }',
  'rules: { own-a-b: { title: 甲, severity: off, why: 乙, do: 丙, count: 1..3, size: ..10MB, formats: [pdf, image] } }',
  'rules: { own-a: { title: 甲, kind: 总结, of: [plan, 图片], per: archive } }',
  'rules: { own-a: { title: 甲, where: { indicator: "1" }, count: 3, per: indicator } }',
  'failOn: warning',
  'ignore: ["*.bak", 草稿/]',
  'ignore: |\n  *.bak\n  !重要.bak',
])('both take %j', (text) => {
  expect([isValid(parse(text)), program(text)]).toEqual([true, true]);
});

test.each([
  'units: 市水务局',
  'unit: { nmae: 市水务局 }',
  'unit: [市水务局]',
  'evidence: 档案/材料',
  'evidence: ..',
  'window: 三年',
  'naming: { digits: 4 }',
  'naming: { year: 2020 }',
  'folders: { template: 文件夹 }',
  'folders: { years: both }',
  'folders: { rootLength: 1000 }',
  'catalogue: { fond: Z109 }',
  'catalogue: { retention: 20年 }',
  'catalogue: { categories: { photos: ZP } }',
  'catalogue: { template: "{fonds}" }',
  'catalogue: { digits: 0 }',
  'boxes: { width: 30 }',
  'boxes: { widths: [5] }',
  'boxes: { widths: [] }',
  'boxes: { widths: [{ mm: 30 }] }',
  'boxes: { sheetsPerMm: 0 }',
  'boxes: { doubleSided: 双面 }',
  'stamp: { templat: "{name}" }',
  'stamp: { template: "{nmae}" }',
  'stamp: { template: "{code}" }',
  'preset: auditor',
  'rules: { own-a: off }',
  'rules: { own-a: { title: 甲 } }',
  'rules: { own-a: { count: 1 } }',
  'rules: { own-a: { title: 甲, counts: 1 } }',
  'rules: { own-a: { title: 甲, count: 一份 } }',
  'rules: { own-a: { title: 甲, size: 10MB } }',
  'rules: { own-a: { title: 甲, name: { matchs: 乙 } } }',
  'rules: { own-a: { title: 甲, count: 1, where: { indicators: "1" } } }',
  'rules: { own-a: { title: 甲, of: [] } }',
  'rules: { own-a: { title: 甲, kind: } }',
  'rules: { own-a: { title: 甲, count: 1, per: folder } }',
  'rules: { own-a: { title: 甲, kind: photo, per: archive } }',
  'rules: { own-a: { title: 甲, count: 1, per: indicator } }',
  'failOn: off',
  'ignore: { files: a }',
  'rules: { no-such-rule: off }',
  'rules: { tree-link: fatal }',
])('neither takes %j', (text) => {
  expect([isValid(parse(text)), program(text)]).toEqual([false, false]);
});

const examples = fileURLToPath(new URL('fixtures/check/', import.meta.url));
test.each(readdirSync(examples))('the settings of the scenario %s keep to it', (name) => {
  const text = readFileSync(`${examples}${name}/archive/dangan.yaml`, 'utf8');
  expect(faultsBy('settings', parse(text))).toEqual([]);
});

const problemsOf = (text: string) =>
  decodeSettings(parseYaml(text)).problems.map(({ messageId, data }) => [messageId, data]);

test('a slip in what codes are made of is told with what was meant', () => {
  expect(problemsOf('catalogue: { fond: Z109, template: "{fonds}-{itme}" }')).toEqual([
    ['unknown-key', { key: 'catalogue.fond', nearest: 'fonds' }],
    [
      'template-field',
      expect.objectContaining({ key: 'catalogue.template', field: 'itme', nearest: 'item' }),
    ],
  ]);
});

test('how long things are kept is said in codes or in words', () => {
  const retentionOf = (word: string) =>
    decodeSettings(parseYaml(`catalogue: { retention: ${word} }`)).settings.catalogue.retention;
  expect(['永久', '30年', 'D10'].map(retentionOf)).toEqual(['Y', 'D30', 'D10']);
});
