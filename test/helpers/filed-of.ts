/** What is filed where, without a disk. */
import { DEFAULT_SETTINGS } from '../../src/core/archive/settings.js';
import { destinationsOf } from '../../src/core/filing/destinations.js';
import { withTellingFolders } from '../../src/core/filing/handed-in.js';
import { nameIncoming } from '../../src/core/filing/names.js';
import { joinPath } from '../../src/core/archive/paths.js';
import { leafArchive } from './one-leaf.js';

/** An indicator that asks for an activity in each quarter, and one that asks for a paper each month. */
export const ACTIVITY =
  '[{ title: 中心组学习, activity: true, every: quarter, of: [{ title: 签到表 }, { title: 照片, kind: photo }] }]';
export const PAPERS = '[{ title: 卫生检查记录表, every: month }]';

export interface HandedOver {
  /** Paths below the folder around them. */
  readonly files: readonly string[];
  /** Folders around everything, the innermost last. */
  readonly around?: readonly string[];
  /** In the indicator's folder already. */
  readonly there?: readonly string[];
  readonly title?: string;
}

/** Paths below the indicator's folder, in the order of `files`. */
export function filedOf(
  asked: string,
  { files, around = [], there = [], title }: HandedOver,
): readonly string[] {
  const archive = leafArchive(asked, there);
  const [expected] = archive.expected;
  const home = expected?.path ?? '';
  const sources = files.map((path) => ({
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    folders: path.split('/').slice(0, -1),
  }));
  const given = title === undefined ? undefined : { title, isForOne: files.length === 1 };
  const places = new Map<string, string>();
  const told = withTellingFolders(sources, around);
  for (const each of destinationsOf(told, home, expected?.indicator, archive)) {
    const parts = each.there.map((file) => file.parts);
    const { names } = nameIncoming(each.incoming, parts, DEFAULT_SETTINGS.naming, given);
    for (const [at, { path }] of each.incoming.entries()) {
      places.set(path, joinPath(each.path, names[at] ?? '').slice(home.length + 1));
    }
  }
  return files.map((path) => places.get(path) ?? '');
}
