import type { PointsFault, RequirementConflict, SchemaFault, YamlFault } from '../faults.js';
import { faults } from './faults.js';
import { conflict } from './findings-conflict.js';

const levels = (count: number) => `${count} leaf ${count === 1 ? 'indicator' : 'indicators'}`;

/** What the `scoring-*` rules found: what is there, what was expected, what to do. */
export const scoringFindings = {
  'scoring-yaml-invalid/fault': (d: YamlFault) => faults.yaml(d),
  'scoring-fullwidth-colon/key': (d: { key: string }) =>
    faults.yaml({ fault: 'fullwidth-colon', key: d.key }),
  'scoring-schema-violation/fault': (d: SchemaFault) => faults.schema(d),
  'scoring-duplicate-code/sibling': (d: { code: string; name: string; line: number }) =>
    `Code ${d.code} is already on line ${d.line} (${d.name}) at the same level: check it against the original`,
  'scoring-duplicate-code/elsewhere': (d: { code: string; name: string; line: number }) =>
    `Code ${d.code} is already on line ${d.line} (${d.name}): check it against the original`,
  'scoring-duplicate-code/criterion': (d: { code: string; line: number }) =>
    `Criterion ${d.code} is already on line ${d.line}: references to it are ambiguous`,
  'scoring-code-unquoted/number': (d: { code: string; number: string }) =>
    d.code === d.number
      ? `Code ${d.code} is without quotes, and other programs take it for a number: write "${d.code}"`
      : `Code ${d.code} is without quotes, and other programs read it as ${d.number}: write "${d.code}"`,
  'scoring-code-unquoted/fullwidth-quotes': (d: { code: string; written: string }) =>
    `Code ${d.written} is in full-width quotes, which YAML takes for a part of it: write "${d.code}"`,
  'scoring-sum-mismatch/children': (d: { points: string; sum: string; count: number }) =>
    `${d.points} points, but the ${d.count === 1 ? 'indicator' : `${d.count} indicators`} below add up to ${d.sum}`,
  'scoring-sum-mismatch/unit': (d: { points: string; sum: string; unit: string }) =>
    `${d.points} points, but for ${d.unit} the indicators below add up to ${d.sum}`,
  'scoring-sum-mismatch/criteria': (d: { points: string; sum: string; count: number }) =>
    `${d.points} points, but ${d.count === 1 ? 'its criterion gives' : `its ${d.count} criteria add up to`} ${d.sum}`,
  'scoring-sum-mismatch/total': (d: { points: string; sum: string; count: number }) =>
    `The total is ${d.points}, but the ${d.count === 1 ? 'indicator adds' : `${d.count} top indicators add`} up to ${d.sum}`,
  'scoring-sum-mismatch/total-unit': (d: { points: string; sum: string; unit: string }) =>
    `The total is ${d.points}, but for ${d.unit} the top indicators add up to ${d.sum}`,
  'scoring-sum-mismatch/shares': (d: { sum: string; count: number; unit: string | undefined }) =>
    `The weights of ${d.count === 1 ? 'the one indicator' : `${d.count} indicators`} make ${d.sum}${d.unit === undefined ? '' : ` for ${d.unit}`}, and should make 100%: compare with the original`,
  'scoring-sum-mismatch/methods': (d: { sum: string; count: number }) =>
    `The shares of ${d.count === 1 ? 'the one method' : `${d.count} methods`} make ${d.sum}, and should make 100%: compare with the original; until they do, the score does not go by methods`,
  'scoring-points-invalid/value': (d: {
    found: string;
    wrong: PointsFault;
    /** The number that is meant. */
    meant?: string;
  }) =>
    d.wrong === 'missing'
      ? 'Points have no number: fill it in from the original'
      : d.wrong === 'negative'
        ? `Points are ${d.found}; they cannot be less than 0: say what is taken off in scoring (rule: deduct), without its sign`
        : d.wrong === 'full-width'
          ? `Points are “${d.found}” in full-width digits: write ${d.meant ?? 'ASCII digits, such as 6 or 0.5'}`
          : d.wrong === 'quoted'
            ? `Points are “${d.found}” in quotes, which makes them a text: leave the quotes out`
            : `Points are “${d.found}”, not a number: write the number only, ${d.meant ?? 'such as 6 or 0.5'}`,
  'scoring-points-invalid/missing': (d: { name: string; siblings: number }) =>
    `No points for ${d.name}, while ${d.siblings === 1 ? 'another indicator' : `${d.siblings} others`} at the same level have them`,
  'scoring-sibling-name-clash/same': (d: { folder: string; line: number }) =>
    `Its folder “${d.folder}” would be that of the indicator on line ${d.line}: give one of them a folder of its own (folder:)`,
  'scoring-name-unusable/unsafe': (d: { folder: string }) =>
    `The name holds what a folder’s name cannot; the folder would be “${d.folder}”: give a short name (folder:)`,
  'scoring-name-unusable/long': (d: { folder: string; length: number }) =>
    `The name has ${d.length} characters, too many for a folder, which would be “${d.folder}”: give a short name (folder:)`,
  'scoring-requirement-conflict/fault': (d: RequirementConflict) => conflict(d),
  'scoring-owner-missing/indicator': (d: { name: string }) =>
    `Nobody is responsible for ${d.name}: give an owner`,
  'scoring-owner-missing/below': (d: { count: number }) =>
    `Nobody is responsible for the ${levels(d.count)} below: give an owner here`,
  'scoring-owner-missing/all': (d: { count: number }) =>
    `No owners at all: nobody can be told what they owe (${levels(d.count)})`,
};
