/** A plan as steps: what every thing is now, and how each gets to where it belongs. */
import { hash } from 'node:crypto';
import { readFileSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import type { PlannedStep } from '../../core/change/planned-steps.js';
import { schedule } from '../../core/change/schedule.js';
import {
  TEMPORARY,
  trashOf,
  type KeptText,
  type Spot,
  type Step,
} from '../../core/change/steps.js';
import type { Plan } from '../../core/change/types.js';
import { DanganError, diskError } from '../../errors.js';
import { listerOf, statOf, type Disk } from '../disk.js';
import { digestOf, type OnPiece } from '../pieces.js';
import { metered } from './copying.js';
import { Disks } from './disks.js';
import { Holds } from './held.js';
import type { ApplyOptions } from './options.js';
import { placeOf, wasOf } from './steps.js';

/** @throws {DanganError} TARGET_EXISTS, FILE_NOT_FOUND, NOT_A_FILE, ANOTHER_DISK, FILES_IN_USE; what the disk says. */
export async function stepsFor(
  root: string,
  id: string,
  plan: Pick<Plan, 'changes'>,
  { reading: line, signal, disk }: Pick<ApplyOptions, 'reading' | 'signal'> & { disk: Disk },
): Promise<{ steps: Step[]; kept: Map<string, Uint8Array> }> {
  const planned = plannedSteps(root, id, plan);
  const kept = new Map<string, Uint8Array>();
  const disks = new Disks();
  const holds = new Holds();
  const steps: Step[] = [];
  const totalBytes = planned.reduce((sum, step) => sum + bytesToRead(root, step, disks), 0);
  await metered({ line, signal, totalBytes, work: totalBytes }, async (onPiece) => {
    for (const step of planned) {
      const means = { kept, disks, holds, onPiece };
      steps.push(...(await holds.passing(() => stepsOf(root, step, means))));
    }
  });
  holds.seeNone(root, disk);
  return { steps, kept };
}

function bytesToRead(root: string, step: PlannedStep, disks: Disks): number {
  if (step.do !== 'file' && step.do !== 'move') return 0;
  const at = step.do === 'file' ? step.source : join(root, step.origin);
  const stays = step.do === 'file' && step.keep;
  return !stays && disks.isOne(at, join(root, step.to)) ? 0 : Number(statNow(at).size);
}

function plannedSteps(root: string, id: string, plan: Pick<Plan, 'changes'>) {
  const temporary = (n: number) => `${TEMPORARY}${id}-${n}`;
  const { steps, blocks } = schedule(plan.changes, listerOf(root), trashOf(id), temporary);
  const [block] = blocks;
  if (!block) return steps;
  throw block.because === 'taken'
    ? new DanganError('TARGET_EXISTS', { path: block.to ?? block.path })
    : new DanganError('FILE_NOT_FOUND', { path: block.path });
}

interface Means {
  readonly kept: Map<string, Uint8Array>;
  readonly disks: Disks;
  readonly holds: Holds;
  readonly onPiece: OnPiece;
}

async function stepsOf(root: string, step: PlannedStep, means: Means): Promise<Step[]> {
  switch (step.do) {
    case 'make':
      return [step];
    case 'move': {
      const { of, from, to, origin } = step;
      return moveSteps(root, { of, from, to, at: join(root, origin) }, means);
    }
    case 'file':
      return fileSteps(root, step, means);
    case 'rewrite':
      return [rewriteStep(root, step, means.kept)];
  }
}

function rewriteStep(
  root: string,
  { path, origin, text }: PlannedStep & { do: 'rewrite' },
  kept: Map<string, Uint8Array>,
): Step {
  const number = kept.size;
  const before =
    origin === undefined
      ? undefined
      : keep(kept, `${number}-before`, bytesOf(join(root, origin)), {
          mtimeMs: wasOf(statNow(join(root, origin))).mtimeMs ?? 0,
        });
  const after = keep(kept, `${number}-after`, Buffer.from(text), {});
  return { do: 'rewrite', path, before, after };
}

/** A file from outside is moved, or stays and is copied. */
async function fileSteps(
  root: string,
  { source, to, keep: stays }: PlannedStep & { do: 'file' },
  means: Means,
): Promise<Step[]> {
  const stat = statNow(source);
  if (!stat.isFile()) throw new DanganError('NOT_A_FILE', { path: source });
  const from = { outside: source };
  if (!stays) return moveSteps(root, { of: 'file', from, to, at: source }, means);
  const sha256 = await digestOf(source, means.onPiece);
  return [{ do: 'put', source: from, to, was: wasOf(stat), sha256 }];
}

interface Move {
  readonly of: 'file' | 'folder';
  readonly from: Spot;
  readonly to: Spot;
  /** Where the thing is now, absolute. */
  readonly at: string;
}

/**
 * Renamed on one disk; from one to another a file is copied, the copy checked, and the original removed.
 *
 * @throws {DanganError} ANOTHER_DISK - a folder or a link would have to go there.
 */
export async function moveSteps(
  root: string,
  { of, from, to, at }: Move,
  { disks, holds, onPiece }: Pick<Means, 'disks' | 'holds' | 'onPiece'>,
): Promise<Step[]> {
  const stat = statNow(at);
  holds.add({ of, at });
  const was = wasOf(stat);
  if (disks.isOne(at, placeOf(root, to))) return [{ do: 'move', of, from, to, was }];
  if (!stat.isFile()) throw new DanganError('ANOTHER_DISK', { path: at, to: placeOf(root, to) });
  const sha256 = await digestOf(at, onPiece);
  return [
    { do: 'put', source: from, to, was, sha256 },
    { do: 'drop', source: from, copy: to, was, sha256 },
  ];
}

function keep(
  kept: Map<string, Uint8Array>,
  name: string,
  bytes: Uint8Array,
  time: { mtimeMs?: number },
): KeptText {
  kept.set(name, bytes);
  const sha256 = hash('sha256', bytes);
  return { kept: name, size: bytes.length, sha256, ...time };
}

function statNow(path: string): BigIntStats {
  const stat = statOf(path);
  if (!stat) throw new DanganError('FILE_NOT_FOUND', { path });
  return stat;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw diskError(path, error);
  }
}
