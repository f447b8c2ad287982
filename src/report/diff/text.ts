/** What changed between two bundles, for people: the numbers first, then every change by indicator. */
import type { Change, ChangeKind } from '../../core/bundle/diff/compare.js';
import type { BundleDiff, ChangeGroup, SystemDiff } from '../../core/bundle/diff/diff.js';
import type { TagDiff } from '../../core/bundle/diff/tags.js';
import type { SideFile } from '../../core/bundle/diff/sides.js';
import { visible } from '../../core/bundle/bag/paths.js';
import { groupBy } from '../../core/group.js';
import type { Messages } from '../../messages/index.js';
import { formatBytes } from '../bytes.js';
import { padded } from '../columns.js';
import type { BundleView } from '../bundle/view.js';
import { wrap } from '../wrap.js';
import { textWidth } from '../text-width.js';

/** How far the two can be relied on, in words. */
export interface DiffState {
  readonly text: string;
  readonly isGood: boolean;
  /** Not where a bundle is damaged: of that one there is only what its lists say. */
  readonly holds: boolean;
}

/** A row of the list: what happened, to what, and more about it. */
interface Line {
  readonly kind: ChangeKind;
  readonly text: string;
  readonly more?: string;
}

const KINDS: readonly ChangeKind[] = [
  'added',
  'removed',
  'changed',
  'moved',
  'renamed',
  'renumbered',
  'refoldered',
];

export function diffText(
  diff: BundleDiff,
  names: readonly [old: string, now: string],
  states: readonly DiffState[],
  view: BundleView,
): string {
  const blocks = [
    headText(diff, names, states, view),
    systemText(diff.system, view),
    ...diff.groups.map((group) => groupText(group, view)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headText(
  { counts, unchanged, tags }: BundleDiff,
  names: readonly [string, string],
  states: readonly DiffState[],
  { say, styles, columns }: BundleView,
): string {
  const changes = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const parts = KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    say.diff.counts[kind]({ count: counts[kind] }),
  );
  const first =
    changes > 0
      ? say.diff.total({ changes, unchanged })
      : tags
        ? say.diff.sameEvidence
        : say.diff.same;
  const lines = (wanted: boolean, paint: (text: string) => string) =>
    states
      .filter(({ isGood }) => isGood === wanted)
      .flatMap(({ text }) => wrapped(text, columns).map(paint));
  return [
    styles.bold(names.map(visible).join(' → ')),
    // Whoever reads no further has read what the numbers are worth.
    ...lines(false, styles.red),
    `  ${styles.bold(states.every(({ holds }) => holds) ? first : say.diff.byLists({ told: first }))}`,
    ...(parts.length > 0 ? wrapped(parts.join(' · '), columns) : []),
    ...(tags ? tagLines(tags, { say, styles, columns }) : []),
    ...lines(true, styles.dim),
  ].join('\n');
}

function tagLines(
  { paths, isPageAlone }: TagDiff,
  { say, styles, columns }: Pick<BundleView, 'say' | 'styles' | 'columns'>,
): readonly string[] {
  if (isPageAlone) return wrapped(say.diff.pageAlone, columns).map(styles.yellow);
  return wrapped(say.diff.besides({ paths: paths.map(visible) }), columns);
}

function wrapped(text: string, columns: number): string[] {
  return wrap(text, Math.max(20, columns - 2)).map((line) => `  ${line}`);
}

function groupText({ indicator, changes }: ChangeGroup, view: BundleView): string {
  const { say, styles, atMost } = view;
  const title = indicator
    ? [indicator.path.split('/').length > 1 ? indicator.path : indicator.code, indicator.name ?? '']
        .join(' ')
        .trim()
    : say.diff.noIndicator;
  const lines = linesOf(changes, view);
  const left = lines.length - atMost;
  return [
    styles.bold(visible(title)),
    ...lines.slice(0, atMost).flatMap((line) => lineText(line, view)),
    ...(left > 0 ? [`  ${say.diff.more({ count: left })}`] : []),
  ].join('\n');
}

function lineText({ kind, text, more = '' }: Line, { say, styles, columns }: BundleView): string[] {
  const words = Object.values(say.diff.kinds).map((each) => textWidth(each));
  const paint = { added: styles.green, removed: styles.red, changed: styles.yellow } as Partial<
    Record<ChangeKind, (text: string) => string>
  >;
  const width = Math.max(...words);
  const mark = (paint[kind] ?? styles.dim)(padded(say.diff.kinds[kind], width));
  const indent = ' '.repeat(width + 4);
  const isShort = width + 6 + textWidth(text) + textWidth(more) <= columns;
  if (more === '' || isShort) return [`  ${mark}  ${text}${more && `  ${styles.dim(more)}`}`];
  return [`  ${mark}  ${text}`, `${indent}${styles.dim(more)}`];
}

function linesOf(changes: readonly Change[], { say }: BundleView): readonly Line[] {
  const own = changes.flatMap(({ from, to }) => [to ?? from].filter((file) => file !== undefined));
  const above = commonFolder(own.map(({ folder }) => folder));
  const shown = ({ path }: SideFile) => visible(path.slice(above === '' ? 0 : above.length + 1));
  const lines: Line[] = [];
  for (const kind of KINDS) {
    const these = changes.filter((change) => change.kind === kind);
    if (kind === 'renumbered') lines.push(...renumberedLines(these, say));
    else if (kind === 'refoldered') lines.push(...refolderedLines(these, say));
    else lines.push(...these.map((change) => lineOf(change, shown, say)));
  }
  return lines;
}

function lineOf(
  { kind, from, to }: Change,
  shown: (file: SideFile) => string,
  { diff }: Messages,
): Line {
  const file = to ?? from;
  if (file === undefined) return { kind, text: '' };
  const text = shown(file);
  if (!from || !to) return { kind, text, more: formatBytes(file.bytes) };
  if (kind === 'moved') return { kind, text, more: diff.was({ path: inPayload(from.path) }) };
  const isRenamed = from.path !== to.path;
  const was = isRenamed ? diff.was({ path: nameOf(from) }) : '';
  const sizes = kind === 'changed' ? `${formatBytes(from.bytes)} → ${formatBytes(to.bytes)}` : '';
  return { kind, text, more: [sizes, was].filter((part) => part !== '').join(' · ') };
}

/** One line for each folder: `02–09 → 03–10`. */
function renumberedLines(changes: readonly Change[], { diff }: Messages): readonly Line[] {
  return [...byFolders(changes).values()].map((own) => ({
    kind: 'renumbered',
    text: diff.renumbered({ runs: runsOf(own), count: own.length }),
  }));
}

function runsOf(changes: readonly Change[]): readonly string[] {
  const shifts = changes
    .map(({ from, to }) => [from?.ordinal ?? 0, to?.ordinal ?? 0] as const)
    .sort(([a], [b]) => a - b);
  const runs: { from: number; to: number; length: number }[] = [];
  for (const [from, to] of shifts) {
    const last = runs.at(-1);
    if (last && from === last.from + last.length && to === last.to + last.length) last.length += 1;
    else runs.push({ from, to, length: 1 });
  }
  return runs.map(({ from, to, length }) => `${span(from, length)} → ${span(to, length)}`);
}

function span(first: number, length: number): string {
  const digits = (ordinal: number) => String(ordinal).padStart(2, '0');
  return length === 1 ? digits(first) : `${digits(first)}–${digits(first + length - 1)}`;
}

function refolderedLines(changes: readonly Change[], { diff }: Messages): readonly Line[] {
  return [...byFolders(changes).values()].map((own) => {
    const [from = '', to = ''] = [own[0]?.from?.folder, own[0]?.to?.folder];
    return {
      kind: 'refoldered',
      text: diff.refoldered({ from: inPayload(from), to: inPayload(to), count: own.length }),
    };
  });
}

function byFolders(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  return groupBy(changes, ({ from, to }) => `${from?.folder ?? ''}\0${to?.folder ?? ''}`);
}

function inPayload(path: string): string {
  return visible(path.replace(/^data\//, ''));
}

function nameOf({ path }: SideFile): string {
  return visible(path.slice(path.lastIndexOf('/') + 1));
}

function commonFolder([first = '', ...rest]: readonly string[]): string {
  let common = first;
  for (const folder of rest) {
    while (common !== '' && folder !== common && !folder.startsWith(`${common}/`)) {
      common = common.slice(0, Math.max(0, common.lastIndexOf('/')));
    }
  }
  return common;
}

function systemText(system: SystemDiff | undefined, view: BundleView): string {
  const { say, styles, atMost } = view;
  const { system: words } = say.diff;
  if (!system) return '';
  const told = (value: string | undefined) => (value === undefined ? words.none : visible(value));
  const one = (path: string, name = '', points?: string) =>
    `${visible(path)} ${visible(name)}${points === undefined ? '' : `  ${words.points({ points })}`}`;
  const lines = [
    ...system.fields.map(
      ({ field, from, to }) => `${words.fields[field]}  ${told(from)} → ${told(to)}`,
    ),
    ...system.added.map(
      ({ path, name, points }) => `${styles.green(words.added)}  ${one(path, name, points)}`,
    ),
    ...system.removed.map(
      ({ path, name, points }) => `${styles.red(words.removed)}  ${one(path, name, points)}`,
    ),
    ...system.changed.map(({ path, from, to }) => {
      const name = from.name === to.name ? told(to.name) : `${told(from.name)} → ${told(to.name)}`;
      const points =
        from.points === to.points
          ? ''
          : `  ${told(from.points)} → ${words.points({ points: told(to.points) })}`;
      return `${styles.yellow(words.changed)}  ${visible(path)} ${name}${points}`;
    }),
  ];
  if (lines.length === 0 && system.rewritten) lines.push(words.rewritten);
  if (lines.length === 0) return '';
  const left = lines.length - atMost;
  return [
    styles.bold(words.heading),
    ...lines.slice(0, atMost).map((line) => `  ${line}`),
    ...(left > 0 ? [`  ${say.diff.more({ count: left })}`] : []),
  ].join('\n');
}
