import { join } from 'node:path';
import { Origins, replacedIn } from '../../core/change/replaced.js';
import { isDanganError } from '../../errors.js';
import { readChanges, readJournal, readSteps } from '../change/journal.js';
import { statOf } from '../disk.js';

/** What the files of an archive were before `stamp`, as its journal tells. */
export function readOrigins(root: string): Origins {
  // Where nothing was put aside, nothing was replaced.
  if (!statOf(join(root, '.dangan/trash'))) return new Origins([]);
  try {
    const entries = readJournal(root).filter(({ counts }) => counts.replaced > 0);
    return new Origins(
      entries.flatMap(({ id }) => replacedIn(id, readChanges(root, id), readSteps(root, id))),
    );
  } catch (error) {
    // What a damaged journal cannot tell is filed once more, so that nothing is lost.
    if (isDanganError(error)) return new Origins([]);
    throw error;
  }
}
