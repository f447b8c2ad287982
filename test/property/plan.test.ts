/** Whatever rules propose: no two things get one name, the plan can be carried out, and the second plan is empty. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachFolder, type Archive } from '../../src/core/archive/types.js';
import { joinPath, type ArchivePath } from '../../src/core/archive/paths.js';
import { planFix } from '../../src/core/change/plan-fix.js';
import { schedule } from '../../src/core/change/schedule.js';
import type { Listed } from '../../src/core/change/sketch.js';
import type { Mend, Plan } from '../../src/core/change/types.js';
import type { ArchiveRule } from '../../src/core/rules/types.js';
import { foldName } from '../../src/core/text.js';
import { archiveOf } from '../helpers/archive-of.js';

const name = fc.constantFrom('a', 'A', 'b', 'c', 'é', 'e\u0301', '01', 'CON', 'x?');
const files = fc.uniqueArray(
  name.map((stem) => `${stem}.pdf`),
  { maxLength: 4 },
);
const archive = fc
  .dictionary(
    fc
      .array(fc.constantFrom('P', 'Q', 'R'), { minLength: 1, maxLength: 3 })
      .map((p) => p.join('/')),
    files,
    { minKeys: 1, maxKeys: 5 },
  )
  .map((folders) => archiveOf(folders));

const paths = ({ root }: Archive): ArchivePath[] =>
  [...eachFolder(root)].flatMap(({ path, files: held }) => [
    path,
    ...held.map((file) => joinPath(path, file.name)),
  ]);
const isFile = (path: ArchivePath) => path.endsWith('.pdf');

/** A rule that once has these ideas of where things should go, by their number in the tree. */
const ruleOf = (ideas: readonly (readonly [number, number, string])[]): ArchiveRule => {
  let left = ideas;
  return {
    id: 'name-pattern',
    severity: 'error',
    fix: 'safe',
    properties: [],
    check: () => [],
    *mend(seen): Iterable<Mend> {
      const all = paths(seen);
      const folders = all.filter((path) => !isFile(path));
      for (const [thing, place, text] of left) {
        const from = all[thing % all.length] ?? '';
        const folder = folders[place % folders.length] ?? '';
        if (from === seen.root.path)
          yield { do: 'create-folder', path: joinPath(folder, text), safe: true };
        else if (text === 'c') yield { do: 'trash', path: from, safe: true };
        else {
          const of = isFile(from) ? 'file' : 'folder';
          yield {
            do: 'move',
            of,
            from,
            to: joinPath(folder, isFile(from) ? `${text}.pdf` : text),
            safe: true,
          };
        }
      }
      left = [];
    },
  };
};
const rule = fc.array(fc.tuple(fc.nat(20), fc.nat(8), name), { maxLength: 5 }).map(ruleOf);

const list = ({ root }: Archive) => {
  const folders = new Map([...eachFolder(root)].map((folder) => [folder.path, folder]));
  return (path: ArchivePath): Listed[] | undefined => {
    if (path === '') return [{ name: root.path, kind: 'folder' }];
    const folder = folders.get(path);
    return (
      folder && [
        ...folder.folders.map(({ name: held }) => ({ name: held, kind: 'folder' as const })),
        ...folder.files.map(({ name: held }) => ({ name: held, kind: 'file' as const })),
      ]
    );
  };
};

/** The paths that are there once the plan is carried out, one primitive step after another. */
function carriedOut(before: Archive, { changes }: Plan): string[] {
  const { steps, blocks } = schedule(changes, list(before), 'trash', (n) => `tmp${n}`);
  expect(blocks).toEqual([]);
  let there = paths(before);
  for (const step of steps) {
    if (step.do === 'make') there.push(step.path);
    if (step.do !== 'move') continue;
    expect(there).toContain(step.from);
    expect(there.map(foldName)).not.toContain(foldName(step.to));
    there = there.map((path) =>
      path === step.from || path.startsWith(`${step.from}/`)
        ? `${step.to}${path.slice(step.from.length)}`
        : path,
    );
  }
  return there.filter((path) => path !== 'trash' && !path.startsWith('trash/'));
}

test('a plan can be carried out and gives nothing a name that another thing has', () => {
  fc.assert(
    fc.property(archive, fc.array(rule, { minLength: 1, maxLength: 3 }), (before, rules) => {
      const after = carriedOut(before, planFix(before, rules, { unsafe: false, only: [] }));
      const twins = (all: readonly string[]) => all.length - new Set(all.map(foldName)).size;
      expect(twins(after)).toBeLessThanOrEqual(twins(paths(before)));
    }),
    { numRuns: 2000 },
  );
});
