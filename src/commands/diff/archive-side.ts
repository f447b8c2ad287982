/** The side of `diff` that is an archive: what it would be packed as, with the bytes that are there now. */
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { Algorithm } from '../../core/bundle/bag/algorithms.js';
import {
  sideFile,
  type Side,
  type SideFile,
  type SystemIndicator,
} from '../../core/bundle/diff/sides.js';
import type { Payload } from '../../core/bundle/packing/payload.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Indicator } from '../../core/system/types.js';
import { DanganError, diskError } from '../../errors.js';
import { openArchive } from '../../io/archive/read-archive.js';
import { openFolder } from '../../io/bundle/reading/folder-source.js';
import { DigestTable } from '../../io/digest/table.js';
import { breathing } from '../../io/threads/pause.js';
import { byteProgress } from '../telling/byte-progress.js';
import { payloadIn } from '../pack/archive.js';
import { noteEarlier } from '../changing/earlier.js';

/**
 * @param root - Absolute.
 * @param algorithms - Of the bundle that it is compared with: its files are digested in all of them.
 */
export async function archiveSide(
  root: string,
  algorithms: readonly Algorithm[],
  cli: Cli,
): Promise<Side> {
  const { archive } = await openArchive(root, cli.cwd);
  const indicators = indicatorsOf(archive);
  const payload = payloadIn(root, archive);
  const read = await digestsIn(root, payload, archive.root.path, algorithms, cli);
  noteEarlier(root, cli);
  return {
    algorithms,
    filesIn: (algorithm) => filesOf(payload, indicators, (origin) => read(origin, algorithm)),
    tagsIn: () => undefined,
    system: {
      facts: {
        title: archive.system.title,
        edition: archive.system.edition,
        total: archive.system.total && formatDecimal(archive.system.total),
      },
      // The bundle has a frozen copy, which may be put together from several files.
      digest: undefined,
      indicators,
    },
  };
}

function indicatorsOf({ system }: Archive): ReadonlyMap<string, SystemIndicator> {
  const found = new Map<string, SystemIndicator>();
  const add = ({ id, code, name, points, children }: Indicator): void => {
    found.set(id, { code, name, points: points && formatDecimal(points) });
    children.forEach(add);
  };
  [...system.indicators, ...system.bonus].forEach(add);
  return found;
}

function filesOf(
  { files }: Payload,
  indicators: ReadonlyMap<string, SystemIndicator>,
  read: (origin: string) => { readonly digest: string; readonly bytes: number },
): readonly SideFile[] {
  return files.map(({ path, origin, indicator: id }) => {
    const { digest, bytes } = read(origin);
    const indicator =
      id === undefined ? undefined : { code: indicators.get(id)?.code ?? id, path: id };
    return sideFile(path, digest, bytes, indicator);
  });
}

/** Every file below the evidence root, read once, on all threads. */
async function digestsIn(
  root: string,
  { files }: Payload,
  evidence: string,
  algorithms: readonly Algorithm[],
  cli: Cli,
) {
  // There may be no folder then.
  if (files.length === 0) return () => ({ digest: '', bytes: 0 });
  const source = openFolder(join(root, evidence));
  const table = DigestTable.of(algorithms, source.listed.length);
  const progress = byteProgress(cli, cli.say.diff.progress);
  const show = () => progress.show(table.doneBytes, source.totalBytes);
  const pause = breathing(show, cli.signal);
  await source.digestAll({ table, threads: cli.threads, pause }).finally(progress.end);
  const rows = new Map(
    source.listed.map(({ path }, row) => [evidence === '' ? path : `${evidence}/${path}`, row]),
  );
  return (origin: string, algorithm: Algorithm) => {
    const row = rows.get(origin);
    if (row === undefined || table.ended(row) !== 'whole') {
      throw whyUnread(root, origin);
    }
    return { digest: table.digest(row, algorithm), bytes: table.sizeBytes(row) };
  };
}

/** The threads tell only that a file could not be read to its end: the system is asked once more. */
function whyUnread(root: string, path: string): Error {
  try {
    closeSync(openSync(join(root, path), 'r'));
  } catch (cause) {
    return diskError(path, cause);
  }
  return new DanganError('FILE_UNREADABLE', { path, reason: 'EIO' });
}
