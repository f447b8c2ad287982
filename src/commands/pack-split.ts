/** A packing divided into bags that each fit onto their medium. */
import { indexEvidence } from '../core/bundle/index/index-head.js';
import { evidenceJson } from '../core/bundle/index/index-json.js';
import { formatManifestRow } from '../core/bundle/bag/manifest.js';
import type { Payload } from '../core/bundle/packing/payload.js';
import {
  bundlePart,
  splitPayload,
  TooLargeToSplit,
  type SplitPart,
} from '../core/bundle/packing/split.js';
import { zipBytesAtMost } from '../core/bundle/zip/records.js';
import type { Indicator } from '../core/system/types.js';
import { DanganError } from '../errors.js';
import type { PayloadListing } from '../io/bundle/writing/list-payload.js';
import { bundleBytesAtMost, SOME_DIGEST } from '../io/bundle/writing/bundle-contents.js';
import { viewerRow } from '../report/viewer.js';
import { planBag, type BagContents, type BagContext, type PlannedBag } from './pack-bag.js';

export interface SplitRequest extends Omit<BagContents, 'part'> {
  /** What no bag may exceed as a zip. */
  readonly maxBytes: number;
  readonly listingOf: (payload: Payload) => PayloadListing;
}

/**
 * @returns one bag when all fits, and it is as if no limit had been given.
 * @throws {DanganError} PACK_INDICATOR_TOO_LARGE, PACK_FILE_TOO_LARGE, PACK_LIMIT_TOO_SMALL
 */
export function splitBags(context: BagContext, request: SplitRequest): readonly PlannedBag[] {
  const { maxBytes } = request;
  const costOf = costs(request);
  // What a bag needs beside its files is known when they are: a part that grows too large by it asks for more room.
  for (let beside = 0; beside < maxBytes;) {
    const bags = bagsOf(context, request, partsOf(context, request, costOf, maxBytes - beside));
    const most = Math.max(
      ...bags.map(({ name, listing, tags, sign }) => {
        return bundleBytesAtMost({ name, payload: listing, tags, sign });
      }),
    );
    if (most <= maxBytes) return bags;
    beside += most - maxBytes;
  }
  throw new DanganError('PACK_LIMIT_TOO_SMALL', { limit: maxBytes });
}

function bagsOf(
  context: BagContext,
  { group, payload, listing, listingOf }: SplitRequest,
  parts: readonly SplitPart[],
): readonly PlannedBag[] {
  if (parts.length === 1) return [planBag(context, { group, part: undefined, payload, listing })];
  return parts.map(({ payload }, at) => {
    const part = bundlePart(group, parts, at);
    return planBag(context, { group, part, payload, listing: listingOf(payload) });
  });
}

function partsOf(
  { archive }: BagContext,
  { payload, maxBytes }: SplitRequest,
  costOf: (number: number) => number,
  room: number,
): readonly SplitPart[] {
  const { system } = archive;
  const indicators = [...system.indicators, ...system.bonus];
  try {
    return splitPayload({ payload, indicators, costOf, room });
  } catch (error) {
    if (!(error instanceof TooLargeToSplit)) throw error;
    const { bytes, file } = error;
    if (file) {
      const data = { path: file.origin, bytes, limit: maxBytes };
      throw new DanganError('PACK_FILE_TOO_LARGE', data, { cause: error });
    }
    const place = placeWords(indicators, error);
    throw new DanganError('PACK_INDICATOR_TOO_LARGE', { place, bytes, limit: maxBytes });
  }
}

/** `1.1 领导机构`, or the folder of what is under no indicator. */
function placeWords(indicators: readonly Indicator[], { indicator, place }: TooLargeToSplit) {
  const rest = [...indicators];
  for (let each = rest.pop(); each; each = rest.pop()) {
    if (each.id === indicator) return `${each.code} ${each.name}`;
    rest.push(...each.children);
  }
  return place;
}

/** By file: its place in the zip, and its rows in the lists. */
function costs({ group, payload, listing }: SplitRequest): (number: number) => number {
  const empty = zipBytesAtMost([]);
  const known = Float64Array.from(payload.files, (file, number) => {
    const sizeBytes = listing.sizeAt(number);
    const row = indexEvidence(file, sizeBytes, SOME_DIGEST);
    const lists =
      formatManifestRow({ path: file.path, sha256: SOME_DIGEST }) +
      evidenceJson(row) +
      (row.ledger ? '' : viewerRow(row));
    return (
      zipBytesAtMost([{ name: `${group}-1of9/${file.path}`, sizeBytes }]) -
      empty +
      Buffer.byteLength(lists)
    );
  });
  return (number) => known[number] ?? 0;
}
