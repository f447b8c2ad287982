import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planFix } from '../../src/core/change/plan-fix.js';
import { nameFlags } from '../../src/core/naming/portable.js';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import { runArchiveRules } from '../../src/core/rules/run.js';
import { foldName } from '../../src/core/text.js';
import { archiveOf } from '../helpers/archive-of.js';

/** Names as clerks write them, with what other systems refuse. */
const name = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '1',
      '01',
      '2',
      '02',
      '03',
      '001',
      '０２',
      '00',
      '20',
      '100',
      '①',
      '（1）',
      '一、',
      ' 1',
    ),
    fc.constantFrom('：', ':', '.', '-', '、', ' ', '', '： '),
    fc.constantFrom(
      '通知',
      '3.15活动',
      '谁?',
      'A',
      'a',
      'CON',
      '',
      '标题 ',
      '汉'.repeat(83),
      'e\u0301',
      '\ufffd',
    ),
    fc.constantFrom('.docx', '.DOCX', '', ' ', '.'),
  )
  .map((parts) => parts.join(''))
  .filter((name) => name !== '');
const folder = fc.uniqueArray(name, { maxLength: 12 });

const rules = ARCHIVE_RULES.filter(({ id }) => !id.startsWith('tree-'));

/** Names by what they were, after `fix --write`. */
function fixed(names: readonly string[], unsafe: boolean): Map<string, string> {
  const { changes } = planFix(archiveOf({ A1: names }), rules, { unsafe, only: [] });
  const result = new Map(names.map((name) => [name, name]));
  for (const change of changes) {
    if (change.do !== 'move') throw new Error(`a name rule wants to ${change.do}`);
    result.set(change.from.slice('档案/A1/'.length), change.to.slice('档案/A1/'.length));
  }
  return result;
}
const tiers = (names: Iterable<string>) =>
  new Set(runArchiveRules(archiveOf({ A1: [...names] }), rules).map(({ fix }) => fix));

test.each([false, true])(
  'after a fix nothing is left that it could mend (unsafe: %j)',
  (unsafe) => {
    fc.assert(
      fc.property(folder, (names) => {
        const left = tiers(fixed(names, unsafe).values());
        expect(left).not.toContain('safe');
        if (unsafe) expect(left).not.toContain('unsafe');
      }),
      { numRuns: 1500 },
    );
  },
);

test('a fix adds no name that some system refuses, and no two that it takes for one', () => {
  fc.assert(
    fc.property(folder, fc.boolean(), (names, unsafe) => {
      const after = fixed(names, unsafe);
      const folded = (all: Iterable<string>) => [...all].map(foldName);
      const twins = (all: string[]) => all.length - new Set(all).size;
      expect(twins(folded(after.values()))).toBeLessThanOrEqual(twins(folded(after.keys())));
      for (const [from, to] of after) expect(nameFlags(to) & ~nameFlags(from)).toBe(0);
    }),
    { numRuns: 1500 },
  );
});

test('a safe fix changes no ordinal', () => {
  fc.assert(
    fc.property(folder, (names) => {
      const ordinals = (all: Iterable<string>) =>
        archiveOf({ A1: [...all] }).root.folders.flatMap(({ files }) =>
          files.flatMap(({ parts }) => parts.ordinal || []),
        );
      const before = ordinals(names).toSorted((a, b) => a - b);
      const after = ordinals(fixed(names, false).values());
      for (const ordinal of before) {
        expect(after).toContain(ordinal);
        after.splice(after.indexOf(ordinal), 1);
      }
    }),
    { numRuns: 1500 },
  );
});
