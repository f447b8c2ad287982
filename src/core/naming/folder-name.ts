import { hash } from 'node:crypto';
import type { Indicator } from '../system/types.js';
import { isControl, isSpace } from './characters.js';
import { toPortable, trimName } from './portable.js';

/**
 * UTF-16 units in a folder's name. Four nested names of full length, `档案`, a root of 60 and the `\` between them
 * are 196 of the 259 that Windows allows, which leaves 63 for the name of a file. Real standards run to 126.
 */
export const LONGEST_FOLDER_NAME = 32;

const DIGEST_LENGTH = 8;
/** Base 32 without letters that look like digits; one case, for systems that do not tell cases apart. */
const DIGEST_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

interface FolderName {
  readonly name: string;
  /**
   * `name`: it is code and name as they are. `alias`: `folder` stands for the name. Then what had to be done to
   * it: `unsafe` characters were replaced, or it was too `long` and ends in `~` and a digest of the whole.
   */
  readonly because: 'name' | 'alias' | 'unsafe' | 'long';
}

type Named = Pick<Indicator, 'code' | 'name' | 'folder'>;

/**
 * The name of an indicator's folder, by the archive's template (`{code} {name}`).
 *
 * The same on every machine. Two indicators whose texts differ never get one shortened name: a digest of the whole
 * text is part of it, and a text that already looks shortened gets a digest too.
 */
export function folderNameOf(indicator: Named, template: string): FolderName {
  const wanted = fill(template, indicator.code, indicator.folder ?? indicator.name);
  const text = trimName(joinLines(wanted));
  const name = toPortable(text);
  if (name.length > LONGEST_FOLDER_NAME || looksShortened(name))
    return { name: shorten(name, wanted), because: 'long' };
  if (name !== text.normalize('NFC') || text !== trimName(wanted))
    return { name, because: 'unsafe' };
  return { name, because: indicator.folder === undefined ? 'name' : 'alias' };
}

/** Without a code there is nothing that the template's other words could belong to. */
function fill(template: string, code: string, name: string): string {
  if (code.trim() === '') return name;
  if (name.trim() === '') return code;
  return template.replace(/\{(?:code|name)\}/g, (field) => (field === '{code}' ? code : name));
}

/** One space for each line break or tab and the spaces around it: tables are pasted with them. */
function joinLines(text: string): string {
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isControl(text.charCodeAt(at))) continue;
    result += text.slice(from, at).trimEnd() + ' ';
    while (at + 1 < text.length && isGap(text.charCodeAt(at + 1))) at += 1;
    from = at + 1;
  }
  return result + text.slice(from);
}

function isGap(code: number): boolean {
  return isControl(code) || isSpace(code);
}

function shorten(name: string, whole: string): string {
  let end = Math.min(name.length, LONGEST_FOLDER_NAME - DIGEST_LENGTH - 1);
  const last = name.charCodeAt(end - 1);
  if (end < name.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
  return `${trimName(name.slice(0, end))}~${digest(whole)}`;
}

function looksShortened(name: string): boolean {
  return name.length > DIGEST_LENGTH && /~[0-9a-z]{8}$/i.test(name.slice(-DIGEST_LENGTH - 1));
}

function digest(text: string): string {
  const bytes = hash('sha256', text.normalize('NFC'), 'buffer');
  let letters = '';
  for (const byte of bytes.subarray(0, DIGEST_LENGTH)) letters += DIGEST_LETTERS.charAt(byte % 32);
  return letters;
}
