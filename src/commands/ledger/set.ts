import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import { addExamples } from '../../cli/help.js';
import type { Aliases } from '../../core/ledger/assignments.js';
import type { EvidenceEdit, KeyEdit } from '../../core/ledger/plan-edits.js';
import { DanganError } from '../../errors.js';
import { diskStore } from '../../io/store/disk-store.js';
import { pathBelow } from '../../io/within.js';
import { messagesIn, type Messages } from '../../messages/index.js';
import { printable } from '../../report/printable.js';
import { formatOption } from '../options/format.js';

interface SetOptions {
  readonly format: 'text' | 'json';
}

export function addLedgerSet(ledger: Command, cli: Cli): void {
  const say = cli.say.ledger.set;
  const command = ledger
    .command('set')
    .description(say.description)
    .argument('<file>', say.file)
    .argument('<key=value...>', say.values)
    .addOption(formatOption(cli.say.add.format))
    .action((file: string, words: readonly string[], options: SetOptions) =>
      setInLedger([file, ...words], options, cli),
    );
  addExamples(command, cli, say.examples);
  command.addHelpText('after', () => `\n${say.keys}`);
}

/** Written at once, like an editor would; the journal keeps what was there. */
async function setInLedger(words: readonly string[], options: SetOptions, cli: Cli): Promise<void> {
  const { findArchive, readArchive } = await import('../../io/archive/read-archive.js');
  const { readLedgers } = await import('../../io/ledger/read-ledgers.js');
  const { planLedgers } = await import('../../io/ledger/plan-ledgers.js');
  const { evidenceEdits } = await import('../../io/ledger/evidence-edits.js');
  const { isNumbered, numberedPlace } = await import('../../io/moving/named-evidence.js');
  const { carryOut } = await import('../changing/carry-out.js');
  const { refuseEarlier } = await import('../changing/earlier.js');
  const { files, set } = await takenApart(joined(words, cli), cli);
  const first = resolve(cli.cwd, files[0] ?? '.');
  // A name that is mistyped is told with the nearest.
  const near = existsSync(first) ? first : dirname(first);
  const root = findArchive(
    !existsSync(near) && isNumbered(files[0] ?? '', cli.cwd) ? cli.cwd : near,
  );
  refuseEarlier(root);
  const archive = await readArchive(root);
  const settled = await readLedgers(diskStore(root), archive);
  const paths = files.map((file) => ({
    shown: file,
    path: isNumbered(file, cli.cwd)
      ? numberedPlace(archive, file, { root, cwd: cli.cwd })
      : pathBelow(root, resolve(cli.cwd, file)),
  }));
  const edits = evidenceEdits(archive, settled, paths, set);
  const { signal, say } = cli;
  const changes = await planLedgers(root, settled, edits, { remark: say.ledger.remark, signal });
  const entry = await carryOut(root, changes, 'ledger', cli);
  const ledgers = changes.flatMap((change) => (change.do === 'rewrite' ? [change.path] : []));
  const result = { edits, ledgers, entry: entry?.id };
  cli.out(options.format === 'json' ? json(result) : text(result, cli));
  const ahead = saidIn(edits, say.marks).filter(
    ({ key, value }) => DAYS.has(key) && isAhead(value, cli),
  );
  for (const { key, value = '' } of ahead)
    cli.note(`${cli.say.ledger.set.ahead({ key, value })}\n`);
}

/** What has happened when it is registered. */
const DAYS: ReadonlySet<string> = new Set(['date', 'submitted', 'seen.on']);

/** Is a day, or the first of several, still to come? A slip such as 2062 for 2026. */
function isAhead(value: string | undefined, { today }: Cli): boolean {
  return value !== undefined && /^\d{4}/.test(value) && value.slice(0, today.length) > today;
}

/** `形成日期 = 2020-03-12` is one word; so is `形成日期= 2020-03-12`, unless a file is called so. */
function joined(words: readonly string[], { cwd }: Cli): readonly string[] {
  const isThere = (word: string) => existsSync(resolve(cwd, word));
  const whole: string[] = [];
  for (const word of words) {
    const before = whole.at(-1) ?? '';
    const goesOn = /^[=＝]/.test(word) && /^[\p{L}.·．]+$/u.test(before);
    const isValue = /^[\p{L}.·．]+[=＝]$/u.test(before) && !/[=＝]/.test(word);
    if ((goesOn || isValue) && !isThere(before) && !isThere(word)) {
      whole.splice(-1, 1, before + word);
    } else whole.push(word);
  }
  return whole;
}

/** Files first, then what is to be known of each. */
async function takenApart(
  words: readonly string[],
  cli: Cli,
): Promise<{ files: readonly string[]; set: readonly KeyEdit[] }> {
  const { isAssignment, parseAssignment, SETTABLE } =
    await import('../../core/ledger/assignments.js');
  const aliases = sheetWords();
  const isFile = (word: string) =>
    !isAssignment(word, aliases) || existsSync(resolve(cli.cwd, word));
  const { matchingFiles } = await import('../../io/ledger/matching-files.js');
  const files = await matchingFiles(words.filter(isFile), cli.cwd);
  const set: KeyEdit[] = [];
  for (const word of words) {
    if (isFile(word)) continue;
    const assignment = parseAssignment(word.replace(/^([\p{L}.·．]+)[:：]/u, '$1='), aliases);
    if ('unknown' in assignment) {
      const { unknown: key, nearest } = assignment;
      throw new DanganError('LEDGER_KEY_UNKNOWN', { key, nearest, known: SETTABLE });
    }
    set.push(assignment);
  }
  const { noFile, noValue } = cli.say.ledger.set;
  if (files.length === 0 || set.length === 0) {
    throw new DanganError('USAGE', {
      what:
        files.length === 0
          ? noFile
          : noValue({ word: words.findLast((each) => !existsSync(resolve(cli.cwd, each))) }),
      command: 'ledger set',
    });
  }
  return { files, set };
}

/** The words of the sheet, in both languages: whoever fills that in knows them. */
function sheetWords(): Aliases {
  const sheets = (['zh-CN', 'en'] as const).map((language) => messagesIn(language).ledgerSheet);
  const words = (of: (sheet: LedgerSheet) => Readonly<Record<string, string>>) =>
    new Map(sheets.flatMap((sheet) => Object.entries(of(sheet)).map(([key, word]) => [word, key])));
  return {
    keys: words(({ columns: { seen, seenBy, seenOn, ...others } }) => ({
      ...others,
      'seen.what': seen,
      'seen.by': seenBy,
      'seen.on': seenOn,
    })),
    values: {
      kind: words(({ kinds }) => kinds),
      state: words(({ states }) => states),
      source: words(({ sources }) => sources),
    },
  };
}

type LedgerSheet = Messages['ledgerSheet'];

interface Result {
  readonly edits: readonly EvidenceEdit[];
  readonly ledgers: readonly string[];
  readonly entry: string | undefined;
}

function json({ edits, ledgers, entry }: Result): string {
  const evidence = edits.map(({ folder, file, set }) => ({
    folder,
    file: file ?? null,
    set: Object.fromEntries(set.map(({ path, value }) => [path.join('.'), value ?? null])),
  }));
  const schema = 'dangan/ledger-set@1';
  const result = { schema, ok: true, evidence, ledgers, entry: entry ?? null };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** All of them are told the same. */
function saidIn([edit]: readonly EvidenceEdit[], { list }: Messages['marks']) {
  return (edit?.set ?? []).map(({ path, value }) => ({
    key: path.join('.'),
    value: Array.isArray(value) ? value.join(list) : (value as string | undefined),
  }));
}

function text({ edits, ledgers, entry }: Result, cli: Cli): string {
  const say = cli.say.ledger.set;
  if (entry === undefined) return `${say.unchanged}\n`;
  return [
    cli.paint.green(
      printable(say.done({ count: edits.length, said: saidIn(edits, cli.say.marks) })),
    ),
    ...ledgers.map((path) => `  ${printable(path)}`),
    cli.paint.dim(cli.say.add.undo({ id: entry })),
    '',
  ].join('\n');
}
