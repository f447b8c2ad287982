import type { Examples } from '../examples.js';
import {
  isWaiverFault,
  type OwnWaiverFault,
  type ShapeFault,
  type WaiverFault,
  type YamlFault,
} from '../faults.js';
import { counted } from './counted.js';
import { faults } from './faults.js';

/** What does not agree with what waivers.yaml or baseline.yaml is. */
function waiverFault(d: WaiverFault): string {
  if (d.wrong === 'one-of')
    return `This waiver does not say where: it needs one of ${d.keys.join(', ')}, or both`;
  return isWaiverFault(d) ? ownFault(d) : faults.schema(d);
}

function ownFault(d: OwnWaiverFault): string {
  switch (d.wrong) {
    case 'no-rule':
      return `There is no rule “${d.name}”${d.nearest === undefined ? '; `dangan rules` lists them' : `; did you mean “${d.nearest}”?`}`;
    case 'no-indicator':
      return `There is no indicator “${d.name}”${d.nearest === undefined ? '; `dangan validate --show` prints the scoring system' : `; did you mean “${d.nearest}”?`}`;
    case 'indicators':
      return `${d.ids.length} indicators have the code “${d.name}”; write one of ${d.ids.slice(0, 5).join(', ')}${d.ids.length > 5 ? ' …' : ''}`;
    case 'rule-elsewhere':
      return `“${d.name}” is judged by \`dangan ${d.command}\`, where nothing is let pass; take this entry out`;
    case 'not-waivable':
      return `What “${d.name}” says of waivers cannot be waived itself; mend the waiver it is about`;
    case 'not-for-baseline':
      return `Findings of “${d.name}” do not go into a baseline; where one may be let pass, say why with \`dangan waive\``;
    case 'waived-twice':
      return `Let pass already, on line ${d.line}; keep one of the two`;
    case 'fingerprint':
      return `Rule, indicator and title of this line do not belong to fingerprint ${d.found}, so that it lets nothing pass; \`dangan baseline update\` writes the file anew`;
  }
}

const ANSWERS = { reason: 'a reason', owner: 'an owner', until: 'a last day (until)' } as const;

export const waiverFindings = {
  'waiver-invalid/entry': (d: WaiverFault) => waiverFault(d),
  'waiver-no-reason/lacks': (d: { keys: readonly (keyof typeof ANSWERS)[] }) =>
    `This waiver lacks ${d.keys.map((key) => ANSWERS[key]).join(' and ')}, and lets nothing pass; add ${d.keys.length === 1 ? 'it' : 'them'}`,
  'waiver-expired/expired': (d: { until: string; owner: string; rule: string; count: number }) =>
    `The waiver of ${d.rule} ended on ${d.until}: ${counted(d.count, 'finding counts', 'findings count')} again; mend ${d.count === 1 ? 'it' : 'them'}, or let ${d.owner} set another last day`,
  'waiver-unused/waiver': (d: { rule: string }) =>
    `No finding of ${d.rule} needs this waiver any more; take it out`,
  'waiver-unused/title': (d: { found: string; title: string }) =>
    `A title goes without ordinal and extension: “${d.found}” should be “${d.title}”, and lets nothing pass until then`,
  'waiver-unused/baseline': (d: { count: number }) =>
    `${counted(d.count, 'finding of the baseline is', 'findings of the baseline are')} no longer there; \`dangan baseline prune\` takes ${d.count === 1 ? 'it' : 'them'} out`,
};

interface WaiverWords {
  readonly rule: string;
  readonly indicator: string | undefined;
  readonly title: string | undefined;
}

/** A title of several lines is that of several files. */
const inLine = (text: string) => text.split('\n').join(', ');

const aboutWords = (d: WaiverWords) =>
  `${d.rule}${d.indicator === undefined ? '' : `, indicator ${d.indicator}`}${d.title === undefined ? '' : `, “${inLine(d.title)}”`}`;
const aboutLines = (there: readonly WaiverWords[]) =>
  there.map((each) => `\n  ${aboutWords(each)}`).join('');

/** `dangan waive`. */
export const waive = {
  description: 'let findings pass on purpose: which, why, who answers for it, until when',
  options: {
    what: 'a rule (name-sequence-gap), an area of rules (name), or the fingerprint of a finding',
    indicator: 'only of this indicator and those below it: its code, or its path of codes (1/1.1)',
    title: 'only of evidence with this title, without ordinal and extension; its file name will do',
    reason: 'why it may be let pass',
    owner: 'who answers for it: a department or a person',
    until: 'the last day; after it the findings count again',
    remove: 'take the waiver back: what it let pass counts again',
    list: 'show what is let pass, and what that covers',
    write: 'write it; without, only what would change is shown',
  },
  examples: [
    [
      'dangan waive name-sequence-gap --indicator 1.1 --reason 原件借出 --owner 办公室 --until 2026-12-31',
      'shows which findings would be let pass',
    ],
    [
      'dangan waive name-sequence-gap --indicator 1.1 --reason 原件借出 --owner 办公室 --until 2026-12-31 --write',
      'writes it into waivers.yaml',
    ],
    [
      'dangan waive 3f2a9c0d11e4b7a8 --reason 上级尚未发文 --owner 党办 --until 2026-06-30 --write',
      'one finding, by the fingerprint that `dangan check --format json` gives',
    ],
    ['dangan waive name-sequence-gap --indicator 1.1 --remove --write', 'takes a waiver back'],
    ['dangan waive --list', 'what is let pass, and what of it is over or not needed'],
  ] as Examples,
  /** Stands in a new file. */
  remark:
    'Findings that are let pass: which, why, who answers for it, until when. `dangan waive` writes here.',
  what: 'a rule or a fingerprint',
  needs: (d: { missing: string }) =>
    `say what is let pass, and --reason, --owner and --until with it; still missing: ${d.missing}`,
  removes:
    '--remove takes what is waived and where (a rule, --indicator, --title), and no --reason, --owner or --until',
  noPlace:
    'say where: --indicator, --title, or both. To silence a rule everywhere, set it to off in dangan.yaml',
  head: (d: WaiverWords) => `Let pass: ${aboutWords(d)}`,
  removal: (d: WaiverWords) => `No longer let pass: ${aboutWords(d)}`,
  was: (d: { reason: string; owner: string; until: string }) =>
    `it was: ${d.reason}; ${d.owner}, until ${d.until}`,
  said: (d: { reason: string; owner: string; until: string }) =>
    `${d.reason}; ${d.owner}, until ${d.until}`,
  before: (d: { reason: string; owner: string; until: string }) =>
    `in place of: ${d.reason}; ${d.owner}, until ${d.until}`,
  covers: (d: { count: number }) =>
    `${counted(d.count, 'finding that is there now does', 'findings that are there now do')} not count:`,
  back: (d: { count: number }) =>
    d.count === 0
      ? 'No finding counts again for that.'
      : `${counted(d.count, 'finding counts', 'findings count')} again:`,
  more: (d: { count: number }) => `… and ${d.count} more`,
  unchanged: 'waivers.yaml says so already; nothing was changed.',
  toWrite: (d: { command: string }) => `This is only the plan. To write it: ${d.command}`,
  toRemove: (d: { command: string }) => `This is only the plan. To take it out: ${d.command}`,
  word: 'waiver',
  removedWord: 'waiver (taken back)',
  list: {
    none: 'Nothing is let pass: there is no entry in waivers.yaml that is in order.',
    head: (d: { count: number }) => counted(d.count, 'waiver'),
    holds: (d: { days: number }) =>
      d.days === 0 ? 'last day today' : counted(d.days, 'day left', 'days left'),
    over: 'over',
    covers: (d: { count: number }) => counted(d.count, 'finding'),
    problems: (d: { count: number }) =>
      `${counted(d.count, 'entry has', 'entries have')} errors and let nothing pass: \`dangan check --rule waiver\``,
    baseline: (d: { count: number }) =>
      `Besides, the baseline lets ${counted(d.count, 'finding')} pass (baseline.yaml)`,
  },
};

/** `dangan baseline`. */
export const baseline = {
  description: 'leave the findings that are there now for later: only new ones count',
  create: 'put all findings that are there now into baseline.yaml',
  update: 'put into baseline.yaml what is found now, and take out what is not',
  prune: 'take out of baseline.yaml what is no longer found; nothing is added',
  options: {
    archive: 'the archive; the one around the working folder when left out',
    write: 'write it; without, only what would change is shown',
  },
  examples: [
    ['dangan baseline create', 'shows what would be left for later'],
    ['dangan baseline create --write', 'writes it into baseline.yaml'],
    ['dangan baseline update --write', 'after the scoring system or the settings have changed'],
    ['dangan baseline prune --write', 'after some of it was mended'],
  ] as Examples,
  head: {
    create: (d: { count: number }) =>
      `${counted(d.count, 'finding goes', 'findings go')} into the baseline`,
    update: (d: { added: number; removed: number; count: number }) =>
      `Into the baseline: ${d.added}; out of it: ${d.removed}; in it afterwards: ${d.count}`,
    prune: (d: { removed: number; count: number }) =>
      `Out of the baseline: ${d.removed}; in it afterwards: ${d.count}`,
  },
  added: 'in',
  removed: 'out',
  left: (d: { count: number; rules: readonly string[] }) =>
    `${counted(d.count, 'finding does', 'findings do')} not go into a baseline and ${d.count === 1 ? 'counts' : 'count'} as before (${d.rules.join(', ')}); what may be let pass of that, say with \`dangan waive\``,
  unchanged: 'baseline.yaml is as it should be; nothing was changed.',
  toWrite: (d: { command: string }) => `This is only the plan. To write it: ${d.command}`,
};

type FileProblem = { readonly at: { readonly line: number } } & (
  | { readonly yaml: YamlFault }
  | { readonly shape: ShapeFault }
  /** A list without the key that it belongs below. */
  | { readonly bare: 'waivers' | 'findings' }
);

const lineOf = (d: FileProblem) =>
  `line ${d.at.line}: ${'bare' in d ? `the line “${d.bare}:” is missing above; the entries stand below it` : 'yaml' in d ? faults.yaml(d.yaml) : faults.schema(d.shape)}`;

export const waiverErrors = {
  WAIVERS_INVALID: (d: { path: string; problems: readonly FileProblem[] }) => [
    d.problems.length === 1
      ? `${d.path}, ${d.problems.map(lineOf).join('')}`
      : `${d.path} cannot be understood\n${d.problems.map((each) => `  ${lineOf(each)}`).join('\n')}`,
    'Mend that first: nobody knows what is let pass.',
  ],
  WAIVERS_UNEDITABLE: (d: { path: string }) => [
    `${d.path} is written in a way in which this cannot be changed without touching something else (anchors and aliases, most likely)`,
    'Change it in an editor. Nothing was changed.',
  ],
  WAIVER_VALUE_INVALID: (d: { faults: readonly WaiverFault[] }) => [
    d.faults.map(waiverFault).join('\n'),
    'Nothing was changed.',
  ],
  WAIVER_UNTIL_PAST: (d: { until: string; today: string }) => [
    `${d.until} is before ${d.today}: the waiver would be over before it began`,
    'Give a last day with --until that is still to come. Nothing was changed.',
  ],
  WAIVER_COVERS_NOTHING: (d: WaiverWords & { others: readonly string[] }) => [
    `There is no finding of ${d.rule}${d.indicator === undefined ? '' : ` in indicator ${d.indicator}`}${d.title === undefined ? '' : ` with the title “${inLine(d.title)}”`}, so that nothing would be let pass`,
    d.others.length === 0
      ? `\`dangan check --rule ${d.rule}\` shows what there is. Nothing was changed.`
      : `Titles that there are: ${d.others.map(inLine).slice(0, 5).join('; ')}${d.others.length > 5 ? ' …' : ''}. Nothing was changed.`,
  ],
  WAIVER_NOT_THERE: (d: { there: readonly WaiverWords[] }) => [
    `There is no such waiver in waivers.yaml${d.there.length === 0 ? '' : `; there is:${aboutLines(d.there)}`}`,
    '`dangan waive --list` lists them. Nothing was changed.',
  ],
  WAIVER_AMBIGUOUS: (d: { there: readonly WaiverWords[] }) => [
    `Each of these may be meant:${aboutLines(d.there)}`,
    'Say which with --indicator, --title, or both. Nothing was changed.',
  ],
  FINGERPRINT_UNKNOWN: (d: { fingerprint: string }) => [
    `No finding has the fingerprint ${d.fingerprint}`,
    'See `dangan check --format json`. Nothing was changed.',
  ],
  BASELINE_EXISTS: (d: { path: string }) => [
    `There is a baseline already: ${d.path}`,
    '`dangan baseline update` brings it up to date; `dangan baseline prune` only takes out what is no longer found.',
  ],
  BASELINE_TOO_LARGE: (d: { count: number; most: number }) => [
    `${d.count} different findings are more than a baseline takes (${d.most})`,
    'Mend what `dangan fix` can mend first, or turn a rule off in dangan.yaml. Nothing was changed.',
  ],
  BASELINE_MISSING: (d: { path: string }) => [
    `There is no baseline: ${d.path} is not there`,
    '`dangan baseline create` makes one.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
