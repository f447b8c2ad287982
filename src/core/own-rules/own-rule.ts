/** The rules that a unit declares in its `dangan.yaml`, as rules among the others. */
import { classOf } from '../documents/formats.js';
import type { Archive } from '../archive/types.js';
import type { FileFacts } from '../documents/types.js';
import { passesFor } from '../evidence/kind.js';
import { namePattern } from '../globs/name-pattern.js';
import { lastingTitle } from '../naming/lasting-title.js';
import type { OwnRuleId } from '../rules/ids.js';
import type { ArchiveRule } from '../rules/types.js';
import type { Seen } from '../rules/seen.js';
import { foldName } from '../text.js';
import { leavesOf, placesOf, type Chosen, type Place } from './chosen.js';
import type { OwnRule } from './types.js';

/** A rule as a unit wrote it in `dangan.yaml`, as one of ours. */
export function ownRule(own: OwnRule): ArchiveRule<OwnRuleId> {
  const { id, severity } = own;
  const counts = own.count !== undefined || own.of.length > 0;
  return {
    id,
    severity,
    fix: 'none',
    scope: counts ? 'tree' : 'file',
    properties: [],
    looks: own.size !== undefined || own.formats !== undefined,

    *check(archive) {
      const leaves = leavesOf(own, archive);
      if (counts) {
        for (const place of placesOf(own, leaves, archive)) yield* placeSeen(own, place);
      }
      const judge = fileJudge(own, archive);
      for (const { files } of leaves) for (const one of files) yield* judge(one);
    },
  };
}

/** What is wrong with how much of what there is in a place. */
function* placeSeen({ title: rule, count, of }: OwnRule, place: Place): Generator<Seen> {
  const { indicator, path, files, links } = place;
  const where = {
    ...(indicator && { indicator, at: indicator.at, title: indicator.name }),
    ...(path !== undefined && { path }),
  };
  const found = files.length + links.length;
  if (count && (found < count.min || found > (count.max ?? found))) {
    yield {
      messageId: 'own/count',
      data: { rule, found, min: count.min, max: count.max },
      ...where,
    };
  }
  if (of.length === 0) return;
  const kinds = [...files.map((file) => file.kinds ?? []), ...links];
  const missing = of.filter((kind) => !kinds.some((own) => passesFor(own, [kind])));
  if (missing.length > 0) yield { messageId: 'own/of', data: { rule, missing }, ...where };
}

type Judge = (one: Chosen) => Iterable<Seen>;

function fileJudge(own: OwnRule, archive: Archive): Judge {
  const named = nameJudge(own);
  return function* judge(one) {
    yield* named(one);
    yield* kindSeen(own, one);
    yield* contentsSeen(own, one, archive.known?.files?.get(one.file.origin ?? one.file.path));
  };
}

/** Patterns are read once for all the names. */
function nameJudge({ title: rule, name }: OwnRule): Judge {
  const patterns = name.matches.map(namePattern);
  const contains = name.contains.map(foldName);
  const without = name.without.map((word) => ({ word, folded: foldName(word) }));
  return function* judge({ file: { path, parts } }) {
    const { title } = parts;
    const folded = foldName(title);
    const place = { path, title: lastingTitle(parts) };
    if (patterns.length > 0 && !patterns.some((fits) => fits(title))) {
      yield { messageId: 'own/matches', data: { rule, title, asked: name.matches }, ...place };
    }
    if (contains.length > 0 && !contains.some((word) => folded.includes(word))) {
      yield { messageId: 'own/contains', data: { rule, title, asked: name.contains }, ...place };
    }
    const word = without.find((each) => folded.includes(each.folded))?.word;
    if (word !== undefined) {
      yield { messageId: 'own/without', data: { rule, title, word }, ...place };
    }
  };
}

function* kindSeen({ title: rule, kinds }: OwnRule, one: Chosen): Generator<Seen> {
  if (kinds.length === 0 || !one.kinds || passesFor(one.kinds, kinds)) return;
  const { path, parts } = one.file;
  const data = { rule, title: parts.title, found: one.kinds, asked: kinds };
  yield { messageId: 'own/kind', data, path, title: lastingTitle(parts) };
}

function* contentsSeen(
  { title: rule, size, formats }: OwnRule,
  { file: { path, parts } }: Chosen,
  facts: FileFacts | undefined,
): Generator<Seen> {
  if (!facts) return;
  const { sizeBytes: bytes, format } = facts;
  const place = { path, title: lastingTitle(parts) };
  if (size && (bytes < size.min || bytes > (size.max ?? bytes))) {
    const data = { rule, bytes, min: size.min, max: size.max };
    yield { messageId: 'own/size', data, ...place };
  }
  if (!formats || format === undefined) return;
  if (formats.some((each) => each === format || each === classOf(format))) return;
  yield { messageId: 'own/format', data: { rule, format, allowed: formats }, ...place };
}
