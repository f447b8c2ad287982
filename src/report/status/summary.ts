/** The end of a status: vetoes, sums by state, and what to type next. */
import type { VetoCoverage } from '../../core/coverage/types.js';
import {
  isComplete,
  isWelcome,
  STATES,
  type StateCounts,
  type Status,
} from '../../core/status/status.js';
import { formatDecimal } from '../../core/system/decimal.js';
import { quoted } from '../../messages/quoted.js';
import { hanging, oneLine, stateWord, wrapped } from './parts.js';
import type { SpareExample, StatusReport } from './report.js';
import { lackWords } from './words.js';
import type { TextStyle } from '../text-style.js';

export function vetoLines(
  vetoes: readonly VetoCoverage[],
  width: number,
  style: TextStyle,
): readonly string[] {
  if (vetoes.length === 0) return [];
  const rows = vetoes.flatMap((each) => {
    const { code, text } = each.veto;
    const words = [oneLine(`${code} ${text}`), ...vetoWords(each, style)];
    return hanging('  ', stateWord(each.state, width, style), words, width, style);
  });
  return [style.paint.bold(style.say.status.vetoes), ...rows, ''];
}

/** Whether it was triggered, and what the proof lacks that it was not. */
function vetoWords(
  { veto, state, occurred, witness, proof }: VetoCoverage,
  { say }: TextStyle,
): readonly string[] {
  const words = say.status.veto;
  if (occurred === true && witness) return [words.occurred(witness)];
  const lacking = proof.flatMap((each) => {
    const { title } = each.requirement;
    const lacks = lackWords(each, { say, at: { id: '' }, whole: false });
    return lacks.map((lack) => oneLine(words.lacking({ title, lack })));
  });
  if (occurred === undefined && state === 'person') return [words.unsaid(veto), ...lacking];
  if (state === 'short' || state === 'late') return [words.unproved, ...lacking];
  if (state === 'person' && lacking.length > 0) return lacking;
  return [
    state === 'met' ? words.proved({ isAsked: veto.evidence.length > 0 }) : say.status.state[state],
  ];
}

/** @param cut - Whether of something not all is named above. */
export function summaryLines(
  { status, today, all, spareExample }: StatusReport,
  cut: boolean,
  style: TextStyle,
): readonly string[] {
  const { say, paint, columns } = style;
  const { summary, next } = say.status;
  const total = sum(status.requirements);
  const isDone = isComplete(status);
  // What does not apply is not owed.
  const owed = total - status.requirements.exempt;
  const head = summary.head({ today, total: owed, met: status.requirements.met });
  const rest = hasMore(status);
  const points = formatDecimal(status.pointsToDo);
  const listedSpare = status.leaves.reduce((count, { spare }) => count + spare.length, 0);
  const notes = [
    ...countLines(status, style),
    ...(points === '0' ? [] : [summary.points({ points })]),
    ...(status.spare > listedSpare
      ? [summary.spareMet({ count: status.spare - listedSpare })]
      : []),
    ...(status.belated > 0 ? [summary.belated({ count: status.belated })] : []),
    ...(status.flawedAhead > 0 ? [summary.flawedAhead({ count: status.flawedAhead })] : []),
    ...(isDone && total > 0 && status.flawedAhead === 0
      ? [paint.green(summary.complete({ open: status.requirements.open }))]
      : []),
  ];
  return [
    paint.bold(isDone ? paint.green(head) : head),
    ...notes.flatMap((note) => indented(note, columns)),
    ...spareHint(spareExample, listedSpare, style),
    ...(all || !(cut || rest) ? [] : indented(next.all({ cut, rest }), columns)),
  ];
}

/** How many requirements and indicators there are in each state. */
export function countLines(
  { requirements, indicators, welcome }: Pick<Status, 'requirements' | 'indicators' | 'welcome'>,
  style: Pick<TextStyle, 'say'>,
): readonly string[] {
  const { summary } = style.say.status;
  const total = sum(requirements) + welcome.requirements;
  const parts = (counts: StateCounts, spare: number) => counted(counts, spare, style);
  return [
    total > 0
      ? summary.requirements({ total, parts: parts(requirements, welcome.requirements) })
      : summary.none,
    summary.indicators({
      total: sum(indicators) + welcome.indicators,
      parts: parts(indicators, welcome.indicators),
    }),
  ];
}

function indented(text: string, columns: number): readonly string[] {
  return wrapped(text, columns - 2).map((line) => `  ${line}`);
}

/** What to type stands in a line of its own, however long, to be copied. */
function spareHint(
  example: SpareExample | undefined,
  count: number,
  { say, columns, paint }: TextStyle,
): readonly string[] {
  if (count === 0) return [];
  const words = indented(say.status.next.spare({ count, key: example?.key }), columns);
  if (!example) return words;
  const { file, key, value } = example;
  const command = `dangan ledger set ${quoted(file)} ${key}=${quoted(value)}`;
  return [...words, `    ${paint.cyan(command)}`];
}

function counted(
  counts: StateCounts,
  welcome: number,
  { say }: Pick<TextStyle, 'say'>,
): readonly string[] {
  const { state: words, summary } = say.status;
  const parts = [
    ...STATES.map((state) => ({ state: words[state], count: counts[state] })),
    { state: say.status.welcome, count: welcome },
  ];
  return parts.filter(({ count }) => count > 0).map((part) => summary.part(part));
}

function sum(counts: StateCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

/** Is anything counted that is not listed? */
function hasMore({ leaves, requirements, spare: all }: Status): boolean {
  const listed = leaves.flatMap(({ rows }) =>
    rows.filter(({ coverage }) => !isWelcome(coverage)),
  ).length;
  return listed < sum(requirements) || leaves.reduce((n, { spare }) => n + spare.length, 0) < all;
}
