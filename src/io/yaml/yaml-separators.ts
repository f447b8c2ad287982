import type { CST, Parser } from 'yaml';
import type { KnownKeys } from '../../core/yaml-file/node.js';
import type { Role, Separator } from './separator.js';
import { commasIn } from './yaml-commas.js';

/** The mistyped separators in the run of plain text that the parser has just taken in. */
export function separatorsIn(
  parser: Parser,
  offset: number,
  source: string,
  text: string,
  known: KnownKeys,
): Separator[] {
  if (!/[：:，、]/.test(source)) return [];
  const role = roleOf(parser.stack, offset);
  const commas = /[，、]/.test(source) && parser.stack.some(isOpenFlow);
  const found = commas ? commasIn({ text, offset, source, known, role }) : [];
  return role ? [...found, ...colonsIn(role, offset, source, text, known)] : found;
}

function isOpenFlow(token: CST.Token): boolean {
  return token.type === 'flow-collection' && token.end.length === 0;
}

function colonsIn(
  role: Role,
  offset: number,
  source: string,
  text: string,
  known: KnownKeys,
): Separator[] {
  if (!source.includes('：') && !source.includes(':')) return [];
  const after = text.slice(offset + source.length, offset + source.length + 20);
  const found: Separator[] = [];
  let line = 0;
  for (let at = 0; at <= source.length; line += 1) {
    const end = source.indexOf('\n', at);
    const stop = end < 0 ? source.length : end;
    const match =
      /^\s*(?:-\s+)?([^\s：:,[\]{}#"'|>&*!%@`-][^\s：:,[\]{}#"']{0,39})[ \t]{0,3}(：|:(?=\S))/u.exec(
        source.slice(at, Math.min(stop, at + 120)),
      );
    const [all = '', key = '', colon = ''] = match ?? [];
    if (match && !key.includes('，') && (line > 0 || startsLine(text, offset, role))) {
      found.push({
        fault: colon === '：' ? 'fullwidth-colon' : 'colon-space',
        key,
        sign: offset + at + all.length - 1,
        sure: isSure(key, role, line),
        from: offset,
        to: offset + source.length,
      });
    }
    at = stop + 1;
  }
  return found;

  function isSure(key: string, { kind, under }: Role, at: number): boolean {
    if (kind === 'item' && at === 0) return known.all.has(key) && known.lists.has(under);
    // Of the formats whose keys are known, none is a text.
    if (kind === 'root') return known.all.size > 0;
    if (kind === 'value' && known.maps.has(under)) return true;
    // In braces, a name without a colon of its own behind it.
    if (kind === 'key' && known.maps.has(under) && !/^\s*:/.test(after)) return true;
    return known.all.has(key);
  }
}

/** A value on the line of its own key is text, whatever it holds. */
function startsLine(text: string, offset: number, { kind }: Role): boolean {
  if (kind !== 'value') return true;
  let at = offset - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  return at < 0 || text[at] === '\n';
}

/** What a plain scalar is to the collection that holds it; `undefined` for quoted and block text. */
function roleOf(stack: readonly CST.Token[], offset: number): Role | undefined {
  const top = stack.at(-1);
  if (top?.type === 'scalar' && top.offset === offset) {
    const holder = stack.at(-2);
    if (holder?.type === 'block-seq' || isFlowList(holder)) {
      return { kind: 'item', under: lastKey(stack.at(-3)) };
    }
    if (holder?.type === 'block-map' || holder?.type === 'flow-collection') {
      return { kind: 'value', under: lastKey(holder) };
    }
    return { kind: 'root', under: '' };
  }
  if (top?.type !== 'block-map' && top?.type !== 'flow-collection') return undefined;
  const key = top.items.at(-1)?.key;
  if (key?.type !== 'scalar' || key.offset !== offset) return undefined;
  return isFlowList(top)
    ? { kind: 'item', under: lastKey(stack.at(-2)) }
    : { kind: 'key', under: lastKey(stack.at(-2)) };
}

function isFlowList(token: CST.Token | undefined): boolean {
  return token?.type === 'flow-collection' && token.start.source === '[';
}

function lastKey(token: CST.Token | undefined): string {
  if (token?.type !== 'block-map' && token?.type !== 'flow-collection') return '';
  const key = token.items.at(-1)?.key;
  return key && 'source' in key ? key.source : '';
}
