/** Evidence moved within its archive, for people and for programs. */
import { parentOf, type ArchivePath } from '../core/archive/paths.js';
import { countChanges } from '../core/change/entry.js';
import { formatOrdinal, type Naming } from '../core/naming/format.js';
import type { Waiver } from '../core/waivers/types.js';
import type { How, MovePlan } from '../io/moving/plan-move.js';
import { foldersText } from './plan/text.js';
import { printable } from './printable.js';
import type { TextStyle } from './text-style.js';
import { wrap } from './wrap.js';

interface Shown {
  readonly how: How;
  /** Id in the journal; `undefined` when nothing has been done. */
  readonly entry: string | undefined;
  readonly all: boolean;
}

export function moveText(plan: MovePlan, shown: Shown, style: TextStyle): string {
  const { say, paint, columns } = style;
  const { fix } = say.change;
  const { entry } = shown;
  if (plan.changes.length === 0) return `${say.move.nothing[shown.how.do]}\n`;
  const counts = countChanges(plan.changes);
  const next = entry === undefined ? say.move.again : fix.next.undo;
  const summary = [
    entry === undefined
      ? paint.bold(fix.planned(counts))
      : paint.green(fix.done({ ...counts, id: entry })),
    ...wrap(next, columns - 2).map((line) => `  ${line}`),
  ].join('\n');
  return `${[...foldersText(plan.changes, shown.all, style), summary].join('\n\n')}\n`;
}

interface Around {
  readonly waivers: readonly Waiver[];
  /** Where a document goes whose footers say what it was called. */
  readonly stamped: ArchivePath | undefined;
  readonly naming: Naming;
  readonly isDone: boolean;
}

/** What stays behind, and what a person should know. */
export function moveNotes(
  { repeated, dropped, gaps, emptied, proofs }: MovePlan,
  { waivers, stamped, naming, isDone }: Around,
  { say: { move: say, stamp } }: TextStyle,
): string[] {
  return [
    ...repeated.map(say.repeated),
    ...dropped.flatMap(({ path, lost }) => lost.map((each) => say.dropped({ path, ...each }))),
    ...emptied.map((path) => say.emptied({ path, isDone })),
    ...proofs.map((path) => say.proof({ path })),
    ...(waivers.length === 0 ? [] : [say.waivers({ count: waivers.length })]),
    ...(stamped === undefined ? [] : [stamp.outdated({ path: parentOf(stamped) })]),
    ...gaps.map(({ folder, ordinals }) =>
      say.gap({ folder, ordinals: ordinals.map((each) => formatOrdinal(each, naming)), isDone }),
    ),
  ].map(printable);
}

/** One document, `dangan/move@1`; see schemas/move.schema.json. */
export function moveJson(plan: MovePlan, entry: string | undefined): string {
  const { changes, repeated, dropped, gaps } = plan;
  const document = {
    schema: 'dangan/move@1',
    ok: true,
    moved: changes.flatMap((each) =>
      each.do === 'move' ? [{ from: each.from, to: each.to }] : [],
    ),
    trashed: changes.flatMap((each) => (each.do === 'trash' ? each.path : [])),
    rewritten: changes.flatMap((each) => (each.do === 'rewrite' ? each.path : [])),
    repeated: repeated.map(({ path, as }) => ({ path, as })),
    dropped: dropped.flatMap(({ path, lost }) =>
      lost.map(({ key, names }) => ({ path, key, names })),
    ),
    gaps,
    entry: entry ?? null,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
