/** From an archive that was read to its findings. */
import type { Cli } from '../../cli/context.js';
import type { Settings } from '../../core/archive/settings.js';
import type { Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { isOwnRule, type AnyRuleId } from '../../core/rules/ids.js';
import { rulesIn } from '../../core/rules/rules-in.js';
import { judgesNames } from '../../core/rules/named.js';
import type { ArchiveRule } from '../../core/rules/types.js';
import type { Day } from '../../core/system/types.js';
import { isNothing, judge, type Judgement } from '../../core/waivers/judge.js';
import { NO_ALLOWANCES, type Allowances } from '../../core/waivers/types.js';
import { isWaivable } from '../../core/waivers/waivable.js';
import type { Store } from '../../io/store/types.js';
import { breath } from '../../io/threads/pause.js';
import { readAllowances } from '../../io/waivers/read-waivers.js';
import { knownArchive, withFooters } from '../reading/known-archive.js';

type Rule = ArchiveRule<AnyRuleId>;

interface Asked {
  readonly rules: readonly Rule[];
  /** Footers are read whatever the settings say. */
  readonly footers: boolean;
  readonly today: Day;
  /** Of all other files, what rules find that judge a file alone is not told. */
  readonly among?: ((path: ArchivePath) => boolean) | undefined;
}

/** What an archive comes to. */
export interface Judged extends Judgement {
  /** With what is known of it besides names, where a rule wants to know. */
  readonly archive: Archive;
}

/**
 * @param opened - From `openArchive`: the tree, the settings and the scoring system.
 * @param given - What is let pass, where that has been read; else it is.
 */
export async function judgeArchive(
  store: Store,
  opened: Archive,
  asked: Asked,
  cli: Cli,
  given?: Allowances,
): Promise<Judged> {
  const allowances = given ?? (await allowancesOf(store, opened));
  const rules = [...asked.rules, ...besides(asked.rules, allowances, opened)];
  // Whether a waiver is needed is told by what it is about; what a unit's own rules look at, they know.
  const isBounded = isNothing(allowances) && !rules.some(({ id }) => isOwnRule(id));
  const among = isBounded ? asked.among : undefined;
  const archive = await archiveToJudge(store, opened, { ...asked, rules, among }, cli);
  // The tree is read and judged without waiting for anything.
  await breath(cli.signal);
  const judgement = judgedBy(archive, allowances, asked);
  await breath(cli.signal);
  return { archive, ...judgement };
}

/** By all rules whose findings can be let pass. @param given - What is; nothing, unless it is told. */
export function judgeWaivable(
  store: Store,
  opened: Archive,
  today: Day,
  cli: Cli,
  given = NO_ALLOWANCES,
): Promise<Judged> {
  const rules = rulesIn(opened.settings).filter(({ id }) => isWaivable(id));
  return judgeArchive(store, opened, { rules, footers: false, today }, cli, given);
}

/** With what its rules have to know besides names. */
export async function archiveToJudge(
  store: Store,
  opened: Archive,
  { rules, footers, today, among }: Asked,
  cli: Cli,
): Promise<Archive> {
  if (rules.every(({ id }) => judgesNames(id) || !isWaivable(id))) {
    const asks = rules.some((rule) => rule.asksLedgers?.(opened));
    return asks ? knownArchive(store, opened, today, cli, { files: () => [] }) : opened;
  }
  const archive = await knownArchive(store, opened, today, cli, { rules, among });
  return rules.some(({ id }) => id === 'content-footer-name')
    ? withFooters(store, archive, footers, cli)
    : archive;
}

/** @throws {DanganError} WAIVERS_INVALID */
export function allowancesOf(store: Store, { system, settings }: Archive): Promise<Allowances> {
  return readAllowances(store, system, rulesOf(settings));
}

/** Every check, and whatever else judges an archive, comes through here. */
export function judgedBy(
  archive: Archive,
  allowances: Allowances,
  { rules, today }: Pick<Asked, 'rules' | 'today'>,
): Judgement {
  return judge(archive, rules, { allowances, today, besides: besides(rules, allowances, archive) });
}

/** Whether a waiver is needed, only the rule that it is about can tell: then all of them run. */
function besides(
  rules: readonly Rule[],
  allowances: Allowances,
  { settings }: Archive,
): readonly Rule[] {
  return isNothing(allowances) || rules.every(({ id }) => isWaivable(id))
    ? []
    : rulesIn(settings).filter((rule) => !rules.includes(rule));
}

/** Rules that a waiver may name. */
export function rulesOf(settings: Settings): readonly AnyRuleId[] {
  return rulesIn(settings).map(({ id }) => id);
}
