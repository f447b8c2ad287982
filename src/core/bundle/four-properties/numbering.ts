/** Are the evidences of each folder numbered 1, 2, 3 …, as their names in a bundle of ours say? */
import { nameOf, parentOf } from '../../archive/paths.js';
import { parseName } from '../../naming/parse.js';
import { fingerprintOf, type Finding } from '../../rules/findings.js';
import type { FindingMessageId, Seen } from '../../rules/seen.js';
import type { BundleIndex } from '../index/parse-index.js';
import { visible } from '../bag/paths.js';
import { LEDGER } from '../../ledger/file.js';

export interface Numbering {
  readonly findings: readonly Finding[];
  /** Evidence without an ordinal: what it hides is not known. */
  readonly unnumbered: number;
}

export function judgeNumbering(index: BundleIndex | undefined): Numbering {
  const folders = new Map<string, Map<number, string[]>>();
  let unnumbered = 0;
  for (const { path, indicator } of index?.evidence ?? []) {
    const name = nameOf(path);
    if (indicator === undefined || name === LEDGER) continue;
    const { ordinal } = parseName(name);
    if (ordinal === undefined) unnumbered += 1;
    else add(folders, parentOf(path), ordinal, name);
  }
  const findings = [...folders].flatMap(([folder, numbered]) => [...judge(folder, numbered)]);
  return { findings, unnumbered };
}

function add(
  folders: Map<string, Map<number, string[]>>,
  folder: string,
  ordinal: number,
  name: string,
): void {
  const numbered = folders.get(folder) ?? new Map<number, string[]>();
  folders.set(folder, numbered);
  const names = numbered.get(ordinal);
  if (names) names.push(visible(name));
  else numbered.set(ordinal, [visible(name)]);
}

function* judge(folder: string, numbered: Map<number, string[]>): Generator<Finding> {
  let next = 1;
  for (const ordinal of [...numbered.keys()].sort((a, b) => a - b)) {
    const files = numbered.get(ordinal) ?? [];
    if (files.length > 1) {
      yield findingOf('name-sequence-duplicate/same', { ordinal, files }, folder);
    }
    if (ordinal > next) {
      yield findingOf('name-sequence-gap/missing', { from: next, to: ordinal - 1 }, folder);
    }
    next = ordinal + 1;
  }
}

function findingOf<
  Id extends Extract<FindingMessageId, `name-sequence-${'gap' | 'duplicate'}/${string}`>,
>(messageId: Id, params: Extract<Seen, { messageId: Id }>['data'], file: string): Finding {
  const rule =
    messageId === 'name-sequence-gap/missing' ? 'name-sequence-gap' : 'name-sequence-duplicate';
  const fingerprint = fingerprintOf(rule, file, JSON.stringify(params));
  return {
    rule,
    severity: 'warning',
    messageId,
    params,
    indicator: undefined,
    file,
    title: '',
    at: undefined,
    fix: 'none',
    fingerprint,
  };
}
