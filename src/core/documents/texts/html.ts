/** The text of a web page, also of one that Word, WPS or a mail program saved. @see HTML Living Standard, 13.2.5 */
import { TextCounter } from '../text-counter.js';
import { unescapeXml } from '../xml-text.js';

/** What these hold is no text, or is not shown in the page. */
const RAW = new Set(['script', 'style', 'title', 'template', 'noscript', 'xml']);
/** The characters that the page shows. */
export function countHtml(html: string): number {
  const counter = new TextCounter();
  for (let at = 0; at < html.length;) {
    const open = nextTag(html, at);
    counter.add(unescapeXml(html.slice(at, open)));
    if (open === html.length) break;
    at = behindMark(html, open);
  }
  return counter.characters;
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

/** Where the page goes on behind a comment, a tag, or what is no text. */
function behindMark(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return end < 0 ? html.length : end + 3;
  }
  const close = tagEnd(html, open + 1);
  const name = nameOf(html.slice(open + 1, close));
  return RAW.has(name) ? rawEnd(html, name, close + 1) : close + 1;
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
