/**
 * What git leaves in a text when two people changed the same lines: both versions, between lines of seven equal
 * signs. None of them is a line of the YAML that people write.
 */

/** A line that git put in. `|||||||` stands only where `merge.conflictStyle` is diff3 or zdiff3. */
const MARK = /^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$/;

/** @returns the offset of the first mark; `undefined` where no merge was left unfinished. */
export function conflictIn(text: string): number | undefined {
  // Most files hold none of the two signs seven times: nothing else is looked at then.
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return undefined;
  const found = /^(?:<{7}|>{7})(?= |\r?$)/m.exec(text);
  return found?.index;
}

/** The versions that a text with marks is made of, each whole. */
interface Sides {
  readonly ours: string;
  readonly theirs: string;
  /** As it was before both; `undefined` where the marks do not tell. */
  readonly base: string | undefined;
}

type Part = 'all' | 'ours' | 'base' | 'theirs';

const AFTER: Readonly<Record<string, readonly [from: readonly Part[], to: Part]>> = {
  '<': [['all'], 'ours'],
  '|': [['ours'], 'base'],
  '=': [['ours', 'base'], 'theirs'],
  '>': [['theirs'], 'all'],
};

/** Take a text with marks apart. @returns `undefined` when one of the marks has been taken away or moved. */
export function sidesOf(text: string): Sides | undefined {
  const sides = { ours: '', base: '', theirs: '' };
  let part: Part = 'all';
  let hunks = 0;
  let withBase = 0;
  for (const line of linesIn(text)) {
    const bare = line.replace(/\r?\n$/, '');
    // Outside a conflict a line of equal signs is not git's.
    if (!MARK.test(bare) || (part === 'all' && bare.startsWith('='))) {
      if (part === 'all' || part === 'ours') sides.ours += line;
      if (part === 'all' || part === 'base') sides.base += line;
      if (part === 'all' || part === 'theirs') sides.theirs += line;
      continue;
    }
    const [from, to]: readonly [readonly Part[], Part] = AFTER[bare.charAt(0)] ?? [[], part];
    if (!from.includes(part)) return undefined;
    part = to;
    if (to === 'ours') hunks += 1;
    if (to === 'base') withBase += 1;
  }
  if (part !== 'all' || hunks === 0) return undefined;
  return { ...sides, base: withBase === hunks ? sides.base : undefined };
}

/** Lines with their ends. */
function* linesIn(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    yield text.slice(start, next);
    start = next;
  }
}

export interface MarkNames {
  readonly ours: string;
  readonly theirs: string;
}

/**
 * One text of two, with marks round the lines in which they differ.
 *
 * Made for texts that differ in a few values: where they have the same number of lines each run of unequal lines is
 * marked, else all that is between their equal beginning and their equal end.
 */
export function withMarks(ours: string, theirs: string, names: MarkNames): string {
  const [a, b] = [[...linesIn(closed(ours))], [...linesIn(closed(theirs))]];
  const end = ours.includes('\r\n') ? '\r\n' : '\n';
  let text = '';
  let done = 0;
  for (const { from, to, length } of a.length === b.length ? unequalRuns(a, b) : middle(a, b)) {
    text += a.slice(done, from).join('');
    text += `<<<<<<< ${names.ours}${end}${a.slice(from, to).join('')}=======${end}`;
    text += `${b.slice(from, from + length).join('')}>>>>>>> ${names.theirs}${end}`;
    done = to;
  }
  return text + a.slice(done).join('');
}

/** Marks stand on lines of their own. */
function closed(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Lines `from` to `to` of one text are `length` lines from `from` in the other. */
interface Unequal {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

function unequalRuns(a: readonly string[], b: readonly string[]): Unequal[] {
  const runs: Unequal[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const from = at;
    while (at < a.length && a[at] !== b[at]) at += 1;
    if (at > from) runs.push({ from, to: at, length: at - from });
  }
  return runs;
}

function middle(a: readonly string[], b: readonly string[]): Unequal[] {
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  let same = 0;
  const most = Math.min(a.length, b.length) - from;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1;
  return [{ from, to: a.length - same, length: b.length - same - from }];
}
