/** Which files Git LFS is to keep, by the `.gitattributes` of a commit: the user's own git has no say in it. */
import { ignoresOf, type Ignores } from '../globs/ignore.js';

export interface AttributesFile {
  /** From the top of the repository; `''` for that. */
  readonly folder: string;
  readonly text: string;
}

interface Rule {
  readonly folder: string;
  readonly fits: Ignores;
  readonly isLfs: boolean;
}

/**
 * Of the lines that fit a path and speak of a filter the last one decides, and a file in a deeper folder before one
 * above it.
 *
 * @see https://git-scm.com/docs/gitattributes
 */
export function lfsFiles(files: readonly AttributesFile[]): (path: string) => boolean {
  const macros = new Set(files.flatMap(({ text }) => linesOf(text).flatMap(macroOf)));
  const rules = files
    .toSorted((a, b) => a.folder.length - b.folder.length)
    .flatMap(({ folder, text }) => linesOf(text).flatMap((line) => ruleOf(line, folder, macros)))
    .reverse();
  return (path) => {
    const slash = path.lastIndexOf('/');
    const [folder, name] = [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)];
    const rule = rules.find((each) => {
      if (each.folder === '') return each.fits(folder, name, false);
      if (folder !== each.folder && !folder.startsWith(`${each.folder}/`)) return false;
      return each.fits(folder.slice(each.folder.length + 1), name, false);
    });
    return rule?.isLfs ?? false;
  };
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim());
}

/** `[attr]large filter=lfs -text` */
function macroOf(line: string): string[] {
  const [head = '', ...attributes] = line.split(/\s+/);
  return head.startsWith('[attr]') && attributes.includes('filter=lfs') ? [head.slice(6)] : [];
}

function ruleOf(line: string, folder: string, macros: ReadonlySet<string>): Rule[] {
  if (line === '' || line.startsWith('#') || line.startsWith('[attr]')) return [];
  const { pattern, rest } = splitLine(line);
  // Git has neither here.
  if (pattern.startsWith('!') || pattern.endsWith('/')) return [];
  const told = rest.findLast((word) => /^[-!]?filter(?:=|$)/.test(word) || macros.has(word));
  const fits = told === undefined ? undefined : ignoresOf([pattern]);
  return told !== undefined && fits
    ? [{ folder, fits, isLfs: told === 'filter=lfs' || macros.has(told) }]
    : [];
}

/** A pattern with blanks in it stands in quotes. */
function splitLine(line: string): { readonly pattern: string; readonly rest: readonly string[] } {
  const quoted = /^"((?:[^"\\]|\\.)*)"\s*(.*)$/.exec(line);
  if (!quoted) {
    const [pattern = '', ...rest] = line.split(/\s+/);
    return { pattern, rest };
  }
  const [, pattern = '', rest = ''] = quoted;
  return { pattern: pattern.replaceAll(/\\(["\\])/g, '$1'), rest: rest.split(/\s+/) };
}
