/** Mends in the text of a scoring system: only the characters that are wrong, nothing around them. */
import { toPortable, trimName } from '../naming/portable.js';
import { folderNameOf, LONGEST_FOLDER_NAME } from '../naming/folder-name.js';
import type { RuleId } from '../rules/ids.js';
import { foldName } from '../text.js';
import { lineStarts } from '../yaml-file/lines.js';
import { applyEdits, type TextEdit } from '../yaml-file/node.js';
import type { SystemSource } from './source.js';
import type { Indicator, Place } from './types.js';
import { eachIndicator } from './walk.js';

interface MendedSystem {
  readonly text: string;
  /** What was mended, in the order of the file. */
  readonly mended: readonly { readonly rule: RuleId; readonly at: Place }[];
}

interface RuledEdit extends TextEdit {
  readonly rule: RuleId;
  readonly at: Place;
}

/**
 * Mend mistyped separators, codes without quotes, and names without an alias that cannot be folders' names.
 *
 * Comments, line ends and everything else stay. A file that is not usable is only mended where keys are concerned:
 * what else it says is not certain yet. Files that it extends are left alone.
 *
 * @param wanted - The rules to mend for; all of them when left out.
 */
export function mendSystem(
  source: SystemSource,
  wanted: (rule: RuleId) => boolean = () => true,
): MendedSystem {
  const offsetOf = offsetsIn(source.text);
  const found = separatorEdits(source, offsetOf);
  if (source.usable) found.push(...codeEdits(source, offsetOf), ...aliasEdits(source, offsetOf));
  const edits = found.filter(({ rule }) => wanted(rule)).sort((a, b) => a.start - b.start);
  return {
    text: applyEdits(source.text, edits),
    mended: edits.map(({ rule, at }) => ({ rule, at })),
  };
}

type OffsetOf = (place: Place) => number;

function offsetsIn(text: string): OffsetOf {
  const starts = lineStarts(text);
  return ({ line, column }) => (starts[line - 1] ?? 0) + column - 1;
}

function separatorEdits({ edits, problems, text }: SystemSource, offsetOf: OffsetOf): RuledEdit[] {
  const places = new Map<number, Place>();
  for (const { at } of problems) if (!at.file) places.set(offsetOf(at), at);
  return edits.map((edit) => ({
    ...edit,
    rule: text[edit.start] === '：' ? 'scoring-fullwidth-colon' : 'scoring-yaml-invalid',
    at: places.get(edit.start) ?? { line: 1, column: 1 },
  }));
}

function codeEdits({ problems, text }: SystemSource, offsetOf: OffsetOf): RuledEdit[] {
  return problems.flatMap((problem) => {
    if (problem.kind !== 'number-code' && problem.kind !== 'marked-code') return [];
    const { at, code } = problem;
    const written = problem.kind === 'marked-code' ? problem.written : code;
    const start = offsetOf(at);
    if (at.file || !text.startsWith(written, start)) return [];
    const edit = { start, end: start + written.length, text: `"${code}"` };
    return [{ ...edit, rule: 'scoring-code-unquoted' as const, at }];
  });
}

function aliasEdits(source: SystemSource, offsetOf: OffsetOf): RuledEdit[] {
  const { system, template, text, locate } = source;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: RuledEdit[] = [];
  const taken = new Map<Indicator | undefined, Set<string>>();
  for (const { indicator, above } of eachIndicator(system)) {
    const parent = above.at(-1);
    const names = taken.get(parent) ?? new Set<string>();
    taken.set(parent, names);
    const { name, because } = folderNameOf(indicator, template);
    names.add(foldName(name));
    if (because !== 'unsafe' && because !== 'long') continue;
    if (indicator.folder !== undefined || indicator.pointer.includes('#')) continue;
    const alias = aliasFor(indicator, template, names);
    if (alias === undefined) continue;
    const at = locate(`${indicator.pointer}/name`, 'key');
    const start = offsetOf(at);
    if (!/^["']?name/.test(text.slice(start, start + 5))) continue;
    // A mapping in braces stands at its brace, one in lines at its first key.
    const inBraces = text[offsetOf(locate(indicator.pointer))] === '{';
    const after = inBraces ? ', ' : lineEnd + ' '.repeat(at.column - 1);
    const said = `folder: ${JSON.stringify(alias)}${after}`;
    edits.push({ start, end: start, text: said, rule: 'scoring-name-unusable', at });
  }
  return edits;
}

/** The beginning of the name, as far as a folder's name can hold it and no sibling has it. */
function aliasFor(indicator: Indicator, template: string, taken: Set<string>): string | undefined {
  const whole = trimName(toPortable(indicator.name.replace(/\s+/g, ' ').trim()));
  const characters = Array.from(whole);
  for (let length = Math.min(characters.length, LONGEST_FOLDER_NAME); length > 0; length -= 1) {
    const folder = trimName(characters.slice(0, length).join(''));
    const { name, because } = folderNameOf({ ...indicator, folder }, template);
    if (because !== 'alias' || taken.has(foldName(name))) continue;
    taken.add(foldName(name));
    return folder;
  }
  return undefined;
}
