/** A lower office's additions laid over an upper office's scoring system. */
import { noSuch } from '../../messages/faults.js';
import { nearest } from '../text.js';
import { indicatorOf } from './decode.js';
import type { Fields } from './fields.js';
import type { Indicator, ScoringSystem } from './types.js';
import { ADJUST_SETS } from './vocabulary.js';
import { eachIndicator, withIds } from './walk.js';

/**
 * @param base - With ids; adjustments name indicators by them, or by a code that just one indicator has.
 * @param own - The overlay's own file, decoded.
 * @param adjustments - The mappings of its `adjust`.
 * @returns With ids. What the overlay does not say stays as in the base; lists are added to.
 */
export function overlay(
  base: ScoringSystem,
  own: ScoringSystem,
  adjustments: readonly Fields[],
): ScoringSystem {
  const byId = adjustmentsById(base, adjustments);
  const adjusted = (indicators: readonly Indicator[]): Indicator[] =>
    indicators.map((indicator) => {
      const below = { ...indicator, children: adjusted(indicator.children) };
      return (byId.get(indicator.id) ?? []).reduce(adjust, below);
    });
  return withIds({
    ...own,
    title: own.title || base.title,
    issuer: own.issuer ?? base.issuer,
    edition: own.edition ?? base.edition,
    source: own.source ?? base.source,
    note: own.note ?? base.note,
    levels: own.levels.length > 0 ? own.levels : base.levels,
    total: own.total ?? base.total,
    window: own.window ?? base.window,
    windows: { ...base.windows, ...own.windows },
    grades: { ...base.grades, ...own.grades },
    bands: own.bands.length > 0 ? own.bands : base.bands,
    scoring: own.scoring.length > 0 ? own.scoring : base.scoring,
    profile: { ...base.profile, ...own.profile },
    owners: { ...base.owners, ...own.owners },
    methods: { ...base.methods, ...own.methods },
    submissions: own.submissions.length > 0 ? own.submissions : base.submissions,
    indicators: [...adjusted(base.indicators), ...own.indicators],
    bonus: [...adjusted(base.bonus), ...own.bonus],
    vetoes: [...base.vetoes, ...own.vetoes],
  });
}

function adjustmentsById(
  base: ScoringSystem,
  adjustments: readonly Fields[],
): ReadonlyMap<string, Fields[]> {
  const ids = new Map<string, string[]>();
  for (const { indicator } of eachIndicator(base)) {
    ids.set(indicator.id, [indicator.id]);
    if (indicator.code !== indicator.id) {
      ids.set(indicator.code, [...(ids.get(indicator.code) ?? []), indicator.id]);
    }
  }
  const byId = new Map<string, Fields[]>();
  for (const fields of adjustments) {
    const name = fields.text('at');
    if (name === undefined) continue;
    const [id, second] = ids.get(name) ?? [];
    const problem = {
      kind: 'schema',
      at: fields.placeOf('at'),
      pointer: fields.pointerTo('at'),
    } as const;
    if (id === undefined) {
      fields.decoding.report({
        ...problem,
        fault: noSuch('indicator', name, nearest(name, ids.keys()), []),
      });
    } else if (second !== undefined) {
      const count = ids.get(name)?.length ?? 0;
      fields.decoding.report({ ...problem, fault: { wrong: 'ambiguous', name, count } });
    } else {
      byId.set(id, [...(byId.get(id) ?? []), fields]);
    }
  }
  return byId;
}

function adjust(indicator: Indicator, fields: Fields): Indicator {
  const said = indicatorOf(fields);
  const set = Object.fromEntries(
    ADJUST_SETS.filter((key) => fields.has(key)).map((key) => [key, said[key]]),
  );
  const removed = new Set(fields.texts('remove'));
  for (const id of removed) {
    if (indicator.evidence.some((each) => each.id === id)) continue;
    const known = indicator.evidence.flatMap((each) => each.id ?? []);
    fields.decoding.report({
      kind: 'schema',
      at: fields.placeOf('remove'),
      pointer: fields.pointerTo('remove'),
      fault: noSuch('evidence', id, nearest(id, known), known),
    });
  }
  return {
    ...indicator,
    ...set,
    criteria: [...indicator.criteria, ...said.criteria],
    thresholds: [...indicator.thresholds, ...said.thresholds],
    evidence: [
      ...indicator.evidence.filter(({ id }) => id === undefined || !removed.has(id)),
      ...said.evidence,
    ],
    children: [...indicator.children, ...said.children],
  };
}
