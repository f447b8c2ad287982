import { join } from 'node:path';
import { expect } from 'vitest';
import type { BundleJob } from '../../src/io/bundle/writing/bundle-job.js';
import { writeBundles } from '../../src/io/bundle/writing/write-bundle.js';
import { sizeAndTime } from '../../src/io/filing/source-file.js';

/** A file on this disk, and its path in the bag. */
export interface Packing {
  readonly packed: string;
  readonly path: string;
}

/** A job that writes `files` into `out.zip` in a folder, with no tag files of its own. */
export function bundleJob(
  folder: string,
  files: readonly Packing[],
  { emptyFolders = [], ...more }: Partial<BundleJob> & { emptyFolders?: readonly string[] } = {},
): BundleJob {
  const sources = files.map(({ packed, path }) => {
    const shown = packed.slice('data/'.length);
    return { packed, source: { path, shown, ...sizeAndTime(path, shown) } };
  });
  const at = (number: number) => sources[number] ?? expect.fail('no such file');
  return {
    target: join(folder, 'out.zip'),
    form: 'zip',
    name: '包',
    today: '2020-03-01',
    payload: {
      count: sources.length,
      bytes: sources.reduce((sum, { source }) => sum + source.sizeBytes, 0),
      pathAt: (number) => at(number).packed,
      sourceAt: (number) => at(number).source,
      emptyFolders,
      checkListing: () => Promise.resolve(),
    },
    tags: [],
    thread: undefined,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...more,
  };
}

/** One bundle, and how many earlier pieces were cleared away. */
export async function writeBundle(job: BundleJob) {
  const { bundles, cleared } = await writeBundles([job]);
  const bundle = bundles[0] ?? expect.fail('nothing was written');
  return { ...bundle, cleared };
}
