import type { Examples } from '../examples.js';
import { isNotApplicable } from '../not-applicable.js';
import type { Answer, ScoresFault, YamlFault } from '../faults.js';
import { faults } from './faults.js';
import { scoresFault } from './scores.js';
import { quoted } from '../quoted.js';
import { counted } from './counted.js';

interface Decided {
  readonly of: string;
  readonly title: string;
  readonly criterion: string | undefined;
  readonly rule: number | undefined;
  readonly key: Answer | 'occurred';
  readonly was?: Answer | undefined;
  readonly from: string | undefined;
  readonly to: string;
  readonly counted?: string | undefined;
  readonly isTaken?: boolean;
}

const WORDS: Readonly<Record<Decided['key'], string>> = {
  points: 'points',
  grade: 'grade',
  times: 'times',
  share: 'share',
  tier: 'tier',
  met: 'holds',
  occurred: 'triggered',
};

/** `dangan score set`. */
export const scoreSet = {
  description: 'write into scores.yaml what a person decides: who, when and why',
  options: {
    code: 'the indicator: its code, or its path of codes (1/1.1); with --veto the code of a veto',
    value:
      '8 (points), 85%, 2times, a grade, the words of a tier, yes or no, none (nothing that takes off happened); or points=8, grade=B …',
    by: 'who decided',
    why: 'on what grounds',
    date: 'on which day (today)',
    criterion: 'it is about this criterion of the indicator only',
    rule: 'it answers this scoring rule, from 1; needed where several may be meant',
    veto: 'whether a veto was triggered: yes or no',
    write: 'write it; without, only what would change is shown',
  },
  examples: [
    ['dangan score set 3.1 8 --by 张三 --why 现场核查记录', 'shows what would be written'],
    ['dangan score set 3.1 8 --by 张三 --why 现场核查记录 --write', 'writes it into scores.yaml'],
    ['dangan score set 2.2 2times --by 张三 --why 通报两次 --write', 'how often it happened'],
    ['dangan score set 1 no --veto --by 张三 --why 纪检函询无问题 --write', 'a veto'],
  ] as Examples,
  /** Stands in a new file. */
  remark: 'What a person decides of the self score: what, who, when and why.',
  word: (key: Decided['key']) => WORDS[key],
  head: (d: Decided) =>
    `${d.of} ${d.title}${d.criterion === undefined ? '' : `, criterion ${d.criterion}`}${d.rule === undefined ? '' : `, rule ${d.rule}`}: ${d.from === undefined || d.was === undefined || d.was === d.key ? '' : `${WORDS[d.was]} ${d.from} → `}${d.isTaken ? 'taken off' : WORDS[d.key]} ${d.from === undefined || (d.was !== undefined && d.was !== d.key) ? '' : `${d.from} → `}${d.to}${d.counted === undefined ? '' : ` (${d.counted})`}`,
  said: (d: { by: string; on: string; because: string }) => `${d.by}, ${d.on}: ${d.because}`,
  clash: ({ isWhole, lines }: { isWhole: boolean; lines: readonly number[] }) =>
    isWhole
      ? `Note: line ${lines.join(', ')} of scores.yaml answers criteria or rules of it. What is decided of the whole counts now, up to what those answers come to; keep one of the two kinds (\`dangan score clear\` takes entries out).`
      : `Note: line ${lines.join(', ')} of scores.yaml decides the whole. That counts, up to what answers such as this one come to; take that entry out if the answers are to count.`,
  unchanged: 'scores.yaml says so already; nothing was changed.',
  toWrite: (d: { command: string }) => `This is only the plan. To write it: ${d.command}`,
};

/** `dangan score clear`. */
export const scoreClear = {
  description: 'take out of scores.yaml what a person decided, so that the evidence counts',
  options: {
    criterion: 'only what is about this criterion',
    rule: 'only what answers this scoring rule, from 1',
    veto: 'take out whether a veto was triggered',
    write: 'take it out; without, only what would go is shown',
  },
  examples: [
    ['dangan score clear 3.1', 'shows what would go'],
    ['dangan score clear 3.1 --write', 'takes out all that was decided of it'],
    ['dangan score clear 1 --veto --write', 'as if nobody had spoken of the veto'],
  ] as Examples,
  head: (d: { of: string; title: string; count: number; written: boolean }) =>
    `${d.of} ${d.title}: ${counted(d.count, 'entry', 'entries')} ${d.written ? 'taken out' : 'to be taken out'}`,
  entry: (d: {
    criterion: string | undefined;
    rule: number | undefined;
    key: Decided['key'] | undefined;
    value: string;
  }) =>
    `${d.criterion === undefined ? '' : `criterion ${d.criterion}, `}${d.rule === undefined ? '' : `rule ${d.rule}, `}${d.key === undefined ? 'nothing decided' : `${WORDS[d.key]} ${d.value}`}`,
  nothing: (d: { of: string; title: string }) =>
    `scores.yaml says nothing of ${d.of} ${d.title}; there is nothing to take out.`,
};

export const scoreSetErrors = {
  SCORES_INVALID: (d: { path: string; line: number; fault: YamlFault }) => [
    `${d.path}, line ${d.line}: ${faults.yaml(d.fault)}`,
    'Mend that first, so that nothing in it is lost. Nothing was changed.',
  ],
  SCORES_UNEDITABLE: (d: { path: string }) => [
    `${d.path} is written in a way in which this cannot be changed without touching something else (anchors and aliases, most likely)`,
    'Change it in an editor. Nothing was changed.',
  ],
  SCORE_VALUE_INVALID: (d: { faults: readonly ScoresFault[] }) => [
    d.faults.map(scoresFault).join('\n'),
    'Nothing was changed.',
  ],
  SCORE_VALUE_UNKNOWN: (d: { value: string }) => [
    `“${d.value}” is neither points, a grade, a share nor a number of times here`,
    isNotApplicable(d.value)
      ? 'That something does not apply is no value: say so with `dangan ledger exempt CODE --why WHY --by WHO --proof FILE`.'
      : 'Write 8, 85%, 2times, B, yes or no; or say which it is: points=8, grade=B. `dangan validate --show` prints what is asked.',
  ],
  SCORE_ONLY_RECKONS: (d: { code: string; value: string }) => [
    `“${d.code}=${d.value}” looks like a value to be written down`,
    `Type \`dangan score set ${quoted(d.code)} ${quoted(d.value)} --by WHO --why WHY\`. Nothing was changed.`,
  ],
  SCORE_VETO_UNKNOWN: (d: { value: string }) => [
    `“${d.value}” does not say whether the veto was triggered`,
    'Write yes or no.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
