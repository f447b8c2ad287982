/** An archive in numbers that no rule tells. */
import { isEvidence, isJunk } from '../naming/junk.js';
import { coverageOf } from '../coverage/cover.js';
import { bonusOf } from '../coverage/owed.js';
import type { Preset } from '../rules/presets.js';
import { appliesTo, proofAsked } from '../system/conditions.js';
import type { Indicator } from '../system/types.js';
import { ignoredIn } from './ignored.js';
import { eachExpected } from './layout.js';
import { matchFolders } from './match.js';
import { eachFolder, type Archive, type Folder } from './types.js';

export interface Overview {
  /** Leaf indicators that have a folder of this unit's, and evidence in it or a need for some. */
  readonly leaves: number;
  /** Of these, those without any evidence. */
  readonly empty: number;
  /** Leaf indicators that do not apply to the unit. */
  readonly notApplicable: number;
  /** Evidence that is seen under no indicator: in folders that stand for none, or beside those of the leaf ones. */
  readonly outside: number;
  /** Files and folders that the settings leave out. */
  readonly ignored: number;
  /** Whose findings are told. */
  readonly preset: Preset;
}

/** An archive in a few numbers. */
export function overviewOf(archive: Archive): Overview {
  const { byExpected } = matchFolders(archive);
  const declared = declaredAway(archive);
  const filled = new Map<Indicator, boolean>();
  for (const expected of eachExpected(archive.expected)) {
    const { indicator, leaf } = expected;
    if (!leaf || !indicator || declared.has(indicator) || filled.get(indicator) === true) continue;
    const folder = byExpected.get(expected)?.folder;
    filled.set(indicator, folder !== undefined && hasEvidence(folder));
  }
  const bonus = bonusOf(archive.system);
  const owing = [...filled].filter(
    ([indicator, has]) => has || (isOwed(indicator) && !bonus.has(indicator)),
  );
  return {
    leaves: owing.length,
    empty: owing.filter(([, has]) => !has).length,
    notApplicable: notApplicable(archive) + declared.size,
    outside: evidenceOutside(archive),
    preset: archive.settings.preset,
    ignored: ignoredIn(archive.root).length,
  };
}

/** Not where all that is asked for may be left out, or is kept elsewhere. */
function isOwed({ evidence }: Indicator): boolean {
  return (
    evidence.length === 0 || evidence.some(({ optional, see }) => !optional && see === undefined)
  );
}

/** Leaf indicators that their ledgers say do not apply, with the proof that is asked for. */
function declaredAway(archive: Archive): ReadonlySet<Indicator> {
  const ledgers = [...(archive.known?.ledgers.values() ?? [])];
  if (!ledgers.some(({ notApplicable }) => notApplicable.length > 0)) return new Set();
  const { leaves } = coverageOf(archive);
  const declared = leaves.filter(({ state, exemption }) => state === 'exempt' && exemption);
  return new Set(declared.map(({ indicator }) => indicator));
}

function hasEvidence(folder: Folder): boolean {
  for (const each of eachFolder(folder)) {
    if (each.order || each.files.some(({ name }) => isEvidence(name))) return true;
  }
  return false;
}

/** The number of files below a folder that are evidence by their names. */
export function countEvidence(folder: Folder): number {
  let count = 0;
  for (const { files } of eachFolder(folder)) {
    for (const { name } of files) if (isEvidence(name)) count += 1;
  }
  return count;
}

/** How much evidence belongs to no indicator: check and pack say so, since nobody will find it there. */
function evidenceOutside(archive: Archive): number {
  const { byFolder } = matchFolders(archive);
  let count = 0;
  const rest = [archive.root];
  for (let folder = rest.pop(); folder; folder = rest.pop()) {
    if (byFolder.get(folder)?.expected.leaf === true) continue;
    for (const { name } of folder.files) if (isEvidence(name)) count += 1;
    for (const child of folder.folders) if (!isJunk(child.name)) rest.push(child);
  }
  return count;
}

function notApplicable({ system, settings }: Archive): number {
  const leavesOf = (indicators: readonly Indicator[], isOut: boolean): number =>
    indicators.reduce((sum, indicator) => {
      const { applies, children } = indicator;
      const { profile } = settings.unit;
      const isProven = proofAsked(indicator, profile).length > 0;
      const out = isOut || (appliesTo(applies, profile) === 'no' && !isProven);
      return sum + (children.length > 0 ? leavesOf(children, out) : Number(out));
    }, 0);
  return leavesOf([...system.indicators, ...system.bonus], false);
}
