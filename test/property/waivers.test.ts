/** What is let pass: never more than is written, whatever the order, and whatever the numbers of the evidence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Archive } from '../../src/core/archive/types.js';
import { compareFindings, type Finding } from '../../src/core/rules/findings.js';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import { judgesNames } from '../../src/core/rules/named.js';
import { runArchiveRules } from '../../src/core/rules/run.js';
import { letPass } from '../../src/core/waivers/let-pass.js';
import { archiveOf } from '../helpers/archive-of.js';
import { allowancesIn, ranAll } from '../helpers/waivers.js';

const NAMES = ARCHIVE_RULES.filter(({ id }) => judgesNames(id));
const FOLDERS = ['1 组织领导/1.1 领导机构', '1 组织领导/1.2 工作制度', '2 志愿服务'];
const TITLES = ['通知', '方案', '纪要', 'IMG_2023', '总结.', 'a:b'];

const name = fc
  .tuple(
    fc.constantFrom('01', '02', '05', '7', '12', ''),
    fc.constantFrom('：', ':', '.', '-'),
    fc.constantFrom(...TITLES),
  )
  .map(
    ([ordinal, separator, title]) => `${ordinal === '' ? '' : ordinal + separator}${title}.docx`,
  );
const tree = fc.dictionary(
  fc.constantFrom(...FOLDERS, '其他'),
  fc.uniqueArray(name, { maxLength: 6 }),
);
const archive = tree.map((there) => archiveOf(there, { system: FOLDERS }));

const waiver = fc.record(
  {
    rule: fc.constantFrom('name', 'port', 'tree', ...NAMES.map(({ id }) => id)),
    indicator: fc.constantFrom('1', '1/1.1', '1/1.2', '2'),
    title: fc.constantFrom(...TITLES),
    until: fc.constantFrom('2020-08-14', '2020-08-15', '2020-12-31'),
    reason: fc.constantFrom('借出', '未发文'),
  },
  { requiredKeys: ['rule', 'title', 'until', 'reason'] },
);
const waivers = fc.array(waiver, { maxLength: 5 });
type Waiver = typeof waiver extends fc.Arbitrary<infer T> ? T : never;

const textOf = (entries: readonly Waiver[]) =>
  `waivers:\n${entries.map((each) => `  - ${JSON.stringify({ ...each, owner: '办公室' })}\n`).join('')}`;
const found = (given: Archive) => runArchiveRules(given, NAMES);
const passing = (given: Archive, entries: readonly Waiver[], baseline = '') =>
  letPass(found(given), allowancesIn(given, textOf(entries), baseline), ranAll(given));
const keyOf = ({ rule, indicator, title }: Finding) => `${rule} ${indicator?.path} ${title}`;

test('each finding counts or is let pass, and none is lost or comes twice', () => {
  fc.assert(
    fc.property(archive, waivers, (given, entries) => {
      const { findings, waived } = passing(given, entries);
      const all = [...findings, ...waived.map(({ finding }) => finding)].sort(compareFindings);
      expect(all.map((each) => JSON.stringify(each)).sort()).toEqual(
        found(given)
          .map((each) => JSON.stringify(each))
          .sort(),
      );
    }),
    { numRuns: 50 },
  );
});

test('without waivers, and with those that are over, every finding counts', () => {
  fc.assert(
    fc.property(archive, waivers, (given, entries) => {
      const over = entries.map((each) => ({ ...each, until: '2020-08-14' as const }));
      expect(passing(given, []).findings).toEqual(found(given));
      expect(passing(given, over).findings).toEqual(found(given));
    }),
    { numRuns: 50 },
  );
});

test('nothing is let pass but what a waiver names', () => {
  fc.assert(
    fc.property(archive, waivers, (given, entries) => {
      for (const { finding } of passing(given, entries).waived) {
        const { rule, title } = finding;
        const path = finding.indicator?.path ?? '';
        const covering = entries.some(
          (each) =>
            each.until >= '2020-08-15' &&
            (rule === each.rule || rule.startsWith(`${each.rule}-`)) &&
            title === each.title &&
            (each.indicator === undefined || `${path}/`.startsWith(`${each.indicator}/`)),
        );
        expect(covering).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test('the order of waivers does not matter', () => {
  fc.assert(
    fc.property(archive, waivers, (given, entries) => {
      const told = (list: readonly Waiver[]) => {
        const { findings, waived, outcome } = passing(given, list);
        return {
          findings,
          waived: waived.map(({ finding, by: { reason, until } }) => ({ finding, reason, until })),
          unused: outcome.unused.map(({ rule, title }) => `${rule} ${title}`).sort(),
          expired: outcome.expired.map(({ waiver: each, count }) => `${each.rule} ${count}`).sort(),
        };
      };
      expect(told(entries.toReversed())).toEqual(told(entries));
    }),
    { numRuns: 50 },
  );
});

/** The same evidence under other ordinals. */
function renumbered(there: Readonly<Record<string, readonly string[]>>, by: number) {
  const entries = Object.entries(there).map(([folder, names]) => [
    folder,
    names.map((each) =>
      each.replace(/^\d+/, (digits) => String(Number(digits) + by).padStart(digits.length, '0')),
    ),
  ]);
  return Object.fromEntries(entries) as Record<string, string[]>;
}

test('what is let pass of a piece of evidence stays so when it is renumbered', () => {
  fc.assert(
    fc.property(tree, waivers, fc.integer({ min: 1, max: 60 }), (there, entries, by) => {
      const before = passing(archiveOf(there, { system: FOLDERS }), entries);
      const after = passing(archiveOf(renumbered(there, by), { system: FOLDERS }), entries);
      const open = new Set(after.findings.map(keyOf));
      const reopened = before.waived.filter(({ finding }) => open.has(keyOf(finding)));
      expect(reopened).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

describe('a baseline', () => {
  const lineOf = ({ rule, indicator, title, fingerprint }: Finding, count: number) =>
    `  - ${JSON.stringify({ rule, ...(indicator && { indicator: indicator.path }), title, count, fingerprint })}\n`;
  const baselineOf = (given: Archive) => {
    const counts = new Map<string, { finding: Finding; count: number }>();
    for (const finding of found(given)) {
      const before = counts.get(finding.fingerprint);
      counts.set(finding.fingerprint, { finding, count: (before?.count ?? 0) + 1 });
    }
    return [...counts.values()].map(({ finding, count }) => lineOf(finding, count));
  };
  const textOfLines = (lines: readonly string[]) =>
    lines.length === 0 ? '' : `findings:\n${lines.join('')}`;

  test('lets all pass that was there, and no more of the same', () => {
    fc.assert(
      fc.property(archive, archive, (before, after) => {
        const text = textOfLines(baselineOf(before));
        expect(passing(before, [], text).findings).toEqual([]);
        const counts = new Map<string, number>();
        const count = (given: Archive, by: number) => {
          for (const { fingerprint } of found(given)) {
            counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + by);
          }
        };
        count(after, 1);
        count(before, -1);
        const more = [...counts.values()].reduce((sum, each) => sum + Math.max(0, each), 0);
        expect(passing(after, [], text).findings).toHaveLength(more);
      }),
      { numRuns: 40 },
    );
  });

  test('with lines that a merge left twice, in any order, is the same', () => {
    fc.assert(
      fc.property(archive, (given) => {
        const lines = baselineOf(given);
        const merged = textOfLines([...lines.toReversed(), ...lines]);
        expect(passing(given, [], merged).outcome.gone).toEqual([]);
        expect(passing(given, [], merged).findings).toEqual([]);
        const twice = passing(archiveOf({}, { system: FOLDERS }), [], merged);
        expect(twice.waived.length).toBeLessThanOrEqual(FOLDERS.length);
      }),
      { numRuns: 50 },
    );
  });
});
