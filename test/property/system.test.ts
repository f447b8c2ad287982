/** Whatever the text, a scoring system is read without an error of ours; what cannot be read is told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runSystemRules, SYSTEM_RULES } from '../../src/core/rules/system-rules.js';
import { factsOf } from '../../src/core/system/facts.js';
import { mendSystem } from '../../src/core/system/mend.js';
import { messagesIn } from '../../src/messages/index.js';
import { PLAIN } from '../../src/cli/paint.js';
import { systemJson } from '../../src/report/system/json.js';
import { systemText } from '../../src/report/system/text.js';
import { systemTree } from '../../src/report/system/tree.js';
import schema from '../../schemas/scoring-system.schema.json' with { type: 'json' };
import { systemOf } from '../helpers/system-of.js';

const keys = [
  ...new Set([
    ...Object.keys(schema.properties),
    ...Object.values(schema.definitions).flatMap((each) =>
      'properties' in each ? Object.keys(each.properties) : [],
    ),
  ]),
];

const word = fc.constantFrom(
  '1',
  '1.10',
  '010',
  '',
  '~',
  'photo',
  'deduct',
  '2..3',
  '3..2',
  '..',
  '-1',
  '1e3',
  '.5',
  '年',
  '*a',
  'a：b',
  '>=50',
  '2020-02-30',
  '2018..2020',
  'true',
  '__proto__',
  'A/B',
  '\u0000',
  '"',
  '\n',
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 5 }, word, tie('list'), tie('mapping')),
  list: fc.array(tie('tree'), { maxLength: 4 }),
  mapping: fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: word }),
    tie('tree'),
    { maxKeys: 6 },
  ),
}));

/** JSON is YAML, too; without quotes here and there it is what people type. */
const text = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...keys), tree, { maxKeys: 8 }),
    fc.infiniteStream(fc.boolean()),
  )
  .map(([value, bare]) =>
    JSON.stringify(value, null, 1).replace(/"([^"\\]*)"/g, (quoted, inner: string) =>
      bare.next().value === true && inner !== '' ? inner : quoted,
    ),
  );

const say = messagesIn('zh-CN');
const style = { say, columns: 80, paint: PLAIN };

test('nothing that looks like a system makes reading, judging or showing it fail', () => {
  fc.assert(
    fc.property(text, (each) => {
      const source = systemOf(each);
      const findings = runSystemRules(source);
      const report = {
        path: source.path,
        findings,
        facts: factsOf(source.system),
        usable: source.usable,
      };
      expect(systemText(report, true, style)).not.toContain('undefined');
      expect(systemTree(source.system, style)).toBeTypeOf('string');
      expect(JSON.parse(systemJson(report, true, source.system, say))).toBeTypeOf('object');
    }),
    { numRuns: 400 },
  );
});

test('any text at all is judged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (each) => {
      expect(runSystemRules(systemOf(each)).length).toBeGreaterThan(0);
    }),
  );
});

test('what is mended is in order, and mending again changes nothing', () => {
  const mendable: ReadonlySet<string> = new Set(
    SYSTEM_RULES.filter(({ fix }) => fix === 'safe').map(({ id }) => id),
  );
  const name = fc.constantFrom('组织/领导', '甲：乙', '丙'.repeat(60), '丁 ', 'CON', '戊', '"己"');
  const colon = fc.constantFrom(': ', '：', '： ');
  const indicator = fc.record({
    code: fc.constantFrom('1', '1.10', '010', '"2"'),
    name,
    colon,
    inBraces: fc.boolean(),
  });
  fc.assert(
    fc.property(
      // Siblings alike in code and name are a finding of their own, and have no two aliases.
      fc.uniqueArray(indicator, {
        selector: ({ code, name: said }) => `${code.replaceAll('"', '')} ${said}`,
        minLength: 1,
        maxLength: 6,
      }),
      fc.constantFrom('\n', '\r\n'),
      (all, end) => {
        const lines = all.flatMap(({ code, name: said, colon: sign, inBraces }) => {
          const quoted = JSON.stringify(said);
          return inBraces
            ? [`  - { code${sign}${code}, name${sign}${quoted} } # 注：${code}`]
            : [`  - code${sign}${code} # 注：甲`, `    name${sign}${quoted}`];
        });
        const head = ['format: dangan/scoring-system@1', 'title: 标准', 'indicators:'];
        const { text: once } = mendSystem(systemOf([...head, ...lines, ''].join(end)));
        const left = runSystemRules(systemOf(once)).filter(
          ({ rule, fix }) => mendable.has(rule) && fix === 'safe',
        );
        expect(left).toEqual([]);
        expect(mendSystem(systemOf(once))).toEqual({ text: once, mended: [] });
      },
    ),
  );
});
