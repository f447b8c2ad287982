/** Archival codes (档号): DA/T 13-2022, DA/T 22-2015. */
import type { CodeField } from '../archive/settings/catalogue.js';
import type { CatalogueSettings } from '../archive/settings.js';
import type { ScoringSystem } from '../system/types.js';
import type { Item } from './items.js';

/** `group`: the code with `ITEM` for its number. `lacks`: the part of it that nobody tells. */
export type Coded = { readonly code: string; readonly group: string } | { readonly lacks: Field };

/** Are there to be codes at all? */
export function hasCodes({ fonds, template }: CatalogueSettings): boolean {
  return fonds !== undefined || template !== undefined;
}

/**
 * The code of each file. Those that only differ in their item number are counted from 1, in the order in which they
 * come: all items of the archive are given, so that a list of some of them has the codes of the whole one.
 */
export function codesOf(
  items: readonly Item[],
  system: ScoringSystem,
  settings: CatalogueSettings,
): ReadonlyMap<Item, Coded> {
  const codes = new Map<Item, Coded>();
  if (!hasCodes(settings)) return codes;
  const template = templateOf(settings);
  const organOf = organs(system, settings);
  const counts = new Map<string, number>();
  for (const item of items) {
    // An address is in no box.
    if (!item.evidence.name) continue;
    const fields = fieldsOf(item, organOf, settings);
    const lacks = fieldsIn(template).find(
      (field) => field !== 'item' && fields[field] === undefined,
    );
    if (lacks !== undefined) {
      codes.set(item, { lacks });
      continue;
    }
    const group = filled(template, fields);
    const number = (counts.get(group) ?? 0) + 1;
    counts.set(group, number);
    const code = group.replaceAll(ITEM, padded(number, settings));
    codes.set(item, { code, group });
  }
  return codes;
}

/** Code of a volume; `undefined` where a part of it is not set. */
export function volumeCode(
  number: number,
  part: string | undefined,
  settings: CatalogueSettings,
): string | undefined {
  if (!hasCodes(settings)) return undefined;
  const { fonds, retention, categories } = settings;
  const fields: Fields = {
    ...{ fonds, retention, category: categories.document, part },
    volume: padded(number, settings),
  };
  const lacks = fieldsIn(settings.volume).some((field) => fields[field] === undefined);
  return lacks ? undefined : filled(settings.volume, fields);
}

/** That of DA/T 22, without what there is no code for. */
function templateOf({ template, organ, organs }: CatalogueSettings): string {
  if (template !== undefined) return template;
  const hasOrgans = organ !== undefined || Object.keys(organs).length > 0;
  return `{fonds}-{category}·{year}-{retention}${hasOrgans ? '-{organ}' : ''}-{item}`;
}

export type Field = CodeField | 'volume';
type Fields = Readonly<Partial<Record<Field, string | undefined>>>;

/** Stands for the number until the items of a group are counted; no setting has it. */
export const ITEM = '\u0000';

function fieldsOf(
  { evidence, place, category, owners }: Item,
  organOf: (owner: string) => string | undefined,
  { fonds, retention, categories }: CatalogueSettings,
): Fields {
  return {
    fonds,
    retention,
    category: categories[category],
    year: yearOf(evidence.date),
    organ: organOf(owners[0] ?? ''),
    part: (place.above[0] ?? place.indicator).code,
    item: ITEM,
  };
}

/** The code of a department by its key; `organs` may have its name. */
function organs(
  { owners }: ScoringSystem,
  { organs: own, organ }: CatalogueSettings,
): (owner: string) => string | undefined {
  const codes = new Map(Object.entries(own));
  for (const [key, name] of Object.entries(owners)) {
    const code = codes.get(key) ?? codes.get(name);
    if (code !== undefined) codes.set(key, code);
  }
  return (owner) => codes.get(owner) ?? organ;
}

/** What is of two years is of none until its ledger says. */
function yearOf(date: Item['evidence']['date']): string | undefined {
  const year = date?.from.slice(0, 4);
  return year !== undefined && date?.to.startsWith(year) === true ? year : undefined;
}

function fieldsIn(template: string): readonly Field[] {
  return [...template.matchAll(/\{([a-z]+)\}/g)].map(([, field]) => field as Field);
}

function filled(template: string, fields: Fields): string {
  return template.replaceAll(/\{([a-z]+)\}/g, (_, field: Field) => fields[field] ?? '');
}

function padded(number: number, { digits }: CatalogueSettings): string {
  return String(number).padStart(digits, '0');
}
