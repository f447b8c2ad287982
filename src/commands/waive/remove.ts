/** `dangan waive --remove`: a waiver is taken back, and what it let pass counts again. */
import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { Finding } from '../../core/rules/findings.js';
import { aboutOf, entriesAbout, isFingerprint, type About } from '../../core/waivers/decide.js';
import { waiverFinder } from '../../core/waivers/matching.js';
import type { Waiver } from '../../core/waivers/types.js';
import type { Day } from '../../core/system/types.js';
import { DanganError } from '../../errors.js';
import { findArchive } from '../../io/archive/read-archive.js';
import { planWaiver } from '../../io/waivers/plan-waiver.js';
import { removalText, waiveJson } from '../../report/waivers/waive.js';
import {
  coveredBy,
  everythingFound,
  named,
  shortly,
  waiversAsTheyAre,
  type WaiveOptions,
} from './about.js';
import { commandLine } from '../telling/command-line.js';

/** Plan it, and with `--write` do it. */
export async function removeWaiver(
  what: string | undefined,
  options: WaiveOptions,
  today: Day,
  cli: Cli,
): Promise<void> {
  const { indicator, title, reason, owner, until, archive: place } = options;
  if (what === undefined || (reason ?? owner ?? until) !== undefined) {
    throw new DanganError('USAGE', { what: cli.say.waive.removes, command: 'waive' });
  }
  const root = findArchive(resolve(cli.cwd, place ?? '.'));
  const { carryOut } = await import('../changing/carry-out.js');
  const { refuseEarlier } = await import('../changing/earlier.js');
  refuseEarlier(root);
  const { archive, found } = await everythingFound(root, today, cli);
  const { yaml, nameable, entries } = await waiversAsTheyAre(root, archive, cli);
  const about = named(aboutOf({ what, indicator, title }, found), archive);
  const finding = isFingerprint(what)
    ? found.find(({ fingerprint }) => fingerprint === what.toLowerCase())
    : undefined;
  const meant = finding
    ? waiverFinder(entries, archive.system)(finding)
    : entriesAbout(entries, about);
  const waiver = theOne(meant, entries);
  const change = { list: 'waivers', remove: new Set([waiver.nth - 1]) } as const;
  const planned = planWaiver(yaml, change, nameable, cli.say.waive.remark);
  const said = [{ of: shortly(waiver), keys: ['waiver-removed'] }];
  const others = entries.filter((each) => each !== waiver && each.until >= today);
  const back = waiver.until < today ? [] : freedBy(waiver, others, found, archive);
  const changes = options.write ? [{ ...planned.change, said }] : [];
  const entry = await carryOut(root, changes, 'waive', cli);
  const typed = { indicator, title, archive: place, today: options.today };
  const result = {
    about: waiver,
    answers: waiver,
    same: undefined,
    isSame: false,
    covered: back,
    entry: entry?.id,
    command: commandLine('dangan waive', [what], { ...typed, remove: true, write: true }),
    removed: true,
  };
  cli.out(options.format === 'json' ? waiveJson(result, cli.say) : removalText(result, cli));
}

/** What counts again without a waiver; what another one lets pass does not. */
function freedBy(
  waiver: Waiver,
  others: readonly Waiver[],
  found: readonly Finding[],
  archive: Archive,
): readonly Finding[] {
  const coveredElsewhere = waiverFinder(others, archive.system);
  return coveredBy(waiver, found, archive).filter((each) => coveredElsewhere(each).length === 0);
}

/** @throws {DanganError} WAIVER_NOT_THERE, WAIVER_AMBIGUOUS */
function theOne(meant: readonly Waiver[], entries: readonly Waiver[]): Waiver {
  const [waiver, ...others] = meant;
  if (!waiver) throw new DanganError('WAIVER_NOT_THERE', { there: entries.map(shown) });
  if (others.length > 0) throw new DanganError('WAIVER_AMBIGUOUS', { there: meant.map(shown) });
  return waiver;
}

function shown({ rule, indicator, title }: Waiver): About {
  return { rule, indicator, title };
}
