/** The text in the cells of a CSV file. @see RFC 4180 */
import { TextCounter } from '../text-counter.js';

/** The marks between the cells, and the quotes around one, are not part of the text; numbers are. */
export function countTable(text: string): number {
  const counter = new TextCounter();
  const mark = separatorOf(text);
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign !== '"' && (quoted || sign !== mark)) continue;
    counter.add(text, from, at);
    from = at + 1;
    if (sign === mark) continue;
    // Two of them in quotes are one that is meant.
    if (quoted && text.charAt(at + 1) === '"') {
      counter.add('"');
      at += 1;
      from = at + 1;
    } else quoted = !quoted;
  }
  counter.add(text, from, text.length);
  return counter.characters;
}

/** The one that the first line has most of. */
function separatorOf(text: string): string {
  const end = text.indexOf('\n');
  const line = text.slice(0, end < 0 ? LONGEST_LINE : Math.min(end, LONGEST_LINE));
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).mark;
}

const LONGEST_LINE = 65_536;
