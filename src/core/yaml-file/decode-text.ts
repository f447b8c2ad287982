import type { YamlFault } from './node.js';

/** The byte order mark that editors on Windows put before a text; decoding takes it off. */
export const MARK = '\uFEFF';

/** Bytes of a text file as text. Never shows mojibake: what is not text in a known encoding is a fault. */
export function decodeText(bytes: Uint8Array): { text: string; fault: YamlFault | undefined } {
  const [a, b, c] = bytes;
  const program = programOf(bytes);
  if (program) return { text: '', fault: { fault: 'binary', of: program } };
  if (a === 0xff && b === 0xfe) return decoded(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return decoded(bytes.subarray(2), 'utf-16be');
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes.subarray(3), 'utf-8');
  if (bytes.includes(0)) return { text: '', fault: { fault: 'binary' } };
  return decoded(bytes, 'utf-8');
}

/** Files of other programs, which get another ending where people look for a way in. */
function programOf(bytes: Uint8Array): 'office' | 'pdf' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'office';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'office';
  return a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46 ? 'pdf' : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): ReturnType<typeof decodeText> {
  const text = decodeAs(bytes, encoding);
  if (text === undefined) return inChina(bytes);
  return text.includes('\0')
    ? { text: '', fault: { fault: 'binary' } }
    : { text, fault: undefined };
}

/** Old editors on Chinese Windows save as GBK; its text is read all the same, so that the rest can be judged. */
function inChina(bytes: Uint8Array): ReturnType<typeof decodeText> {
  const text = decodeAs(bytes, 'gb18030');
  return text !== undefined && looksChinese(text)
    ? { text, fault: { fault: 'encoding', encoding: 'GBK' } }
    : { text: '', fault: { fault: 'encoding', encoding: 'unknown' } };
}

/** GB18030 gives almost any bytes a meaning; text in it is mostly common characters, other things are not. */
function looksChinese(text: string): boolean {
  let foreign = 0;
  let common = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (code < 32 && !/\s/.test(character)) return false;
    } else if ((code >= 0x4e00 && code <= 0x9fff) || isChineseMark(code)) common += 1;
    else foreign += 1;
  }
  return common > 0 && foreign <= common / 4;
}

function isChineseMark(code: number): boolean {
  return (code >= 0x2000 && code <= 0x2fff) || (code >= 0x3000 && code <= 0x30ff) || code >= 0xff00;
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
