/** A packing divided into bags that each fit onto their medium. */
import { indexEvidence } from '../../core/bundle/index/index-head.js';
import { evidenceJson } from '../../core/bundle/index/index-json.js';
import { formatManifestRow } from '../../core/bundle/bag/manifest.js';
import type { Payload } from '../../core/bundle/packing/payload.js';
import { parseByteSize, roundByteSizeUp } from '../../core/bundle/packing/byte-size.js';
import {
  bundlePart,
  leastRoom,
  partName,
  splitPayload,
  TooLargeToSplit,
  type SplitPart,
} from '../../core/bundle/packing/split.js';
import { zipBytesAtMost } from '../../core/bundle/zip/records.js';
import type { Archive } from '../../core/archive/types.js';
import type { Indicator } from '../../core/system/types.js';
import { DanganError } from '../../errors.js';
import type { PayloadListing } from '../../io/bundle/writing/list-payload.js';
import { bundleBytesAtMost, SOME_DIGEST } from '../../io/bundle/writing/bundle-contents.js';
import { viewerRow } from '../../report/viewer.js';
import { messagesIn } from '../../messages/index.js';
import { viewerEvidence } from '../../report/viewer-data.js';
import { planBag, type BagContents, type BagContext, type PlannedBag } from './bag.js';

export interface SplitRequest extends Omit<BagContents, 'part'> {
  /** What no bag may exceed as a zip. */
  readonly maxBytes: number;
  readonly listingOf: (payload: Payload) => PayloadListing;
}

/** What is to be divided. */
interface Division {
  readonly context: BagContext;
  readonly request: SplitRequest;
  /** In the order of the scoring system. */
  readonly indicators: readonly Indicator[];
  /** Bytes that a file takes in a bag, with all that is said of it in the lists. */
  readonly costOf: (number: number) => number;
}

/**
 * @returns one bag when all fits, and it is as if no limit had been given.
 * @throws {DanganError} PACK_INDICATOR_TOO_LARGE, PACK_FILE_TOO_LARGE, PACK_LIMIT_TOO_SMALL
 */
export function splitBags(context: BagContext, request: SplitRequest): readonly PlannedBag[] {
  const { indicators, bonus } = context.archive.system;
  const all = [...indicators, ...bonus];
  const division = {
    context,
    request,
    indicators: all,
    costOf: costs(request, context.archive),
  };
  const found = bagsUnder(division, request.maxBytes);
  if ('bags' in found) return found.bags;
  throw refusal(division, found);
}

/** Why there is no way to divide it. */
interface NoWay {
  readonly tooLarge: TooLargeToSplit | undefined;
  /** Bytes that were kept for what a bag needs beside its files. */
  readonly beside: number;
}

function bagsUnder(
  division: Division,
  maxBytes: number,
): { readonly bags: readonly PlannedBag[] } | NoWay {
  // What a bag needs beside its files is known when they are: a part that grows too large by it asks for more room.
  let beside = 0;
  while (beside < maxBytes) {
    const parts = partsFor(division, maxBytes - beside);
    if (parts instanceof TooLargeToSplit) return { tooLarge: parts, beside };
    const bags = parts.map((_, at) => bagOf(division, parts, at));
    const most = bags.reduce((most, bag) => Math.max(most, bytesAtMost(bag)), 0);
    if (most <= maxBytes) return { bags };
    beside += most - maxBytes;
  }
  return { tooLarge: undefined, beside };
}

function partsFor(
  { request: { payload }, indicators, costOf }: Division,
  room: number,
): readonly SplitPart[] | TooLargeToSplit {
  try {
    return splitPayload({ payload, indicators, costOf, room });
  } catch (error) {
    if (error instanceof TooLargeToSplit) return error;
    throw error;
  }
}

function bagOf(
  { context, request }: Division,
  parts: readonly SplitPart[],
  at: number,
): PlannedBag {
  const { group, payload: whole, listing, listingOf } = request;
  const { payload } = parts[at] ?? { payload: whole };
  if (parts.length === 1) return planBag(context, { group, part: undefined, payload, listing });
  const part = bundlePart(group, parts, at);
  return planBag(context, { group, part, payload, listing: listingOf(payload) });
}

function bytesAtMost({ name, listing, tags, sign }: PlannedBag): number {
  return bundleBytesAtMost({ name, payload: listing, tags, sign });
}

/** Names what is in the way, and a limit that would do. */
function refusal(division: Division, { tooLarge, beside: kept }: NoWay): DanganError {
  const { maxBytes: limit } = division.request;
  const least = leastOf(division);
  const beside = Math.max(kept, least.beside);
  const enough = enoughFor(division, Math.max(limit + 1, least.room + least.beside));
  if (!tooLarge) return new DanganError('PACK_LIMIT_TOO_SMALL', { limit, beside, enough });
  const { bytes, file } = tooLarge;
  const data = { bytes, beside, limit, enough };
  const place = placeWords(division.indicators, tooLarge);
  return file
    ? new DanganError('PACK_FILE_TOO_LARGE', { path: file.origin, ...data }, { cause: tooLarge })
    : new DanganError('PACK_INDICATOR_TOO_LARGE', { place, ...data }, { cause: tooLarge });
}

/** What the largest piece takes, and what its bag needs beside it. */
function leastOf(division: Division): { readonly room: number; readonly beside: number } {
  const { request, indicators, costOf } = division;
  const room = leastRoom({ payload: request.payload, indicators, costOf });
  const parts = partsFor(division, room);
  if (parts instanceof TooLargeToSplit) throw parts;
  const at = parts.findIndex(({ bytes }) => bytes === room);
  const bag = bagOf(division, parts, Math.max(0, at));
  return { room, beside: bytesAtMost(bag) - (parts[at]?.bytes ?? 0) };
}

/** A limit from `bytes` up that it can be divided under, as it would be typed. */
function enoughFor(division: Division, bytes: number): string {
  for (let least = bytes; ; least += Math.ceil(least / 100)) {
    const typed = roundByteSizeUp(least);
    if ('bags' in bagsUnder(division, parseByteSize(typed) ?? least)) return typed;
  }
}

/** `1/1.1 领导机构`, or the folder of what is under no indicator. */
function placeWords(indicators: readonly Indicator[], { indicator, place }: TooLargeToSplit) {
  const rest = [...indicators];
  for (let each = rest.pop(); each; each = rest.pop()) {
    if (each.id === indicator) return `${each.id} ${each.name}`;
    rest.push(...each.children);
  }
  return place;
}

/** By file: its place in the zip, and its rows in the lists. */
function costs(
  { group, payload, listing }: SplitRequest,
  archive: Archive,
): (number: number) => number {
  const empty = zipBytesAtMost([]);
  const shown = viewerEvidence(archive, messagesIn('zh-CN'));
  const known = Float64Array.from(payload.files, (file, number) => {
    const sizeBytes = listing.sizeAt(number);
    const row = indexEvidence(file, sizeBytes, SOME_DIGEST, archive.known?.facts.get(file.origin));
    const lists =
      formatManifestRow({ path: file.path, sha256: SOME_DIGEST }) +
      evidenceJson(row) +
      (row.ledger ? '' : viewerRow(shown(row, file.origin)));
    return (
      zipBytesAtMost([{ name: `${partName(group, 1, 9)}/${file.path}`, sizeBytes }]) -
      empty +
      Buffer.byteLength(lists)
    );
  });
  return (number) => known[number] ?? 0;
}
