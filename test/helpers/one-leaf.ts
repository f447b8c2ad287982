/** Archives of one leaf indicator, `1 甲`, so that what it asks for and what is filed are seen at a glance. */
import type { Archive } from '../../src/core/archive/types.js';
import { coverageOf } from '../../src/core/coverage/cover.js';
import type { LeafCoverage, RequirementCoverage, State } from '../../src/core/coverage/types.js';
import type { ArchiveRule } from '../../src/core/rules/types.js';
import type { Day } from '../../src/core/system/types.js';
import { archiveOf, knownOf, withLedgers } from './archive-of.js';
import { systemWith } from './system-of.js';

export interface LeafGiven {
  /** 15 August 2020 when left out. */
  readonly today?: Day;
  /** Lines of `ledger.yaml`. */
  readonly ledger?: string;
  /** Lines at the top of the scoring system, such as `window: 2020..2020`. */
  readonly system?: string;
  /** More of the indicator, such as `period: 2020-Q1`. */
  readonly indicator?: string;
  /** Of the unit. */
  readonly profile?: Readonly<Record<string, string>>;
  readonly bonus?: boolean;
}

/**
 * @param asked - Its `evidence`, in YAML: `[{ title: 工作计划, kind: plan }]`.
 * @param files - In its folder; `子文件夹/01：方案.docx` is in one in it.
 */
export function leafArchive(
  asked: string,
  files: readonly string[],
  given: LeafGiven = {},
): Archive {
  const { today, ledger, system = '', indicator = '', profile = {}, bonus = false } = given;
  const more = indicator === '' ? '' : `, ${indicator}`;
  const leaf = `- { code: "1", name: 甲, evidence: ${asked}${more} }`;
  const other = '- { code: "2", name: 乙 }';
  const lists = bonus
    ? `indicators:\n  ${other}\nbonus:\n  ${leaf}`
    : `indicators:\n  ${leaf}\n  ${other}`;
  const folders: Record<string, string[]> = { '1 甲': [], '2 乙': [] };
  for (const file of files) {
    const slash = file.lastIndexOf('/');
    const folder = slash < 0 ? '1 甲' : `1 甲/${file.slice(0, slash)}`;
    (folders[folder] ??= []).push(file.slice(slash + 1));
  }
  const { system: scoring } = systemWith(`${system}\n${lists}\n`);
  const unit = { name: '某县水利局', profile };
  const archive = archiveOf(folders, { scoring, settings: { unit } });
  const known = knownOf(today === undefined ? {} : { today });
  return ledger === undefined
    ? { ...archive, known }
    : withLedgers({ ...archive, known }, { '1 甲': ledger });
}

export function leafOf(...given: Parameters<typeof leafArchive>): LeafCoverage {
  const leaf = coverageOf(leafArchive(...given)).leaves.find(
    ({ indicator }) => indicator.code === '1',
  );
  if (!leaf) throw new Error('no leaf');
  return leaf;
}

/** Of its only requirement. */
export function requirementIn(...given: Parameters<typeof leafArchive>): RequirementCoverage {
  const [requirement] = leafOf(...given).requirements;
  if (!requirement) throw new Error('no requirement');
  return requirement;
}

/** Of each requirement; after `found of wanted` where that is not plain. */
export function statesOf(...given: Parameters<typeof leafArchive>): readonly State[] {
  return leafOf(...given).requirements.map(({ state }) => state);
}

/** What a rule says of it: message and data. */
export function saidBy(rule: ArchiveRule, ...given: Parameters<typeof leafArchive>) {
  return [...rule.check(leafArchive(...given))]
    .filter(({ indicator }) => indicator?.code !== '2')
    .map(({ messageId, data }) => [messageId.slice(messageId.indexOf('/') + 1), data]);
}
