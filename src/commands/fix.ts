import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { Archive } from '../core/archive/types.js';
import { keptOrdinals } from '../core/change/kept-ordinals.js';
import { planFix } from '../core/change/plan-fix.js';
import { parsePlan, treeDigest, type SavedPlan } from '../core/change/saved-plan.js';
import type { Plan } from '../core/change/types.js';
import { RULE_IDS, type RuleId } from '../core/rules/ids.js';
import { ARCHIVE_RULES } from '../core/rules/index.js';
import { sparing } from '../core/waivers/sparing.js';
import { NO_ALLOWANCES, NO_WAIVERS, type Allowances } from '../core/waivers/types.js';
import { DanganError, EXIT } from '../errors.js';
import { applyPlan } from '../io/change/apply.js';
import { followCodes, NAMING_FILES, type FollowedCodes } from '../io/archive/follow-codes.js';
import { findArchive, openArchive, type OpenArchive } from '../io/archive/read-archive.js';
import { shownPath } from '../io/archive/read-settings.js';
import { withArrivals } from '../io/git/with-arrivals.js';
import { refuseOutputFolder } from '../io/output-folder.js';
import { diskStore } from '../io/store/disk-store.js';
import { liesWithin } from '../io/bundle/places.js';
import { readPlainFile } from '../io/plain-file.js';
import { writeReport } from '../io/write-report.js';
import { quoted } from '../messages/quoted.js';
import { codesText } from '../report/codes-text.js';
import { planJson } from '../report/plan-json.js';
import { planText, type PlanReport } from '../report/plan-text.js';
import { allowancesOf } from './check/judge.js';
import { withContents, withoutContents } from './fix-contents.js';
import { withLedgers } from './fix-ledgers.js';
import { leftIn } from './fix-left.js';
import { systemChanges, systemMends } from './fix-system.js';
import { pruneWaivers } from './fix-waivers.js';
import { collect, formatOption } from './options/format.js';
import { noteSystem } from './telling/note-system.js';
import { saying } from './telling/saying.js';
import { rulesAsked } from './options/rules.js';
import { applyOptions, noteEarlier, settleEarlier } from './settle-earlier.js';

interface FixCommandOptions {
  readonly write?: boolean;
  readonly rule: readonly string[];
  readonly unsafe?: boolean;
  readonly output?: string;
  readonly plan?: string;
  readonly format: 'text' | 'json';
  readonly all?: boolean;
}

export function addFixCommand(program: Command, cli: Cli): void {
  const { fix: say } = cli.say.change;
  const command = program
    .command('fix')
    .description(say.description)
    .argument('[path]', say.options.path, '.')
    .option('--write', say.options.write)
    .addOption(new Option('--rule <id>', say.options.rule).argParser(collect))
    .option('--unsafe', say.options.unsafe)
    .option('-o, --output <file>', say.options.output)
    .option('--plan <file>', say.options.plan)
    .addOption(formatOption(say.options.format))
    .option('--all', say.options.all)
    .action((path: string, options: Partial<FixCommandOptions>) =>
      fix(path, { rule: [], ...options } as FixCommandOptions, cli),
    );
  addExamples(command, cli, say.examples);
}

/**
 * Show what would mend the archive; with `--write` do it. Exit code 0 when what was asked is shown or done, 1 when
 * errors are left after `--write`.
 */
export async function fix(path: string, options: FixCommandOptions, cli: Cli): Promise<void> {
  const rules = options.rule.flatMap((word) => rulesAsked(word, RULE_IDS));
  if (/\.ya?ml$/i.test(path)) {
    await fixSystem(path, options, cli);
    return;
  }
  const root = findArchive(resolve(cli.cwd, path));
  if (options.write) await settleEarlier(root, cli);
  else noteEarlier(root, cli);
  const store = diskStore(root, cli.cwd);
  const opened = await openArchive(root, cli.cwd);
  const { source } = opened;
  if (options.output !== undefined) {
    refusePlanAt(options.output, join(root, opened.archive.settings.evidence), cli);
  }
  const archive = options.unsafe
    ? await withArrivals(root, opened.archive, cli.signal)
    : opened.archive;
  const tree = treeDigest(archive, source.text);
  const {
    after,
    allowances = NO_ALLOWANCES,
    ...inTree
  }: Planned = options.plan === undefined
    ? await planned(
        root,
        { archive, source },
        { only: rules, unsafe: options.unsafe === true },
        cli,
      )
    : savedPlan(options.plan, tree, cli);
  const followed = await followCodes(
    root,
    archive,
    await withLedgers(root, archive, inTree.changes, cli),
  );
  const plan = { ...inTree, changes: followed.changes };
  const command = writeCommand(path, options);
  const kept = keptOrdinals(archive, plan.changes);
  // What a saved plan leaves is not known before it is carried out.
  const left = after ? await leftIn(store, { archive, after }, allowances, cli) : [];
  const told = saying(archive.settings.own, cli);
  if (options.output !== undefined) {
    save({ ...plan, kept, left, entry: undefined }, tree, options.output, cli);
  }
  if (!options.write) {
    show({ ...plan, kept, left, entry: undefined, command }, tree, true, options, told);
    noteCodes(followed, options, cli);
    return;
  }
  const entry = await applyPlan(root, plan, { ...applyOptions(cli), verb: 'fix' });
  const now = (await openArchive(root, cli.cwd)).archive;
  const rest = await leftIn(
    store,
    { archive: now, after: now },
    await allowancesOf(store, now),
    cli,
  );
  const ok = !rest.some(({ severity }) => severity === 'error');
  show({ ...plan, kept, left: rest, entry: entry?.id }, tree, ok, options, told);
  noteCodes(followed, options, cli);
  if (!ok) cli.exitCode = EXIT.findings;
}

/** Codes that people wrote down, where folders get others. */
function noteCodes(followed: FollowedCodes, { write, all }: FixCommandOptions, cli: Cli): void {
  const lines = codesText(followed, { written: write === true, all: all === true }, cli);
  if (lines.length > 0) cli.note(`${lines.join('\n')}\n`);
}

/** What to type to have done what is shown. */
function writeCommand(path: string, { rule, unsafe, plan }: FixCommandOptions): string {
  return [
    'dangan fix',
    ...(path === '.' ? [] : [quoted(path)]),
    ...rule.map((id) => `--rule ${id}`),
    ...(unsafe === true ? ['--unsafe'] : []),
    ...(plan === undefined ? [] : [`--plan ${quoted(plan)}`]),
    '--write',
  ].join(' ');
}

interface Planned extends Plan {
  /** Left out because what they are about is let pass. */
  readonly spared: number;
  /** As the plan would leave it, and what is let pass then; of a saved plan that is not known. */
  readonly after?: Archive;
  readonly allowances?: Allowances;
}

/** What would mend the archive, the text of its scoring system, and what is let pass in it. */
async function planned(
  root: string,
  { archive, source }: OpenArchive,
  { only, unsafe }: { readonly only: readonly RuleId[]; readonly unsafe: boolean },
  cli: Cli,
): Promise<Planned> {
  const store = diskStore(root, cli.cwd);
  const allowances = await allowancesOf(store, archive);
  const seen = await withContents(root, archive, only, cli);
  const spare = sparing(allowances, { today: cli.today, named: only });
  const plan = planFix(seen, ARCHIVE_RULES, { unsafe, only, sparing: spare });
  const after = withoutContents(plan.after);
  // An alias in the system renames a folder, so it is made only when asked for.
  const wanted = (rule: RuleId) =>
    only.length > 0 ? only.includes(rule) : rule !== 'scoring-name-unusable';
  const inSystem = systemChanges(source, archive.settings.system, wanted);
  const both = { before: archive, after };
  // A waiver whose code changes with the folders is judged when it has its new one.
  const { codes } = await followCodes(root, archive, plan.changes);
  const pruned = codes.some(({ file }) => file === NO_WAIVERS.path)
    ? { changes: [], allowances }
    : await pruneWaivers(store, both, allowances, { only, unsafe }, cli);
  return {
    ...plan,
    after,
    allowances: pruned.allowances,
    changes: [...inSystem, ...pruned.changes, ...plan.changes],
  };
}

/** Mend the text of a scoring system alone; what is left in it, `validate` tells. */
async function fixSystem(file: string, options: FixCommandOptions, cli: Cli): Promise<void> {
  const { root, changes, left } = await systemMends(file, cli);
  const plan = { changes, refused: [], spared: 0, left: [] };
  const tree = '0'.repeat(64);
  if (!options.write) {
    noteEarlier(root, cli);
    show(
      { ...plan, entry: undefined, command: writeCommand(file, options) },
      tree,
      true,
      options,
      cli,
    );
    noteSystem(left, file, cli);
    return;
  }
  const earlier = await settleEarlier(root, cli);
  // What was interrupted may have been this very file.
  const now = earlier ? (await systemMends(file, cli)).changes : changes;
  const entry = await applyPlan(root, { changes: now }, { ...applyOptions(cli), verb: 'fix' });
  show({ ...plan, changes: now, entry: entry?.id }, tree, true, options, cli);
  noteSystem(left, file, cli);
}

function savedPlan(file: string, tree: string, cli: Cli): Planned {
  const path = resolve(cli.cwd, file);
  const plan = parsed(path, cli);
  if (plan.tree !== tree) throw new DanganError('PLAN_STALE', { path: file });
  // What nobody needed when it was saved, somebody may need now; and these files may have been edited since.
  const changes = plan.changes.filter(
    (change) => change.do !== 'rewrite' || !NAMING_FILES.includes(change.path),
  );
  return { changes, refused: [], spared: 0 };
}

function parsed(path: string, cli: Cli): SavedPlan {
  const shown = shownPath(path, cli.cwd);
  const { notJson, planPlace } = cli.say.change.fix;
  let value: unknown;
  try {
    value = JSON.parse(readPlainFile(path).toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DanganError('PLAN_INVALID', { path: shown, what: notJson });
  }
  const plan = parsePlan(value);
  if (typeof plan !== 'string') return plan;
  throw new DanganError('PLAN_INVALID', { path: shown, what: planPlace({ pointer: plan }) });
}

/** @throws {DanganError} SHEET_INSIDE_EVIDENCE - it would be evidence, or be written over some; FILE_NOT_FOUND */
function refusePlanAt(output: string, evidence: string, cli: Cli): void {
  const target = resolve(cli.cwd, output);
  if (liesWithin(target, evidence))
    throw new DanganError('SHEET_INSIDE_EVIDENCE', { path: output, root: evidence });
  refuseOutputFolder(target);
}

function save(report: PlanReport, tree: string, output: string, cli: Cli): void {
  writeReport(resolve(cli.cwd, output), planJson(report, tree, true, cli.say));
  cli.note(`${cli.say.change.fix.saved({ path: output })}\n`);
}

function show(
  report: PlanReport,
  tree: string,
  ok: boolean,
  { format, all }: FixCommandOptions,
  cli: Cli,
): void {
  cli.out(
    format === 'json' ? planJson(report, tree, ok, cli.say) : planText(report, all === true, cli),
  );
}
