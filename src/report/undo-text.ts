/** What an undo took back, for a person: the change as it was made, and how to have it again. */
import { saidBy, type JournalEntry } from '../core/change/entry.js';
import type { Change } from '../core/change/types.js';
import { didWhat, saidOf } from './log-text.js';
import { foldersText } from './plan/text.js';
import type { TextStyle } from './text-style.js';

export interface TookBack {
  /** The undo. */
  readonly entry: JournalEntry;
  /** What it took back. */
  readonly was: JournalEntry;
  readonly changes: readonly Change[];
}

/** So many of the changes are shown. */
const MOST = 5;

export function undoText(
  { entry, was, changes }: TookBack,
  all: boolean,
  style: TextStyle,
): string {
  const { undo } = style.say.change;
  const { id, verb } = was;
  const said = changes.flatMap(saidBy);
  const others = changes.filter((change) => saidBy(change).length === 0);
  const shown = all ? others : others.slice(0, MOST);
  const rest = others.length - shown.length;
  return [
    style.paint.green(undo.done({ undoes: id, verb, what: didWhat(was, style.say) })),
    ...(said.length > 0 ? [saidOf(said, style)] : []),
    ...foldersText(shown.map(plain), true, style),
    ...(rest > 0 ? [`  ${undo.more({ count: rest })}`] : []),
    undo.back({ id: entry.id }),
    '',
  ].join('\n');
}

/** The rules that asked for it are no matter any more. */
const plain = (change: Change): Change => ('why' in change ? { ...change, why: [] } : change);
