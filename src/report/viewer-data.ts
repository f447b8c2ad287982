/** What the offline page tells besides the index: the scoring system and the ledgers in words, and what was not in order. */
import { joinPath, type ArchivePath } from '../core/archive/paths.js';
import type { IndexEvidence, IndexHead, IndexIndicator } from '../core/bundle/types.js';
import { spanLabel } from '../core/dates/label.js';
import type { Known } from '../core/evidence/types.js';
import type { LedgerEntry } from '../core/ledger/types.js';
import type { Finding } from '../core/rules/findings.js';
import type { Indicator, ScoringSystem } from '../core/system/types.js';
import { eachIndicator } from '../core/system/walk.js';
import type { Messages } from '../messages/index.js';
import { criterionWords, requirementTexts, scoringWords, vetoWords } from './system-words.js';
import type { ViewerEvidence, ViewerFindings, ViewerHead, ViewerIndicator } from './viewer.js';
import { messageOf } from './words.js';

type Words = Messages['validate']['show'];

/** @param head - As in `index.json`, where evidence is named without how much of it is asked for. */
export function viewerHead(head: IndexHead, system: ScoringSystem, words: Words): ViewerHead {
  const { bundle, part, unit, date, files, bytes } = head;
  const byId = new Map(eachIndicator(system).map(({ indicator }) => [indicator.id, indicator]));
  const withWords = (each: IndexIndicator): ViewerIndicator => {
    const own = byId.get(each.id);
    return {
      ...each,
      asks: own ? asksOf(own, system, words) : each.asks,
      scoring: own ? scoringOf(own, system, words) : [],
      children: each.children.map(withWords),
    };
  };
  const vetoes = system.vetoes.map((veto) => vetoWords(veto, words));
  const indicators = head.indicators.map(withWords);
  return { bundle, part, unit, system: head.system, date, files, bytes, indicators, vetoes };
}

function asksOf({ evidence }: Indicator, { owners }: ScoringSystem, words: Words) {
  return evidence.flatMap((each) => requirementTexts(each, '', owners, words));
}

function scoringOf({ scoring, criteria }: Indicator, { owners }: ScoringSystem, words: Words) {
  return [
    ...scoring.map((rule) => scoringWords(rule, words)),
    ...criteria.map((each) => criterionWords(each, owners, words)),
  ];
}

/** With what the ledger says of a file, else the camera: names tell the rest. */
export function viewerEvidence(
  known: Known | undefined,
): (row: IndexEvidence, origin: ArchivePath) => ViewerEvidence {
  const entries = new Map<ArchivePath, LedgerEntry>();
  for (const [folder, ledger] of known?.ledgers ?? []) {
    for (const entry of ledger.entries) {
      if (entry.file !== undefined) entries.set(joinPath(folder, entry.file), entry);
    }
  }
  return (row, origin) => {
    const entry = entries.get(origin);
    if (!entry && row.taken === undefined) return row;
    const date = entry?.date ? spanLabel(entry.date) : row.taken;
    return { ...row, date, activity: entry?.activity };
  };
}

/** Findings that the page names; the rest is in `checks.json`. */
const LISTED = 500;

export function viewerFindings(
  findings: readonly Finding[],
  counts: Omit<ViewerFindings, 'list'>,
  say: Messages,
): ViewerFindings {
  const row = (severity: 'error' | 'warning') => (finding: Finding) =>
    [severity, finding.indicator?.path ?? '', messageOf(finding, say), finding.file ?? ''] as const;
  const of = (severity: 'error' | 'warning') =>
    findings.filter((each) => each.severity === severity).map(row(severity));
  return { ...counts, list: [...of('error'), ...of('warning')].slice(0, LISTED) };
}
