/** XML of a part: bytes to text, and back to the same bytes. */
import { isUtf8 } from 'node:buffer';

type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'bytes';

export interface XmlPart {
  readonly text: string;
  /** Of the text, or of one that was made from it. */
  readonly encode: (text: string) => Buffer;
}

const MARK = '\ufeff';

/**
 * OPC part 2, 8.1.4, allows UTF-8 and UTF-16. What is said to be in another encoding is taken byte by byte: names and
 * signs of XML are ASCII in all of those, and what is put in is written so that it is ASCII, too.
 */
export function readXmlPart(bytes: Buffer): XmlPart {
  const encoding = encodingOf(bytes);
  const all = decode(bytes, encoding);
  const marked = all.startsWith(MARK);
  return {
    text: marked ? all.slice(1) : all,
    encode: (text) => encode(marked ? MARK + text : text, encoding),
  };
}

function encodingOf(bytes: Buffer): Encoding {
  const first = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (first === 0xfffe || first === 0x3c00) return 'utf16le';
  if (first === 0xfeff || first === 0x003c) return 'utf16be';
  const declared = /^[^>]*\bencoding\s*=\s*["']([^"']*)["']/.exec(bytes.toString('latin1', 0, 200));
  const isDeclared = declared !== null && !/^utf-?8$/i.test(declared[1] ?? '');
  return isDeclared || !isUtf8(bytes) ? 'bytes' : 'utf8';
}

function decode(bytes: Buffer, encoding: Encoding): string {
  switch (encoding) {
    case 'utf8':
      return bytes.toString('utf8');
    case 'utf16le':
      return bytes.toString('utf16le');
    case 'utf16be':
      return Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le');
    case 'bytes':
      return bytes.toString('latin1');
  }
}

function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf16le':
      return Buffer.from(text, 'utf16le');
    case 'utf16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'bytes':
      return Buffer.from(inReferences(text), 'latin1');
  }
}

function inReferences(text: string): string {
  return text.replace(/[^\0-\xff]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
