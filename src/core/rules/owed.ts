/** What the rules on coverage go through: every requirement that is owed, with where it is told. */
import { placeInTree } from '../archive/match.js';
import type { Archive } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import { coverageOf } from '../coverage/cover.js';
import type { Lack, LeafCoverage, RequirementCoverage } from '../coverage/types.js';
import { overlaps, type Span } from '../dates/span.js';
import { Kept } from '../kept.js';
import type { Evidence } from '../evidence/types.js';
import type { Indicator, Place } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import type { Severity } from './seen.js';

/** Where a finding about a leaf indicator is told. */
export interface LeafPlace {
  readonly leaf: LeafCoverage;
  /** Of its folder, as that is called now; where it should be when it is not there. */
  readonly path: ArchivePath | undefined;
  /** The indicator with those above it. */
  readonly places: readonly Indicator[];
  /** Of a bonus, which nobody has to claim: findings about it are warnings. */
  readonly isBonus: boolean;
}

export interface Owed extends LeafPlace {
  readonly coverage: RequirementCoverage;
  /** Of the requirement; with that of the set that it is a part of. */
  readonly title: string;
  /** A part of a set of which the set tells already that it is not there. */
  readonly isNamedMissing: boolean;
}

/** Leaf indicators that files decide, in the order of the scoring system. */
export function* eachJudgedLeaf(archive: Archive): Generator<LeafPlace> {
  const { leaves } = coverageOf(archive);
  if (leaves.length === 0) return;
  const places = new Map([...eachIndicator(archive.system)].map((each) => [each.indicator, each]));
  for (const leaf of leaves) {
    if (leaf.state === 'exempt' || leaf.state === 'outside') continue;
    const { folder, indicator } = leaf;
    const path = folder && placeInTree(folder, archive);
    const place = places.get(indicator);
    const above = place?.above ?? [];
    yield { leaf, path, places: [...above, indicator], isBonus: place?.part === 'bonus' };
  }
}

/** Has it no evidence at all? That is one finding, and then there is nothing more to say of it. */
export function isBare({ lacks }: LeafCoverage): boolean {
  return lacks.some(({ is }) => is === 'none');
}

/**
 * The requirements that are owed, each part of a set by itself. What is kept elsewhere (`see`) is told there, unless
 * it is there and does not do here.
 *
 * Left out are those of leaf indicators without any evidence.
 */
export function* eachOwed(archive: Archive): Generator<Owed> {
  for (const place of eachJudgedLeaf(archive)) {
    if (isBare(place.leaf)) continue;
    const { leaf, path, places } = place;
    yield* owed.get(leaf, [path, ...places], () =>
      leaf.requirements.flatMap((coverage) => [...owedIn(coverage, place)]),
    );
  }
}

/** Asked for by rule after rule. */
const owed = new Kept<LeafCoverage, readonly Owed[]>();

function* owedIn(
  coverage: RequirementCoverage,
  place: LeafPlace,
  above?: { readonly title: string; readonly missing: ReadonlySet<string> },
): Generator<Owed> {
  const { requirement, state, parts, lacks } = coverage;
  if (requirement.optional || state === 'exempt') return;
  if (requirement.see !== undefined && !isOwnFault(coverage)) return;
  const title = above ? `${above.title} ${requirement.title}` : requirement.title;
  const isNamedMissing = above?.missing.has(requirement.title) === true;
  yield { ...place, coverage, title, isNamedMissing };
  // Of alternatives one is enough: what the others lack is nobody's concern.
  if (requirement.either.length > 0) return;
  const missing = new Set(lacks.flatMap((lack) => (lack.is === 'kind' ? [lack.title] : [])));
  for (const part of parts) yield* owedIn(part, place, { title, missing });
}

/** Of what is kept elsewhere: enough is there, and not what its own caption, length or days ask for. */
function isOwnFault({ state, elsewhere }: RequirementCoverage): boolean {
  return (state === 'short' || state === 'late') && (elsewhere === 'met' || elsewhere === 'over');
}

/** Is it missing, as against waiting for its day or for a person? */
export function isMissing({ state }: RequirementCoverage): boolean {
  return state === 'short' || state === 'late';
}

/**
 * How many pieces do not count for their caption or their length? Of each its file has no more than a warning.
 *
 * @param period - Of those dated within it only.
 */
export function unfitIn(coverage: RequirementCoverage, period?: Span): number {
  const isWithin = ({ date }: Evidence) =>
    period === undefined || (date !== undefined && overlaps(date, period));
  return [...unfitOf(coverage)].filter(isWithin).length;
}

function unfitOf({ lacks }: RequirementCoverage): ReadonlySet<Evidence> {
  const unfit = lacks.flatMap((lack) =>
    lack.is === 'caption' || (lack.is === 'characters' && lack.found !== undefined)
      ? lack.evidence
      : [],
  );
  return new Set(unfit);
}

/** Of what is there and would do, how many pieces may be of other days than are asked for? */
export function undatedIn(coverage: RequirementCoverage): number {
  const unfit = unfitOf(coverage);
  const would = new Set(coverage.evidence.filter((piece) => !unfit.has(piece)));
  return coverage.lacks.filter((lack) => lack.is === 'date' && would.has(lack.evidence)).length;
}

/** How many pieces of which nobody knows the date may be of a period that is missing? */
export function undatedFor({ lacks }: RequirementCoverage, { from }: Span): number {
  const pieces = lacks.flatMap((lack) =>
    lack.is === 'date' && lack.periods?.some((period) => period.from === from) ? lack.evidence : [],
  );
  return new Set(pieces).size;
}

/** A finding about a requirement: on the indicator, at its folder, and at the requirement's line. */
export function told(
  { leaf, path, isBonus, coverage }: Owed,
  title: string,
): {
  readonly indicator: Indicator;
  readonly at: Place;
  readonly title: string;
  readonly path?: ArchivePath;
  readonly severity?: Severity;
} {
  return {
    indicator: leaf.indicator,
    at: coverage.requirement.at,
    title,
    ...(path !== undefined && { path }),
    ...(isBonus && { severity: 'warning' }),
  };
}

/** The same about a piece of evidence: at its file. */
export function toldOf(evidence: Evidence, owed: Owed): ReturnType<typeof told> {
  return { ...told(owed, `${owed.title} ${evidence.title}`), path: fileOf(evidence) };
}

/** Of a link, the ledger that has it. */
export function fileOf({ path, name }: Evidence): ArchivePath {
  return name ? path : path.slice(0, path.lastIndexOf('#'));
}

/** A lack about a piece of evidence, with the requirement that it keeps from being met. */
interface Flaw<Is extends Lack['is']> {
  readonly owed: Owed;
  readonly lack: Lack & { readonly is: Is };
}

/**
 * Of lacks of one kind about evidence, one of each piece in each leaf indicator: that of the first requirement that is
 * missing, since it is there that the piece is wanted; else the first.
 */
export function* eachFlaw<Is extends Lack['is']>(archive: Archive, is: Is): Generator<Flaw<Is>> {
  let leaf: LeafCoverage | undefined;
  let flaws = new Map<Evidence, Flaw<Is>>();
  for (const owed of eachOwed(archive)) {
    if (owed.leaf !== leaf) {
      yield* flaws.values();
      leaf = owed.leaf;
      flaws = new Map();
    }
    for (const lack of owed.coverage.lacks) {
      if (lack.is !== is || !('evidence' in lack)) continue;
      const { evidence } = lack;
      const known = flaws.get(evidence);
      if (known && (isMissing(known.owed.coverage) || !isMissing(owed.coverage))) continue;
      flaws.set(evidence, { owed, lack: lack as Flaw<Is>['lack'] });
    }
  }
  yield* flaws.values();
}
