/** Names in a scoring system that lead to nothing. */
import type { SchemaFault, Thing } from '../../messages/faults.js';
import { nearest } from '../text.js';
import type { SystemSource } from './source.js';
import type {
  Condition,
  Indicator,
  Place,
  Requirement,
  ScoringRule,
  ScoringSystem,
  Window,
} from './types.js';
import { eachIndicator, eachRequirement } from './walk.js';

export interface BrokenReference {
  readonly at: Place;
  readonly indicator: Indicator | undefined;
  readonly fault: SchemaFault;
}

/** Where a name stands; most lead to something, and then nobody asks. */
type At = Place | (() => Place);

type Report = (
  at: At,
  thing: Thing,
  name: string,
  known: readonly string[],
  indicator?: Indicator,
) => void;

/** Owners, windows, grades, profile fields, criteria and evidence that are named and not there; ids given twice. */
export function brokenReferences({ system, locate }: SystemSource): BrokenReference[] {
  const broken: BrokenReference[] = [];
  const report: Report = (at, thing, name, known, indicator) => {
    if (known.includes(name)) return;
    const near =
      (thing === 'owner' ? keyOf(name, system.owners) : undefined) ?? nearest(name, known);
    const fault = { wrong: 'no-such', thing, name, nearest: near } as const;
    broken.push({ at: typeof at === 'function' ? at() : at, indicator, fault });
  };
  const check = checker(system, report);
  check.window(() => locate('/window'), system.window);
  for (const rule of system.scoring) check.scoring(rule, []);
  for (const { indicator } of eachIndicator(system)) {
    const at = (key: string) => () => locate(`${indicator.pointer}/${key}`);
    const codes = indicator.criteria.map(({ code }) => code);
    check.owners(at('owner'), indicator.owner, indicator);
    check.window(at('window'), indicator.window, indicator);
    check.condition(at('applies'), indicator.applies, indicator);
    for (const rule of indicator.scoring) check.scoring(rule, codes, indicator);
    for (const criterion of indicator.criteria) {
      check.owners(criterion.at, criterion.owner, indicator);
      check.condition(criterion.at, criterion.applies, indicator);
      for (const rule of criterion.scoring) check.scoring(rule, codes, indicator);
    }
    check.evidence(indicator.evidence, codes, indicator);
    if (indicator.exempt) check.evidence(indicator.exempt.proof, codes, indicator);
    broken.push(...idsGivenTwice(indicator));
  }
  for (const veto of system.vetoes) {
    check.window(veto.at, veto.window);
    check.condition(veto.at, veto.applies);
    if (veto.indicator !== undefined) check.indicator(veto.at, veto.indicator);
    check.evidence(veto.evidence, []);
  }
  return broken;
}

/** The key of a department that was written by its name. */
function keyOf(name: string, owners: ScoringSystem['owners']): string | undefined {
  return Object.keys(owners).find((key) => owners[key] === name);
}

function checker(system: ScoringSystem, report: Report) {
  const owners = Object.keys(system.owners);
  const windows = Object.keys(system.windows);
  const grades = Object.keys(system.grades);
  const fields = Object.keys(system.profile);
  const places = new Map<string, Indicator>();
  for (const { indicator } of eachIndicator(system)) {
    if (!places.has(indicator.code)) places.set(indicator.code, indicator);
  }
  for (const { indicator } of eachIndicator(system)) places.set(indicator.id, indicator);
  const names = [...places.keys()];

  const check = {
    /** Without a list of owners, departments are called by their names. */
    owners(at: At, named: readonly string[], indicator?: Indicator) {
      if (owners.length > 0) for (const name of named) report(at, 'owner', name, owners, indicator);
    },
    window(at: At, window: Window | undefined, indicator?: Indicator) {
      if (window && 'name' in window) report(at, 'window', window.name, windows, indicator);
    },
    /** Without a list of profile fields, any will do. */
    condition(at: At, condition: Condition | undefined, indicator?: Indicator): void {
      if (!condition || fields.length === 0) return;
      if ('any' in condition)
        for (const each of condition.any) check.condition(at, each, indicator);
      if ('all' in condition)
        for (const each of condition.all) check.condition(at, each, indicator);
      if ('not' in condition) check.condition(at, condition.not, indicator);
      if (!('unit' in condition)) return;
      for (const [field, values] of Object.entries(condition.unit)) {
        report(at, 'profile-field', field, fields, indicator);
        const known = system.profile[field] ?? [];
        if (known.length === 0) continue;
        for (const value of values) {
          if (!/^[<>≤≥]/.test(value)) report(at, 'profile-value', value, known, indicator);
        }
      }
    },
    scoring(rule: ScoringRule, codes: readonly string[], indicator?: Indicator) {
      for (const code of rule.criteria) report(rule.at, 'criterion', code, codes, indicator);
      if (rule.rule !== 'grade' || grades.length === 0) return;
      for (const grade of Object.keys(rule.grades))
        report(rule.at, 'grade', grade, grades, indicator);
    },
    indicator(at: Place, name: string, indicator?: Indicator) {
      report(at, 'indicator', name, names, indicator);
    },
    evidence(
      requirements: readonly Requirement[],
      codes: readonly string[],
      indicator?: Indicator,
    ) {
      for (const requirement of eachRequirement(requirements)) {
        const { at } = requirement;
        check.owners(at, requirement.owner, indicator);
        check.window(at, requirement.window, indicator);
        check.condition(at, requirement.applies, indicator);
        for (const code of requirement.for) report(at, 'criterion', code, codes, indicator);
        if (requirement.see !== undefined) check.see(at, requirement.see, indicator);
      }
    },
    see(at: Place, see: string, indicator?: Indicator) {
      const [place = '', id] = see.split('#');
      const target = place === '' ? indicator : places.get(place);
      if (!target) report(at, 'indicator', place, names, indicator);
      else if (id !== undefined) report(at, 'evidence', id, idsOf(target), indicator);
    },
  };
  return check;
}

function idsOf(indicator: Indicator): string[] {
  return [...eachRequirement(indicator.evidence)].flatMap(({ id }) => id ?? []);
}

function* idsGivenTwice(indicator: Indicator): Generator<BrokenReference> {
  const lines = new Map<string, number>();
  for (const { id, at } of eachRequirement(indicator.evidence)) {
    if (id === undefined) continue;
    const line = lines.get(id);
    if (line === undefined) lines.set(id, at.line);
    else yield { at, indicator, fault: { wrong: 'twice', thing: 'evidence', name: id, line } };
  }
}
