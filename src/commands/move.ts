import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { Archive } from '../core/archive/types.js';
import { waiversLeft } from '../core/moving/waivers.js';
import { DanganError } from '../errors.js';
import type { How } from '../io/moving/plan-move.js';
import { formatOption } from './options/format.js';
import { yearAsked } from './options/year.js';

interface MoveOptions {
  readonly to?: string;
  readonly year?: string;
  readonly title?: string;
  readonly trash?: boolean;
  readonly byDate?: boolean;
  readonly renumber?: boolean;
  readonly write?: boolean;
  readonly all?: boolean;
  readonly archive?: string;
  readonly format: 'text' | 'json';
}

export function addMoveCommand(program: Command, cli: Cli): void {
  const say = cli.say.move;
  const command = program
    .command('move')
    .description(say.description)
    .argument('<files...>', say.options.files)
    .option('--to <indicator>', say.options.to)
    .option('--year <year>', cli.say.add.years)
    .option('--title <title>', say.options.title)
    .option('--trash', say.options.trash)
    .option('--by-date', say.options.byDate)
    .option('--renumber', say.options.renumber)
    .option('--write', say.options.write)
    .option('--all', cli.say.change.fix.options.all)
    .option('--archive <dir>', cli.say.add.archive)
    .addOption(formatOption(cli.say.add.format))
    .action((files: readonly string[], options: MoveOptions) => move(files, options, cli));
  addExamples(command, cli, say.examples);
}

/** Show where evidence would go; with `--write` do it. Its ledger entries go along. */
async function move(words: readonly string[], options: MoveOptions, cli: Cli): Promise<void> {
  const how = howAsked(options, cli);
  const { findArchive, readArchive } = await import('../io/archive/read-archive.js');
  const { diskStore } = await import('../io/store/disk-store.js');
  const { readLedgers } = await import('../io/ledger/read-ledgers.js');
  const { planMove } = await import('../io/moving/plan-move.js');
  const { applyPlan } = await import('../io/change/apply.js');
  const { refuseUnmerged } = await import('./fix/ledgers.js');
  const { applyOptions } = await import('./changing/carry-out.js');
  const { noteEarlier, refuseEarlier } = await import('./changing/earlier.js');
  const root = findArchive(resolve(cli.cwd, options.archive ?? '.'));
  if (options.write === true) refuseEarlier(root);
  else noteEarlier(root, cli);
  const archive = await readArchive(root);
  const settled = await readLedgers(diskStore(root), archive);
  refuseUnmerged(settled);
  const reading = applyOptions(cli);
  const plan = await planMove({
    root,
    archive: how.do === 'by-date' ? await withDates(root, archive, cli) : archive,
    settled,
    words,
    how,
    renumber: options.renumber === true,
    cwd: cli.cwd,
    remark: cli.say.ledger.remark,
    reading: { reading: reading.reading, signal: cli.signal },
  });
  const { stampedBefore } = await import('../io/stamp/stamped-before.js');
  const stamped = await stampedBefore(root, archive, plan.changes, cli.signal);
  const entry =
    options.write === true ? await applyPlan(root, plan, { ...reading, verb: 'move' }) : undefined;
  const { moveJson, moveText, moveNotes } = await import('../report/move.js');
  if (options.format === 'json') {
    cli.out(moveJson(plan, entry?.id));
    return;
  }
  cli.out(moveText(plan, { how, entry: entry?.id, all: options.all === true }, cli));
  const { allowancesOf } = await import('./check/judge.js');
  const { waivers } = await allowancesOf(diskStore(root), archive);
  const left = waiversLeft(waivers.entries, plan.changed);
  const notes = moveNotes(
    plan,
    { waivers: left, stamped, naming: archive.settings.naming, isDone: entry !== undefined },
    cli,
  );
  cli.note(notes.map((line) => `${line}\n`).join(''));
}

/** What the ledgers say of dates; the contents of files are not read for them. */
async function withDates(root: string, archive: Archive, cli: Cli): Promise<Archive> {
  const { diskStore } = await import('../io/store/disk-store.js');
  const { knownArchive } = await import('./reading/known-archive.js');
  return knownArchive(diskStore(root), archive, cli.today, cli, { files: () => [] });
}

/** One thing at a time, but for a title that goes along to another indicator. */
function howAsked(options: MoveOptions, cli: Cli): How {
  const { to, title, trash, byDate, renumber, year } = options;
  const asked = [to, to === undefined ? title : undefined, trash, byDate];
  const say = cli.say.move;
  const refused = (what: string) => new DanganError('USAGE', { what, command: 'move' });
  const count = asked.filter((each) => each !== undefined).length;
  if (count === 0 && renumber === true) return { do: 'renumber' };
  if (count === 0) throw refused(say.noWay);
  if (count > 1 || (title !== undefined && (trash ?? byDate) === true)) throw refused(say.twoWays);
  if (title?.trim() === '') throw refused(say.noTitle);
  if (trash === true) return { do: 'trash' };
  if (byDate === true) return { do: 'by-date' };
  if (to === undefined) return { do: 'title', title: title ?? '' };
  return { do: 'to', to, year: yearAsked(year, 'move', cli), title };
}
