/** The folders that a scoring system asks for. */
import { folderNameOf } from '../naming/folder-name.js';
import { appliesTo, proofAsked } from '../system/conditions.js';
import type { Indicator, ScoringSystem, Window } from '../system/types.js';
import { isLeaf } from '../system/walk.js';
import { foldName } from '../text.js';
import type { Settings } from './settings.js';
import { type ArchivePath, joinPath } from './paths.js';

/** A folder that the scoring system asks for. */
export interface ExpectedFolder {
  readonly name: string;
  readonly path: ArchivePath;
  /** `undefined` for a year folder above the indicators. */
  readonly indicator: Indicator | undefined;
  readonly year: number | undefined;
  /** Evidence is kept here: a leaf indicator, or a year folder below one. */
  readonly leaf: boolean;
  readonly children: readonly ExpectedFolder[];
}

/** What the layout depends on besides the scoring system. */
type LayoutSettings = Pick<Settings, 'unit' | 'evidence' | 'window' | 'folders'>;

/**
 * The folders of a unit's archive, below its evidence root; bonus indicators after the base ones.
 *
 * Left out are indicators that do not apply to the unit, and those that nothing of the unit's is filed under
 * (`files: false`: survey, site visit), with groups that hold nothing else: a folder that can never be filled
 * would read as missing evidence. A condition that only a person can decide keeps its folder. Vetoes have none:
 * what proves that they did not occur is filed under the indicator that asks for it.
 *
 * Two siblings whose names would be one folder are told apart by `（2）` after the younger one's name.
 */
export function expectedFolders(
  system: ScoringSystem,
  settings: LayoutSettings,
): readonly ExpectedFolder[] {
  const indicators = [...system.indicators, ...system.bonus];
  const years = yearsOf(settings.window ?? system.window, system);
  const layout: Layout = { system, settings };
  if (settings.folders.years !== 'top' || years.length === 0) {
    return foldersOf(layout, indicators, settings.evidence, years);
  }
  return years.map((year) => {
    const name = yearFolderName(year);
    const path = joinPath(settings.evidence, name);
    const children = foldersOf(layout, indicators, path, years);
    return { name, path, indicator: undefined, year, leaf: false, children };
  });
}

interface Layout {
  readonly system: ScoringSystem;
  readonly settings: LayoutSettings;
}

function foldersOf(
  layout: Layout,
  indicators: readonly Indicator[],
  parent: ArchivePath,
  years: readonly number[],
): ExpectedFolder[] {
  const { settings } = layout;
  const taken = new Map<string, number>();
  const folders: ExpectedFolder[] = [];
  for (const indicator of indicators) {
    if (!needsFolder(indicator, settings)) continue;
    const name = freeName(folderNameOf(indicator, settings.folders.template).name, taken);
    const path = joinPath(parent, name);
    const own = yearsOf(indicator.window, layout.system);
    const below = own.length > 0 ? own : years;
    const children = isLeaf(indicator)
      ? leafYears(settings, indicator, path, below)
      : foldersOf(layout, indicator.children, path, below);
    const leaf = children.length === 0;
    folders.push({ name, path, indicator, year: undefined, leaf, children });
  }
  return folders;
}

/** Does anything of this unit's belong under it? */
function needsFolder(indicator: Indicator, settings: LayoutSettings): boolean {
  const { profile } = settings.unit;
  if (proofAsked(indicator, profile).length > 0) return indicator.files;
  if (appliesTo(indicator.applies, profile) === 'no') return false;
  if (isLeaf(indicator)) return indicator.files;
  return indicator.children.some((child) => needsFolder(child, settings));
}

/** Year folders below a leaf indicator; none when the indicator itself is about one period. */
function leafYears(
  settings: LayoutSettings,
  indicator: Indicator,
  parent: ArchivePath,
  years: readonly number[],
): ExpectedFolder[] {
  if (settings.folders.years !== 'leaf' || indicator.period !== undefined) return [];
  return years.map((year) => {
    const name = yearFolderName(year);
    return { name, path: joinPath(parent, name), indicator, year, leaf: true, children: [] };
  });
}

export function yearFolderName(year: number): string {
  return `${year}年`;
}

/** No archive spans more; a slip such as `2018-01-01..9999-12-31` must not make thousands of folders. */
const MOST_YEARS = 30;

/**
 * Calendar years of a window, in order. None for one that depends on the day of the assessment (近三年): folder
 * names must not change with the day they are made on.
 */
export function yearsOf(window: Window | undefined, system: ScoringSystem): readonly number[] {
  if (window && 'name' in window) {
    const named = system.windows[window.name];
    return named && 'name' in named ? [] : yearsOf(named, system);
  }
  if (!window || !('from' in window) || window.to === undefined) return [];
  const first = Number(window.from.slice(0, 4));
  const last = Number(window.to.slice(0, 4));
  const count = Math.min(Math.max(last - first + 1, 0), MOST_YEARS);
  return Array.from({ length: count }, (_, at) => first + at);
}

/** The name, or the name with the first free `（2）`, `（3）` …; compared as file systems may compare. */
function freeName(name: string, taken: Map<string, number>): string {
  let free = name;
  let count = taken.get(foldName(name)) ?? 0;
  while (taken.has(foldName(free))) {
    count += 1;
    free = `${name}（${count}）`;
  }
  taken.set(foldName(name), Math.max(count, 1));
  taken.set(foldName(free), 1);
  return free;
}

/** Every expected folder, parents first. */
export function* eachExpected(folders: readonly ExpectedFolder[]): Generator<ExpectedFolder> {
  for (const folder of folders) {
    yield folder;
    yield* eachExpected(folder.children);
  }
}
