/**
 * A mail as it was saved: the characters of what was written in it, and when it was sent. What is attached to it is not
 * counted.
 *
 * @see RFC 5322; RFC 2046, 5.1: a part with parts of its own.
 */
import type { Day } from '../../system/types.js';
import { dayOfW3c } from '../days.js';
import { countText } from '../text-counter.js';
import { countHtml } from './html.js';
import { decodeAs, parseValue, quotedBytes, readHeader, type MailHeader } from './mail-header.js';

interface MailFacts {
  /** `undefined` when it has no text: it is encrypted, or only carries files. */
  readonly characters: number | undefined;
  readonly sent: Day | undefined;
}

/** Mails in mails are attached; parts within parts are three deep at most. */
const DEEPEST = 8;
const MOST_PARTS = 1000;

/** @param mail - Its bytes, one for each character. */
export function readMail(mail: string): MailFacts {
  const [header] = readHeader(mail, 0, mail.length);
  return {
    characters: new PartReader(mail).charactersOf(0, mail.length, 0),
    sent: dayOfMail(header.get('date') ?? ''),
  };
}

class PartReader {
  readonly #mail: string;
  #rest = MOST_PARTS;

  constructor(mail: string) {
    this.#mail = mail;
  }

  charactersOf(from: number, to: number, depth: number): number | undefined {
    this.#rest -= 1;
    if (this.#rest < 0 || depth > DEEPEST) return undefined;
    const [header, body] = readHeader(this.#mail, from, to);
    if (/^\s*attachment/i.test(header.get('content-disposition') ?? '')) return undefined;
    const { value: type, parameters } = parseValue(header.get('content-type') ?? 'text/plain');
    if (type.startsWith('multipart/')) {
      const places = this.#placesOf(parameters.get('boundary'), body, to);
      return this.#charactersOfParts(type, places, depth + 1);
    }
    if (type !== 'text/plain' && type !== 'text/html') return undefined;
    const text = decodedBody(
      this.#mail.slice(body, to),
      header,
      parameters.get('charset') ?? 'utf-8',
    );
    return type === 'text/html' ? countHtml(text) : countText(text);
  }

  /** Of alternatives the first that has a text: it is the same one as plain text and as a page. */
  #charactersOfParts(
    type: string,
    places: readonly (readonly [from: number, to: number])[],
    depth: number,
  ): number | undefined {
    let sum: number | undefined;
    for (const [from, to] of places) {
      const characters = this.charactersOf(from, to, depth);
      if (characters === undefined) continue;
      sum = (sum ?? 0) + characters;
      if (type === 'multipart/alternative' && characters > 0) break;
    }
    return sum;
  }

  /** What stands between the lines with the boundary. */
  #placesOf(boundary: string | undefined, body: number, to: number) {
    const places: [from: number, to: number][] = [];
    if (boundary === undefined || boundary === '') return places;
    const mark = `--${boundary}`;
    let from: number | undefined;
    for (let at = this.#find(mark, body, to); at < to; at = this.#find(mark, at + 1, to)) {
      if (from !== undefined) places.push([from, at]);
      const end = this.#mail.indexOf('\n', at);
      if (end < 0 || end >= to || this.#mail.startsWith('--', at + mark.length)) return places;
      from = end + 1;
      if (places.length > MOST_PARTS) return places;
    }
    // One that was cut off.
    if (from !== undefined) places.push([from, to]);
    return places;
  }

  /** Where the next line begins with it. */
  #find(mark: string, from: number, to: number): number {
    if (this.#mail.startsWith(mark, from) && this.#mail.charAt(from - 1) === '\n') return from;
    const at = this.#mail.slice(from, to).indexOf(`\n${mark}`);
    return at < 0 ? to : from + at + 1;
  }
}

function decodedBody(body: string, header: MailHeader, charset: string): string {
  const encoding = (header.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  if (encoding === 'base64') return decodeAs(Buffer.from(body, 'base64'), charset);
  if (encoding === 'quoted-printable') return decodeAs(quotedBytes(body), charset);
  return decodeAs(Buffer.from(body, 'latin1'), charset);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `Thu, 12 Mar 2020 08:30:00 +0800`; RFC 5322, 3.3 and 4.3. */
const DATE =
  /^(?:[a-z]{3},)?\s{0,8}(\d{1,2})\s{1,8}([a-z]{3})\s{1,8}(\d{4})\s{1,8}(\d\d:\d\d)(:\d\d)?\s{0,8}([-+]\d{4}|GMT|UT)?/i;

/** In the time of the sender's place, as it is written; what is in UTC, in China's. */
export function dayOfMail(text: string): Day | undefined {
  const [, day, name, year, time, seconds, zone] = DATE.exec(text.trim().slice(0, 80)) ?? [];
  const month = MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
  if (day === undefined || year === undefined || month === 0) return undefined;
  const two = (value: string | number) => String(value).padStart(2, '0');
  const offset = zone === undefined ? '' : /[a-z]/i.test(zone) ? 'Z' : zone;
  return dayOfW3c(`${year}-${two(month)}-${two(day)}T${time ?? ''}${seconds ?? ''}${offset}`);
}
