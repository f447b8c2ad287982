/** What the offline page tells besides the index: the scoring system and the ledgers in words, and what was not in order. */
import { joinPath, type ArchivePath } from '../core/archive/paths.js';
import type { Archive } from '../core/archive/types.js';
import type { IndexEvidence, IndexHead, IndexIndicator } from '../core/bundle/types.js';
import { documentNumber } from '../core/catalogue/document-number.js';
import { spanLabel } from '../core/dates/label.js';
import { captionFacts } from '../core/evidence/caption.js';
import { registeredDate } from '../core/evidence/effective-date.js';
import type { LedgerEntry } from '../core/ledger/types.js';
import type { Finding } from '../core/rules/findings.js';
import { shownCode } from '../core/system/meant.js';
import type { Indicator, ScoringSystem } from '../core/system/types.js';
import { eachIndicator } from '../core/system/walk.js';
import type { Waived } from '../core/waivers/types.js';
import type { Messages } from '../messages/index.js';
import { criterionWords, requirementTexts, scoringWords, vetoWords } from './system/words.js';
import type {
  ViewerEvidence,
  ViewerFindings,
  ViewerHead,
  ViewerIndicator,
  ViewerVeto,
} from './viewer.js';
import type { ViewerBesides } from './viewer-also.js';
import type { ViewerReview } from './viewer-review.js';
import { messageOf } from './words.js';

type Words = Messages['validate']['show'];

/**
 * @param head - As in `index.json`, where evidence is named without how much of it is asked for.
 */
export function viewerHead(
  head: IndexHead,
  system: ScoringSystem,
  also: ViewerBesides,
  review: ViewerReview,
  words: Words,
): ViewerHead {
  const { bundle, part, unit, date, files, bytes } = head;
  const byId = indicatorsById(system);
  const withWords = (each: IndexIndicator): ViewerIndicator => {
    const own = byId.get(each.id);
    const more = also.byIndicator.get(each.id);
    const unowed = also.unowed.get(each.id);
    return {
      ...each,
      ...(more && { also: more }),
      ...(unowed && { unowed }),
      asks: own ? asksOf(own, system, words) : each.asks,
      scoring: own ? scoringOf(own, system, words) : [],
      children: each.children.map(withWords),
    };
  };
  const at = { system, indicator: undefined };
  const vetoes = system.vetoes.map((veto): ViewerVeto => {
    const { code, evidence } = veto;
    const asks = evidence.flatMap((each) => requirementTexts(each, '', at, words));
    return { code, words: vetoWords(veto, words), asks, also: also.byVeto.get(veto) ?? [] };
  });
  const indicators = head.indicators.map(withWords);
  const told = { bundle, part, unit, system: head.system, date, files, bytes };
  return { ...told, indicators, vetoes, review };
}

function indicatorsById(system: ScoringSystem): ReadonlyMap<string, Indicator> {
  return new Map(eachIndicator(system).map(({ indicator }) => [indicator.id, indicator]));
}

function asksOf(indicator: Indicator, system: ScoringSystem, words: Words) {
  const at = { system, indicator };
  return indicator.evidence.flatMap((each) => requirementTexts(each, '', at, words));
}

function scoringOf({ scoring, criteria }: Indicator, { owners }: ScoringSystem, words: Words) {
  return [
    ...scoring.map((rule) => scoringWords(rule, words)),
    ...criteria.map((each) => criterionWords(each, owners, words)),
  ];
}

/** With what the ledger says of a file, else the camera: names tell the rest. */
export function viewerEvidence(
  { known, system }: Pick<Archive, 'known' | 'system'>,
  say: Messages,
): (row: IndexEvidence, origin: ArchivePath) => ViewerEvidence {
  const entries = new Map<ArchivePath, LedgerEntry>();
  for (const [folder, ledger] of known?.ledgers ?? []) {
    for (const entry of ledger.entries) {
      if (entry.file !== undefined) entries.set(joinPath(folder, entry.file), entry);
    }
  }
  const indicators = indicatorsById(system);
  return (row, origin) => {
    const entry = entries.get(origin);
    if (!entry && row.taken === undefined) return row;
    const told = entry && registeredDate(entry);
    const date = told ? spanLabel(told) : row.taken;
    return {
      ...{ ...row, date, activity: entry?.activity },
      number: entry?.number && documentNumber(entry.number),
      caption: captionOf(entry, indicators.get(row.indicator ?? ''), say),
    };
  };
}

function captionOf(
  entry: LedgerEntry | undefined,
  indicator: Indicator | undefined,
  { catalogue: { rows } }: Messages,
): string {
  const facts = captionFacts(entry?.caption ?? {}, indicator);
  return facts.map(([field, text]) => rows.captionFact({ field, text })).join(rows.pause);
}

/** Findings that the page names; the rest is in `checks.json`. */
const LISTED = 500;

export function viewerFindings(
  findings: readonly Finding[],
  waived: readonly Waived[],
  counts: Omit<ViewerFindings, 'list'>,
  system: ScoringSystem,
  say: Messages,
): ViewerFindings {
  const { waivedBy } = say.reports;
  const { semicolon } = say.marks;
  const codes = new Map(
    eachIndicator(system).map(({ indicator }) => [indicator.id, shownCode(indicator, system)]),
  );
  const row = (is: ViewerFindings['list'][number][0], { indicator, file }: Finding, said: string) =>
    [is, codes.get(indicator?.path ?? '') ?? '', said, file ?? ''] as const;
  const of = (severity: 'error' | 'warning') =>
    findings
      .filter((each) => each.severity === severity)
      .slice(0, LISTED)
      .map((each) => row(severity, each, messageOf(each, say)));
  const passed = waived
    .slice(0, LISTED)
    .map(({ finding, by }) =>
      row('waived', finding, messageOf(finding, say) + semicolon + waivedBy(by)),
    );
  return { ...counts, list: [...of('error'), ...of('warning'), ...passed].slice(0, LISTED) };
}
