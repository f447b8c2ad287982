import { join, relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { linesOf, noticesOf, togetherOf, type Notice } from '../core/status/notices.js';
import { ownerNames, TO_DO, type StatusQuery } from '../core/status/status.js';
import { formatDecimal } from '../core/system/decimal.js';
import type { Day, ScoringSystem } from '../core/system/types.js';
import { findArchive, openArchive } from '../io/archive/read-archive.js';
import { diskStore } from '../io/store/disk-store.js';
import type { Messages } from '../messages/index.js';
import { quoted } from '../messages/quoted.js';
import { columns, type Row } from '../report/columns.js';
import { departmentOf, noticeLists } from '../report/notice/lists.js';
import { wrap } from '../report/wrap.js';
import { writeLists } from './owner-lists/write.js';
import { dayAsked } from './options/day.js';
import { formatOption } from './options/format.js';
import { knownArchive } from './reading/known-archive.js';
import { noteProfile } from './telling/note-profile.js';
import {
  filesOf,
  LIST_TYPES,
  listsPlace,
  refusePlace,
  type ListsFile,
  type ListsPlace,
} from './owner-lists/place.js';
import { placesAsked } from './options/places.js';
import { noteEarlier } from './changing/earlier.js';
import { statesMeant } from './options/states.js';

interface NoticeOptions {
  readonly output?: string;
  readonly type?: string;
  readonly owner?: string;
  readonly indicator?: string;
  readonly state?: string;
  readonly due?: string;
  readonly today?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

export function addNoticeCommand(program: Command, cli: Cli): void {
  const { notice: say } = cli.say;
  const command = program
    .command('notice')
    .description(say.description)
    .argument('[path]', say.options.path, '.')
    .option('-o, --output <file>', say.options.output)
    .addOption(new Option('--type <kind>', say.options.type).choices(LIST_TYPES))
    .option('--owner <name>', say.options.owner)
    .option('--indicator <code>', say.options.indicator)
    .option('--state <states>', say.options.state)
    .option('--due <day>', say.options.due)
    .option('--today <day>', say.options.today)
    .option('--force', say.options.force)
    .addOption(formatOption(say.options.format))
    .action((path: string, options: NoticeOptions) => notice(path, options, cli));
  addExamples(command, cli, say.examples);
}

/** Write what each department still owes. Reads the archive, and writes new files beside it. */
async function notice(path: string, options: NoticeOptions, cli: Cli): Promise<void> {
  const place = listsPlace(options, 'notice', cli);
  const { state, force = false, format } = options;
  const states = state === undefined ? TO_DO : statesMeant(state, 'notice', cli);
  const today = dayAsked(options.today, 'notice', cli);
  const due = options.due === undefined ? undefined : dayAsked(options.due, 'notice', cli, '--due');
  const root = findArchive(resolve(cli.cwd, path));
  const { archive: opened } = await openArchive(root, cli.cwd);
  const { system, settings } = opened;
  const query = { states, ...placesAsked(options, system) };
  refusePlace(place, join(root, settings.evidence), force);
  const archive = await knownArchive(diskStore(root), opened, today, cli);
  const { coverageOf } = await import('../core/coverage/cover.js');
  const notices = noticesOf(system, coverageOf(archive), query);
  const head = { unit: settings.unit.name, title: system.title, today, due };
  const files = filesOf(place, noticeLists(notices, head, cli.say), cli.say.notice.fileName);
  await writeLists(files, { place, force, heading: cli.say.notice.heading }, cli);
  const written: Written = { notices, quiet: quietOf(notices, system, query), files };
  cli.out(format === 'json' ? json(written, today, cli) : text(written, place, cli));
  noteProfile(archive, cli);
  noteEarlier(root, cli);
}

interface Written {
  readonly notices: readonly Notice[];
  /** Departments that owe nothing, by name. */
  readonly quiet: readonly string[];
  /** One for each notice, or one for all. */
  readonly files: readonly ListsFile[];
}

function quietOf(
  notices: readonly Notice[],
  system: ScoringSystem,
  { owners }: StatusQuery,
): readonly string[] {
  const told = new Set(notices.map(({ owner }) => owner));
  const asked = [...ownerNames(system)].filter(([key]) => owners?.has(key) ?? true);
  return asked.map(([, name]) => name).filter((name) => !told.has(name));
}

function text({ notices, quiet, files }: Written, place: ListsPlace, cli: Cli): string {
  const { say, paint, cwd } = cli;
  const { notice: words } = say;
  if (files.length === 0) return `${words.nothing}\n`;
  const path = quoted(relative(cwd, place.path) || '.');
  const { count, shared } = togetherOf(notices);
  const rows = notices.map((each): Row => {
    const { owner, ...counts } = countOf(each, say);
    return [owner, words.line(counts)];
  });
  const lines = [
    paint.green(words.done({ path, owners: notices.length, count })),
    ...columns(rows, { width: cli.columns }),
    ...(shared > 0 ? wrap(words.shared({ count: shared }), cli.columns) : []),
    ...(quiet.length > 0 ? wrap(words.quiet({ owners: quiet }), cli.columns) : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function countOf(notice: Notice, say: Messages) {
  const points = formatDecimal(notice.status.pointsToDo);
  return {
    owner: departmentOf(notice, say),
    count: linesOf(notice).length,
    points: points === '0' ? undefined : points,
  };
}

function json({ notices, quiet, files }: Written, today: Day, { say }: Cli): string {
  const owners = notices.map((each, at) => {
    const { owner, count, points = '0' } = countOf(each, say);
    return { owner, requirements: count, points, path: (files[at] ?? files[0])?.path };
  });
  const paths = files.map(({ path }) => path);
  return `${JSON.stringify({ schema: 'dangan/notice@1', ok: true, today, paths, owners, quiet }, null, 2)}\n`;
}
