import { indicatorFinder } from '../archive/indicator-finder.js';
import { nameOf, parentOf, type ArchivePath } from '../archive/paths.js';
import type { Archive } from '../archive/types.js';
import { shownCode } from '../system/meant.js';
import { stampText } from './text.js';

/** What stands, or is to stand, in the footers of each file of an archive. */
export function stampTexts(archive: Archive, template: string): (path: ArchivePath) => string {
  const indicatorAt = indicatorFinder(archive);
  const { unit, naming } = archive.settings;
  return (path) => {
    const found = indicatorAt(parentOf(path));
    const code = found ? shownCode(found, archive.system) : '';
    const indicator = found?.name ?? '';
    return stampText(template, nameOf(path), { code, indicator, unit: unit.name }, naming);
  };
}
