/** Catalogues of an archive: which volumes there are, and what each of them holds. */
import type { Archive } from '../archive/types.js';
import { joinPath } from '../archive/paths.js';
import { groupBy } from '../group.js';
import type { Indicator } from '../system/types.js';
import { compareText, foldName } from '../text.js';
import { statementsOf, usesOf, type Placed, type Statement, type Use } from './additions.js';
import { codesOf, volumeCode, type Coded } from './codes.js';
import { extentOf } from './dates.js';
import { Drafts, type Draft } from './drafts.js';
import { itemsOf, type Item } from './items.js';
import { remarksOf, type Remarks } from './remarks.js';
import {
  counted,
  nameOfIndicator,
  referenceTo,
  rowOf,
  statementOf,
  type RowWords,
} from './rows.js';
import { seeAlso } from './see-also.js';
import type { Catalogue, CatalogueKind, Row, Volume, VolumeScope } from './types.js';

export interface CatalogueQuery {
  readonly kind: CatalogueKind;
  readonly scope: VolumeScope;
  /** Leaf indicators; `undefined` for all. */
  readonly indicators?: ReadonlySet<Indicator> | undefined;
  /** Keys of departments; `undefined` for all. */
  readonly owners?: ReadonlySet<string> | undefined;
}

export interface Catalogued {
  readonly catalogue: Catalogue;
  readonly remarks: Remarks;
}

/** What volumes are made of when nobody says: what is listed item by item is one list. */
export function usualScope(kind: CatalogueKind): VolumeScope {
  return kind === 'filed' || kind === 'photos' ? 'archive' : 'indicator';
}

/**
 * A volume is numbered, and its rows are, as if it held only what was asked for; archival codes are those of the whole
 * archive, whatever is listed.
 */
export function catalogueOf(archive: Archive, query: CatalogueQuery, words: RowWords): Catalogued {
  const { settings, system } = archive;
  const items = itemsOf(archive);
  const codes = codesOf(items, system, settings.catalogue);
  const listed = items.filter((item) => isAsked(item, query));
  const maker = new Maker(archive, query, items, codes, words);
  return {
    catalogue: {
      kind: query.kind,
      unit: settings.unit.name,
      title: system.title,
      volumes: maker.volumes(items, listed),
    },
    remarks: remarksOf(listed, items, codes, archive),
  };
}

class Maker {
  readonly #archive: Archive;
  readonly #query: CatalogueQuery;
  readonly #codes: ReadonlyMap<Item, Coded>;
  readonly #words: RowWords;
  readonly #seen: ReadonlyMap<Item, string>;

  constructor(
    archive: Archive,
    query: CatalogueQuery,
    items: readonly Item[],
    codes: ReadonlyMap<Item, Coded>,
    words: RowWords,
  ) {
    this.#archive = archive;
    this.#query = query;
    this.#codes = codes;
    this.#words = words;
    const isAskedFor = query.kind === 'photos';
    this.#seen = isAskedFor ? seeAlso(items, codes, archive.system, words) : new Map();
  }

  volumes(items: readonly Item[], listed: readonly Item[]): readonly Volume[] {
    const { kind, scope } = this.#query;
    const uses = kind === 'volume' && scope !== 'archive' ? usesOf(this.#archive, items) : [];
    const statements = kind === 'volume' ? statementsOf(this.#archive) : [];
    const drafts = new Drafts(this.#archive, scope, [...items, ...uses, ...statements]);
    const byDraft = <T extends Placed>(some: readonly T[]) =>
      groupBy(some, (each) => drafts.of(each));
    const numbers = uses.length > 0 ? numbersIn(byDraft(items)) : new Map<Item, number>();
    const held = byDraft(this.#inOrder(listed));
    const used = byDraft(uses.filter((use) => this.#isUseListed(use, drafts)));
    const said = byDraft(statements.filter(({ place }) => this.#isIndicatorAsked(place.indicator)));
    return drafts.all.flatMap((draft): Volume[] => {
      const own = held.get(draft) ?? [];
      const rows = counted(own.map((item) => this.#row(item)));
      const references = (used.get(draft) ?? []).map(({ item }) => this.#reference(item, numbers));
      const all = [...rows, ...references, ...this.#statements(said.get(draft) ?? [], rows)];
      return all.length === 0 ? [] : [this.#volume(draft, own, all)];
    });
  }

  /** What is listed by its code goes by it, what has none at the end; all else as it lies in its folders. */
  #inOrder(items: readonly Item[]): readonly Item[] {
    const { kind } = this.#query;
    if (kind !== 'filed' && kind !== 'photos') return items;
    const groupOf = (item: Item) => {
      const coded = this.#codes.get(item);
      return coded && 'group' in coded ? coded.group : '\uffff';
    };
    return items.toSorted((a, b) => compareText(groupOf(a), groupOf(b)));
  }

  #isIndicatorAsked(indicator: Indicator): boolean {
    return this.#query.indicators?.has(indicator) ?? true;
  }

  /** Not where it is kept anyway. */
  #isUseListed({ place, item, folder }: Use, drafts: Drafts): boolean {
    const draft = drafts.of({ place, folder });
    return (
      draft !== undefined &&
      draft !== drafts.of(item) &&
      this.#isIndicatorAsked(place.indicator) &&
      isOwnerAsked(item, this.#query)
    );
  }

  #row(item: Item) {
    const coded = this.#codes.get(item);
    const code = coded && 'code' in coded ? coded.code : undefined;
    return rowOf(item, code, this.#seen.get(item), this.#archive, this.#words);
  }

  #reference(item: Item, numbers: ReadonlyMap<Item, number>): Row {
    const [row] = counted([this.#row(item)]);
    if (!row) throw new Error('one row has one number');
    return referenceTo({ ...row, number: numbers.get(item) }, this.#words);
  }

  #statements(statements: readonly Statement[], rows: readonly Row[]): readonly Row[] {
    if (statements.length === 0) return [];
    const numbers = new Map(rows.map(({ path, number }) => [foldName(path), number]));
    return statements.map(({ place, folder, said }) => {
      const { proof } = said;
      const number =
        proof === undefined ? undefined : numbers.get(foldName(joinPath(folder, proof)));
      return statementOf(said, place.indicator, number, this.#archive.system, this.#words);
    });
  }

  #volume(draft: Draft, items: readonly Item[], rows: readonly Row[]): Volume {
    const { settings, system } = this.#archive;
    const { number, title, indicator, part, path } = draft;
    const extent = extentOf(items.flatMap(({ evidence }) => evidence.date ?? []));
    return {
      number,
      code: volumeCode(number, part?.code, settings.catalogue),
      title,
      part: part && nameOfIndicator(part, system),
      indicator: indicator && nameOfIndicator(indicator, system),
      path,
      rows,
      pages: sumOf(rows.map(({ pages }) => pages)),
      from: extent?.from,
      to: extent?.to,
      retention: settings.catalogue.retention,
    };
  }
}

function numbersIn(
  groups: ReadonlyMap<Draft | undefined, readonly Item[]>,
): ReadonlyMap<Item, number> {
  return new Map([...groups.values()].flatMap((items) => items.map((item, at) => [item, at + 1])));
}

function sumOf(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce((sum, count) =>
    sum === undefined || count === undefined ? undefined : sum + count,
  );
}

function isAsked(item: Item, query: CatalogueQuery): boolean {
  const { kind, indicators } = query;
  if (kind === 'photos' && (!item.evidence.name || item.category !== 'photo')) return false;
  return (!indicators || indicators.has(item.place.indicator)) && isOwnerAsked(item, query);
}

function isOwnerAsked({ owners }: Item, { owners: asked }: CatalogueQuery): boolean {
  return !asked || owners.some((owner) => asked.has(owner));
}
