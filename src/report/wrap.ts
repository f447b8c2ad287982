import { textWidth } from './text-width.js';

/** Marks that do not begin a line. */
const NOT_FIRST = /^[，。、；：！？）》」』】〕”’…—,.;:!?)\]}%]/u;
/**
 * What stays together, with the blanks after it and the brackets opened before it: a command in its marks, which is to
 * be copied whole; a run of Latin text; or one character.
 */
const PIECES = /[（《「『【〔“‘]*(?:`[^`]+`\s*|[—–－]*[\u0021-\u005f\u0061-\u024f]+\s*|\s+|.)/gsu;

/** Break text into lines of so many columns; a word that is wider than a line is broken too. */
export function wrap(text: string, columns: number): string[] {
  if (textWidth(text) <= columns) return [text];
  const lines: string[] = [];
  let line: string[] = [];
  let width = 0;
  for (const piece of piecesOf(text, columns)) {
    if (line.length > 0 && width + textWidth(piece.trimEnd()) > columns) {
      const carried = carriedBy(piece, line);
      lines.push(
        line
          .slice(0, line.length - carried)
          .join('')
          .trimEnd(),
      );
      line = line.slice(line.length - carried);
      width = textWidth(line.join(''));
    }
    line.push(piece);
    width += textWidth(piece);
  }
  const rest = line.join('').trimEnd();
  if (rest !== '') lines.push(rest);
  return lines;
}

/** The same for a list of short items, none of which is broken where it fits into a line. */
export function wrapItems(items: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const line = (lines.at(-1) ?? '') + item;
    if (lines.length > 0 && textWidth(line.trimEnd()) <= columns) lines[lines.length - 1] = line;
    else lines.push(item);
  }
  return lines.flatMap((line) => wrap(line.trimEnd(), columns));
}

/** How many pieces of a line go with the next piece to the next line: a mark takes along what it stands behind. */
function carriedBy(piece: string, line: readonly string[]): number {
  let carried = 0;
  let first = piece;
  while (isMark(first) && carried < line.length - 1) {
    carried += 1;
    first = line[line.length - carried] ?? '';
  }
  return isMark(first) ? 0 : carried;
}

function isMark(piece: string): boolean {
  return NOT_FIRST.test(piece) && textWidth(piece.trimEnd()) <= 2;
}

function* piecesOf(text: string, columns: number): Generator<string> {
  for (const [piece] of text.matchAll(PIECES)) {
    if (textWidth(piece) <= columns) yield piece;
    else for (const [word] of piece.matchAll(/\S+\s*/g)) yield* cutTo(columns, word);
  }
}

/** A word that no line has room for is cut. */
function* cutTo(columns: number, word: string): Generator<string> {
  for (let at = 0; at < word.length; at += columns) yield word.slice(at, at + columns);
}

/** Colours, which have no width. */
// eslint-disable-next-line no-control-regex
const COLOURED = /^((?:\u001b\[[\d;]*m)*)(.*?)((?:\u001b\[[\d;]*m)*)$/s;

/** Notices in lines of so many columns, each indented as it begins; progress, which is written over, stays as it is. */
export function wrapNotes(text: string, columns: number): string {
  if (text.includes('\r')) return text;
  return text
    .split('\n')
    .flatMap((line) => {
      const [, before = '', inner = '', after = ''] = COLOURED.exec(line) ?? [];
      const indent = hangOf(inner, columns);
      // A line that changes its colour is left alone.
      if (inner.includes('\u001b') || textWidth(inner) <= columns) return [line];
      const hang = textWidth(indent);
      const room = Math.max(20, columns - hang);
      const rows = wrap(inner.slice(indent.length), room);
      const blank = ' '.repeat(hang);
      return rows.map((row, at) => before + (at === 0 ? indent : blank) + row + after);
    })
    .join('\n');
}

/** What a notice begins with, below which its next lines stand: blanks, an arrow, the left one of two columns. */
function hangOf(line: string, columns: number): string {
  const [column = ''] = /^ {4,}\S+ {2,}(?=\S)/.exec(line) ?? [];
  if (column !== '' && textWidth(column) <= columns / 2) return column;
  return /^ *(?:→ )?/.exec(line)?.[0] ?? '';
}

/** Cut out the middle of a text that is wider than that; the end of a file's name is where its kind stands. */
export function fit(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  const characters = Array.from(text);
  const room = columns - 1;
  let head = '';
  let tail = '';
  let width = 0;
  for (let from = 0, to = characters.length - 1; from <= to;) {
    const atEnd = textWidth(tail) * 2 < textWidth(head);
    const next = characters[atEnd ? to : from] ?? '';
    width += textWidth(next);
    if (width > room) break;
    if (atEnd) {
      tail = next + tail;
      to -= 1;
    } else {
      head += next;
      from += 1;
    }
  }
  return `${head}…${tail}`;
}
