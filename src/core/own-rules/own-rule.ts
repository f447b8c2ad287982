/** The rules that a unit declares in its `dangan.yaml`, as rules among the others. */
import { leafFolders } from '../archive/evidence.js';
import { eachExpected } from '../archive/layout.js';
import { joinPath, type Archive, type ArchivePath, type EvidenceFile } from '../archive/types.js';
import { classOf } from '../documents/formats.js';
import type { FileFacts } from '../documents/types.js';
import { evidenceOf } from '../evidence/collect.js';
import { passesFor } from '../evidence/kind.js';
import { namePattern } from '../globs/name-pattern.js';
import { indicatorsAsked } from '../status/asked.js';
import type { Indicator, ScoringSystem } from '../system/types.js';
import { foldName } from '../text.js';
import type { OwnRuleId } from '../rules/ids.js';
import type { ArchiveRule, Seen } from '../rules/types.js';
import type { OwnRule, OwnWhere } from './types.js';

export function ownRule(own: OwnRule): ArchiveRule<OwnRuleId> {
  const { id, severity, count } = own;
  return {
    id,
    severity,
    fix: 'none',
    scope: count ? 'tree' : 'file',
    properties: [],
    looks: own.size !== undefined || own.formats !== undefined,
    *check(archive) {
      const judge = nameJudge(own);
      for (const leaf of leavesOf(own.where, archive)) {
        if (count) yield* countSeen(own, leaf);
        for (const one of leaf.files) {
          yield* judge(one);
          yield* contentsSeen(own, one, archive.known?.files?.get(one.file.origin ?? one.path));
        }
      }
    },
  };
}

/** The leaf indicators that a code stands for. @returns what is nearest to it when there is none. */
export function indicatorsOf(code: string, system: ScoringSystem) {
  return indicatorsAsked(code.replace(/\.\*$/, ''), system);
}

interface One {
  readonly path: ArchivePath;
  readonly file: EvidenceFile;
}

/** A leaf indicator with what the rule is about of its evidence. */
interface Leaf {
  readonly indicator: Indicator;
  /** Of its folder, when there is one. */
  readonly path: ArchivePath | undefined;
  readonly files: readonly One[];
}

function* leavesOf(where: OwnWhere, archive: Archive): Generator<Leaf> {
  const asked = askedOf(where, archive.system);
  const leaves = new Map<Indicator, { path: ArchivePath | undefined; files: One[] }>();
  for (const { leaf, indicator } of eachExpected(archive.expected)) {
    if (!leaf || !indicator || asked?.has(indicator) === false) continue;
    leaves.set(indicator, { path: undefined, files: [] });
  }
  const isAbout = aboutOf(where, archive);
  for (const { folder, match, files } of leafFolders(archive)) {
    const { indicator } = match.expected;
    const own = indicator && leaves.get(indicator);
    if (!own) continue;
    own.path ??= folder.path;
    for (const file of files) {
      const one = { path: joinPath(folder.path, file.name), file };
      if (isAbout(one, indicator)) own.files.push(one);
    }
  }
  for (const [indicator, leaf] of leaves) yield { indicator, ...leaf };
}

function askedOf(
  { indicators }: OwnWhere,
  system: ScoringSystem,
): ReadonlySet<Indicator> | undefined {
  if (indicators.length === 0) return undefined;
  return new Set(indicators.flatMap(({ code }) => [...(indicatorsOf(code, system).found ?? [])]));
}

function aboutOf(
  { kinds, files }: OwnWhere,
  archive: Archive,
): (one: One, indicator: Indicator) => boolean {
  const fits = files === undefined ? () => true : namePattern(files);
  if (kinds.length === 0) return ({ file }) => fits(file.name);
  const evidence = [...evidenceOf(archive).values()].flat();
  const serving = evidence.filter((each) => passesFor(each.kinds, kinds)).map(({ path }) => path);
  const paths = new Set(serving);
  return ({ path, file }) => paths.has(path) && fits(file.name);
}

function* countSeen({ title, count }: OwnRule, { indicator, path, files }: Leaf): Generator<Seen> {
  const found = files.length;
  if (!count || (found >= count.min && found <= (count.max ?? found))) return;
  yield {
    messageId: 'own/count',
    data: { rule: title, found, min: count.min, max: count.max },
    indicator,
    at: indicator.at,
    title: indicator.name,
    ...(path !== undefined && { path }),
  };
}

/** Patterns are read once for all the names. */
function nameJudge({ title: rule, name }: OwnRule): (one: One) => Generator<Seen> {
  const patterns = name.matches.map(namePattern);
  const contains = name.contains.map(foldName);
  const without = name.without.map((word) => ({ word, folded: foldName(word) }));
  return function* judge({ path, file }) {
    const { title } = file.parts;
    const folded = foldName(title);
    const place = { path, title };
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

function* contentsSeen(
  { title: rule, size, formats }: OwnRule,
  { path, file }: One,
  facts: FileFacts | undefined,
): Generator<Seen> {
  if (!facts) return;
  const { sizeBytes: bytes, format } = facts;
  const place = { path, title: file.parts.title };
  if (size && (bytes < size.min || bytes > (size.max ?? bytes))) {
    const data = { rule, bytes, min: size.min, max: size.max };
    yield { messageId: 'own/size', data, ...place };
  }
  if (!formats || format === undefined) return;
  if (formats.some((each) => each === format || each === classOf(format))) return;
  yield { messageId: 'own/format', data: { rule, format, allowed: formats }, ...place };
}
