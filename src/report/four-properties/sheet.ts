/** The report on the four-property check as a table, before it is put into HTML or Markdown. */
import {
  codeOf,
  type JudgedItem,
  type State,
  type Verdict,
} from '../../core/bundle/four-properties/judge.js';
import { PROPERTIES } from '../../core/bundle/four-properties/items.js';
import type { EmptyIndicator } from '../../core/bundle/index/presence.js';
import type { VerifyReport } from '../../core/bundle/judge/judge.js';
import { visible } from '../../core/bundle/bag/paths.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Messages } from '../../messages/index.js';
import { askedLines, shareWords, verdictWords } from '../bundle/head.js';
import { formatBytes } from '../bytes.js';
import { groupsOfFour } from '../digest-groups.js';
import { messageOf } from '../words.js';

/** What the report is about, and who made it when. */
export interface Checked {
  readonly report: VerifyReport;
  /** Name of the zip or folder. */
  readonly bundle: string;
  readonly items: readonly JudgedItem[];
  readonly today: string;
  readonly version: string;
}

interface Sheet {
  readonly head: readonly (readonly [label: string, value: string])[];
  readonly summary: string;
  readonly groups: readonly { readonly title: string; readonly rows: readonly SheetRow[] }[];
}

export interface SheetRow {
  readonly code: string;
  /** With `*` when it is from memory. */
  readonly name: string;
  readonly state: State;
  readonly told: readonly string[];
}

/** Findings that are listed of one item; the rest is counted. */
const AT_MOST = 10;

export function sheetOf(checked: Checked, say: Messages): Sheet {
  const { items } = checked;
  return {
    head: headOf(checked, say),
    summary: say.fourProperties.summary(countStates(items)),
    groups: PROPERTIES.map((property) => ({
      title: say.fourProperties.properties[property],
      rows: items.filter(({ item }) => item.property === property).map((each) => rowOf(each, say)),
    })),
  };
}

export function countStates(items: readonly JudgedItem[]): Readonly<Record<State, number>> {
  const counts = { passed: 0, failed: 0, notChecked: 0, notApplicable: 0 };
  for (const { verdict } of items) counts[verdict.state] += 1;
  return counts;
}

function headOf(
  { report, bundle, today, version }: Checked,
  say: Messages,
): readonly (readonly [string, string])[] {
  const { head, amount } = say.fourProperties;
  const told = (label: string) => report.info.find(([name]) => name === label)?.[1] ?? '';
  const { files, bytes } = report.payload;
  const rows: [string, string][] = [
    [head.bundle, bundle],
    [head.sender, told('Source-Organization')],
    [head.system, [told('Criteria-Name'), told('Criteria-Version')].join(' ').trim()],
    [head.packed, told('Bagging-Date')],
    [head.amount, report.read ? amount({ files, size: formatBytes(bytes) }) : ''],
    [head.digest, report.digest === undefined ? '' : groupsOfFour(report.digest)],
    [head.share, shareOf(report, say)],
    [head.verdict, verdictWords(report, say)],
    [head.checked, today],
    [head.software, `dangan ${version}`],
  ];
  return rows.flatMap(([label, value]) => (value === '' ? [] : [[label, visible(value)] as const]));
}

function shareOf({ read, share }: VerifyReport, say: Messages): string {
  if (!read) return say.fourProperties.nothing;
  if (share === undefined) return say.fourProperties.everything;
  return [shareWords(share, say), ...askedLines(share, say), say.spotCheck.rest].join(
    say.marks.semicolon,
  );
}

function rowOf({ item, verdict }: JudgedItem, say: Messages): SheetRow {
  const name = say.fourProperties.items[item.key as keyof Messages['fourProperties']['items']];
  return {
    code: codeOf(item),
    name: item.name === 'memory' ? `${name} *` : name,
    state: verdict.state,
    told: toldOf(item.key, verdict, say),
  };
}

function toldOf(key: string, verdict: Verdict, say: Messages): readonly string[] {
  switch (verdict.state) {
    case 'passed':
      return [say.fourProperties.passed[key] ?? ''];
    case 'failed':
      return linesOf(verdict, say);
    case 'notApplicable':
      return [say.fourProperties.notAsked[verdict.why]];
    case 'notChecked':
      return reasonsOf(verdict, say);
  }
}

/** Why nothing can be said. */
export function reasonsOf(
  { missing, without }: Extract<Verdict, { state: 'notChecked' }>,
  { fourProperties }: Messages,
): readonly string[] {
  const words = fourProperties.missing as Record<string, (d: object) => string>;
  const lacking = missing.map((each) => words[each.check]?.(each) ?? '');
  return without === undefined ? lacking : [...lacking, fourProperties.without[without]];
}

function linesOf(
  { findings, empty }: Extract<Verdict, { state: 'failed' }>,
  say: Messages,
): readonly string[] {
  const lines = [
    ...findings.slice(0, AT_MOST).map((finding) => foundLine(finding, say)),
    ...empty.slice(0, AT_MOST).map((each) => emptyLine(each, say)),
  ];
  const left = findings.length + empty.length - lines.length;
  return left > 0 ? [...lines, say.fourProperties.more({ count: left })] : lines;
}

function foundLine(finding: Finding, say: Messages): string {
  const place = finding.file === undefined ? '' : `${visible(finding.file)}${say.marks.colon}`;
  return `${place}${messageOf(finding, say)}${say.marks.aside({ text: finding.rule })}`;
}

export function emptyLine({ path, name }: EmptyIndicator, { fourProperties }: Messages): string {
  return fourProperties.empty({ indicator: visible(`${path} ${name}`.trim()) });
}
