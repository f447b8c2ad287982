/** A lower office's additions laid over an upper office's scoring system. */
import { noSuch } from '../../messages/faults.js';
import { listIn } from '../group.js';
import { nearest } from '../text.js';
import { indicatorOf } from './decode.js';
import type { Fields } from './fields.js';
import type { Indicator, Requirement, ScoringSystem, Veto } from './types.js';
import { ADJUST_SETS } from './vocabulary.js';
import { eachIndicator, withIds } from './walk.js';

/**
 * @param base - With ids; adjustments name indicators by them, or by a code that just one indicator has.
 * @param own - The overlay's own file, decoded.
 * @param fields - Of that file: its `adjust`, and its `remove`.
 * @returns With ids. What the overlay does not say stays as in the base; lists are added to.
 */
export function overlay(base: ScoringSystem, own: ScoringSystem, fields: Fields): ScoringSystem {
  const ids = idsByName(base);
  const byId = adjustmentsById(ids, fields.list('adjust'));
  const names = fields.texts('remove');
  const isOf = ({ code, text }: Veto, name: string) => name === code || name === text;
  const isVeto = (name: string) => !ids.has(name) && base.vetoes.some((veto) => isOf(veto, name));
  const noVetoes = names.filter((name) => !isVeto(name));
  const removed = new Set(noVetoes.flatMap((name) => idOf(ids, name, fields, 'remove') ?? []));
  const isLeft = (veto: Veto) => !names.some((name) => isVeto(name) && isOf(veto, name));
  const adjusted = (indicators: readonly Indicator[]): Indicator[] =>
    indicators
      .filter(({ id }) => !removed.has(id))
      .map((indicator) => {
        const isLess = indicator.children.some(({ id }) => removed.has(id));
        const below = {
          ...indicator,
          ...(isLess && { replaced: { ...indicator.replaced, remove: fields.pointer } }),
          children: adjusted(indicator.children),
        };
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
    rounding: own.rounding ?? base.rounding,
    scoring: own.scoring.length > 0 ? own.scoring : base.scoring,
    profile: { ...base.profile, ...own.profile },
    owners: { ...base.owners, ...own.owners },
    methods: { ...base.methods, ...own.methods },
    submissions: own.submissions.length > 0 ? own.submissions : base.submissions,
    indicators: [...adjusted(base.indicators), ...own.indicators],
    bonus: [...adjusted(base.bonus), ...own.bonus],
    vetoes: [...base.vetoes.filter(isLeft), ...own.vetoes],
  });
}

type Ids = ReadonlyMap<string, readonly string[]>;

/** Ids of the indicators that a name may mean: an id, or a code. */
function idsByName(base: ScoringSystem): Ids {
  const ids = new Map<string, string[]>();
  for (const { indicator } of eachIndicator(base)) {
    ids.set(indicator.id, [indicator.id]);
    if (indicator.code !== indicator.id) {
      ids.set(indicator.code, [...(ids.get(indicator.code) ?? []), indicator.id]);
    }
  }
  return ids;
}

function adjustmentsById(
  ids: Ids,
  adjustments: readonly Fields[],
): ReadonlyMap<string, readonly Fields[]> {
  const byId = new Map<string, Fields[]>();
  for (const fields of adjustments) {
    const name = fields.text('at');
    const id = name === undefined ? undefined : idOf(ids, name, fields, 'at');
    if (id !== undefined) listIn(byId, id).push(fields);
  }
  return byId;
}

/** `undefined` for a name that none or several have, which is told. */
function idOf(ids: Ids, name: string, fields: Fields, key: string): string | undefined {
  const [id, second] = ids.get(name) ?? [];
  if (id === undefined) {
    fields.reportAt(key, noSuch('indicator', name, nearest(name, ids.keys()), []));
  } else if (second !== undefined) {
    fields.reportAt(key, { wrong: 'ambiguous', name, count: ids.get(name)?.length ?? 0 });
    return undefined;
  }
  return id;
}

function adjust(indicator: Indicator, fields: Fields): Indicator {
  const said = indicatorOf(fields);
  const set = Object.fromEntries(
    ADJUST_SETS.filter((key) => fields.has(key)).map((key) => [key, said[key]]),
  );
  const removed = new Set(fields.texts('remove'));
  const namesOf = ({ id, title }: Requirement) => [id ?? title, title];
  const isRemoved = (each: Requirement) => namesOf(each).some((name) => removed.has(name));
  const known = [...new Set(indicator.evidence.flatMap(namesOf))];
  for (const name of removed) {
    if (known.includes(name)) continue;
    fields.reportAt('remove', noSuch('evidence', name, nearest(name, known), known));
  }
  return {
    ...indicator,
    ...set,
    replaced: {
      ...indicator.replaced,
      ...Object.fromEntries(Object.keys(set).map((key) => [key, fields.pointer])),
    },
    criteria: [...indicator.criteria, ...said.criteria],
    thresholds: [...indicator.thresholds, ...said.thresholds],
    evidence: [...indicator.evidence.filter((each) => !isRemoved(each)), ...said.evidence],
    children: [...indicator.children, ...said.children],
  };
}
