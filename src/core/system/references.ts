/** Names in a scoring system that lead to nothing. */
import { noSuch, type SchemaFault, type Thing } from '../../messages/faults.js';
import { nearest } from '../text.js';
import { isWindowFault, judgeWindow } from './window-text.js';
import { pointerTo } from './pointers.js';
import type { SystemSource } from './source.js';
import type {
  BandGrade,
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

/** Owners, windows, grades, profile fields, criteria and evidence that are named and not there; ids given twice. */
export function brokenReferences({ system, locate }: SystemSource): BrokenReference[] {
  const references = new References(system);
  references.window(() => locate('/window'), system.window);
  for (const rule of system.scoring) references.scoring(rule, []);
  for (const { indicator } of eachIndicator(system)) {
    const at = (key: string) => () => locate(pointerTo(indicator, key));
    const codes = indicator.criteria.map(({ code }) => code);
    references.owners(at('owner'), indicator.owner, indicator);
    references.window(at('window'), indicator.window, indicator);
    references.condition(at('applies'), indicator.applies, indicator);
    for (const rule of indicator.scoring) references.scoring(rule, codes, indicator);
    for (const criterion of indicator.criteria) {
      references.owners(criterion.at, criterion.owner, indicator);
      references.condition(criterion.at, criterion.applies, indicator);
      for (const rule of criterion.scoring) references.scoring(rule, codes, indicator);
    }
    references.evidence(indicator.evidence, codes, indicator);
    if (indicator.exempt) references.evidence(indicator.exempt.proof, codes, indicator);
    references.broken.push(...idsGivenTwice(indicator));
  }
  for (const { parts = [], grades = [] } of system.bands) {
    for (const { at, indicator } of parts) references.indicator(at, indicator);
    for (const each of grades) references.bandGrade(each);
  }
  for (const veto of system.vetoes) {
    references.window(veto.at, veto.window);
    references.condition(veto.at, veto.applies);
    if (veto.indicator !== undefined) references.indicator(veto.at, veto.indicator);
    references.evidence(veto.evidence, []);
  }
  return references.broken;
}

/** The key of a department that was written by its name. */
function keyOf(name: string, owners: ScoringSystem['owners']): string | undefined {
  return Object.keys(owners).find((key) => owners[key] === name);
}

/** `2025年-2027年`, which is taken for a name. */
function windowMeant(name: string): string | undefined {
  const judged = judgeWindow(name);
  return isWindowFault(judged) ? judged.meant : undefined;
}

/** What a system names, held against what it has. */
class References {
  readonly broken: BrokenReference[] = [];
  readonly #system: ScoringSystem;
  readonly #owners: readonly string[];
  readonly #windows: readonly string[];
  readonly #grades: readonly string[];
  readonly #fields: readonly string[];
  readonly #places = new Map<string, Indicator>();

  constructor(system: ScoringSystem) {
    this.#system = system;
    this.#owners = Object.keys(system.owners);
    this.#windows = Object.keys(system.windows);
    this.#grades = Object.keys(system.grades);
    this.#fields = Object.keys(system.profile);
    for (const { indicator } of eachIndicator(system)) {
      if (!this.#places.has(indicator.code)) this.#places.set(indicator.code, indicator);
    }
    for (const { indicator } of eachIndicator(system)) this.#places.set(indicator.id, indicator);
  }

  #report(at: At, thing: Thing, name: string, known: readonly string[], indicator?: Indicator) {
    if (known.includes(name)) return;
    const key = thing === 'owner' ? keyOf(name, this.#system.owners) : undefined;
    const { owners } = this.#system;
    const told = thing === 'owner' ? known.map((each) => `${each} ${owners[each] ?? ''}`) : known;
    const near = thing === 'window' ? windowMeant(name) : undefined;
    const fault = noSuch(thing, name, near ?? key ?? nearest(name, known), told);
    this.broken.push({ at: typeof at === 'function' ? at() : at, indicator, fault });
  }

  /** Without a list of owners, departments are called by their names. */
  owners(at: At, named: readonly string[], indicator?: Indicator) {
    if (this.#owners.length === 0) return;
    for (const name of named) this.#report(at, 'owner', name, this.#owners, indicator);
  }

  window(at: At, window: Window | undefined, indicator?: Indicator) {
    if (window && 'name' in window) {
      this.#report(at, 'window', window.name, this.#windows, indicator);
    }
  }

  /** Without a list of profile fields, any will do. */
  condition(at: At, condition: Condition | undefined, indicator?: Indicator): void {
    if (!condition || this.#fields.length === 0) return;
    if ('any' in condition) for (const each of condition.any) this.condition(at, each, indicator);
    if ('all' in condition) for (const each of condition.all) this.condition(at, each, indicator);
    if ('not' in condition) this.condition(at, condition.not, indicator);
    if (!('unit' in condition)) return;
    for (const [field, values] of Object.entries(condition.unit)) {
      this.#report(at, 'profile-field', field, this.#fields, indicator);
      const known = this.#system.profile[field] ?? [];
      if (known.length === 0) continue;
      for (const value of values) {
        if (!/^[<>≤≥]/.test(value)) this.#report(at, 'profile-value', value, known, indicator);
      }
    }
  }

  scoring(rule: ScoringRule, codes: readonly string[], indicator?: Indicator) {
    for (const code of rule.criteria) this.#report(rule.at, 'criterion', code, codes, indicator);
    if (rule.rule !== 'grade' || this.#grades.length === 0) return;
    for (const grade of Object.keys(rule.grades)) {
      this.#report(rule.at, 'grade', grade, this.#grades, indicator);
    }
  }

  bandGrade({ at, of, grade }: BandGrade) {
    this.#report(at, 'grade', grade, this.#grades);
    const marks = new Set(eachIndicator(this.#system).flatMap(({ indicator }) => indicator.marks));
    for (const name of of) {
      if (this.#places.has(name)) continue;
      this.#report(at, 'mark', name, [...marks]);
    }
  }

  indicator(at: Place, name: string, indicator?: Indicator) {
    if (this.#places.has(name)) return;
    this.#report(at, 'indicator', name, [...this.#places.keys()], indicator);
  }

  evidence(requirements: readonly Requirement[], codes: readonly string[], indicator?: Indicator) {
    for (const requirement of eachRequirement(requirements)) {
      const { at } = requirement;
      this.owners(at, requirement.owner, indicator);
      this.window(at, requirement.window, indicator);
      this.condition(at, requirement.applies, indicator);
      for (const code of requirement.for) this.#report(at, 'criterion', code, codes, indicator);
      if (requirement.see !== undefined) this.#see(at, requirement.see, indicator);
    }
  }

  #see(at: Place, see: string, indicator?: Indicator) {
    const [place = '', id] = see.split('#');
    const target = place === '' ? indicator : this.#places.get(place);
    if (!target) this.indicator(at, place, indicator);
    else if (id !== undefined) this.#report(at, 'evidence', id, idsOf(target), indicator);
  }
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
