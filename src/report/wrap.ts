import { textWidth } from './text-width.js';

/** Marks that do not begin a line. */
const NOT_FIRST = /^[，。、；：！？）》」』】〕”’…—,.;:!?)\]}%]/u;
/** What stays together: a run of Latin text, or one character, with the blanks after it. */
const PIECES = /[\u0021-\u024f]+\s*|\s+|./gsu;

/** Break text into lines of so many columns; a word that is wider than a line is broken too. */
export function wrap(text: string, columns: number): string[] {
  if (textWidth(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of piecesOf(text, columns)) {
    const own = textWidth(piece.trimEnd());
    if (width + own > columns && line !== '' && !(NOT_FIRST.test(piece) && own <= 2)) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    line += piece;
    width += textWidth(piece);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

function* piecesOf(text: string, columns: number): Generator<string> {
  for (const [piece] of text.matchAll(PIECES)) {
    if (piece.length <= columns) yield piece;
    else for (let at = 0; at < piece.length; at += columns) yield piece.slice(at, at + columns);
  }
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
