/**
 * Every filled example is judged as its `filled.md` says: those tables were worked out by hand from the text of the
 * scoring system, before the program was asked.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Archive } from '../src/core/archive/types.js';
import { coverageOf } from '../src/core/coverage/cover.js';
import type { State } from '../src/core/coverage/types.js';
import { COVERAGE_RULES } from '../src/core/rules/coverage-rules.js';
import { scoreOf } from '../src/core/scoring/score.js';
import { eachIndicator } from '../src/core/system/walk.js';
import { readArchive } from '../src/io/archive/read-archive.js';
import { withKnown } from '../src/io/evidence/read-known.js';
import { readFilled } from '../src/io/samples/filled.js';
import { diskStore } from '../src/io/store/disk-store.js';
import { temporaryFolder } from './helpers/archive-on-disk.js';
import { dangan } from './helpers/cli.js';
import {
  coverageRows,
  readTables,
  scoreRows,
  vetoRows,
} from './helpers/documents/filled-tables.js';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));

const names = readdirSync(examples).filter((name) =>
  existsSync(join(examples, name, 'filled.yaml')),
);

const archives = new Map<string, Promise<Archive>>();

/** The archive that `init --filled` makes of an example, on the day that its tables hold for; made once. */
function filledArchive(name: string): Promise<Archive> {
  const archive = archives.get(name) ?? makeFilled(name);
  archives.set(name, archive);
  return archive;
}

async function makeFilled(name: string): Promise<Archive> {
  const cwd = temporaryFolder();
  const { code, note } = dangan(['init', 'a', '--system', name, '--filled'], { cwd });
  expect([name, code], note).toEqual([name, 0]);
  const root = join(cwd, 'a');
  const today = (await readFilled(join(examples, name, 'criteria.yaml')))?.today ?? '';
  const threads = { count: 1, worker: new URL('../dist/worker.js', import.meta.url) };
  return withKnown(diskStore(root), await readArchive(root), { today, threads });
}

const tablesOf = (name: string) =>
  readTables(readFileSync(join(examples, name, 'filled.md'), 'utf8'));

test.each(names)('%s is covered as worked out by hand', async (name) => {
  const coverage = coverageOf(await filledArchive(name));
  expect(coverageRows(coverage)).toEqual(tablesOf(name).coverage);
});

test.each(names)('the vetoes of %s are as worked out by hand', async (name) => {
  const coverage = coverageOf(await filledArchive(name));
  expect(vetoRows(coverage)).toEqual(tablesOf(name).vetoes);
});

test.each(names)('%s is scored as worked out by hand', async (name) => {
  const score = scoreOf(await filledArchive(name));
  expect(scoreRows(score)).toEqual(tablesOf(name).scores);
});

test.each(names)(
  'of %s each requirement that is missing is an error, and no other',
  async (name) => {
    const archive = await filledArchive(name);
    expect(missingTold(archive)).toEqual(missingIn(archive));
  },
);

/** Requirements of which an error of a coverage rule tells; the whole indicator where it has nothing. */
function missingTold(archive: Archive): readonly string[] {
  const { leaves } = coverageOf(archive);
  const told = COVERAGE_RULES.filter(({ id }) => id.startsWith('coverage-')).flatMap((rule) =>
    [...rule.check(archive)].filter(({ severity = rule.severity }) => severity === 'error'),
  );
  const names = told.flatMap(({ indicator, title }) => {
    const leaf = leaves.find((each) => each.indicator === indicator);
    const about = leaf?.requirements.filter(({ requirement }) =>
      ` ${title} `.startsWith(` ${requirement.title} `),
    );
    return leaf ? [`${leaf.indicator.id} ${about?.at(-1)?.requirement.title ?? title}`] : [];
  });
  return [...new Set(names)].sort();
}

/** Requirements that are short or late, but for those of a bonus, which nobody has to claim. */
function missingIn(archive: Archive): readonly string[] {
  const places = [...eachIndicator(archive.system)];
  const bonus = new Set(
    places.flatMap(({ indicator, part }) => (part === 'bonus' ? indicator : [])),
  );
  const names = coverageOf(archive).leaves.flatMap((leaf) => {
    const { indicator, requirements, lacks } = leaf;
    if (bonus.has(indicator)) return [];
    if (lacks.some(({ is }) => is === 'none') && requirements.length > 0) {
      return [`${indicator.id} ${indicator.name}`];
    }
    return requirements
      .filter(({ requirement, state }) => isShort(state) && !requirement.optional)
      .filter(({ requirement }) => requirement.see === undefined)
      .map(({ requirement }) => `${indicator.id} ${requirement.title}`);
  });
  return [...new Set(names)].sort();
}

function isShort(state: State): boolean {
  return state === 'short' || state === 'late';
}
