import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { Archive } from '../core/archive/types.js';
import type { Finding } from '../core/rules/findings.js';
import { rulesIn } from '../core/rules/rules-in.js';
import { aboutOf, changeFor, lastDay, sameAbout, type About } from '../core/waivers/decide.js';
import { waiverFinder } from '../core/waivers/matching.js';
import { NO_BASELINE, NO_WAIVERS, type Waiver } from '../core/waivers/types.js';
import { isWaivable } from '../core/waivers/waivable.js';
import { DanganError } from '../errors.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import { diskStore } from '../io/store/disk-store.js';
import { waiveJson, waiveText, type WaiveResult } from '../report/waive.js';
import { dayAsked } from './day-option.js';

export interface WaiveOptions {
  readonly indicator?: string;
  readonly title?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly until?: string;
  readonly list?: boolean;
  readonly archive?: string;
  readonly today?: string;
  readonly write?: boolean;
  readonly format: 'text' | 'json';
}

export function addWaiveCommand(program: Command, cli: Cli): void {
  const say = cli.say.waive;
  const command = program
    .command('waive')
    .description(say.description)
    .argument('[rule]', say.options.what)
    .option('--indicator <code>', say.options.indicator)
    .option('--title <title>', say.options.title)
    .option('--reason <why>', say.options.reason)
    .option('--owner <who>', say.options.owner)
    .option('--until <day>', say.options.until)
    .option('--list', say.options.list)
    .option('--archive <folder>', cli.say.change.undo.options.archive)
    .option('--today <day>', cli.say.check.options.today)
    .option('--write', say.options.write)
    .addOption(
      new Option('--format <format>', cli.say.add.format).choices(['text', 'json']).default('text'),
    )
    .action((what: string | undefined, options: WaiveOptions) => waive(what, options, cli));
  addExamples(command, cli, say.examples);
}

/** Plan the change of `waivers.yaml`, and with `--write` make it; with `--list` show what is let pass. */
async function waive(what: string | undefined, options: WaiveOptions, cli: Cli): Promise<void> {
  const today = dayAsked(options.today, 'waive', cli);
  if (options.list) {
    const { listWaivers } = await import('./waive-list.js');
    return listWaivers(options.archive, today, options.format, cli);
  }
  const { reason, owner, until } = options;
  if (what === undefined || !said(reason) || !said(owner) || until === undefined) {
    throw new DanganError('USAGE', { what: cli.say.waive.needs, command: 'waive' });
  }
  const day = lastDay(until, today);
  const root = findArchive(resolve(cli.cwd, options.archive ?? '.'));
  const { applyOptions, refuseEarlier } = await import('./settle-earlier.js');
  refuseEarlier(root);
  const { archive, found } = await everythingFound(root, today, cli);
  const { indicator, title } = options;
  const about = await named(aboutOf({ what, indicator, title }, found), archive, cli);
  const { planWaiver } = await import('../io/waivers/plan-waiver.js');
  const { readWaiversFile, waiversIn } = await import('../io/waivers/read-waivers.js');
  const { rulesOf } = await import('./check/judge.js');
  const yaml = await readWaiversFile(diskStore(root, cli.cwd));
  const nameable = { system: archive.system, rules: rulesOf(archive.settings) };
  const same = sameAbout(yaml ? waiversIn(yaml, nameable).entries : [], about);
  const isSame = same?.reason === reason && same.owner === owner && same.until === day;
  const change = changeFor(about, { reason, owner, until: day, since: today }, same);
  const planned = planWaiver(yaml, change, nameable, cli.say.waive.remark);
  const own = planned.waivers.entries.filter(({ nth }) => nth === same?.nth || !same).at(-1);
  const covered = own ? coveredBy(own, found, archive) : [];
  if (covered.length === 0) refuse(about, found);
  // The log shows a name, and no path.
  const of = [about.rule, about.indicator?.split('/').at(-1), about.title];
  const changes = [
    {
      ...planned.change,
      said: [{ of: of.filter((part) => part !== undefined).join(' '), keys: ['waiver'] }],
    },
  ];
  const { applyPlan } = await import('../io/change/apply.js');
  const entry =
    options.write && !isSame
      ? await applyPlan(root, { changes }, { ...applyOptions(cli), verb: 'waive' })
      : undefined;
  const answers = { reason, owner, until: day };
  const command = writeCommand(what, options);
  const result: WaiveResult = { about, answers, same, isSame, covered, entry: entry?.id, command };
  cli.out(options.format === 'json' ? waiveJson(result, cli.say) : waiveText(result, cli));
}

function said(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** All findings, those that are let pass already among them. */
async function everythingFound(
  root: string,
  today: string,
  cli: Cli,
): Promise<{ archive: Archive; found: readonly Finding[] }> {
  const { archive } = await openArchive(root, cli.cwd);
  const { judgeArchive } = await import('./check/judge.js');
  const rules = rulesIn(archive.settings).filter(({ id }) => isWaivable(id));
  const asked = { rules, footers: false, today };
  const nothing = { waivers: NO_WAIVERS, baseline: NO_BASELINE };
  const { findings } = await judgeArchive(diskStore(root, cli.cwd), archive, asked, cli, nothing);
  return { archive, found: findings };
}

/** By the indicator's id. @throws {DanganError} USAGE, WAIVER_VALUE_INVALID */
async function named(about: About, archive: Archive, cli: Cli): Promise<About> {
  if (about.indicator === undefined && about.title === undefined) {
    throw new DanganError('USAGE', { what: cli.say.waive.noPlace, command: 'waive' });
  }
  if (about.indicator === undefined) return about;
  const { idsByName } = await import('../core/scoring/context.js');
  const ids = idsByName(archive.system).get(about.indicator.trim()) ?? [];
  // None, or several: what is to be written is refused for it.
  return ids.length === 1 ? { ...about, indicator: ids[0] } : about;
}

function coveredBy(waiver: Waiver, found: readonly Finding[], { system }: Archive): Finding[] {
  const waiversOf = waiverFinder([waiver], system);
  return found.filter((finding) => waiversOf(finding).length > 0);
}

/** It would be reported as not needed at once. @throws {DanganError} WAIVER_COVERS_NOTHING */
function refuse(about: About, found: readonly Finding[]): never {
  const titles = found.flatMap(({ rule, title }) =>
    title !== '' && (rule === about.rule || rule.startsWith(`${about.rule}-`)) ? [title] : [],
  );
  throw new DanganError('WAIVER_COVERS_NOTHING', { ...about, others: [...new Set(titles)] });
}

/** What to type to have it written. */
function writeCommand(what: string, options: WaiveOptions): readonly string[] {
  const { indicator, title, reason, owner, until, archive, today } = options;
  const given = Object.entries({ indicator, title, reason, owner, until, archive, today });
  const words = given.flatMap(([key, value]) => (value === undefined ? [] : [`--${key}`, value]));
  return ['dangan', 'waive', what, ...words, '--write'];
}
