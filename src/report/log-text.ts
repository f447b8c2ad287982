import type { Answer } from '../messages/faults.js';
import { ANSWERS } from '../core/scoring/answers.js';
import { nameOf } from '../core/archive/paths.js';
import type { JournalEntry, Touched } from '../core/change/entry.js';
import type { Said } from '../core/change/types.js';
import { BEIJING_MS } from '../core/dates/beijing-day.js';
import type { Messages } from '../messages/index.js';
import { padded } from './columns.js';
import { printable } from './printable.js';
import type { TextStyle } from './text-style.js';
import { fit } from './wrap.js';
import { textWidth } from './text-width.js';

/** An entry with what its changes were about. */
export type LogEntry = JournalEntry & { readonly touched?: Touched };

/** The journal as a table, newest first; below each row the folders that it was about. */
export function logText(entries: readonly LogEntry[], style: TextStyle): string {
  const { log } = style.say.change;
  if (entries.length === 0) return `${log.empty}\n`;
  const { id, time, verb, counts, state } = log.head;
  const head = [id, time, verb, counts, state];
  const rows = entries.toReversed().map((entry) => [entry, rowOf(entry, style.say)] as const);
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows.map(([, row]) => row)].map((row) => textWidth(row[at] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  /** The state goes below where the terminal is too narrow for it. */
  const lines = (row: readonly string[]) =>
    textWidth(line(row)) <= style.columns
      ? [line(row)]
      : [line(row.slice(0, -1)), INDENT + (row.at(-1) ?? '')];
  return [
    style.paint.dim(line(head)),
    ...rows.flatMap(([entry, row]) => [...lines(row), ...placesOf(entry, style)]),
    '',
  ].join('\n');
}

/** What a change did, in a few words. */
export function didWhat(
  { undoes, counts, skipped = 0 }: JournalEntry,
  { change }: Messages,
): string {
  return undoes === undefined
    ? change.log.counts(counts)
    : change.log.undoes({ id: undoes, skipped });
}

function rowOf(entry: JournalEntry, say: Messages): string[] {
  const { log } = say.change;
  const { id, verb } = entry;
  return [
    id,
    timeOf(entry),
    verb,
    didWhat(entry, say),
    log.state[entry.state]({ ...entry, by: entry.undoneBy ?? '' }),
  ];
}

/** In Beijing, as the day in the id is. */
function timeOf({ at }: JournalEntry): string {
  return new Date(Date.parse(at) + BEIJING_MS).toISOString().slice(11, 16);
}

const MOST_PLACES = 3;
const INDENT = '    ';

/** What was set, of as many things as one line has room for. */
export function saidOf(said: readonly Said[], { say, columns, paint }: TextStyle): string {
  const { log } = say.change;
  const all = said.map(({ of, keys }) =>
    log.said({ of: printable(shortOf(of)), keys: keys.map((key) => wordFor(key, say)) }),
  );
  const lineOf = (shown: readonly string[]) =>
    INDENT + log.saidOf({ shown, more: all.length - shown.length });
  return paint.dim(asManyAsFit(all, lineOf, columns));
}

/** A line with the first things that have room on it; one may be wider than the terminal by itself. */
function asManyAsFit(
  things: readonly string[],
  lineOf: (shown: readonly string[]) => string,
  columns: number,
): string {
  let shown = things.slice(0, MOST_PLACES);
  while (shown.length > 1 && textWidth(lineOf(shown)) > columns) shown = shown.slice(0, -1);
  const [only = ''] = shown;
  const room = Math.max(20, columns - textWidth(lineOf([''])));
  return lineOf(shown.length > 1 ? shown : [fit(only, room)]);
}

/** The name of a file; an address is told in full, for its end may be any word. */
const shortOf = (of: string) => (/^[a-z]+:\/\//i.test(of) ? of : nameOf(of));

const isAnswer = (key: string): key is Answer | 'occurred' =>
  key === 'occurred' || ANSWERS.some((answer) => answer === key);

const SEEN: Readonly<Record<string, string>> = {
  'seen.what': 'seen',
  'seen.by': 'seenBy',
  'seen.on': 'seenOn',
};

/** A key of a ledger in the words of its sheet. */
function wordFor(key: string, { ledgerSheet, scoreSet, waive }: Messages): string {
  if (key === 'waiver') return waive.word;
  if (key === 'waiver-removed') return waive.removedWord;
  if (isAnswer(key)) return scoreSet.word(key);
  const words: Readonly<Record<string, string>> = ledgerSheet.columns;
  if (key.startsWith('caption.')) return ledgerSheet.caption({ field: key.slice(8) });
  return words[SEEN[key] ?? key] ?? key;
}

/** How many files and folders, and where: the first places that have room on one line. */
function placesOf({ touched, counts }: LogEntry, style: TextStyle): string[] {
  const { say, columns, paint } = style;
  if (!touched || touched.places.length === 0) return [];
  const { files, folders } = touched;
  const told = touched.said.length > 0 ? [saidOf(touched.said, style)] : [];
  if (told.length > 0 && counts.rewritten === files + folders) return told;
  const { log } = say.change;
  const places = touched.places.map(printable);
  const lineOf = (shown: readonly string[]) =>
    INDENT + log.touched({ files, folders, shown, more: places.length - shown.length });
  return [...told, paint.dim(asManyAsFit(places, lineOf, columns))];
}

/** One document, `dangan/log@1`, oldest first; see schemas/journal.schema.json. */
export function logJson(entries: readonly LogEntry[]): string {
  return `${JSON.stringify({ schema: 'dangan/log@1', ok: true, entries }, null, 2)}\n`;
}
