/** One step on the disk: made, and seen to be made. */
import { readFileSync, type BigIntStats } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  TEMPORARY,
  type KeptText,
  type Spot,
  type Step,
  type Was,
} from '../../core/change/steps.js';
import { DanganError, errorCode } from '../../errors.js';
import { sha256Of, statOf, whenLetGo, type Disk } from '../disk.js';
import { digestInPieces, type OnPiece } from '../pieces.js';
import { keptPath } from './journal.js';
import { refused } from './refused.js';

/** Where steps are made. */
export interface Site {
  readonly root: string;
  /** The journal entry. */
  readonly id: string;
  readonly disk: Disk;
}

export function placeOf(root: string, spot: Spot): string {
  return typeof spot === 'string' ? join(root, spot) : spot.outside;
}

export function wasOf(stat: BigIntStats): Was {
  const ino = String(stat.ino);
  if (stat.isDirectory()) return { ino };
  return { size: Number(stat.size), mtimeMs: Number(stat.mtimeNs / 1_000_000n), ino };
}

/** Is it still what it was? Size and time decide; the inode may not, since FAT gives a new one with a new name. */
export function isStill(was: Was, stat: BigIntStats): boolean {
  const now = wasOf(stat);
  return (
    (was.size === undefined || was.size === now.size) &&
    (was.mtimeMs === undefined || was.mtimeMs === now.mtimeMs)
  );
}

/** FAT keeps the time of a file in steps of two seconds, so a copy there is not as old as its original. */
const FAT_STEP_MS = 2000;

/** Did somebody write into it since? What is not known of it is no sign. */
export function wasEdited(was: Was, stat: BigIntStats): boolean {
  const { size, mtimeMs = 0 } = wasOf(stat);
  return (
    (was.size !== undefined && was.size !== size) ||
    (was.mtimeMs !== undefined && Math.abs(was.mtimeMs - mtimeMs) >= FAT_STEP_MS)
  );
}

/** What the disk says of a step; `half`: a file has both its names. */
type StepState = 'done' | 'pending' | 'half' | 'unclear';

export function stateOf(root: string, step: Step): StepState {
  switch (step.do) {
    case 'make':
      return statOf(join(root, step.path))?.isDirectory() ? 'done' : 'pending';
    case 'unmake':
      return statOf(join(root, step.path)) ? 'unclear' : 'done';
    case 'move':
      return stateOfMove(root, step);
    case 'put':
      return stateOfFile(placeOf(root, step.to), undefined, step.sha256);
    case 'drop':
      return stateOfDrop(root, step);
    case 'rewrite':
      return stateOfFile(join(root, step.path), step.before?.sha256, step.after.sha256);
  }
}

function stateOfMove(root: string, step: Step & { do: 'move' }): StepState {
  const from = statOf(placeOf(root, step.from));
  const to = statOf(placeOf(root, step.to));
  if (from && to) return isSame(from, to) ? 'half' : 'unclear';
  if (to && isStill(step.was, to)) return 'done';
  return from && isStill(step.was, from) ? 'pending' : 'unclear';
}

/** By now another file may have the name that was dropped. */
function stateOfDrop(root: string, { source, was }: Step & { do: 'drop' }): StepState {
  const stat = statOf(placeOf(root, source));
  if (!stat) return 'done';
  return isStill(was, stat) && was.ino === String(stat.ino) ? 'pending' : 'unclear';
}

function stateOfFile(path: string, before: string | undefined, after: string): StepState {
  const stat = statOf(path);
  if (!stat) return before === undefined ? 'pending' : 'unclear';
  if (!stat.isFile()) return 'unclear';
  const sha256 = sha256Of(path);
  if (sha256 === after) return 'done';
  return sha256 === before ? 'pending' : 'unclear';
}

function isSame(a: BigIntStats, b: BigIntStats): boolean {
  return a.isFile() && b.isFile() && a.ino === b.ino && a.dev === b.dev && a.ino !== 0n;
}

/** The name under which a file is written before it gets its own. */
function temporaryBeside(site: Site, path: string, index: number): string {
  return join(dirname(path), `${TEMPORARY}${site.id}-s${index}`);
}

/** Take away what a run that ended inside this step left: a second name of a file, a copy under a temporary name. */
export function clearHalf(site: Site, step: Step, index: number): void {
  if (step.do === 'move' && stateOfMove(site.root, step) === 'half') {
    unlinkAs(placeOf(site.root, step.from), placeOf(site.root, step.to), site.disk);
  }
  if (step.do !== 'put' && step.do !== 'rewrite') return;
  const target = step.do === 'put' ? placeOf(site.root, step.to) : join(site.root, step.path);
  const temporary = temporaryBeside(site, target, index);
  if (!statOf(temporary)) return;
  unlinkAs(temporary, temporary, site.disk);
}

/** Take a name away; what the disk refuses is told of another name of the file, the one that is known to people. */
function unlinkAs(known: string, path: string, disk: Disk): void {
  try {
    disk.unlink(path);
  } catch (error) {
    throw refused(known, error);
  }
}

/** @throws {DanganError} what the disk says, TARGET_EXISTS, or CHANGED_SINCE. */
export async function makeStep(
  site: Site,
  step: Step,
  index: number,
  onPiece: OnPiece,
): Promise<void> {
  const { root, disk } = site;
  switch (step.do) {
    case 'make':
      makeFolder(join(root, step.path), disk);
      return;
    case 'unmake':
      unmakeFolder(join(root, step.path), disk);
      return;
    case 'move':
      move(site, step);
      return;
    case 'put':
      return put(site, step, index, onPiece);
    case 'drop':
      return drop(site, step, onPiece);
    case 'rewrite':
      rewrite(site, step, index);
  }
}

function makeFolder(path: string, disk: Disk): void {
  try {
    disk.makeFolder(path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && statOf(path)?.isDirectory()) return;
    throw refused(path, error);
  }
}

function unmakeFolder(path: string, disk: Disk): void {
  try {
    disk.removeFolder(path);
  } catch (error) {
    const code = errorCode(error) ?? '';
    // Something is in it by now: it stays.
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) return;
    throw refused(path, error);
  }
}

function move(site: Site, step: Step & { do: 'move' }): void {
  const from = placeOf(site.root, step.from);
  const to = placeOf(site.root, step.to);
  const source = statOf(from);
  const target = statOf(to);
  if (target) throw new DanganError('TARGET_EXISTS', { path: to });
  if (!source || source.isDirectory() !== (step.of === 'folder') || !isStill(step.was, source)) {
    throw new DanganError('CHANGED_SINCE', { path: from });
  }
  rename(from, to, source, site.disk);
  const moved = statOf(to);
  if (!moved || !isStill(step.was, moved) || statOf(from)) {
    throw new DanganError('CHANGED_SINCE', { path: to });
  }
}

/**
 * Give a thing another name, never the name of something else.
 *
 * A file gets its new name as a hard link, which no system lets replace anything, and then loses the old one.
 * Where there are no hard links (FAT, some network drives; folders and symbolic links everywhere) the name has just
 * been seen to be free; a rename can then replace only what appears within that instant, and for a folder only an
 * empty folder.
 */
function rename(from: string, to: string, source: BigIntStats, disk: Disk): void {
  if (!source.isFile() || !linked(from, to, disk)) {
    renamePlainly(from, to, disk);
    return;
  }
  removeOldName(from, to, disk);
  disk.keepMode(to, Number(source.mode) & 0o777);
}

/** @returns whether the file has its new name, beside the old one. */
function linked(from: string, to: string, disk: Disk): boolean {
  try {
    whenLetGo(() => disk.seeUnheld(from));
  } catch (error) {
    throw refused(from, error);
  }
  try {
    disk.link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw refused(to, error);
    return false;
  }
}

function renamePlainly(from: string, to: string, disk: Disk): void {
  try {
    disk.rename(from, to);
  } catch (error) {
    throw refused(from, error, to);
  }
}

function removeOldName(from: string, to: string, disk: Disk): void {
  try {
    disk.unlink(from);
  } catch (error) {
    // Opened in another program just now: as if nothing had been tried.
    unlinkAs(from, to, disk);
    throw refused(from, error);
  }
}

async function put(
  site: Site,
  step: Step & { do: 'put' },
  index: number,
  onPiece: OnPiece,
): Promise<void> {
  const source = placeOf(site.root, step.source);
  const to = placeOf(site.root, step.to);
  if (statOf(to)) throw new DanganError('TARGET_EXISTS', { path: to });
  const temporary = temporaryBeside(site, to, index);
  try {
    await site.disk.copyNew(source, temporary, onPiece);
    if ((await digestInPieces(temporary, onPiece)) !== step.sha256) {
      throw new DanganError('CHANGED_SINCE', { path: source });
    }
  } catch (error) {
    if (statOf(temporary)) site.disk.unlink(temporary);
    throw refused(errorCode(error) === 'ENOENT' ? source : to, error);
  }
  rename(temporary, to, statOf(temporary) ?? fail(temporary), site.disk);
}

async function drop(site: Site, step: Step & { do: 'drop' }, onPiece: OnPiece): Promise<void> {
  const source = placeOf(site.root, step.source);
  const copy = placeOf(site.root, step.copy);
  if (!statOf(source)) return;
  const isSafe =
    statOf(copy)?.isFile() === true && (await digestInPieces(copy, onPiece)) === step.sha256;
  const now = statOf(source);
  if (!isSafe || !now || !isStill(step.was, now)) {
    throw new DanganError('CHANGED_SINCE', { path: source });
  }
  site.disk.syncFolder(dirname(copy));
  unlinkAs(source, source, site.disk);
}

function rewrite(site: Site, step: Step & { do: 'rewrite' }, index: number): void {
  const path = join(site.root, step.path);
  const now = statOf(path);
  if (step.before === undefined && now) throw new DanganError('TARGET_EXISTS', { path });
  if (step.before && (!now?.isFile() || sha256Of(path) !== step.before.sha256)) {
    throw new DanganError('CHANGED_SINCE', { path });
  }
  const temporary = temporaryBeside(site, path, index);
  try {
    writeKept(site, step.after, temporary, now ? Number(now.mode) & 0o777 : undefined);
    // The only rename that is meant to replace something: the bytes that were there are in the journal.
    if (now) site.disk.rename(temporary, path);
    else rename(temporary, path, statOf(temporary) ?? fail(temporary), site.disk);
  } catch (error) {
    if (statOf(temporary)) site.disk.unlink(temporary);
    throw refused(path, error);
  }
  if (sha256Of(path) !== step.after.sha256) throw new DanganError('CHANGED_SINCE', { path });
}

function writeKept(site: Site, text: KeptText, to: string, mode: number | undefined): void {
  site.disk.writeNew(to, readFileSync(keptPath(site.root, site.id, text.kept)), mode);
  if (text.mtimeMs !== undefined) site.disk.setTime(to, text.mtimeMs);
}

function fail(path: string): never {
  throw new Error(`${path} is gone`);
}
