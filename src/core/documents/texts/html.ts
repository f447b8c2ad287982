/** The text of a web page, also of one that Word, WPS or a mail program saved. @see HTML Living Standard, 13.2.5 */
import { TextCounter, type TextLength } from '../text-counter.js';
import { attributeOf } from '../xml.js';
import { unescapeXml } from '../xml-text.js';

interface HtmlFacts {
  readonly length: TextLength;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly application: string | undefined;
}

/** What these hold is no text, or is not shown in the page. */
const RAW = new Set(['script', 'style', 'title', 'template', 'noscript', 'xml']);
/** A word may go on behind these. */
const INLINE = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'big',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'font',
    'i',
    'ins',
  ],
  ...['kbd', 'mark', 'o:p', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup'],
  ...['tt', 'u', 'var', 'wbr'],
]);
/** Longer ones are cut: who shows a title shows one line. */
const LONGEST_TITLE = 4096;

export function readHtml(html: string): HtmlFacts {
  const counter = new TextCounter();
  const told = new Map<string, string>();
  for (let at = 0; at < html.length;) {
    const open = nextTag(html, at);
    counter.add(unescapeXml(html.slice(at, open)));
    if (open === html.length) break;
    at = readMark(html, open, counter, told);
  }
  return {
    length: counter.total(),
    title: told.get('title'),
    author: told.get('author'),
    application: told.get('generator'),
  };
}

/** A `<` that begins nothing is text. */
function nextTag(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    if (beginsTag(html.charCodeAt(at + 1))) return at;
  }
  return html.length;
}

/** A letter, or one of `/!?`. */
function beginsTag(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x2f ||
    code === 0x21 ||
    code === 0x3f
  );
}

/** @returns where it goes on. */
function readMark(
  html: string,
  open: number,
  counter: TextCounter,
  told: Map<string, string>,
): number {
  if (html.startsWith('<!--', open)) return behind('-->', html, open + 4);
  const close = tagEnd(html, open + 1);
  const tag = html.slice(open + 1, close);
  const name = nameOf(tag);
  if (!INLINE.has(name.replace('/', ''))) counter.end();
  if (name === 'meta') keepMeta(tag, told);
  if (!RAW.has(name)) return close + 1;
  const end = rawEnd(html, name, close + 1);
  if (name === 'title' && !told.has(name)) {
    told.set(name, unescapeXml(html.slice(close + 1, Math.min(end, close + LONGEST_TITLE))));
  }
  return end;
}

function behind(mark: string, html: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** A `>` in quotes is part of a value. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at;
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(html.charAt(at - 1))) quote = sign;
  }
  return html.length;
}

/** In lower case, with its `/` at the start when it ends an element. */
function nameOf(tag: string): string {
  return (/^\/?[^\s/>]*/.exec(tag.slice(0, 32))?.[0] ?? '').toLowerCase();
}

/** Where the end tag is; one that is not there is at the end. */
function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function keepMeta(tag: string, told: Map<string, string>): void {
  const lower = tag.slice(0, LONGEST_TITLE);
  const name = (attributeOf(lower, 'name') ?? attributeOf(lower, 'NAME') ?? '').toLowerCase();
  const content = attributeOf(lower, 'content') ?? attributeOf(lower, 'CONTENT');
  if ((name === 'author' || name === 'generator') && content !== undefined && !told.has(name)) {
    told.set(name, unescapeXml(content));
  }
}
