/** What a folder that the scoring system does not ask for may have been meant for. */
import { appliesTo, proofAsked } from '../system/conditions.js';
import { alike } from '../system/profile.js';
import type { Indicator } from '../system/types.js';
import { folderKey, squash } from './folder-key.js';
import { eachExpected } from './layout.js';
import { matchFolders } from './match.js';
import { parentOf } from './paths.js';
import type { Archive, Folder } from './types.js';

export interface NearFolder {
  /**
   * `duplicate`: a second folder for the indicator whose folder `name` is. `not-filed`: that indicator needs no
   * evidence from the unit; `not-for-unit`: it does not apply to the unit. `alike`: a folder that is missing is called
   * much the same.
   */
  readonly is: 'duplicate' | 'not-filed' | 'not-for-unit' | 'alike';
  readonly name: string;
}

/** With more strangers than that, a word of advice on each is worth nothing, and would take long. */
const MOST_PROPOSALS = 200;
const MOST_MISSING = 2000;

/** What a folder that the scoring system does not know may be meant for; nothing where too many are unknown. */
export function nearestFolder(archive: Archive): (folder: Folder) => NearFolder | undefined {
  const { byFolder, byExpected, unknown } = matchFolders(archive);
  if (unknown.length === 0 || unknown.length > MOST_PROPOSALS) return () => undefined;
  const known = new Map<string, NearFolder>();
  const note = (key: string, near: NearFolder) => {
    if (key !== '' && !known.has(key)) known.set(key, near);
  };
  for (const { folder, expected } of byFolder.values()) {
    const near: NearFolder = { is: 'duplicate', name: expected.name };
    note(`${parentOf(folder.path)}/${folderKey(expected.name).name}`, near);
  }
  for (const { indicator, because } of leftOut(archive)) {
    note(squash(indicator.name), {
      is: because,
      name: `${indicator.code} ${indicator.name}`.trim(),
    });
  }
  const lacking = [...eachExpected(archive.expected)].filter((each) => !byExpected.has(each));
  const missing = new Map(
    lacking.slice(0, MOST_MISSING).map(({ name }) => [folderKey(name).name, name] as const),
  );
  return (folder) => {
    const key = folderKey(folder.name);
    const same = known.get(`${parentOf(folder.path)}/${key.name}`) ?? known.get(key.name);
    if (same) return same;
    const word = alike(key.name, [...missing.keys()]);
    const name = word === undefined ? undefined : missing.get(word);
    return name === undefined ? undefined : { is: 'alike', name };
  };
}

/** Indicators that no folder is expected for, and why. */
function* leftOut({ system, settings }: Archive): Generator<{
  indicator: Indicator;
  because: 'not-filed' | 'not-for-unit';
}> {
  const rest: Indicator[] = [...system.indicators, ...system.bonus];
  for (let indicator = rest.pop(); indicator; indicator = rest.pop()) {
    const { profile } = settings.unit;
    if (proofAsked(indicator, profile).length > 0 && indicator.files) continue;
    if (appliesTo(indicator.applies, profile) === 'no') {
      yield { indicator, because: 'not-for-unit' };
    } else if (indicator.children.length === 0 && !indicator.files) {
      yield { indicator, because: 'not-filed' };
    } else {
      rest.push(...indicator.children);
    }
  }
}
