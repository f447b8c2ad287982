import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { PLAIN } from '../cli/paint.js';
import { overviewOf } from '../core/archive/overview.js';
import { isWithin } from '../core/archive/paths.js';
import { systemOrder } from '../core/archive/system-order.js';
import { eachFolder, type Archive, type ArchivePath } from '../core/archive/types.js';
import type { Finding } from '../core/rules/findings.js';
import { ARCHIVE_RULES } from '../core/rules/index.js';
import { judgesNames } from '../core/rules/named.js';
import { runArchiveRules } from '../core/rules/run.js';
import { runSystemRules } from '../core/rules/system-rules.js';
import type { Severity } from '../core/rules/types.js';
import { DanganError, EXIT } from '../errors.js';
import {
  archiveAround,
  findArchive,
  openArchive,
  type OpenArchive,
} from '../io/archive/read-archive.js';
import { shownPath } from '../io/archive/read-settings.js';
import { writeReport } from '../io/write-report.js';
import { overviewLines, type CheckReport } from '../report/check-report.js';
import type { TextStyle } from '../report/text.js';
import { dayAsked } from './day-option.js';
import { knownArchive, withFooters } from './known-archive.js';
import { noteProfile } from './note-profile.js';
import { rulesAsked } from './rules-asked.js';
import { placeIn } from './place-in.js';
import { noteEarlier } from './settle-earlier.js';

const FORMATS = ['text', 'json', 'github'] as const;
type Format = (typeof FORMATS)[number];
/** Of a text report in a file. */
const FILE_COLUMNS = 100;
const LEVELS: readonly Severity[] = ['error', 'warning', 'info'];

interface CheckOptions {
  readonly format: Format;
  readonly report: readonly string[];
  readonly failOn: Severity;
  readonly all?: boolean;
  readonly rule: readonly string[];
  readonly today?: string;
}

export function addCheckCommand(program: Command, cli: Cli): void {
  const { check: say } = cli.say;
  const command = program
    .command('check')
    .description(say.description)
    .argument('[paths...]', say.options.paths)
    .addOption(new Option('--format <format>', say.options.format).choices(FORMATS).default('text'))
    .addOption(new Option('--report <format=file>', say.options.report).argParser(collect))
    .addOption(new Option('--fail-on <level>', say.options.failOn).choices(LEVELS).default('error'))
    .option('--all', say.options.all)
    .addOption(new Option('--rule <id>', say.options.rule).argParser(collect))
    .option('--today <day>', say.options.today)
    .action((paths: readonly string[], options: Partial<CheckOptions>) =>
      check(paths, { report: [], rule: [], ...options } as CheckOptions, cli),
    );
  addExamples(command, cli, say.examples);
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Check the archive that `paths` are in. */
async function check(paths: readonly string[], options: CheckOptions, cli: Cli): Promise<void> {
  const { say, columns, paint } = cli;
  const reports = options.report.map((value) => reportOf(value, cli));
  const rules = rulesOf(options.rule);
  const today = dayAsked(options.today, 'check', cli);
  const root = findArchive(resolve(cli.cwd, paths[0] ?? '.'));
  const places = paths.map((path) => placeIn(root, path, 'check', cli));
  const opened = await openArchive(root, cli.cwd);
  const { archive } = rules.every(({ id }) => judgesNames(id))
    ? opened
    : { archive: await knownArchive(root, opened.archive, today, cli, { rules }) };
  const seen = rules.some(({ id }) => id === 'content-footer-name')
    ? await withFooters(root, archive, options.rule.includes('content-footer-name'), cli)
    : archive;
  await breath(cli.signal);
  const findings = runArchiveRules(seen, rules).filter(({ file }) => isAsked(file, places));
  await breath(cli.signal);
  const report = reportOn(archive, findings);
  const ok = !findings.some(({ severity }) => reaches(severity, options.failOn));
  const prefix = relative(cli.cwd, root).split(sep).join('/');
  for (const { format, file } of reports) {
    const style = { say, columns: FILE_COLUMNS, paint: PLAIN };
    const text = await render(format, { report, ok, all: true, style }, prefix);
    writeReport(resolve(cli.cwd, file), text);
  }
  const rendering = { report, ok, all: options.all === true, style: { say, columns, paint } };
  cli.out(await render(options.format, rendering, prefix));
  notice(root, opened, cli);
  noteEarlier(root, cli);
  if (!ok) cli.exitCode = EXIT.findings;
}

/** The tree is read and judged without waiting for anything: Ctrl-C gets through between the two. */
async function breath(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/** `json=check.json`. */
function reportOf(value: string, cli: Cli): { format: Format; file: string } {
  const [name = '', file = ''] = splitOnce(value, '=');
  const format = FORMATS.find((each) => each === name);
  if (!format || file === '') {
    throw new DanganError('USAGE', {
      what: cli.say.check.reportForm({ value }),
      command: 'check',
    });
  }
  return { format, file };
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function rulesOf(words: readonly string[]): typeof ARCHIVE_RULES {
  if (words.length === 0) return ARCHIVE_RULES;
  const ids = new Set(words.flatMap((word) => rulesAsked(word, ARCHIVE_IDS)));
  return ARCHIVE_RULES.filter(({ id }) => ids.has(id));
}

const ARCHIVE_IDS = ARCHIVE_RULES.map(({ id }) => id);

function isAsked(file: ArchivePath | undefined, places: readonly ArchivePath[]): boolean {
  return places.length === 0 || places.some((place) => isWithin(file ?? '', place));
}

function reaches(severity: Severity, level: Severity): boolean {
  return LEVELS.indexOf(severity) <= LEVELS.indexOf(level);
}

function reportOn(archive: Archive, findings: readonly Finding[]): CheckReport {
  const folders = new Set<ArchivePath>();
  let files = 0;
  for (const folder of eachFolder(archive.root)) {
    folders.add(folder.path);
    files += folder.files.length;
  }
  return {
    findings,
    files,
    folders: folders.size - 1,
    isFolder: (path) => folders.has(path),
    overview: overviewOf(archive),
    order: systemOrder(archive),
  };
}

interface Rendering {
  readonly report: CheckReport;
  readonly ok: boolean;
  readonly all: boolean;
  readonly style: TextStyle;
}

/** Only the reporter that is asked for is loaded. */
async function render(format: Format, rendering: Rendering, prefix: string): Promise<string> {
  const { report, ok, all, style } = rendering;
  switch (format) {
    case 'text':
      // Said without the reporter: what it needs to measure texts takes longer to load than most checks run.
      if (report.findings.length === 0)
        return `${[style.paint.green(style.say.check.inOrder(report)), ...overviewLines(report.overview, style)].join('\n')}\n`;
      return (await import('../report/text.js')).checkText(report, all, style);
    case 'json':
      return (await import('../report/json.js')).checkJson(report, ok, style.say);
    case 'github':
      return (await import('../report/github.js')).checkGithub(report, prefix, style.say);
  }
}

/** What the user should know besides, on stderr. */
function notice(root: string, { archive, source }: OpenArchive, cli: Cli): void {
  const { path } = source;
  const { notices } = cli.say.check;
  const outer = archiveAround(root);
  if (outer !== undefined) cli.note(`${notices.archiveAround({ inner: root, outer })}\n`);
  noteProfile(archive, cli);
  const { evidence } = archive.settings;
  if (!existsSync(join(root, evidence))) cli.note(`${notices.noEvidenceFolder({ evidence })}\n`);
  const count = runSystemRules(source, archive.settings.rules).length;
  if (count === 0) return;
  cli.note(`${notices.system({ path: shownPath(join(root, path), cli.cwd), count })}\n`);
}
