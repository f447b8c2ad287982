/** What the conditions of a scoring system ask of a unit, and whether a unit's profile answers that. */
import type { ProfileFault } from '../../messages/faults.js';
import { foldName, nearest } from '../text.js';
import { parseDecimal } from './decimal.js';
import type { Condition, ScoringSystem } from './types.js';
import { eachIndicator, eachRequirement } from './walk.js';

/** A field of a unit's profile that something depends on. */
interface ProfileField {
  readonly name: string;
  /** Values that are listed or that conditions name, in the order of the file. */
  readonly values: readonly string[];
  /**
   * `listed`: the system's own `profile` gives every value. `named`: conditions name some, a unit may have another.
   * `number`: conditions compare it. `text`: declared without values.
   */
  readonly takes: 'listed' | 'named' | 'number' | 'text';
}

export type Profile = Readonly<Record<string, string>>;

const fieldsOf = new WeakMap<ScoringSystem, readonly ProfileField[]>();

/** The fields, those of the system's `profile` first; worked out once for each system. */
function profileFields(system: ScoringSystem): readonly ProfileField[] {
  let fields = fieldsOf.get(system);
  if (!fields) {
    fields = readFields(system);
    fieldsOf.set(system, fields);
  }
  return fields;
}

function readFields(system: ScoringSystem): readonly ProfileField[] {
  const named = new Map<string, Set<string>>();
  for (const field of Object.keys(system.profile)) named.set(field, new Set());
  for (const condition of eachCondition(system)) noteFields(condition, named);
  return [...named].map(([name, values]): ProfileField => {
    const listed = system.profile[name] ?? [];
    if (listed.length > 0) return { name, values: listed, takes: 'listed' };
    const plain = [...values].filter((value) => !isComparison(value));
    if (plain.length > 0) return { name, values: plain, takes: 'named' };
    return { name, values: [], takes: values.size > 0 ? 'number' : 'text' };
  });
}

function isComparison(value: string): boolean {
  return /^[<>≤≥]/.test(value);
}

function noteFields(condition: Condition, named: Map<string, Set<string>>): void {
  if ('any' in condition) for (const each of condition.any) noteFields(each, named);
  if ('all' in condition) for (const each of condition.all) noteFields(each, named);
  if ('not' in condition) noteFields(condition.not, named);
  if (!('unit' in condition)) return;
  for (const [field, values] of Object.entries(condition.unit)) {
    const known = named.get(field) ?? new Set();
    for (const value of values) known.add(value.trim());
    named.set(field, known);
  }
}

function* eachCondition(system: ScoringSystem): Generator<Condition> {
  for (const { indicator } of eachIndicator(system)) {
    const { applies, criteria, evidence, exempt } = indicator;
    if (applies) yield applies;
    for (const criterion of criteria) if (criterion.applies) yield criterion.applies;
    for (const requirement of eachRequirement([...evidence, ...(exempt?.proof ?? [])])) {
      if (requirement.applies) yield requirement.applies;
    }
  }
  for (const veto of system.vetoes) {
    if (veto.applies) yield veto.applies;
    for (const requirement of eachRequirement(veto.evidence)) {
      if (requirement.applies) yield requirement.applies;
    }
  }
}

/**
 * What in a profile looks like a slip: with it indicators would be left out that nobody meant to leave out.
 *
 * Where conditions only name some values of a field, another one is in order unless it is much like one of those.
 */
export function profileFaults(system: ScoringSystem, profile: Profile): readonly ProfileFault[] {
  const fields = new Map(profileFields(system).map((field) => [field.name, field]));
  return Object.entries(profile).flatMap(([name, value]): ProfileFault[] => {
    const field = fields.get(name);
    if (!field) {
      const known = [...fields.keys()];
      return [{ wrong: 'field', field: name, nearest: alike(name, known), known }];
    }
    const near = alike(value, field.values);
    const fault = { field: name, value, nearest: near, known: field.values };
    switch (field.takes) {
      case 'listed':
        return isOneOf(value, field.values) ? [] : [{ wrong: 'value', ...fault }];
      case 'named':
        return near === undefined || isOneOf(value, field.values)
          ? []
          : [{ wrong: 'value', ...fault }];
      case 'number':
        return parseDecimal(value.trim()) ? [] : [{ wrong: 'number', field: name, value }];
      case 'text':
        return [];
    }
  });
}

/** As conditions compare. */
function isOneOf(value: string, known: readonly string[]): boolean {
  return known.some((each) => foldName(each.trim()) === foldName(value.trim()));
}

/** Fields that conditions ask for and a profile does not give: what depends on them is kept, for a person to decide. */
export function unansweredFields(system: ScoringSystem, profile: Profile): readonly ProfileField[] {
  return profileFields(system).filter(({ name }) => (profile[name] ?? '') === '');
}

/** The same, or much the same, or a part: 水利局 for 县水利局. */
export function alike(word: string, known: readonly string[]): string | undefined {
  if (known.includes(word)) return word;
  const near = nearest(word, known);
  if (near !== undefined || word === '') return near;
  const parts = known.filter((each) => each !== '' && (each.includes(word) || word.includes(each)));
  return parts.length === 1 ? parts[0] : undefined;
}
