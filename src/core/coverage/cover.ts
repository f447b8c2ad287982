/** Which requirements of an archive are met on a day. */
import { eachExpected, type ExpectedFolder } from '../archive/layout.js';
import type { Archive } from '../archive/types.js';
import { evidenceOf } from '../evidence/collect.js';
import { references } from '../evidence/references.js';
import type { Evidence } from '../evidence/types.js';
import { appliesTo } from '../system/conditions.js';
import type { Indicator } from '../system/types.js';
import { eachIndicator, isLeaf, type IndicatorPlace } from '../system/walk.js';
import { compareText } from '../text.js';
import type { Coverage, LeafCoverage, RequirementCoverage, State } from './types.js';

/** Of an archive of which only the tree is known: nothing can be said. */
const NOTHING: Coverage = { leaves: [], vetoes: [] };

const known = new WeakMap<Archive, Coverage>();

/**
 * The coverage of every leaf indicator and every veto; worked out once for each archive value.
 *
 * Empty for an archive whose `known` is not: without the day and the ledgers nothing can be judged.
 */
export function coverageOf(archive: Archive): Coverage {
  let coverage = known.get(archive);
  if (!coverage) {
    coverage = archive.known ? cover(archive) : NOTHING;
    known.set(archive, coverage);
  }
  return coverage;
}

function cover(archive: Archive): Coverage {
  const folders = foldersOf(archive);
  const leaves = [...eachIndicator(archive.system)]
    .filter(({ indicator }) => isLeaf(indicator))
    .map((place) => leafCoverage(place, folders.get(place.indicator), archive));
  return { leaves, vetoes: [] };
}

/** The folder of each indicator, the outermost where it has several. */
function foldersOf(archive: Archive): ReadonlyMap<Indicator, ExpectedFolder> {
  const folders = new Map<Indicator, ExpectedFolder>();
  for (const folder of eachExpected(archive.expected)) {
    const { indicator } = folder;
    if (indicator && !folders.has(indicator)) folders.set(indicator, folder);
  }
  return folders;
}

function leafCoverage(
  { indicator, above }: IndicatorPlace,
  folder: ExpectedFolder | undefined,
  archive: Archive,
): LeafCoverage {
  const evidence = leafEvidence(indicator, archive);
  const { profile } = archive.settings.unit;
  const applies = [...above, indicator].every((each) => appliesTo(each.applies, profile) !== 'no');
  const state: State = !applies
    ? 'exempt'
    : !indicator.files
      ? 'outside'
      : evidence.length > 0
        ? 'person'
        : 'short';
  return {
    indicator,
    folder,
    state,
    requirements: indicator.evidence.map((requirement): RequirementCoverage => ({
      requirement,
      state,
      found: 0,
      wanted: requirement.count,
      counts: 'files',
      evidence: [],
      periods: [],
      lacks: state === 'short' ? [{ is: 'none' }] : [],
      parts: [],
      exemption: undefined,
    })),
    evidence,
    spare: [],
    lacks: state === 'short' ? [{ is: 'none' }] : [],
    exemption: undefined,
  };
}

function leafEvidence({ id }: Indicator, archive: Archive): readonly Evidence[] {
  const own = evidenceOf(archive).get(id) ?? [];
  const referring = references(archive).get(id) ?? [];
  if (referring.length === 0) return own;
  const all = new Map(
    [...own, ...referring.map(({ evidence }) => evidence)].map((e) => [e.path, e]),
  );
  return [...all.values()].sort((a, b) => compareText(a.path, b.path));
}
