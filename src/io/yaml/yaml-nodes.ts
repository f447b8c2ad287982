import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
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

type Report = (fault: YamlFault, offset: number) => void;

/**
 * From the parser's tree to ours. An alias shares the node of its anchor, so a bomb costs nothing here; the count of
 * what it stands for is kept, and the alias is left out where that goes beyond any real file.
 *
 * @param offsetOf - From an offset in the text that was parsed to one in the file.
 */
export function nodesOf(
  contents: ParsedNode | null,
  offsetOf: (offset: number) => number,
  report: Report,
): YamlNode | undefined {
  return contents ? new Growing(offsetOf, report).grow(contents)?.node : undefined;
}

class Growing {
  readonly #offsetOf: (offset: number) => number;
  readonly #report: Report;
  readonly #anchors = new Map<string, Grown | 'open'>();

  constructor(offsetOf: (offset: number) => number, report: Report) {
    this.#offsetOf = offsetOf;
    this.#report = report;
  }

  /** @returns nothing for an alias of nothing. */
  grow(source: ParsedNode): Grown | undefined {
    if (isAlias(source)) return this.#target(source.source, source.range[0]);
    const name = source.anchor;
    if (name !== undefined) this.#anchors.set(name, 'open');
    const grown = this.#growPlain(source);
    if (name !== undefined) this.#anchors.set(name, grown);
    return grown;
  }

  #target(name: string, offset: number): Grown | undefined {
    const grown = this.#anchors.get(name);
    if (grown === undefined) this.#report({ fault: 'alias-unknown', name }, offset);
    else if (grown === 'open') this.#report({ fault: 'alias-cycle' }, offset);
    else return grown;
    return undefined;
  }

  #growPlain(source: Exclude<ParsedNode, Alias.Parsed>): Grown {
    if (source.tag !== undefined && !isOwnTag(source.tag))
      this.#report({ fault: 'tag' }, source.range[0]);
    if (isScalar(source)) return { node: this.#textOf(source), parts: 1, depth: 1 };
    return isSeq(source) ? this.#growList(source) : this.#growMap(source);
  }

  #growList(source: YAMLSeq.Parsed): Grown {
    const extent = new Extent(this.#report);
    const items: YamlNode[] = [];
    for (const item of source.items) {
      const grown = isMap(item) ? this.#growItem(item) : this.grow(item);
      if (grown && extent.takes(grown, item.range[0])) items.push(grown.node);
    }
    const start = this.#offsetOf(source.range[0]);
    return { node: { is: 'list', start, items }, ...extent.whole() };
  }

  /**
   * An item whose first key comes again is two items, the second without its `- `: that is told once, and not that each
   * of its keys is there already.
   */
  #growItem(source: YAMLMap.Parsed): Grown | undefined {
    const names = source.items.map(({ key }) => (isScalar(key) ? textIn(key) : undefined));
    const [first] = names;
    const again = first === undefined ? -1 : names.indexOf(first, 1);
    const twin = source.items[again]?.key;
    const isPlain = !source.flow && source.anchor === undefined && source.tag === undefined;
    if (!isPlain || again < 0 || !isScalar(twin)) return this.grow(source);
    const line = this.#offsetOf(source.range[0]);
    this.#report({ fault: 'dash-missing', key: first ?? '', line }, twin.range[0]);
    return this.#growMap(source, source.items.slice(0, again));
  }

  #growMap(source: YAMLMap.Parsed, items = source.items): Grown {
    const extent = new Extent(this.#report);
    const entries = new Map<string, YamlEntry>();
    for (const pair of items) {
      const entry = this.#entryOf(pair, entries);
      // `{ kind: document, form }`: with a colon, even nothing is a value.
      if (entry && pair.value === null && source.flow) {
        this.#report({ fault: 'colon-missing', key: entry.name }, entry.offset);
      }
      const grown = entry && (pair.value ? this.grow(pair.value) : emptyText(entry.key.end));
      if (entry && grown && extent.takes(grown, entry.offset)) {
        entries.set(entry.name, { key: entry.key, value: grown.node });
      }
    }
    const start = this.#offsetOf(source.range[0]);
    return { node: { is: 'map', start, entries }, ...extent.whole() };
  }

  #entryOf({ key }: Pair<ParsedNode>, entries: ReadonlyMap<string, YamlEntry>) {
    if (!isScalar(key)) {
      // The parser has its own complaint for `: value` without a key.
      const [offset] = (key as ParsedNode | null)?.range ?? [0];
      this.#report({ fault: 'key-not-text' }, offset);
      return undefined;
    }
    const name = textIn(key);
    const offset = key.range[0];
    const text = this.#textOf(key);
    const twin = entries.get(name);
    if (twin) {
      this.#report({ fault: 'duplicate-key', key: name, line: twin.key.start }, offset);
      return undefined;
    }
    if (name === '<<' && text.plain) {
      this.#report({ fault: 'merge-key' }, offset);
      return undefined;
    }
    return { name, offset, key: { start: text.start, end: text.end } };
  }

  #textOf(scalar: Scalar.Parsed): YamlText {
    const plain = scalar.type === 'PLAIN' || scalar.type === undefined;
    return {
      is: 'text',
      start: this.#offsetOf(scalar.range[0]),
      end: this.#offsetOf(scalar.range[1]),
      text: plain ? scalar.source : textIn(scalar),
      plain,
    };
  }
}

/** How much a list or a map has come to, as far as it has grown. */
class Extent {
  readonly #report: Report;
  #parts = 1;
  #depth = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  takes(child: Grown, offset: number): boolean {
    if (this.#parts + child.parts > PART_LIMIT || child.depth >= DEPTH_LIMIT) {
      this.#report({ fault: 'alias-bomb' }, offset);
      return false;
    }
    this.#parts += child.parts;
    this.#depth = Math.max(this.#depth, child.depth);
    return true;
  }

  whole(): Pick<Grown, 'parts' | 'depth'> {
    return { parts: this.#parts, depth: this.#depth + 1 };
  }
}

function emptyText(at: number): Grown {
  return { node: { is: 'text', start: at, end: at, text: '', plain: true }, parts: 1, depth: 1 };
}

/** In the failsafe schema every scalar is text, or nothing at all. */
function textIn({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

function isOwnTag(tag: string): boolean {
  return tag === '!' || /^tag:yaml\.org,2002:(str|map|seq)$/.test(tag);
}
