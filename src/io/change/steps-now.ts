/** Steps of the past, to be made on things as they are now. */
import { digestOf } from '../pieces.js';
import type { Feasible } from '../../core/change/rehearse.js';
import type { Step } from '../../core/change/steps.js';
import { DanganError } from '../../errors.js';
import { statOf, type Disk } from '../disk.js';
import type { OnPiece } from '../pieces.js';
import type { ApplyOptions } from './options.js';
import { metered } from './copying.js';
import { Disks } from './disks.js';
import { Holds } from './held.js';
import { moveSteps } from './plan-steps.js';
import { placeOf, wasOf } from './steps.js';

/** The steps with what their things are now: what was written into a file since goes back with it. */
export async function stepsNow(
  root: string,
  feasible: readonly Feasible[],
  { reading: line, signal, disk }: Pick<ApplyOptions, 'reading' | 'signal'> & { disk: Disk },
): Promise<Step[]> {
  const disks = new Disks();
  const holds = new Holds();
  const totalBytes = feasible.reduce((sum, each) => sum + bytesToRead(root, each, disks), 0);
  const steps: Step[] = [];
  await metered({ line, signal, totalBytes, work: totalBytes }, async (onPiece) => {
    for (const { step, origin } of feasible) {
      if (step.do === 'drop') steps.push(dropNow(step, steps.at(-1)));
      else if (origin === undefined || (step.do !== 'move' && step.do !== 'put')) steps.push(step);
      else {
        const at = placeOf(root, origin);
        const means = { disks, holds, onPiece };
        steps.push(...(await holds.passing(() => stepNow(root, step, at, means))));
      }
    }
  });
  holds.seeNone(root, disk);
  return steps;
}

function bytesToRead(root: string, { step, origin }: Feasible, disks: Disks): number {
  if (origin === undefined || (step.do !== 'move' && step.do !== 'put')) return 0;
  const at = placeOf(root, origin);
  const renames = step.do === 'move' && disks.isOne(at, placeOf(root, step.to));
  return renames ? 0 : Number(statOf(at)?.size ?? 0);
}

async function stepNow(
  root: string,
  step: Step & { do: 'move' | 'put' },
  at: string,
  means: { readonly disks: Disks; readonly holds: Holds; readonly onPiece: OnPiece },
): Promise<Step[]> {
  if (step.do === 'move') return moveSteps(root, { ...step, at }, means);
  const stat = statOf(at);
  if (!stat) throw new DanganError('FILE_NOT_FOUND', { path: at });
  return [{ ...step, was: wasOf(stat), sha256: await digestOf(at, means.onPiece) }];
}

/** What has just been copied within the archive is dropped as it is now. */
function dropNow(step: Step & { do: 'drop' }, before: Step | undefined): Step {
  const isMoved = before?.do === 'put' && before.source === step.source && before.to === step.copy;
  return isMoved ? { ...step, was: before.was, sha256: before.sha256 } : step;
}
