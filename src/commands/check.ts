import { join } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { isWithin, type ArchivePath } from '../core/archive/paths.js';
import type { Settings } from '../core/archive/settings.js';
import { withSaid } from '../core/archive/settings/said.js';
import { whereaboutsIn } from '../core/archive/whereabouts.js';
import type { Archive } from '../core/archive/types.js';
import type { Finding } from '../core/rules/findings.js';
import { isOwnRule, type AnyRuleId } from '../core/rules/ids.js';
import { rulesIn } from '../core/rules/rules-in.js';
import { runSystemRules } from '../core/rules/system-rules.js';
import { isRun, isTold } from '../core/rules/presets.js';
import type { ArchiveRule } from '../core/rules/types.js';
import type { Day } from '../core/system/types.js';
import { DanganError, EXIT } from '../errors.js';
import { openFrom, type OpenArchive } from '../io/archive/read-archive.js';
import type { Store } from '../io/store/types.js';
import { readRulePage } from '../io/read-rule-page.js';
import { FORMATS, type Format } from '../report/check/formats.js';
import type { CheckReport } from '../report/check/check-report.js';
import { reaches, type Outcome } from '../report/check/outcome.js';
import { reportOn } from '../report/check/report-on.js';
import { dayAsked } from './options/day.js';
import { collect } from './options/format.js';
import { noteProfile } from './telling/note-profile.js';
import { noteSystem } from './telling/note-system.js';
import { saying } from './telling/saying.js';
import { rulesAsked } from './options/rules.js';
import { isMerging } from '../io/git/repository.js';
import { noteEarlier } from './changing/earlier.js';
import {
  addSaidOptions,
  saidInEnvironment,
  saidInOptions,
  type SaidOptions,
} from './options/settings.js';
import { judgeArchive, type Judged } from './check/judge.js';
import { checkSource } from './check/choose-source.js';
import { prefixOnDisk } from './check/disk-source.js';
import type { CheckSource, Compared, SourceOptions } from './check/source.js';
import type { Look } from './check/watch.js';
import {
  orReported,
  refuseReportsWithin,
  reportsAsked,
  showOutcome,
  type ReportsAsked,
} from './check/reports.js';

interface CheckOptions extends SaidOptions, SourceOptions {
  readonly format?: Format;
  readonly report: readonly string[];
  readonly all?: boolean;
  readonly rule: readonly string[];
  readonly today?: string;
  readonly watch?: boolean;
}

export function addCheckCommand(program: Command, cli: Cli): void {
  const { check: say } = cli.say;
  const command = program
    .command('check')
    .description(say.description)
    .argument('[paths...]', say.options.paths)
    .addOption(new Option('--format <format>', say.options.format).choices(FORMATS))
    .addOption(new Option('--report <format=file>', say.options.report).argParser(collect))
    .option('--all', say.options.all)
    .addOption(new Option('--rule <id>', say.options.rule).argParser(collect))
    .option('--ref <ref>', say.options.ref)
    .option('--staged', say.options.staged)
    .option('--changed-since <ref>', say.options.changedSince)
    .option('--today <day>', say.options.today)
    .option('--watch', cli.say.watch.option)
    .action((paths: readonly string[], options: Partial<CheckOptions>) =>
      check(paths, { report: [], rule: [], ...options }, cli),
    );
  addSaidOptions(command, cli);
  addExamples(command, cli, say.examples);
}

/** Check the archive that `paths` are in. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  cli: Cli,
): Promise<void> {
  const reports = reportsAsked(options.format, options.report, cli);
  const today = dayAsked(options.today, 'check', cli);
  if (options.watch && (options.ref !== undefined || options.staged)) {
    throw new DanganError('USAGE', { what: cli.say.check.watchDisk, command: 'check' });
  }
  const source = await orReported(
    reports,
    () => prefixOnDisk(paths, cli),
    cli,
    () => checkSource(paths, options, cli),
  );
  const { root } = source;
  const reporting = <T>(work: () => Promise<T>) =>
    orReported(reports, () => source.prefix, cli, work);
  const open = async (store: Store) => saidOf(await openFrom(store), options, cli);
  const judge = (store: Store, opened: OpenArchive) =>
    lookAt(store, opened, { source, options, reports, today }, cli);
  const show = async (outcome: Outcome, opened: OpenArchive) => {
    const own = saying(opened.archive.settings.own, cli);
    await showOutcome(outcome, reports, options.all === true, own);
    notice(source, opened, cli);
  };
  try {
    if (options.watch && root !== undefined) {
      const { refuseReports, watchArchive } = await import('./check/watch.js');
      const format = refuseReports(reports, cli);
      await watchArchive({ root, format, open, judge, show }, cli);
      return;
    }
    const opened = await reporting(() => open(source.store));
    const { outcome } = await reporting(() => judge(source.store, opened));
    await show(outcome, opened);
    if (!outcome.ok) cli.exitCode = EXIT.findings;
  } finally {
    source.close();
  }
}

interface Asked {
  readonly source: CheckSource;
  readonly options: CheckOptions;
  readonly reports: ReportsAsked;
  readonly today: Day;
}

/** Judge an archive that has been opened. */
async function lookAt(
  store: Store,
  opened: OpenArchive,
  { source, options, reports, today }: Asked,
  cli: Cli,
): Promise<Look> {
  const { root, prefix } = source;
  const { settings } = opened.archive;
  const { evidence, failOn } = settings;
  const rules = rulesNamedIn(settings, options.rule).filter(({ id }) => isRun(settings, id));
  refuseNothing(source, evidence, rules);
  if (root !== undefined) refuseReportsWithin(join(root, evidence), reports, cli);
  const compared = await source.compare(opened);
  // Of one that is watched every file is looked at once: what is asked about changes.
  const among =
    compared && !options.watch ? (path: ArchivePath) => compared.changes.has(path) : undefined;
  const footers = options.rule.includes('content-footer-name');
  const judged = await judgeArchive(store, opened.archive, { rules, footers, today, among }, cli);
  const report = reportOn(judged.archive, toldOf(judged, source, compared));
  const ok = !report.findings.some(({ severity }) => reaches(severity, failOn));
  const outcome = outcomeOf(judged.archive, report, { ok, failOn, today, prefix }, cli);
  return { outcome, standing: judged.findings };
}

/** With the settings that hold for this run. */
function saidOf(opened: OpenArchive, options: CheckOptions, cli: Cli): OpenArchive {
  const { archive } = opened;
  const ids = rulesIn(archive.settings).map(({ id }) => id);
  const settings = withSaid(
    archive.settings,
    saidInEnvironment('check', cli),
    saidInOptions(options, 'check', ids, cli),
    // Rules that are asked for by name are those that are run.
    options.rule.length > 0 ? { preset: 'clerk' } : {},
  );
  return { ...opened, archive: { ...archive, settings } };
}

function rulesNamedIn(
  settings: Settings,
  words: readonly string[],
): readonly ArchiveRule<AnyRuleId>[] {
  const rules = rulesIn(settings);
  if (words.length === 0) return rules;
  const known = rules.map(({ id }) => id);
  const ids = new Set(words.flatMap((word) => rulesAsked(word, known)));
  return rules.filter(({ id }) => ids.has(id));
}

/** Rules that tell an evidence folder that is not there, indicator by indicator. */
const TELLING = new Set<AnyRuleId>(['tree-folder-missing', 'coverage-no-evidence']);

/**
 * Where there is nothing to look at, nothing is in order. git keeps no empty folders: there it may be as it should.
 *
 * @throws {DanganError} EVIDENCE_FOLDER_MISSING
 */
function refuseNothing(
  { store, isOnDisk }: CheckSource,
  evidence: string,
  rules: readonly ArchiveRule<AnyRuleId>[],
): void {
  if (!isOnDisk || store.has(evidence) || rules.some(({ id }) => TELLING.has(id))) return;
  throw new DanganError('EVIDENCE_FOLDER_MISSING', { path: store.shown(evidence), evidence });
}

function isAsked(file: ArchivePath | undefined, places: readonly ArchivePath[]): boolean {
  return places.length === 0 || places.some((place) => isWithin(file ?? '', place));
}

/** Of what was judged, that which is asked about, and told by the preset. */
function toldOf(
  { archive: { settings }, findings, waived }: Judged,
  { places, part }: CheckSource,
  compared: Compared | undefined,
): Pick<CheckReport, 'findings' | 'waived' | 'judged' | 'elsewhere'> {
  const scopes = new Map(rulesIn(settings).map(({ id, scope }) => [id, scope]));
  const isAskedFor = (finding: Finding) =>
    isAsked(finding.file, places) &&
    isTold(settings, finding) &&
    (compared?.changes.keeps(finding, scopes.get(finding.rule) ?? 'tree') ?? true);
  const others = findings.filter(({ file }) => !isAsked(file, places));
  return {
    findings: findings.filter(isAskedFor),
    ...(places.length > 0 &&
      !places.includes('') && {
        elsewhere: others.filter((each) => isTold(settings, each)).length,
      }),
    waived: waived.filter(({ finding }) => isAskedFor(finding)),
    ...(part && { judged: { ...part, ...(compared && { since: compared.since }) } }),
  };
}

function outcomeOf(
  archive: Archive,
  report: CheckReport,
  asked: Pick<Outcome, 'ok' | 'failOn' | 'today' | 'prefix'>,
  { version }: Cli,
): Outcome {
  const { settings, system } = archive;
  return {
    ...asked,
    report,
    unit: settings.unit.name,
    system: system.title,
    version,
    where: whereaboutsIn(archive),
    pageOf: (rule) => (isOwnRule(rule) ? undefined : readRulePage(rule)),
    own: settings.own,
  };
}

/** What the user should know besides, on stderr. */
function notice(from: CheckSource, { archive, source }: OpenArchive, cli: Cli): void {
  const { store, root, outer, prefix, isOnDisk } = from;
  const { notices } = cli.say.check;
  const inner = root ?? prefix;
  if (outer !== undefined) cli.note(`${notices.archiveAround({ inner, outer })}\n`);
  noteProfile(archive, cli);
  const { evidence } = archive.settings;
  if (!store.has(evidence)) cli.note(`${notices.noEvidenceFolder({ evidence })}\n`);
  noteSystem(runSystemRules(source, archive.settings.rules), store.shown(source.path), cli);
  // What was begun on the disk is no part of a commit.
  if (root === undefined || !isOnDisk) return;
  noteEarlier(root, cli);
  if (isMerging(root)) cli.note(`${notices.merging}\n`);
}
