/** Which requirements of an archive are met on a day. */
import { eachExpected, type ExpectedFolder } from '../archive/layout.js';
import { matchFolders } from '../archive/match.js';
import { compareFolders } from '../archive/reading-order.js';
import { parentOf, type ArchivePath } from '../archive/paths.js';
import type { Archive } from '../archive/types.js';
import { evidenceOf } from '../evidence/collect.js';
import { listIn } from '../group.js';
import { Kept } from '../kept.js';
import { references } from '../evidence/references.js';
import type { Known } from '../evidence/types.js';
import type { Ledger } from '../ledger/types.js';
import type { Indicator } from '../system/types.js';
import { eachIndicator, isLeaf } from '../system/walk.js';
import { judgeLeaf, type Filed } from './leaf.js';
import { withSeen } from './see.js';
import { termsOf, type Terms } from './terms.js';
import type { Coverage, LeafCoverage } from './types.js';
import { judgeVetoes } from './vetoes.js';

/** Of an archive of which only the tree is known: nothing can be said. */
const NOTHING: Coverage = { leaves: [], vetoes: [] };
const NOTHING_FILED: Filed['own'] = [];

const known = new WeakMap<Archive, Coverage>();

/**
 * The coverage of every leaf indicator and every veto; worked out once for each archive value.
 *
 * Empty for an archive whose `known` is not there: without the day and the ledgers nothing can be judged.
 */
export function coverageOf(archive: Archive): Coverage {
  let coverage = known.get(archive);
  if (!coverage) {
    coverage = archive.known ? cover(archive, archive.known) : NOTHING;
    known.set(archive, coverage);
  }
  return coverage;
}

function cover(archive: Archive, facts: Known): Coverage {
  const terms = termsOf(archive, facts);
  const folders = foldersOf(archive);
  const ledgers = ledgersOf(archive, facts);
  const own = evidenceOf(archive);
  const referring = references(archive);
  const places = [...eachIndicator(archive.system)].filter(({ indicator }) => isLeaf(indicator));
  const leaves = places.map((place) => {
    const { indicator } = place;
    const filed = {
      own: own.get(indicator.id) ?? NOTHING_FILED,
      referring: referring.get(indicator.id) ?? [],
      ledgers: ledgers.get(indicator) ?? [],
      folder: folders.get(indicator),
    };
    return judged.get(indicator, inputsOf(filed, terms), () => judgeLeaf(place, filed, terms));
  });
  const above = new Map(places.map(({ indicator, above: up }) => [indicator, [...up, indicator]]));
  return {
    leaves: withSeen(leaves, ({ indicator }) => above.get(indicator) ?? [indicator], terms),
    vetoes: judgeVetoes(archive, facts, terms),
  };
}

const judged = new Kept<Indicator, LeafCoverage>();

/** All that `judgeLeaf` looks at. */
function inputsOf({ own, referring, ledgers, folder }: Filed, terms: Terms): readonly unknown[] {
  const others = referring.flatMap(({ evidence, requirement }) => [evidence, requirement]);
  return [terms, folder, own, ledgers.length, ...ledgers, ...others];
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

/** The ledgers of each indicator: those in its folders and in the folders in them, by path. */
function ledgersOf(
  archive: Archive,
  { ledgers }: Known,
): ReadonlyMap<Indicator, readonly Ledger[]> {
  const indicatorAt = new Map<ArchivePath, Indicator>();
  for (const { folder, expected } of matchFolders(archive).byFolder.values()) {
    if (expected.indicator) indicatorAt.set(folder.path, expected.indicator);
  }
  const found = new Map<Indicator, Ledger[]>();
  for (const path of [...ledgers.keys()].sort(compareFolders)) {
    const ledger = ledgers.get(path);
    let at = path;
    while (at !== '' && !indicatorAt.has(at)) at = parentOf(at);
    const indicator = indicatorAt.get(at);
    if (!ledger || !indicator) continue;
    listIn(found, indicator).push(ledger);
  }
  return found;
}
