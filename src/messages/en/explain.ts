import type { Examples } from '../examples.js';
import { sizeWords } from '../size.js';
import { validate } from './validate.js';

interface Limits {
  readonly min: number;
  readonly max: number | undefined;
}

function rangeWords({ min, max }: Limits, words: (number: number) => string): string {
  if (max === undefined) return `at least ${words(min)}`;
  if (min === 0) return `at most ${words(max)}`;
  return min === max ? words(min) : `${words(min)} to ${words(max)}`;
}

/** The words of `dangan explain`. */
export const explain = {
  description: 'what a rule asks for, why, and what to do',
  rule: 'id of the rule, as the report has it',
  examples: [['dangan explain name-sequence-gap', 'a gap in the numbers: what now?']] as Examples,
  scope: { file: 'the file alone', tree: 'the whole archive' },
  facts: (d: { severity: string; fix: string; scope: string; properties: readonly string[] }) =>
    [
      `level: ${d.severity}`,
      `mending: ${d.fix}`,
      `judged by: ${d.scope}`,
      ...(d.properties.length > 0 ? [`four-property check: ${d.properties.join(' ')}`] : []),
    ].join(' · '),
  /** Before an example: what its scoring system asks for, how it is set. */
  asked: (d: { indicator: string }) => `(asked for: ${d.indicator})`,
  setting: (d: { setting: string }) => `(set: ${d.setting})`,
  /** Of a rule that the unit declares itself. */
  own: {
    kind: validate.show.kinds,
    everywhere: 'Of all evidence, it asks:',
    where: (d: { codes: readonly string[]; kinds: readonly string[]; files: string | undefined }) =>
      `Of evidence ${[
        d.codes.length > 0 ? `of indicator ${d.codes.join(', ')} and what is below` : '',
        d.kinds.length > 0 ? `of kind ${d.kinds.join(' or ')}` : '',
        d.files === undefined ? '' : `whose file name is like “${d.files}”`,
      ]
        .filter((part) => part !== '')
        .join(', ')}, it asks:`,
    matches: (d: { asked: readonly string[] }) =>
      `the title is written like ${d.asked.join(' or ')}`,
    contains: (d: { asked: readonly string[] }) => `the title has ${d.asked.join(' or ')} in it`,
    without: (d: { words: readonly string[] }) =>
      `the title has no ${d.words.join(' and no ')} in it`,
    kinds: (d: { kinds: readonly string[] }) => `its kind is ${d.kinds.join(' or ')}`,
    per: {
      leaf: 'each leaf indicator',
      indicator: 'each of these indicators, with all that is below it,',
      archive: 'the whole archive',
    },
    count: (d: Limits & { per: string }) => `${d.per} has ${rangeWords(d, String)} of it`,
    of: (d: { per: string; kinds: readonly string[] }) =>
      `${d.per} has evidence of each of these kinds: ${d.kinds.join(', ')}`,
    size: (d: Limits) => `a file has ${rangeWords(d, sizeWords)}`,
    formats: (d: { formats: readonly string[] }) => `its format is ${d.formats.join(' or ')}`,
    why: (d: { why: string }) => `Why: ${d.why}`,
    remedy: (d: { remedy: string }) => `What to do: ${d.remedy}`,
    declared: 'It is a rule of the unit’s own, declared under rules of dangan.yaml.',
  },
  today: (d: { day: string }) => `# On the day ${d.day}:`,
  system: '# The scoring system says:',
  inOrder: 'In order:',
  outOfOrder: 'Out of order:',
};

/** The words of `dangan rules`. */
export const rulesTable = {
  description: 'list every rule: level, whether it can be mended, title',
  examples: [
    ['dangan rules', 'all rules in a table'],
    ['dangan rules --format json', 'for programs'],
  ] as Examples,
  head: ['rule', 'level', 'mending', 'title'],
  fix: {
    safe: 'safe',
    unsafe: 'after a look',
    proposes: 'proposal',
    none: 'by hand',
  },
  next: 'More about one: `dangan explain RULE`',
};
