import { realDisk, type Disk } from '../../../src/io/disk.js';
import type { OnPiece } from '../../../src/io/pieces.js';

/** What a disk throws once its run has been killed. */
export class Killed extends Error {}

export interface DyingDisk extends Disk {
  /** Calls that changed something. */
  readonly calls: number;
}

/** A real disk on which every call after the first `lifetime` fails, as if the process had been killed there. */
export function dyingDisk(lifetime = Infinity): DyingDisk {
  let calls = 0;
  const alive = <Args extends unknown[], Result>(call: (...args: Args) => Result) => {
    return (...args: Args) => {
      if (calls >= lifetime) throw new Killed();
      calls += 1;
      return call(...args);
    };
  };
  return {
    get calls() {
      return calls;
    },
    makeFolder: alive((path: string) => realDisk.makeFolder(path)),
    removeFolder: alive((path: string) => realDisk.removeFolder(path)),
    link: alive((from: string, to: string) => realDisk.link(from, to)),
    unlink: alive((path: string) => realDisk.unlink(path)),
    rename: alive((from: string, to: string) => realDisk.rename(from, to)),
    keepsOpenNames: realDisk.keepsOpenNames,
    seeUnheld: realDisk.seeUnheld,
    keepMode: alive((path: string, mode: number) => realDisk.keepMode(path, mode)),
    writeNew: alive((path: string, bytes: Uint8Array, mode?: number) =>
      realDisk.writeNew(path, bytes, mode),
    ),
    copyNew: alive((from: string, to: string, onPiece: OnPiece) =>
      realDisk.copyNew(from, to, onPiece),
    ),
    setTime: alive((path: string, mtimeMs: number) => realDisk.setTime(path, mtimeMs)),
    append: alive((handle: number, text: string) => realDisk.append(handle, text)),
    // Tests lose no power: syncing would only cost them time.
    syncFolder: () => undefined,
  };
}
