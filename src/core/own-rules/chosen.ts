/** The evidence that a rule of the unit's own is about, by the places in which it is counted. */
import { leafFolders } from '../archive/evidence.js';
import { eachExpected } from '../archive/layout.js';
import { matchFolders } from '../archive/match.js';
import type { Archive, EvidenceFile } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import { evidenceOf } from '../evidence/collect.js';
import { passesFor } from '../evidence/kind.js';
import type { Evidence } from '../evidence/types.js';
import { namePattern } from '../globs/name-pattern.js';
import { indicatorsAsked } from '../status/asked.js';
import { indicatorsMeant } from '../system/meant.js';
import type { EvidenceKind, Indicator, ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import type { OwnRule, OwnWhere } from './types.js';

/** A file that a rule is about. */
export interface Chosen {
  readonly file: EvidenceFile;
  /** Unknown while it has to be settled whose evidence it is. */
  readonly kinds: readonly EvidenceKind[] | undefined;
}

/** What `count` and `of` look at: a leaf indicator, one above leaves, or the archive. */
export interface Place {
  /** None of the archive. */
  readonly indicator: Indicator | undefined;
  /** Of its folder, when there is one. */
  readonly path: ArchivePath | undefined;
  readonly files: readonly Chosen[];
  /** Kinds of evidence that is no file but a link in a ledger. */
  readonly links: readonly (readonly EvidenceKind[])[];
}

interface Leaf extends Place {
  readonly indicator: Indicator;
  path: ArchivePath | undefined;
  readonly files: Chosen[];
}

/** The leaf indicators that a code stands for. */
export function indicatorsOf(code: string, system: ScoringSystem): ReadonlySet<Indicator> {
  return indicatorsAsked(plain(code), system).leaves;
}

/** `1.*` is `1`: an indicator is always meant with what is below it. */
function plain(code: string): string {
  return code.replace(/\.\*$/, '');
}

/** Every leaf indicator of the unit that the rule is about, also one without any evidence. */
export function leavesOf({ where, count, of }: OwnRule, archive: Archive): readonly Place[] {
  const asked = askedOf(where, archive.system);
  const leaves = new Map<Indicator, Leaf>();
  const counts = count !== undefined || of.length > 0;
  for (const { leaf, indicator } of eachExpected(archive.expected)) {
    if (!leaf || !indicator || asked?.has(indicator) === false) continue;
    const links = counts ? linksOf(evidenceOf(archive).get(indicator.id), where) : [];
    leaves.set(indicator, { indicator, path: undefined, files: [], links });
  }
  const isAbout = aboutOf(where);
  for (const { folder, match, files } of leafFolders(archive)) {
    const leaf = match.expected.indicator && leaves.get(match.expected.indicator);
    if (!leaf) continue;
    leaf.path ??= folder.path;
    for (const file of files) {
      const chosen = new File(file, archive);
      if (isAbout(chosen)) leaf.files.push(chosen);
    }
  }
  return [...leaves.values()];
}

/** The places that a rule counts in, with what is in them. */
export function placesOf(
  { per, where }: OwnRule,
  leaves: readonly Place[],
  archive: Archive,
): readonly Place[] {
  if (per === 'leaf') return leaves;
  if (per === 'archive') return [together(undefined, archive.root.path, leaves)];
  const named = namedIn(where, archive.system);
  const folders = foldersOf(archive, new Set(named.map(({ indicator }) => indicator)));
  return named.flatMap(({ indicator, below }) => {
    const own = leaves.filter((leaf) => leaf.indicator && below.has(leaf.indicator));
    // Nothing of it applies to the unit.
    return own.length === 0 ? [] : together(indicator, folders.get(indicator), own);
  });
}

function together(
  indicator: Indicator | undefined,
  path: ArchivePath | undefined,
  leaves: readonly Place[],
): Place {
  return {
    indicator,
    path,
    files: leaves.flatMap(({ files }) => files),
    links: leaves.flatMap(({ links }) => links),
  };
}

/** The indicators that a rule names, each once, with the leaves below them. */
function namedIn({ indicators }: OwnWhere, system: ScoringSystem) {
  const all = [...eachIndicator(system)];
  const codes = indicators.flatMap(({ code }) => indicatorsMeant(plain(code), system).found);
  return [...new Set(codes)].map((indicator) => {
    const below = all.filter(
      (each) => each.indicator === indicator || each.above.includes(indicator),
    );
    return { indicator, below: new Set(below.map((each) => each.indicator)) };
  });
}

function foldersOf(
  archive: Archive,
  indicators: ReadonlySet<Indicator>,
): ReadonlyMap<Indicator, ArchivePath> {
  const folders = new Map<Indicator, ArchivePath>();
  for (const [folder, { expected }] of matchFolders(archive).byFolder) {
    const { indicator } = expected;
    if (!indicator || !indicators.has(indicator) || folders.has(indicator)) continue;
    folders.set(indicator, folder.path);
  }
  return folders;
}

function askedOf(
  { indicators }: OwnWhere,
  system: ScoringSystem,
): ReadonlySet<Indicator> | undefined {
  if (indicators.length === 0) return undefined;
  return new Set(indicators.flatMap(({ code }) => [...indicatorsOf(code, system)]));
}

function aboutOf({ kinds, files }: OwnWhere): (one: Chosen) => boolean {
  const fits = files === undefined ? () => true : namePattern(files);
  return (one) =>
    fits(one.file.name) &&
    (kinds.length === 0 || (one.kinds !== undefined && passesFor(one.kinds, kinds)));
}

/** A link has no file name that could be like anything. */
function linksOf(
  evidence: readonly Evidence[] | undefined,
  { kinds, files }: OwnWhere,
): readonly (readonly EvidenceKind[])[] {
  if (!evidence || files !== undefined) return [];
  const links = evidence.filter(({ name }) => name === undefined);
  return links.map((link) => link.kinds).filter((own) => passesFor(own, kinds));
}

/** Kinds are looked for in a title when somebody asks. */
class File implements Chosen {
  readonly file: EvidenceFile;
  readonly #archive: Archive;

  constructor(file: EvidenceFile, archive: Archive) {
    this.file = file;
    this.#archive = archive;
  }

  get kinds(): readonly EvidenceKind[] | undefined {
    return byPath(this.#archive).get(this.file.path)?.kinds;
  }
}

const known = new WeakMap<Archive, ReadonlyMap<ArchivePath, Evidence>>();

function byPath(archive: Archive): ReadonlyMap<ArchivePath, Evidence> {
  let evidence = known.get(archive);
  if (!evidence) {
    const all = [...evidenceOf(archive).values()].flat();
    evidence = new Map(all.map((each) => [each.path, each]));
    known.set(archive, evidence);
  }
  return evidence;
}
