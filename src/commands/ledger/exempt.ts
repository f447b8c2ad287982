import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import type { Archive } from '../../core/archive/types.js';
import type { LeafCoverage, Lack, State } from '../../core/coverage/types.js';
import { indicatorsMeant } from '../../core/system/meant.js';
import type { Indicator, Requirement, ScoringSystem } from '../../core/system/types.js';
import { isLeaf } from '../../core/system/walk.js';
import type { Settled } from '../../core/ledger/settle.js';
import { DanganError } from '../../errors.js';
import { quoted } from '../../messages/quoted.js';
import { printable } from '../../report/printable.js';
import { dayAsked } from '../options/day.js';
import { formatOption } from '../options/format.js';
import { yearAsked } from '../options/year.js';

interface ExemptOptions {
  readonly why?: string;
  readonly by?: string;
  readonly proof?: string;
  readonly requirement?: string;
  readonly date?: string;
  readonly year?: string;
  readonly remove?: boolean;
  readonly archive?: string;
  readonly format: 'text' | 'json';
}

export function addLedgerExempt(ledger: Command, cli: Cli): void {
  const say = cli.say.ledger.exempt;
  const command = ledger
    .command('exempt')
    .description(say.description)
    .argument('<indicator>', say.options.indicator)
    .option('--why <why>', say.options.why)
    .option('--by <who>', say.options.by)
    .option('--proof <file>', say.options.proof)
    .option('--requirement <title>', say.options.requirement)
    .option('--date <day>', say.options.date)
    .option('--year <year>', cli.say.add.year)
    .option('--remove', say.options.remove)
    .option('--archive <dir>', cli.say.add.archive)
    .addOption(formatOption(cli.say.add.format))
    .action((indicator: string, options: ExemptOptions) => exempt(indicator, options, cli));
  addExamples(command, cli, say.examples);
}

/** Written at once, as `ledger set` does; the journal keeps what was there. */
async function exempt(word: string, options: ExemptOptions, cli: Cli): Promise<void> {
  refuseUnclear(options, cli);
  const { findArchive, readArchive } = await import('../../io/archive/read-archive.js');
  const { readLedgers } = await import('../../io/ledger/read-ledgers.js');
  const { planLedger } = await import('../../io/ledger/plan-ledgers.js');
  const { targetIn } = await import('../../io/filing/target-in.js');
  const { diskStore } = await import('../../io/store/disk-store.js');
  const { requirementNamed } = await import('../../core/ledger/exempt.js');
  const { ledgerPath } = await import('../../core/ledger/file.js');
  const { unknownIndicator } = await import('../../core/system/the-indicator.js');
  const { carryOut } = await import('../changing/carry-out.js');
  const { refuseEarlier } = await import('../changing/earlier.js');
  const root = findArchive(resolve(cli.cwd, options.archive ?? '.'));
  refuseEarlier(root);
  const archive = await readArchive(root);
  const year = yearAsked(options.year, 'ledger exempt', cli);
  const { path, indicator } = targetIn(archive, { to: word, year });
  if (!indicator) throw unknownIndicator(word, archive.system);
  refuseGroup(word, archive.system);
  const requirement =
    options.requirement === undefined
      ? undefined
      : requirementNamed(options.requirement, indicator);
  const settled = await readLedgers(diskStore(root), archive);
  const place = { folder: path, indicator, requirement };
  const edits = await changesOf(place, options, { archive, settled }, cli);
  const said = { of: indicator.id, keys: ['notApplicable'] };
  const changes =
    edits.length === 0
      ? []
      : await planLedger(root, ledgerPath(path), edits, { remark: cli.say.ledger.remark, said });
  const entry = await carryOut(root, changes, 'ledger', cli);
  const after = await stateOf(root, place, cli);
  const result: Result = { ...place, after, entry: entry?.id };
  cli.out(options.format === 'json' ? json(result) : text(result, options, cli));
}

/** Of a group that has one folder below it, that folder is not what was meant. @throws {DanganError} EXEMPT_GROUP */
function refuseGroup(word: string, system: ScoringSystem): void {
  const [meant] = indicatorsMeant(word, system).found;
  if (!meant || isLeaf(meant)) return;
  const { code, name } = meant;
  const below = meant.children.map((each) => `${each.code} ${each.name}`);
  throw new DanganError('EXEMPT_GROUP', { code, name, below });
}

interface Place {
  readonly folder: string;
  readonly indicator: Indicator;
  readonly requirement: Requirement | undefined;
}

/** @throws {DanganError} USAGE - who says it and why, or that it is taken back: one of the two. */
function refuseUnclear({ why, by, proof, date, remove }: ExemptOptions, cli: Cli): void {
  const { needs, twoWays } = cli.say.ledger.exempt;
  const refused = (what: string) => new DanganError('USAGE', { what, command: 'ledger exempt' });
  const isSaid = [why, by, proof, date].some((each) => each !== undefined);
  if (remove === true && isSaid) throw refused(twoWays);
  if (remove !== true && ((why ?? '').trim() === '' || (by ?? '').trim() === ''))
    throw refused(needs);
}

async function changesOf(
  { folder, indicator, requirement }: Place,
  { why = '', by = '', proof, date, remove }: ExemptOptions,
  { archive, settled }: { readonly archive: Archive; readonly settled: Settled },
  cli: Cli,
) {
  const { exemptingChanges, proofNamed, saidOf } = await import('../../core/ledger/exempt.js');
  const { eachFolder } = await import('../../core/archive/types.js');
  const statements = settled.ledgers.get(folder)?.notApplicable ?? [];
  if (remove === true)
    return saidOf(statements, requirement).map(
      ({ nth }) => ({ do: 'remove', list: 'notApplicable', nth }) as const,
    );
  const there = [...eachFolder(archive.root)].find(({ path }) => path === folder);
  const on = dayAsked(date, 'ledger exempt', cli, '--date');
  const named = proof === undefined ? undefined : proofNamed(proof, there, indicator);
  return exemptingChanges(statements, { requirement, reason: why.trim(), proof: named, by, on });
}

interface After {
  readonly state: State;
  /** What is to be there before it counts as not applicable. */
  readonly proofs: readonly string[];
}

/** What has become of it: whether it counts as not applicable now. */
async function stateOf(root: string, place: Place, cli: Cli): Promise<After | undefined> {
  const { openArchive } = await import('../../io/archive/read-archive.js');
  const { diskStore } = await import('../../io/store/disk-store.js');
  const { knownArchive } = await import('../reading/known-archive.js');
  const { coverageOf } = await import('../../core/coverage/cover.js');
  const { archive } = await openArchive(root, cli.cwd);
  const known = await knownArchive(diskStore(root), archive, cli.today, cli);
  const leaf = coverageOf(known).leaves.find(
    ({ indicator }) => indicator.id === place.indicator.id,
  );
  const found = leaf && (place.requirement ? coverageIn(leaf, place.requirement) : leaf);
  return found && { state: found.state, proofs: found.lacks.flatMap(proofIn) };
}

function coverageIn({ requirements }: LeafCoverage, asked: Requirement) {
  const all = requirements.flatMap((each) => [each, ...each.parts]);
  return all.find(({ requirement: { title } }) => title === asked.title);
}

function proofIn(lack: Lack): readonly string[] {
  return lack.is === 'proof' ? [lack.title] : [];
}

interface Result extends Place {
  readonly after: After | undefined;
  readonly entry: string | undefined;
}

function json({ folder, indicator, requirement, after, entry }: Result): string {
  const result = {
    schema: 'dangan/ledger-exempt@1',
    ok: true,
    indicator: indicator.id,
    requirement: requirement?.title ?? null,
    folder,
    state: after?.state ?? null,
    proofs: after?.proofs ?? [],
    entry: entry ?? null,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function text(
  { folder, indicator, requirement, after, entry }: Result,
  options: ExemptOptions,
  cli: Cli,
) {
  const { say, paint } = cli;
  const { exempt: words } = say.ledger;
  const title = [`${indicator.code} ${indicator.name}`, requirement?.title ?? ''];
  const what = title.filter((part) => part !== '').join(say.status.pause);
  if (entry === undefined)
    return `${options.remove === true ? words.nothing({ what }) : say.ledger.set.unchanged}\n`;
  const head = options.remove === true ? words.removed({ what }) : words.done({ what });
  const proofs = after?.proofs ?? [];
  return [
    paint.green(printable(head)),
    `  ${printable(folder)}/ledger.yaml`,
    ...(after ? [words.state({ state: say.status.state[after.state] })] : []),
    ...(proofs.length > 0
      ? [paint.yellow(words.lacking({ proofs, to: quoted(indicator.code) }))]
      : []),
    paint.dim(say.add.undo({ id: entry })),
    '',
  ].join('\n');
}
