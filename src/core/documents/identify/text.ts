/** Texts: what is in them tells which, as no text begins with a mark of its kind. */
import { isUtf8 } from 'node:buffer';
import { decodeText } from '../../yaml-file/decode-text.js';
import { found, lastByteOf, type FileBytes, type Found } from './file.js';

const BRACKET = 0x7d;
const LONGEST_POINTER = 1024;

export function byText(head: Buffer, file: FileBytes): Found | undefined {
  if (head.toString('latin1', 0, 5) === '{\\rtf') {
    return found('rtf', lastByteOf(file) !== BRACKET && 'truncated');
  }
  if (isICloud(head)) return found(undefined, 'placeholder');
  const text = textOf(head, file.sizeBytes > head.length);
  // A page that says what it is in may be in any encoding; its marks are ASCII in nearly all of them.
  if (text === undefined) return hasControls(head) ? undefined : byMarks(head.toString('latin1'));
  if (file.sizeBytes <= LONGEST_POINTER && POINTER.test(text)) return found(undefined, 'pointer');
  if (CLOUD_LINK.test(text.slice(0, 512))) return found(undefined, 'placeholder');
  return byWords(text);
}

/** Git LFS, and the path into the store of git-annex. */
const POINTER =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/|^\/annex\/objects\//;
/** What Google Drive leaves for a document that is on its servers only. */
const CLOUD_LINK = /^\s*\{[^{}]*"(?:doc_id|url)"\s*:\s*"[^"]*docs\.google\.com/;

/** A property list of macOS with the name of the file that is in iCloud. */
function isICloud(head: Buffer): boolean {
  return head.toString('latin1', 0, 8) === 'bplist00' && head.includes('NSURLFileResourceTypeKey');
}

/** @returns `undefined` when it is no text in UTF-8, UTF-16 with its mark, or GB18030. */
function textOf(head: Buffer, isCut: boolean): string | undefined {
  const mark = head.length < 2 ? 0 : head.readUInt16BE(0);
  if (mark === 0xfffe || mark === 0xfeff) return decoded(head.subarray(0, head.length & ~1));
  if (hasControls(head)) return undefined;
  if (!isCut) return isUtf8(head) ? utf8(head) : decoded(head);
  // The last character may be cut: it has up to four bytes.
  for (let drop = 0; drop < 4; drop += 1) {
    const bytes = head.subarray(0, head.length - drop);
    if (isUtf8(bytes)) return utf8(bytes);
  }
  return decoded(head) ?? decoded(head.subarray(0, -1)) ?? decoded(head.subarray(0, -2));
}

function hasControls(head: Buffer): boolean {
  return head.some((byte) => byte < 32 && !BLANKS.has(byte));
}

/** Tab, line feed, vertical tab, form feed, carriage return, escape. */
const BLANKS = new Set([9, 10, 11, 12, 13, 27]);

function utf8(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function decoded(bytes: Buffer): string | undefined {
  const { text, fault } = decodeText(bytes);
  return fault && text === '' ? undefined : text;
}

function byWords(text: string): Found {
  return byMarks(text) ?? byHeader(text) ?? found(isTable(text) ? 'csv' : 'txt');
}

function byMarks(text: string): Found | undefined {
  const begin = withoutComments(text).slice(0, 1024);
  if (/^<(?:!doctype html|html|head|body|table|meta|script|style)\b/i.test(begin))
    return found('html');
  if (begin.startsWith('<?xml')) return found(/<html\b/i.test(begin) ? 'html' : 'xml');
  if (/^<(?:svg\b|!doctype svg\b)/i.test(begin)) return found('xml');
  if (/^\[(?:InternetShortcut|\{000214A0)/i.test(begin)) return found('url');
  return undefined;
}

/** Comments may stand before the first element: where from a page was saved, and under which licence. */
function withoutComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4);
    if (end < 0) break;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

const MAIL =
  /^(?:received|return-path|delivered-to|message-id|from|to|subject|date|mime-version|content-type|x-[\w-]+):/i;

/** RFC 5322: lines of a name, a colon and a text; at least three of them that every mail has. */
function byHeader(text: string): Found | undefined {
  const lines = text.slice(0, 4096).split(/\r?\n/);
  const end = lines.indexOf('');
  const header = lines.slice(0, end < 0 ? lines.length : end);
  if (!header.every((line) => /^(?:[!-9;-~]+:|[ \t]|From )/.test(line) || line === header.at(-1)))
    return undefined;
  const known = header.filter((line) => MAIL.test(line));
  if (
    known.length < 2 ||
    !known.some((line) => /^(?:from|mime-version|received|date):/i.test(line))
  )
    return undefined;
  const isPage = header.some((line) => /multipart\/related|saved by/i.test(line));
  const isSent = known.some((line) => /^(?:received|to|message-id):/i.test(line));
  return found(isPage && !isSent ? 'mht' : 'eml');
}

const MOST_LINES = 20;

/** Each line has as many commas, semicolons or tabs as the first; those in quotes are not counted. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, MOST_LINES);
  // The last one may be cut.
  const whole = (lines.length > 2 ? lines.slice(0, -1) : lines).filter((line) => line !== '');
  if (whole.length < 2) return false;
  return [',', ';', '\t'].some((mark) => {
    const counts = whole.map((line) => line.replaceAll(/"[^"]*"/g, '').split(mark).length);
    return (counts[0] ?? 0) > 1 && counts.every((count) => count === counts[0]);
  });
}
