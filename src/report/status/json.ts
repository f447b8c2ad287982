import { spanLabel } from '../../core/dates/label.js';
import type { RequirementCoverage, VetoCoverage } from '../../core/coverage/types.js';
import type { Evidence } from '../../core/evidence/types.js';
import { isComplete, type StatusLeaf, type StatusRow } from '../../core/status/status.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Indicator } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import { lackWords, type Lacking } from './words.js';
import type { StatusReport } from './report.js';

/** One document, `dangan/status@1`; see schemas/status.schema.json. */
export function statusJson({ status, today }: StatusReport, say: Messages): string {
  const { leaves, vetoes, requirements, indicators, pointsToDo, spare } = status;
  const document = {
    schema: 'dangan/status@1',
    ok: true,
    complete: isComplete(status),
    today,
    indicators: leaves.map((leaf) => leafJson(leaf, say)),
    vetoes: vetoes.map((veto) => vetoJson(veto)),
    summary: { requirements, indicators, pointsToDo: formatDecimal(pointsToDo), spare },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function leafJson({ leaf, state, part, owners, rows, spare }: StatusLeaf, say: Messages): object {
  const { indicator, folder, lacks, exemption } = leaf;
  const { code, id, name, points } = indicator;
  return {
    indicator: { code, path: id },
    name,
    bonus: part === 'bonus',
    folder: folder?.path,
    state,
    points: points && formatDecimal(points),
    owners,
    requirements: rows.map((row) => rowJson(row, indicator, say)),
    lacks: lacksJson({ lacks, counts: 'files' }, indicator, say),
    exemption: exemption?.reason,
    spare: spare.map(evidenceJson),
  };
}

function rowJson({ coverage, owners }: StatusRow, at: Indicator, say: Messages): object {
  return { ...requirementJson(coverage, at, say), owners };
}

function requirementJson(coverage: RequirementCoverage, at: Indicator, say: Messages): object {
  const { requirement, state, found, wanted, counts, periods, parts, exemption } = coverage;
  return {
    id: requirement.id,
    title: requirement.title,
    kind: requirement.kind,
    state,
    found,
    wanted,
    counts,
    evidence: coverage.evidence.map(evidenceJson),
    periods: periods.map(({ period, ...each }) => ({
      ...{ label: period.label, from: period.from, to: period.to },
      ...{ state: each.state, found: each.found },
    })),
    lacks: lacksJson(coverage, at, say),
    parts: parts.map((part) => requirementJson(part, at, say)),
    exemption: exemption?.reason,
  };
}

function evidenceJson({ path, title, date, kinds }: Evidence): object {
  return { path, title, date: date && { days: spanLabel(date), source: date.source }, kinds };
}

/** What is lacking, by kind and in words. */
export function lacksJson(
  { lacks, ...own }: Lacking,
  at: Indicator,
  say: Messages,
): readonly object[] {
  return lacks.map((lack) => ({
    is: lack.is,
    message: lackWords({ lacks: [lack], ...own }, { say, at, whole: true }).join(''),
    ...('evidence' in lack && { path: lack.evidence.path }),
    ...('period' in lack && { period: lack.period.label }),
    ...('periods' in lack && { periods: lack.periods.map(({ label }) => label) }),
  }));
}

export function vetoJson({ veto, state, occurred, window }: VetoCoverage): object {
  return {
    code: veto.code,
    text: veto.text,
    state,
    occurred,
    window: window && spanLabel(window),
  };
}
