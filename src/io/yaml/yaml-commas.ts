import type { KnownKeys } from '../../core/yaml-file/node.js';
import type { Role, Separator } from './separator.js';

/** A run of plain text inside brackets. */
interface Run {
  readonly text: string;
  readonly offset: number;
  readonly source: string;
  readonly known: KnownKeys;
  readonly role: Role | undefined;
}

/** `，` with the key behind it, and what stands behind that: a colon of some kind, or the end of the run. */
const NEXT_KEY = /，\s{0,80}([^\s，：:,[\]{}#"'“”]{1,40})[ \t]{0,3}(：|:(?=\S)|$)/gu;

/**
 * Full-width commas between the entries of a list or mapping in brackets, with the colons after the keys that they
 * keep from being seen. One inside a text is left alone: `[甲，乙]` may well be one item.
 */
export function commasIn(run: Run): Separator[] {
  const { offset, source } = run;
  const from = offset;
  const to = offset + source.length;
  const found: Separator[] = [];
  if (/^[，、]/.test(source) && isAfterEntry(run)) {
    const key = source.slice(0, 1);
    found.push({ fault: 'fullwidth-comma', key, sign: offset, sure: true, from, to });
  }
  for (const match of unquoted(source).matchAll(NEXT_KEY)) {
    const [all, key = '', colon = ''] = match;
    const end = match.index + all.length;
    // The end of the run is one of the text before it, unless the key's own colon follows.
    if (colon === '' && !/^[ \t]{0,20}:/.test(run.text.slice(to, to + 22))) continue;
    const sure = isKey(key, run) || (colon === '' && run.role?.kind === 'value');
    if (match.index > 0 || found.length === 0) {
      const sign = offset + match.index;
      found.push({ fault: 'fullwidth-comma', key: '，', sign, sure, from, to });
    }
    if (colon === '') continue;
    const fault = colon === '：' ? 'fullwidth-colon' : 'colon-space';
    found.push({ fault, key, sign: offset + end - 1, sure, from, to });
  }
  return found;
}

function isKey(key: string, { known, role }: Run): boolean {
  return known.all.has(key) || (/^[\w-]+$/.test(key) && known.maps.has(role?.under ?? ''));
}

/** Nothing but a comma can stand behind a quotation mark or a bracket that closes. */
function isAfterEntry({ text, offset }: Run): boolean {
  return /["'\]}]\s{0,80}$/.test(text.slice(Math.max(0, offset - 82), offset));
}

/** With what will be in quotes, once the colon before it is one, out of sight. */
function unquoted(source: string): string {
  const hidden = source.replace(/(?<=[：:，][ \t]{0,3})(?:"[^"]*"|'[^']*')/gu, (found) =>
    '\0'.repeat(found.length),
  );
  const open = /[：:，][ \t]{0,3}["']/u.exec(hidden);
  return open ? hidden.slice(0, open.index) : hidden;
}
