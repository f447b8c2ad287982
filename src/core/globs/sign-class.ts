/** `[a-z]`, `[!0-9]`, `[[:digit:]]` in patterns of git. */

interface SignClass {
  readonly takes: (sign: string) => boolean;
  /** Where the pattern goes on. */
  readonly end: number;
}

const NAMED: Readonly<Record<string, RegExp>> = {
  alnum: /^[A-Za-z0-9]$/,
  alpha: /^[A-Za-z]$/,
  blank: /^[ \t]$/,
  // eslint-disable-next-line no-control-regex -- control characters are what it names
  cntrl: /^[\u0000-\u001f\u007f]$/,
  digit: /^[0-9]$/,
  graph: /^[!-~]$/,
  lower: /^[a-z]$/,
  print: /^[ -~]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[ \t\n\v\f\r]$/,
  upper: /^[A-Z]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};

type Takes = (sign: string) => boolean;

/**
 * @param signs - Of the pattern.
 * @param start - Of the sign after `[`.
 * @returns `undefined` when it does not end, or names a class that there is none of.
 */
export function signClass(signs: readonly string[], start: number): SignClass | undefined {
  const negated = signs[start] === '!' || signs[start] === '^';
  const members: Takes[] = [];
  let at = negated ? start + 1 : start;
  // A `]` that comes first is one of them.
  for (let isFirst = true; isFirst || signs[at] !== ']'; isFirst = false) {
    const member = memberAt(signs, at);
    if (!member) return undefined;
    members.push(member.takes);
    at = member.end;
  }
  const isIn = (sign: string) =>
    [sign, sign.toUpperCase()].some((form) => members.some((takes) => takes(form)));
  // As in git, a class never takes what stands between folders.
  return { takes: (sign) => sign !== '/' && isIn(sign) !== negated, end: at + 1 };
}

function memberAt(signs: readonly string[], at: number): SignClass | undefined {
  if (signs[at] === '[' && signs[at + 1] === ':') {
    const named = namedClass(signs, at + 2);
    if (named !== 'none') return named;
  }
  const from = signAt(signs, at);
  if (!from) return undefined;
  const isRange = signs[from.end] === '-' && signs[from.end + 1] !== ']';
  const to = isRange ? signAt(signs, from.end + 1) : from;
  if (!to) return undefined;
  const [low, high] = [codeOf(from.sign), codeOf(to.sign)];
  return { takes: (sign) => low <= codeOf(sign) && codeOf(sign) <= high, end: to.end };
}

/** @returns `none` where it is no name of a class: then `[` is a sign as any other. */
function namedClass(signs: readonly string[], start: number): SignClass | 'none' | undefined {
  const end = signs.indexOf(']', start);
  if (end < 0) return undefined;
  if (end === start || signs[end - 1] !== ':') return 'none';
  const name = signs.slice(start, end - 1).join('');
  const test = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  return test && { takes: (sign) => test.test(sign), end: end + 1 };
}

/** A sign, or the one behind a backslash. */
function signAt(signs: readonly string[], at: number): { sign: string; end: number } | undefined {
  const place = signs[at] === '\\' ? at + 1 : at;
  const sign = signs[place];
  return sign === undefined ? undefined : { sign, end: place + 1 };
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}
