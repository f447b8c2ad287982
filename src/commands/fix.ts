import { join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { keptOrdinals } from '../core/change/kept-ordinals.js';
import { treeDigest } from '../core/change/saved-plan.js';
import type { Finding } from '../core/rules/findings.js';
import { RULE_IDS, type RuleId } from '../core/rules/ids.js';
import { EXIT } from '../errors.js';
import { applyPlan } from '../io/change/apply.js';
import { followCodes } from '../io/archive/follow-codes.js';
import { findArchive, openArchive, type OpenArchive } from '../io/archive/read-archive.js';
import { withArrivals } from '../io/git/with-arrivals.js';
import { diskStore } from '../io/store/disk-store.js';
import { allowancesOf } from './check/judge.js';
import { withLedgers } from './fix/ledgers.js';
import { leftIn } from './fix/left.js';
import type { FixOptions } from './fix/options.js';
import { planMends, savedPlan } from './fix/plan.js';
import { noteCodes, refusePlanAt, savePlan, showPlan, writeCommand } from './fix/show.js';
import { fixSystem } from './fix/system.js';
import { collect, formatOption } from './options/format.js';
import { saying } from './telling/saying.js';
import { rulesAsked } from './options/rules.js';
import { applyOptions } from './changing/carry-out.js';
import { noteEarlier, settleEarlier } from './changing/earlier.js';

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
    .action((path: string, options: Partial<FixOptions>) =>
      fix(path, { rule: [], ...options } as FixOptions, cli),
    );
  addExamples(command, cli, say.examples);
}

/**
 * Show what would mend the archive; with `--write` do it. Exit code 0 when what was asked is shown or done, 1 when
 * errors are left after `--write`.
 */
export async function fix(path: string, options: FixOptions, cli: Cli): Promise<void> {
  const only = options.rule.flatMap((word) => rulesAsked(word, RULE_IDS));
  if (/\.ya?ml$/i.test(path)) {
    await fixSystem(path, options, cli);
    return;
  }
  const root = findArchive(resolve(cli.cwd, path));
  if (options.write) await settleEarlier(root, cli);
  else noteEarlier(root, cli);
  const opened = await openedFor(root, options, cli);
  const { archive } = opened;
  const tree = treeDigest(archive, opened.source.text);
  const { plan, followed, left } = await planned(root, opened, { tree, only, options }, cli);
  const kept = keptOrdinals(archive, plan.changes);
  const report = { ...plan, kept, left, entry: undefined };
  const told = saying(archive.settings.own, cli);
  if (options.output !== undefined) savePlan(report, tree, options.output, cli);
  const { stampedBefore } = await import('../io/stamp/stamped-before.js');
  const stamped = await stampedBefore(root, archive, plan.changes, cli.signal);
  if (!options.write) {
    const command = writeCommand(path, options);
    showPlan({ ...report, command }, { tree, ok: true }, options, told);
  } else {
    const entry = await applyPlan(root, plan, { ...applyOptions(cli), verb: 'fix' });
    const rest = await leftNow(root, cli);
    const ok = !rest.some(({ severity }) => severity === 'error');
    showPlan({ ...report, left: rest, entry: entry?.id }, { tree, ok }, options, told);
    if (!ok) cli.exitCode = EXIT.findings;
  }
  noteCodes(followed, options, cli);
  if (stamped !== undefined) cli.note(`${cli.say.stamp.outdated({ path })}\n`);
}

async function openedFor(
  root: string,
  { output, unsafe }: FixOptions,
  cli: Cli,
): Promise<OpenArchive> {
  const opened = await openArchive(root, cli.cwd);
  const { archive } = opened;
  if (output !== undefined) refusePlanAt(output, join(root, archive.settings.evidence), cli);
  return unsafe ? { ...opened, archive: await withArrivals(root, archive, cli.signal) } : opened;
}

interface Asked {
  readonly tree: string;
  readonly only: readonly RuleId[];
  readonly options: FixOptions;
}

/** The plan with the ledgers and the codes that follow it, and what it leaves to people. */
async function planned(
  root: string,
  opened: OpenArchive,
  { tree, only, options }: Asked,
  cli: Cli,
) {
  const { archive } = opened;
  const { left, ...inTree } =
    options.plan === undefined
      ? await planMends(root, opened, { only, unsafe: options.unsafe === true }, cli)
      : savedPlan(options.plan, tree, cli);
  const changes = await withLedgers(root, archive, inTree.changes, cli);
  const followed = await followCodes(root, archive, changes);
  return {
    plan: { ...inTree, changes: followed.changes },
    followed,
    // What a saved plan leaves is not known before it is carried out.
    left: left
      ? await leftIn(diskStore(root, cli.cwd), { archive, after: left.after }, left.allowances, cli)
      : [],
  };
}

/** What is left to people once the plan is carried out. */
async function leftNow(root: string, cli: Cli): Promise<readonly Finding[]> {
  const store = diskStore(root, cli.cwd);
  const { archive } = await openArchive(root, cli.cwd);
  return leftIn(store, { archive, after: archive }, await allowancesOf(store, archive), cli);
}
