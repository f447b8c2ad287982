/** What `init` says of the archive that it made. */
import { relative } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { eachExpected, type ExpectedFolder } from '../../core/archive/layout.js';
import type { Archive } from '../../core/archive/types.js';
import { overviewOf } from '../../core/archive/overview.js';
import { eachIndicator, isLeaf } from '../../core/system/walk.js';
import { columns, type Row } from '../../report/columns.js';
import { cd, quoted } from '../../messages/quoted.js';
import { wrap } from '../../report/wrap.js';
import { setupJson, type SetupResult } from './setup.js';

/** What a new archive holds. */
interface Facts {
  readonly unit: string;
  readonly title: string;
  readonly system: string;
  readonly evidence: string;
  readonly folders: number;
  readonly leaves: readonly ExpectedFolder[];
  /** Leaf indicators that do, with those of which nobody asks for files. */
  readonly indicators: number;
  /** Leaf indicators that do not apply to the unit. */
  readonly notApplicable: number;
}

export function factsOf(archive: Archive): Facts {
  const { settings, system, expected } = archive;
  const folders = [...eachExpected(expected)];
  const { notApplicable } = overviewOf(archive);
  const leaves = eachIndicator(system).filter(({ indicator }) => isLeaf(indicator));
  return {
    unit: settings.unit.name,
    title: system.title,
    system: settings.system,
    evidence: settings.evidence,
    folders: folders.length,
    leaves: folders.filter((folder) => folder.leaf),
    indicators: leaves.length - notApplicable,
    notApplicable,
  };
}

export function initJson(
  path: string,
  { unit, title, system, evidence, folders, leaves, notApplicable }: Facts,
  setup: SetupResult | undefined,
): string {
  const facts = { unit, title, system, evidence, folders, notApplicable, leaves: leaves.length };
  const ready = setup && { setup: setupJson(setup) };
  const result = { schema: 'dangan/init@1', ok: true, path, ...facts, ...ready };
  return `${JSON.stringify(result, null, 2)}\n`;
}

export function initText(target: string, facts: Facts, cli: Cli): string {
  const say = cli.say.init;
  const here = relative(cli.cwd, target);
  const code = wordFor(facts.leaves);
  const rows: readonly Row[] = [
    [say.facts.system, say.systemFacts({ title: facts.title, leaves: facts.indicators })],
    [say.facts.unit, facts.unit],
    [say.facts.folders, say.folderFacts({ folder: facts.evidence, count: facts.folders })],
    ...(facts.notApplicable === 0
      ? []
      : [[say.facts.left, say.leftOut({ count: facts.notApplicable })] as const]),
  ];
  const steps: readonly Row[] = [
    ...(here === '' ? [] : [[cd(here), ''] as const]),
    // Where nobody asks for files there is nothing to add.
    ...(code === ''
      ? []
      : [[`dangan add ${say.nextFiles} --to ${quoted(code)}`, say.nextAdd({ code })] as const]),
    ['dangan check', say.nextCheck],
  ];
  return [
    cli.paint.green(say.made({ path: here || target })),
    ...columns(rows.flatMap((row) => wrapped(row, cli.columns))),
    '',
    say.next,
    ...columns(steps.map(([words, does]) => [cli.paint.cyan(words), does] as const)),
    '',
  ].join('\n');
}

/** A row whose right side goes on below where the terminal ends. */
function wrapped([left, right]: Row, terminal: number): readonly Row[] {
  return wrap(right, terminal - WIDEST_LEFT).map((line, at): Row => [at === 0 ? left : '', line]);
}

/** Columns of “Scoring system” and the blanks around it. */
const WIDEST_LEFT = 18;

/** What to write after `--to` for the first leaf indicator: its code, or its path of codes where others have that too. */
function wordFor(leaves: readonly ExpectedFolder[]): string {
  const { code = '', id = '' } = leaves[0]?.indicator ?? {};
  const alike = leaves.filter(({ indicator }) => indicator?.code === code);
  return alike.length > 1 ? id : code;
}
