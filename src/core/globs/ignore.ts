/** What is left out of an archive: lines as `.gitignore` has them. */
import { foldName } from '../text.js';
import { signClass } from './sign-class.js';
import { fitsOf, literal, literals, type Fits, type Step } from './steps.js';

/** Is a file or folder left out? Who asks has found the folders above it not to be. */
export type Ignores = (folder: string, name: string, isFolder: boolean) => boolean;

/**
 * As git understands such lines, in three things for people: names are compared as everywhere here (NFC, case
 * folded, on every system), `?` and `[…]` take one character, not one byte of it, and a faulty line is told.
 *
 * @param lines - The later one decides; `!` takes back.
 * @returns `undefined` when they leave nothing out.
 * @see https://git-scm.com/docs/gitignore
 */
export function ignoresOf(lines: readonly string[]): Ignores | undefined {
  const patterns = lines.flatMap((line) => {
    const pattern = patternOf(line);
    return pattern && pattern !== 'faulty' ? pattern : [];
  });
  if (!patterns.some(({ negated }) => !negated)) return undefined;
  patterns.reverse();
  return (folder, name, isFolder) => {
    const own = foldName(name);
    let path: string | undefined;
    for (const { foldersOnly, ofPath, fits, negated } of patterns) {
      if (foldersOnly && !isFolder) continue;
      if (ofPath) path ??= folder === '' ? own : `${foldName(folder)}/${own}`;
      if (fits(ofPath && path !== undefined ? path : own)) return !negated;
    }
    return false;
  };
}

/** Is it a line that git would pass over without a word: a `[` that does not end, a `\` before nothing? */
export function isFaulty(line: string): boolean {
  return patternOf(line) === 'faulty';
}

interface Pattern {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** Is it about the path, as against the name alone? */
  readonly ofPath: boolean;
  readonly fits: Fits;
}

/** @returns nothing for a remark or an empty line. */
function patternOf(line: string): Pattern | 'faulty' | undefined {
  if (line.startsWith('#')) return undefined;
  const text = withoutBlanks(line.normalize('NFC'));
  const negated = text.startsWith('!');
  const rest = negated ? text.slice(1) : text;
  const foldersOnly = rest.endsWith('/');
  const pattern = foldersOnly ? rest.slice(0, -1) : rest;
  if (pattern === '') return undefined;
  const ofPath = pattern.includes('/');
  const signs = Array.from(pattern.startsWith('/') ? pattern.slice(1) : pattern);
  const steps = stepsOf(signs);
  if (!steps) return 'faulty';
  const isAny = (step: Step) => step === ANY || (step === IN_NAME && !ofPath);
  return { negated, foldersOnly, ofPath, fits: fitsOf(steps, isAny) };
}

/** Without blanks at the end, but for one behind a backslash. */
function withoutBlanks(line: string): string {
  let end = line.endsWith('\r') ? line.length - 1 : line.length;
  while (line[end - 1] === ' ' && !isEscaped(line, end - 1)) end -= 1;
  return line.slice(0, end);
}

function isEscaped(line: string, at: number): boolean {
  let from = at;
  while (line[from - 1] === '\\') from -= 1;
  return (at - from) % 2 === 1;
}

const IN_NAME: Step = { is: 'sign', takes: (sign) => sign !== '/', many: true };
const ONE: Step = { is: 'sign', takes: (sign) => sign !== '/', many: false };
const ANY: Step = { is: 'sign', takes: () => true, many: true };
/** `**` and `/`: any folders, or none. */
const FOLDERS: readonly Step[] = [{ is: 'optional', steps: 2 }, ANY, literal('/')];

/** @returns `undefined` when the pattern is faulty. */
function stepsOf(signs: readonly string[]): Step[] | undefined {
  const steps: Step[] = [];
  for (let at = 0; at < signs.length;) {
    const sign = signs[at] ?? '';
    if (sign === '*') {
      const end = endOfStars(signs, at);
      const isBetween = end - at > 1 && (at === 0 || signs[at - 1] === '/');
      const isFolders = isBetween && signs[end] === '/';
      if (isFolders) steps.push(...FOLDERS);
      else steps.push(isBetween && end === signs.length ? ANY : IN_NAME);
      at = isFolders ? end + 1 : end;
    } else if (sign === '?') {
      steps.push(ONE);
      at += 1;
    } else if (sign === '[') {
      const found = signClass(signs, at + 1);
      if (!found) return undefined;
      steps.push({ is: 'sign', takes: found.takes, many: false });
      at = found.end;
    } else {
      const own = sign === '\\' ? signs[at + 1] : sign;
      if (own === undefined) return undefined;
      steps.push(...literals(foldName(own)));
      at += sign === '\\' ? 2 : 1;
    }
  }
  return steps;
}

function endOfStars(signs: readonly string[], start: number): number {
  let end = start;
  while (signs[end] === '*') end += 1;
  return end;
}
