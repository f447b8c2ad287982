/** Another copy of an archive, as from a USB stick, brought together with this one where there is no git. */
import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Side } from '../../core/merging/merge-values.js';
import { ownerNames } from '../../core/status/status.js';
import { isDanganError } from '../../errors.js';
import { applyPlan } from '../../io/change/apply.js';
import { findArchive, readArchive } from '../../io/archive/read-archive.js';
import { readLedgers } from '../../io/ledger/read-ledgers.js';
import { planCopy, type Known } from '../../io/merging/plan-copy.js';
import { diskStore } from '../../io/store/disk-store.js';
import { isSamePlace } from '../../io/within.js';
import { mergeCopyJson, mergeCopyText } from '../../report/merge-copy.js';
import { refuseUnmerged } from '../fix/ledgers.js';
import { applyOptions } from '../changing/carry-out.js';
import { noteEarlier, refuseEarlier } from '../changing/earlier.js';

interface Copies {
  readonly here: string;
  readonly there: string;
}

/** The archive around the working folder, and another one that was named; `undefined` where there are not two. */
export function copiesMeant(path: string, { cwd }: Cli): Copies | undefined {
  const there = findArchive(resolve(cwd, path));
  const here = archiveAt(cwd);
  return here === undefined || isSamePlace(here, there) ? undefined : { here, there };
}

function archiveAt(cwd: string): string | undefined {
  try {
    return findArchive(cwd);
  } catch (error) {
    if (isDanganError(error) && error.code === 'ARCHIVE_NOT_FOUND') return undefined;
    throw error;
  }
}

interface CopyOptions {
  readonly take?: Side;
  readonly write?: boolean;
  readonly format: 'text' | 'json';
}

/** Show what the other has that this one has not; with `--write` bring it in. The other one is only read. */
export async function mergeCopy(
  { here, there }: Copies,
  path: string,
  { take, write, format }: CopyOptions,
  cli: Cli,
): Promise<void> {
  if (write === true) refuseEarlier(here);
  else noteEarlier(here, cli);
  const apply = applyOptions(cli);
  const ours = await known(here);
  const plan = await planCopy({
    here: ours,
    there: await known(there),
    take: take ?? 'ours',
    remark: cli.say.ledger.remark,
    reading: { reading: apply.reading, signal: cli.signal },
  });
  const entry =
    write === true ? await applyPlan(here, plan, { ...apply, verb: 'merge' }) : undefined;
  if (format === 'json') cli.out(mergeCopyJson(plan, entry?.id));
  else {
    const owners = ownerNames(ours.archive.system);
    cli.out(mergeCopyText(plan, { path, take, entry: entry?.id, owners }, cli));
  }
}

async function known(root: string): Promise<Known> {
  const archive = await readArchive(root);
  const settled = await readLedgers(diskStore(root), archive);
  refuseUnmerged(settled);
  return { root, archive, settled };
}
