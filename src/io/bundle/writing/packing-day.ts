/** When a bundle that is there was packed. */
import { parseBag } from '../../../core/bundle/bag/bag.js';
import { valuesOf } from '../../../core/bundle/bag/tag-file.js';
import { DEFAULT_LIMITS } from '../../../core/bundle/zip/directory.js';
import { findBag } from '../reading/find-bag.js';
import { openBundle } from '../reading/open-bundle.js';

const TAG_BYTES = 1024 * 1024;
const NAMES = ['bagit.txt', 'bag-info.txt'];

/** @returns its `Bagging-Date`; `undefined` for what is no bundle of ours. */
export async function packingDayOf(path: string): Promise<string | undefined> {
  try {
    const source = await openBundle(path, DEFAULT_LIMITS, {});
    const bag = source.refusals.length === 0 ? findBag(source) : undefined;
    if (!bag) return undefined;
    const texts = new Map<string, Uint8Array>();
    for (const name of NAMES) {
      const row = bag.files.rows.get(name);
      const bytes = row === undefined ? undefined : source.readWhole(row, TAG_BYTES);
      if (bytes) texts.set(name, bytes);
    }
    const { info } = parseBag(texts);
    const [day] = info ? valuesOf(info, 'Bagging-Date') : [];
    return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
  } catch {
    return undefined;
  }
}
