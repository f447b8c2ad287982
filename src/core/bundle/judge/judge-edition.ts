/** Is the bundle made for the scoring system that the inspector holds? */
import type { ScoringSystem } from '../../system/types.js';
import { compareIndicators, indicatorsOf } from './compare-systems.js';
import type { BagFiles, DigestFacts } from './facts.js';
import type { BundleIndex } from '../index/parse-index.js';
import { visible } from '../bag/paths.js';
import type { BundleSeen } from './rules.js';

/** The scoring system that the inspector holds, as `pack` would freeze it. */
export interface HeldSystem {
  readonly system: ScoringSystem;
  /** SHA-256 of its `criteria.yaml`. */
  readonly digest: string;
}

interface EditionInput {
  readonly files: BagFiles;
  readonly digests: DigestFacts;
  readonly index: BundleIndex | undefined;
  readonly frozen: ScoringSystem | undefined;
}

/** Is it made for the scoring system that the receiver holds? If not, where the two differ. */
export function* judgeEdition(held: HeldSystem, input: EditionInput): Generator<BundleSeen> {
  const { files, digests, index, frozen } = input;
  const path = 'criteria.yaml';
  const row = files.rows.get(path);
  if (row === undefined) {
    yield { messageId: 'bundle-system-other/none', data: {} };
    return;
  }
  // What cannot be read was told.
  if (digests.ended(row) !== 'whole') return;
  const digest = digests.digest(row, 'sha256');
  if (digest === held.digest) return;
  const { title, edition } = frozen ?? index?.system ?? { title: undefined, edition: undefined };
  const data = {
    carried: nameOf(title, edition, digest),
    held: nameOf(held.system.title, held.system.edition, held.digest),
    difference: frozen && differenceOf(held.system, frozen),
  };
  yield { messageId: 'bundle-system-other/edition', data, path };
}

interface NamedSystem {
  readonly title: string;
  readonly edition: string;
  /** As much of it as two people compare. */
  readonly digest: string;
}

function nameOf(
  title: string | undefined,
  edition: string | undefined,
  digest: string,
): NamedSystem {
  return {
    title: visible(title ?? ''),
    edition: visible(edition ?? ''),
    digest: digest.slice(0, 12),
  };
}

/** Indicators that one of them has, or that differ in code, name, points or standard. */
interface EditionDifference {
  readonly onlyHeld: number;
  readonly onlyCarried: number;
  readonly changed: number;
}

function differenceOf(held: ScoringSystem, carried: ScoringSystem): EditionDifference {
  const difference = compareIndicators(indicatorsOf(held), indicatorsOf(carried));
  return {
    onlyHeld: difference.onlyFirst.length,
    onlyCarried: difference.onlySecond.length,
    changed: difference.changed.length,
  };
}
