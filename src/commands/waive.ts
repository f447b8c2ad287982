import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { Finding } from '../core/rules/findings.js';
import { aboutOf, changeFor, lastDay, sameAbout, type About } from '../core/waivers/decide.js';
import { DanganError } from '../errors.js';
import { findArchive } from '../io/archive/read-archive.js';
import { waiveJson, waiveText, type WaiveResult } from '../report/waivers/waive.js';
import { dayAsked } from './options/day.js';
import { formatOption } from './options/format.js';
import {
  coveredBy,
  everythingFound,
  named,
  shortly,
  waiversAsTheyAre,
  type WaiveOptions,
} from './waive/about.js';
import { commandLine } from './telling/command-line.js';

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
    .option('--remove', say.options.remove)
    .option('--list', say.options.list)
    .option('--archive <folder>', cli.say.change.undo.options.archive)
    .option('--today <day>', cli.say.check.options.today)
    .option('--write', say.options.write)
    .addOption(formatOption(cli.say.add.format))
    .action((what: string | undefined, options: WaiveOptions) => waive(what, options, cli));
  addExamples(command, cli, say.examples);
}

/** Plan the change of `waivers.yaml`, and with `--write` make it; with `--list` show what is let pass. */
async function waive(word: string | undefined, options: WaiveOptions, cli: Cli): Promise<void> {
  const today = dayAsked(options.today, 'waive', cli);
  if (options.list) {
    const { listWaivers } = await import('./waive/list.js');
    return listWaivers(options.archive, today, options.format, cli);
  }
  if (options.remove) {
    const { removeWaiver } = await import('./waive/remove.js');
    return removeWaiver(word, options, today, cli);
  }
  const { what, reason, owner, until } = whole(word, options, cli);
  const day = lastDay(until, today);
  const root = findArchive(resolve(cli.cwd, options.archive ?? '.'));
  const { carryOut } = await import('./changing/carry-out.js');
  const { refuseEarlier } = await import('./changing/earlier.js');
  refuseEarlier(root);
  const { archive, found } = await everythingFound(root, today, cli);
  const { indicator, title } = options;
  const about = named(aboutOf({ what, indicator, title }, found), archive);
  if (about.indicator === undefined && about.title === undefined) {
    throw new DanganError('USAGE', { what: cli.say.waive.noPlace, command: 'waive' });
  }
  const { planWaiver } = await import('../io/waivers/plan-waiver.js');
  const { yaml, nameable, entries } = await waiversAsTheyAre(root, archive, cli);
  const same = sameAbout(entries, about);
  const isSame = same?.reason === reason && same.owner === owner && same.until === day;
  const change = changeFor(about, { reason, owner, until: day, since: today }, same);
  const planned = planWaiver(yaml, change, nameable, cli.say.waive.remark);
  const own = planned.waivers.entries.filter(({ nth }) => nth === same?.nth || !same).at(-1);
  const covered = own ? coveredBy(own, found, archive) : [];
  if (covered.length === 0) refuse(about, found);
  const said = [{ of: shortly(about), keys: ['waiver'] }];
  const changes = options.write && !isSame ? [{ ...planned.change, said }] : [];
  const entry = await carryOut(root, changes, 'waive', cli);
  const answers = { reason, owner, until: day };
  const { archive: place, today: asked } = options;
  const typed = { indicator, title, reason, owner, until, archive: place, today: asked };
  const command = commandLine('dangan waive', [what], { ...typed, write: true });
  const result: WaiveResult = { about, answers, same, isSame, covered, entry: entry?.id, command };
  cli.out(options.format === 'json' ? waiveJson(result, cli.say) : waiveText(result, cli));
}

/** Who lets what pass, why and until when: all of it is asked for. @throws {DanganError} USAGE */
function whole(what: string | undefined, { reason, owner, until }: WaiveOptions, { say }: Cli) {
  if (what !== undefined && said(reason) && said(owner) && until !== undefined) {
    return { what, reason, owner, until };
  }
  const missing = [
    ...(what === undefined ? [say.waive.what] : []),
    ...(said(reason) ? [] : ['--reason']),
    ...(said(owner) ? [] : ['--owner']),
    ...(until === undefined ? ['--until'] : []),
  ];
  const needed = say.waive.needs({ missing: missing.join(say.cli.listed) });
  throw new DanganError('USAGE', { what: needed, command: 'waive' });
}

function said(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** It would be reported as not needed at once. @throws {DanganError} WAIVER_COVERS_NOTHING */
function refuse(about: About, found: readonly Finding[]): never {
  const titles = found.flatMap(({ rule, title }) =>
    title !== '' && (rule === about.rule || rule.startsWith(`${about.rule}-`)) ? [title] : [],
  );
  throw new DanganError('WAIVER_COVERS_NOTHING', { ...about, others: [...new Set(titles)] });
}
