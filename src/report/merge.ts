/** What a git merge left, for a person and for programs. */
import type { Clash } from '../core/merging/merge-files.js';
import type { LeftOver, MarkedFile, SecondVersion } from '../core/merging/left-over.js';
import { nameOf } from '../core/archive/paths.js';
import type { Written } from '../core/yaml-file/node.js';
import { padded } from './columns.js';
import { printable } from './printable.js';
import type { TextStyle } from './text-style.js';
import { textWidth } from './text-width.js';
import { fit, wrap } from './wrap.js';

interface MergeOutcome {
  /** Of the journal; `undefined` when nothing was changed. */
  readonly entry: string | undefined;
  /** What to type to have it done; `undefined` when it is. */
  readonly command: string | undefined;
}

export function mergeText(left: LeftOver, outcome: MergeOutcome, style: TextStyle): string {
  const { say, paint } = style;
  const { merge } = say;
  const blocks = [
    togetherText(left.marked, style),
    clashesText(left.marked, style),
    listText(
      merge.byHand,
      left.marked.filter(isUnread).map(({ path }) => path),
      style,
    ),
    versionsText(left.versions, style),
    listText(merge.waiting, left.waiting, style),
    ordinalsText(left, style),
    endText(left, outcome, style),
  ].filter((block) => block !== '');
  return `${blocks.length === 0 ? paint.green(merge.nothing) : blocks.join('\n\n')}\n`;
}

/** Of each list so many. */
const FEW = 12;

function isUnread({ text, clashes }: MarkedFile): boolean {
  return text === undefined && clashes.length === 0;
}

function togetherText(marked: readonly MarkedFile[], { say, paint, columns }: TextStyle): string {
  const { merge } = say;
  const rows = marked.flatMap(({ path, text, added }) =>
    text === undefined
      ? []
      : [[path, added > 0 ? merge.added({ count: added }) : merge.sameEntries] as const],
  );
  if (rows.length === 0) return '';
  const widest = Math.max(...rows.map(([path]) => textWidth(printable(path))));
  return [
    paint.bold(merge.together),
    ...rows.flatMap(([path, what]) =>
      widest + 4 + textWidth(what) <= columns
        ? [`  ${padded(printable(path), widest)}  ${paint.dim(what)}`]
        : [`  ${fit(printable(path), columns - 2)}`, `    ${paint.dim(what)}`],
    ),
  ].join('\n');
}

function clashesText(marked: readonly MarkedFile[], style: TextStyle): string {
  const { say, paint, columns } = style;
  const files = marked.filter(({ text, clashes }) => text === undefined && clashes.length > 0);
  if (files.length === 0) return '';
  const rows = files.flatMap(({ path, clashes }) => [
    `  ${fit(printable(path), columns - 2)}`,
    ...clashes.slice(0, FEW).flatMap((clash) => clashText(clash, style)),
    ...(clashes.length > FEW ? [`    ${say.merge.more({ count: clashes.length - FEW })}`] : []),
  ]);
  const hint = wrap(say.merge.choose, columns - 2).map((line) => `  ${line}`);
  return [paint.bold(say.merge.clashes), ...rows, ...hint].join('\n');
}

function clashText(
  { name, path, ours, theirs }: Clash,
  { say, paint, columns }: TextStyle,
): string[] {
  const { merge } = say;
  const labels = [merge.ours, merge.theirs].map((word) => `${word}  `);
  const width = Math.max(...labels.map(textWidth));
  const line = (label: string, value: Written) =>
    `      ${paint.dim(padded(label, width))}${fit(shown(value), columns - 6 - width)}`;
  return [
    `    ${fit(printable(merge.clashOf({ name, key: path.join('.') })), columns - 4)}`,
    line(labels[0] ?? '', ours),
    line(labels[1] ?? '', theirs),
  ];
}

/** A value on one line. */
function shown(value: Written): string {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return (value as readonly Written[]).map(shown).join(', ');
  const pairs = Object.entries(value as Readonly<Record<string, Written>>);
  return pairs.map(([key, each]) => `${printable(key)}: ${shown(each)}`).join(', ');
}

function versionsText(
  versions: readonly SecondVersion[],
  { say, paint, columns }: TextStyle,
): string {
  if (versions.length === 0) return '';
  const rows = versions.flatMap(({ path, to }) => [
    `  ${fit(printable(path), columns - 2)}`,
    to === undefined
      ? `    ${paint.yellow(say.merge.folderFull)}`
      : `    → ${paint.green(fit(printable(nameOf(to)), columns - 6))}`,
  ]);
  return [paint.bold(say.merge.versions), ...rows].join('\n');
}

function listText(
  head: string,
  paths: readonly string[],
  { say, paint, columns }: TextStyle,
): string {
  if (paths.length === 0) return '';
  const rest = paths.length - FEW;
  return [
    paint.bold(head),
    ...paths.slice(0, FEW).map((path) => `  ${fit(printable(path), columns - 2)}`),
    ...(rest > 0 ? [`  ${say.merge.more({ count: rest })}`] : []),
  ].join('\n');
}

function ordinalsText({ ordinals }: LeftOver, { say, paint, columns }: TextStyle): string {
  if (ordinals.length === 0) return '';
  const rest = ordinals.length - FEW;
  return [
    paint.bold(say.merge.ordinals),
    ...ordinals
      .slice(0, FEW)
      .flatMap(({ folder, names }) => [
        `  ${fit(printable(folder), columns - 2)}`,
        ...names.map((name) => `    ${fit(printable(name), columns - 4)}`),
      ]),
    ...(rest > 0 ? [`  ${say.merge.more({ count: rest })}`] : []),
    ...wrap(say.merge.ordinalsHint, columns - 2).map((line) => `  ${line}`),
  ].join('\n');
}

function endText(
  { marked, versions, waiting, settled }: LeftOver,
  { entry, command }: MergeOutcome,
  { say, paint, columns }: TextStyle,
): string {
  const { merge } = say;
  const canDo = marked.some(({ text }) => text !== undefined) || versions.length > 0;
  if (canDo && command !== undefined) return wrap(merge.toWrite({ command }), columns).join('\n');
  // `git add` takes every file as it stands, marks and all.
  const isAll = waiting.length === 0 && (entry !== undefined || settled.length > 0);
  return [
    ...(entry === undefined ? [] : [paint.green(merge.done({ id: entry }))]),
    ...(isAll ? wrap(merge.tellGit, columns) : []),
  ].join('\n');
}

/** One document in the form of `schemas/merge.schema.json`. */
export function mergeJson(left: LeftOver, entry: string | undefined): string {
  const { marked, versions, waiting, ordinals } = left;
  const result = {
    schema: 'dangan/merge@1',
    ok: true,
    merged: marked.map(({ path, text, added, clashes }) => ({
      path,
      decided: text !== undefined,
      added,
      clashes: clashes.map(({ list, name, path: keys, ours, theirs }) => ({
        list: list ?? null,
        entry: name,
        keys,
        ours,
        theirs,
      })),
    })),
    versions: versions.map(({ path, to }) => ({ path, to: to ?? null })),
    waiting,
    ordinals,
    entry: entry ?? null,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
