import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Pair, ParsedNode, Scalar } from 'yaml';
import type { YamlEntry, YamlFault, YamlNode, YamlText } from '../../core/yaml-file/node.js';

/** More parts than any scoring system has, fewer than cost a second to walk. */
const PART_LIMIT = 200_000;
const DEPTH_LIMIT = 200;

interface Grown {
  readonly node: YamlNode;
  /** Parts and depth of the value with every alias written out. */
  readonly parts: number;
  readonly depth: number;
}

/**
 * From the parser's tree to ours. An alias shares the node of its anchor, so a bomb costs nothing here; the count of
 * what it stands for is kept, and the alias is left out where that goes beyond any real file.
 *
 * @param offsetOf - From an offset in the text that was parsed to one in the file.
 */
export function nodesOf(
  contents: ParsedNode | null,
  offsetOf: (offset: number) => number,
  report: (fault: YamlFault, offset: number) => void,
): YamlNode | undefined {
  const anchors = new Map<string, Grown | 'open'>();
  return contents ? grow(contents)?.node : undefined;

  function grow(source: ParsedNode): Grown | undefined {
    if (isAlias(source)) return target(source.source, source.range[0]);
    const name = source.anchor;
    if (name !== undefined) anchors.set(name, 'open');
    const grown = growPlain(source);
    if (name !== undefined && grown) anchors.set(name, grown);
    return grown;
  }

  function growPlain(source: ParsedNode): Grown | undefined {
    if (source.tag !== undefined && !isOwnTag(source.tag))
      report({ fault: 'tag' }, source.range[0]);
    if (isScalar(source)) return { node: textOf(source), parts: 1, depth: 1 };
    const start = offsetOf(source.range[0]);
    let parts = 1;
    let depth = 0;
    const add = (child: Grown, offset: number): boolean => {
      if (parts + child.parts > PART_LIMIT || child.depth >= DEPTH_LIMIT) {
        report({ fault: 'alias-bomb' }, offset);
        return false;
      }
      parts += child.parts;
      depth = Math.max(depth, child.depth);
      return true;
    };
    if (isSeq(source)) {
      const items: YamlNode[] = [];
      for (const item of source.items) {
        const grown = grow(item);
        if (grown && add(grown, item.range[0])) items.push(grown.node);
      }
      return { node: { is: 'list', start, items }, parts, depth: depth + 1 };
    }
    const entries = new Map<string, YamlEntry>();
    if (isMap(source)) {
      for (const pair of source.items) {
        const entry = entryOf(pair, entries);
        const grown = entry && (pair.value ? grow(pair.value) : emptyText(entry.key.end));
        if (entry && grown && add(grown, entry.offset)) {
          entries.set(entry.name, { key: entry.key, value: grown.node });
        }
      }
    }
    return { node: { is: 'map', start, entries }, parts, depth: depth + 1 };
  }

  function target(name: string, offset: number): Grown | undefined {
    const grown = anchors.get(name);
    if (grown === undefined) report({ fault: 'alias-unknown', name }, offset);
    else if (grown === 'open') report({ fault: 'alias-cycle' }, offset);
    else return grown;
    return undefined;
  }

  function entryOf({ key }: Pair<ParsedNode>, entries: ReadonlyMap<string, YamlEntry>) {
    if (!isScalar(key)) {
      // The parser has its own complaint for `: value` without a key.
      const [offset] = (key as ParsedNode | null)?.range ?? [0];
      report({ fault: 'key-not-text' }, offset);
      return undefined;
    }
    const name = textIn(key);
    const offset = key.range[0];
    const text = textOf(key);
    const twin = entries.get(name);
    if (twin) {
      report({ fault: 'duplicate-key', key: name, line: twin.key.start }, offset);
      return undefined;
    }
    if (name === '<<' && text.plain) {
      report({ fault: 'merge-key' }, offset);
      return undefined;
    }
    return { name, offset, key: { start: text.start, end: text.end } };
  }

  function textOf(scalar: Scalar.Parsed): YamlText {
    const plain = scalar.type === 'PLAIN' || scalar.type === undefined;
    return {
      is: 'text',
      start: offsetOf(scalar.range[0]),
      end: offsetOf(scalar.range[1]),
      text: plain ? scalar.source : textIn(scalar),
      plain,
    };
  }

  function emptyText(at: number): Grown {
    return { node: { is: 'text', start: at, end: at, text: '', plain: true }, parts: 1, depth: 1 };
  }
}

/** In the failsafe schema every scalar is text, or nothing at all. */
function textIn({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

function isOwnTag(tag: string): boolean {
  return tag === '!' || /^tag:yaml\.org,2002:(str|map|seq)$/.test(tag);
}
