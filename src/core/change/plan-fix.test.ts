import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { eachFolder, type Archive } from '../archive/types.js';
import { joinPath } from '../archive/paths.js';
import type { RuleId } from '../rules/ids.js';
import type { ArchiveRule } from '../rules/types.js';
import { planFix } from './plan-fix.js';
import type { Change, Mend } from './types.js';

/** A rule that renames, wherever it stands, each thing that `names` has. */
const renaming = (
  names: Readonly<Record<string, string>>,
  { safe = true, id = 'name-pattern' }: { safe?: boolean; id?: RuleId } = {},
): ArchiveRule => ({
  id,
  severity: 'error',
  fix: 'safe',
  properties: [],
  check: () => [],
  *mend(archive) {
    for (const folder of eachFolder(archive.root)) {
      for (const [of, things] of [
        ['folder', folder.folders],
        ['file', folder.files],
      ] as const) {
        for (const { name } of things) {
          const to = names[name];
          if (to === undefined) continue;
          const [from, target] = [joinPath(folder.path, name), joinPath(folder.path, to)];
          yield { do: 'move', of, from, to: target, safe };
        }
      }
    }
  },
});
const doing = (...mends: Mend[]): ArchiveRule => {
  let asked = false;
  return {
    ...renaming({}),
    mend: () => {
      if (asked) return [];
      asked = true;
      return mends;
    },
  };
};
const shown = (changes: readonly Change[]) =>
  changes.map((change) => {
    switch (change.do) {
      case 'move':
        return `${change.from} > ${change.to}`;
      case 'create-folder':
        return `make ${change.path}`;
      case 'trash':
        return `trash ${change.path}`;
      case 'file':
      case 'replace':
      case 'rewrite':
        return change.do;
    }
  });
const planned = (archive: Archive, ...rules: ArchiveRule[]) =>
  shown(planFix(archive, rules, { unsafe: false, only: [] }).changes);
const refused = (archive: Archive, ...rules: ArchiveRule[]) =>
  planFix(archive, rules, { unsafe: false, only: [] }).refused.map(
    ({ because, path, by }) => `${because} ${path} ${by ?? ''}`,
  );
const small = () => archiveOf({ 'A/B': ['1.pdf', '2.pdf'], C: ['3.pdf'] });

test('what three rules do to one file is one change', () => {
  expect(
    planned(
      small(),
      renaming({ '3.pdf': '3：.pdf' }),
      renaming({ '3：.pdf': '03：.pdf' }),
      renaming({ '03：.pdf': '03：三.pdf' }),
    ),
  ).toEqual(['档案/C/3.pdf > 档案/C/03：三.pdf']);
});

test('a folder and a file in it: old path to new path for both, in the order of the old', () => {
  expect(planned(small(), renaming({ A: 'X' }), renaming({ '1.pdf': '01.pdf' }))).toEqual([
    '档案/A > 档案/X',
    '档案/A/B/1.pdf > 档案/X/B/01.pdf',
  ]);
});

test('one rule may rename a folder and what is in it at once', () => {
  expect(planned(small(), renaming({ A: 'X', B: 'Y', '2.pdf': '02.pdf' }))).toEqual([
    '档案/A > 档案/X',
    '档案/A/B > 档案/X/Y',
    '档案/A/B/2.pdf > 档案/X/Y/02.pdf',
  ]);
});

test('there and back is no change', () => {
  const there = doing({
    do: 'move',
    of: 'file',
    from: '档案/C/3.pdf',
    to: '档案/A/3.pdf',
    safe: true,
  });
  const back = doing({
    do: 'move',
    of: 'file',
    from: '档案/A/3.pdf',
    to: '档案/C/3.pdf',
    safe: true,
  });
  expect(planned(small(), there, back)).toEqual([]);
});

test('a swap is two changes', () => {
  const swap = doing(
    { do: 'move', of: 'file', from: '档案/A/B/1.pdf', to: '档案/A/B/2.pdf', safe: true },
    { do: 'move', of: 'file', from: '档案/A/B/2.pdf', to: '档案/A/B/1.pdf', safe: true },
  );
  expect(planned(small(), swap)).toEqual([
    '档案/A/B/1.pdf > 档案/A/B/2.pdf',
    '档案/A/B/2.pdf > 档案/A/B/1.pdf',
  ]);
});

test('a name that stays taken is refused, and so is what counted on the name of the one that stays', () => {
  const chain = renaming({ '1.pdf': '2.pdf', '2.pdf': '3.pdf' });
  expect(refused(archiveOf({ A: ['1.pdf', '2.pdf', '3.pdf'] }), chain)).toEqual([
    'taken 档案/A/1.pdf 档案/A/2.pdf',
    'taken 档案/A/2.pdf 档案/A/3.pdf',
  ]);
});

test('a name that only another case keeps apart is a collision', () => {
  expect(refused(archiveOf({ A: ['1.pdf', 'X.pdf'] }), renaming({ '1.pdf': 'x.PDF' }))).toEqual([
    'collision 档案/A/1.pdf 档案/A/X.pdf',
  ]);
});

test('of two that want one name the first gets it', () => {
  const archive = archiveOf({ A: ['1.pdf', '2.pdf'] });
  const rule = renaming({ '1.pdf': 'x.pdf', '2.pdf': 'X.pdf' });
  expect(planned(archive, rule)).toEqual(['档案/A/1.pdf > 档案/A/x.pdf']);
  expect(refused(archive, rule)).toEqual(['collision 档案/A/2.pdf 档案/A/x.pdf']);
});

test('a name that would not do on Windows is refused', () => {
  expect(refused(small(), renaming({ '3.pdf': 'CON.pdf' }))).toEqual([
    'not-portable 档案/C/3.pdf ',
  ]);
});

test('a mend may leave a fault that was there to the next rule', () => {
  expect(planned(archiveOf({ A: ['1-a?.pdf'] }), renaming({ '1-a?.pdf': '01：a?.pdf' }))).toEqual([
    '档案/A/1-a?.pdf > 档案/A/01：a?.pdf',
  ]);
});

test('what is not safe waits to be asked for', () => {
  const rule = renaming({ '3.pdf': '4.pdf' }, { safe: false });
  expect(refused(small(), rule)).toEqual(['needs-unsafe 档案/C/3.pdf ']);
  expect(planFix(small(), [rule], { unsafe: true, only: [] }).changes).toHaveLength(1);
});

test('only the rules that are asked for mend', () => {
  const rules = [
    renaming({ '1.pdf': 'a.pdf' }),
    renaming({ '2.pdf': 'b.pdf' }, { id: 'name-separator' }),
  ];
  const { changes } = planFix(small(), rules, { unsafe: false, only: ['name-separator'] });
  expect(shown(changes)).toEqual(['档案/A/B/2.pdf > 档案/A/B/b.pdf']);
});

test('a rule that is off mends nothing', () => {
  const archive = archiveOf({ A: ['1.pdf'] }, { settings: { rules: { 'name-pattern': 'off' } } });
  expect(planned(archive, renaming({ '1.pdf': '2.pdf' }))).toEqual([]);
});

test('a folder that is made comes with those above it', () => {
  expect(planned(small(), doing({ do: 'create-folder', path: '档案/D/E', safe: true }))).toEqual([
    'make 档案/D',
    'make 档案/D/E',
  ]);
});

test('what is put aside is one change, whatever was done to what is in it', () => {
  const rule = doing({ do: 'trash', path: '档案/A', safe: true });
  expect(planned(small(), renaming({ '1.pdf': '01.pdf' }), rule)).toEqual(['trash 档案/A']);
});

test('the rule after sees what the one before leaves behind, and where it came from', () => {
  const rule = doing({ do: 'move', of: 'folder', from: '档案/A', to: '档案/C/A', safe: true });
  const { after } = planFix(small(), [rule], { unsafe: false, only: [] });
  const [folder] = after.root.folders[0]?.folders ?? [];
  expect(folder).toMatchObject({ path: '档案/C/A', origin: '档案/A' });
  expect(folder?.folders[0]?.files[0]).toMatchObject({ name: '1.pdf', origin: '档案/A/B/1.pdf' });
});

test('folders in which nothing changes are the same objects', () => {
  const before = small();
  const rule = doing({
    do: 'move',
    of: 'file',
    from: '档案/C/3.pdf',
    to: '档案/C/4.pdf',
    safe: true,
  });
  const { after } = planFix(before, [rule], { unsafe: false, only: [] });
  expect(after.root.folders[0]).toBe(before.root.folders[0]);
});

test('a folder does not go into itself', () => {
  const rule = doing({ do: 'move', of: 'folder', from: '档案/A', to: '档案/A/B/A', safe: true });
  expect(planned(small(), rule)).toEqual([]);
});

test('fifty thousand files in one folder are planned in one go', () => {
  const names = Array.from({ length: 50_000 }, (_, at) => `${at}.pdf`);
  const to = Object.fromEntries(names.map((name, at) => [name, `${at}：.pdf`]));
  expect(planned(archiveOf({ A: names }), renaming(to))).toHaveLength(50_000);
});
