import stringWidth from 'string-width';
import type { JournalEntry } from '../core/change/entry.js';
import type { Messages } from '../messages/index.js';
import type { TextStyle } from './text.js';

/** The journal as a table, newest first. */
export function logText(entries: readonly JournalEntry[], { say, paint }: TextStyle): string {
  const { log } = say.change;
  if (entries.length === 0) return `${log.empty}\n`;
  const head = [log.head.id, log.head.verb, log.head.counts, log.head.state];
  const rows = entries.toReversed().map((entry) => rowOf(entry, say));
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => stringWidth(row[at] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell)))
      .join('  ')
      .trimEnd();
  return [paint.dim(line(head)), ...rows.map(line), ''].join('\n');
}

function rowOf(entry: JournalEntry, say: Messages): string[] {
  const { log } = say.change;
  const { id, verb, undoes, counts } = entry;
  return [
    id,
    verb,
    undoes === undefined
      ? log.counts(counts)
      : log.undoes({ id: undoes, skipped: entry.skipped ?? 0 }),
    log.state[entry.state]({ ...entry, by: entry.undoneBy ?? '' }),
  ];
}

/** One document, `dangan/log@1`, oldest first; see schemas/journal.schema.json. */
export function logJson(entries: readonly JournalEntry[]): string {
  return `${JSON.stringify({ schema: 'dangan/log@1', ok: true, entries }, null, 2)}\n`;
}
