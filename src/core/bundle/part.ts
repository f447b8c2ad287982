/** Which of several bags a bag is, as it tells itself. */
import type { Bag } from './bag/bag.js';
import type { BundleIndex } from './index/parse-index.js';
import { valuesOf } from './bag/tag-file.js';

/** Another bag of the group. */
export interface OtherPart {
  readonly name: string;
  /** Codes and names of what it holds; empty when that is not told. */
  readonly holds: readonly string[];
}

export interface PartFacts {
  readonly group: string | undefined;
  readonly number: number;
  /** `undefined` when it was not known at packing. */
  readonly count: number | undefined;
  /** As the index tells; empty when it does not. */
  readonly others: readonly OtherPart[];
}

/** @returns `undefined` for a bag that stands alone. */
export function partOf({ info }: Bag, index: BundleIndex | undefined): PartFacts | undefined {
  const told = (label: string) => info && valuesOf(info, label)[0];
  // RFC 8493, section 2.2.2: `1 of 3`, `1 of ?`.
  const [, number, count] =
    /^\s*(\d{1,6})\s+of\s+(\d{1,6}|\?)\s*$/i.exec(told('Bag-Count') ?? '') ?? [];
  if (number === undefined || count === '1') return undefined;
  return {
    group: told('Bag-Group-Identifier'),
    number: Number(number),
    count: count === '?' ? undefined : Number(count),
    others:
      index?.part?.others.map(({ name, holds }) => ({ name, holds: namesIn(holds, index) })) ?? [],
  };
}

/**
 * What another part is called beside the file or folder of this one: who packed them may have given all of them a name.
 *
 * @param own - The name that this part has by itself.
 * @param file - What its file is called.
 */
export function namedBeside(
  other: string,
  { group, own, file }: { group: string | undefined; own: string; file: string },
): string {
  if (group === undefined || !own.startsWith(group) || !other.startsWith(group)) return other;
  const tail = own.slice(group.length);
  const [ending = ''] = /(?:\.zip|\.tar|\.tar\.gz|\.tgz)?$/i.exec(file) ?? [];
  const stem = file.slice(0, file.length - ending.length);
  if (tail === '' || !stem.endsWith(tail)) return other;
  return stem.slice(0, stem.length - tail.length) + other.slice(group.length) + ending;
}

function namesIn(ids: readonly string[], { indicators }: BundleIndex): string[] {
  return ids.flatMap((id) => {
    const known = indicators.get(id);
    return known ? [`${known.code} ${known.name ?? ''}`.trim()] : [];
  });
}
