/** What files of an archive say of themselves: how long they are, when they were made. */
import { join } from 'node:path';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { ContentFacts } from '../../core/evidence/types.js';
import type { Day } from '../../core/system/types.js';
import { identityOf, isSame, isSettled, type Identity } from '../identity.js';
import {
  limitedThreads,
  MOST_MEGABYTES,
  type LimitedThread,
  type Limits,
} from '../threads/limited-thread.js';
import { runAll } from '../threads/run-all.js';
import { readFactsCache, saveFactsCache, type KnownFile } from './facts-cache.js';
import { found } from './found.js';
import type { ReadTask, Wanted } from './read-task.js';

export interface FactsOptions {
  /** A date that is later was written by a clock that went wrong. */
  readonly today: Day;
  readonly threads: { readonly count: number; readonly worker: URL };
  /** Is what was read before to be used, and what is read now to be kept, in `.dangan/cache`? */
  readonly cache: boolean;
  /** `text` when it is left out. What was read for its text before is not asked for less. */
  readonly wanted?: Wanted;
  /** When each file that is not in the cache has been read. */
  readonly onFile?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
  readonly limits?: Limits;
}

/** A thousand pages of PDF take some seconds; a workbook or a photo, milliseconds. */
const LIMITS: Limits = { ms: 20_000, megabytes: MOST_MEGABYTES };
/** For fewer files, a second thread takes longer to start than it saves. */
const FILES_A_THREAD = 16;
const MOST_THREADS = 2;

/**
 * Read what the contents of files tell, as far as each kind tells it; what each counts is told where it is read.
 *
 * - Word, WPS, Excel, PowerPoint, before 2007 and since, ODF, OFD, PDF, RTF, mails: text, pages, day.
 * - Web pages, texts and tables in `.txt`, `.md`, `.csv`: text.
 * - JPEG, PNG, GIF, BMP, WebP, TIFF, HEIC, AVIF: pages, EXIF. MP4, MOV, M4A, MKV, WebM: day.
 *
 * Nothing that a file holds ends the run: it is told as `failed` (`unsupported` for other kinds), and the others are read.
 *
 * @param root - The archive's folder.
 * @param paths - From it; each is in the result.
 * @throws the reason of `signal`.
 */
export async function readFacts(
  root: string,
  paths: readonly ArchivePath[],
  options: FactsOptions,
): Promise<ReadonlyMap<ArchivePath, ContentFacts>> {
  const began = Date.now();
  const { wanted = 'text' } = options;
  const kept = new Map(options.cache ? readFactsCache(root) : []);
  const found = new Map<ArchivePath, ContentFacts>();
  const unread: UnreadFile[] = [];
  for (const path of paths) {
    const file = join(root, path);
    const [identity, known] = [identityOf(file), kept.get(path)];
    if (identity === undefined) found.set(path, UNREADABLE);
    else if (known && isSame(known.identity, identity) && tells(known, wanted))
      found.set(path, known.facts);
    else unread.push({ path, file, identity });
  }
  let done = 0;
  try {
    const threads = readersFor(unread.length, options);
    const taskOf = ({ file }: UnreadFile): ReadTask => ({ path: file, wanted });
    await runAll(
      unread,
      { threads, signal: options.signal, taskOf },
      ({ path, file, identity }, answer) => {
        const facts = typeof answer === 'object' ? answer : undefined;
        found.set(path, facts ?? UNREADABLE);
        const certain = facts && isSettled(identity, began) && isUnchanged(file, identity);
        if (certain) kept.set(path, { identity, facts, wanted });
        else kept.delete(path);
        done += 1;
        options.onFile?.(done, unread.length);
      },
    );
  } finally {
    // After Ctrl-C, too: the next run goes on from there.
    if (options.cache && done > 0) saveFactsCache(root, thoseThere(root, kept, found));
  }
  return new Map(paths.map((path) => [path, upTo(options.today, found.get(path) ?? UNREADABLE)]));
}

export function tells(known: Pick<KnownFile, 'wanted'>, wanted: Wanted): boolean {
  return known.wanted === 'text' || wanted === 'pages';
}

interface UnreadFile {
  readonly path: ArchivePath;
  /** Where it is on this disk. */
  readonly file: string;
  readonly identity: Identity;
}

/** `undefined`: the disk could not read it. */
type Reader = LimitedThread<ReadTask, ContentFacts | undefined>;

/** Threads for so many files. */
export function readersFor(
  files: number,
  { threads, limits = LIMITS }: Pick<FactsOptions, 'threads' | 'limits'>,
): readonly Reader[] {
  const count = Math.min(MOST_THREADS, threads.count, Math.ceil(files / FILES_A_THREAD));
  const program = new URL('facts-worker.js', threads.worker);
  return limitedThreads(count, program, limits);
}

function isUnchanged(file: string, identity: Identity): boolean {
  const now = identityOf(file);
  return now !== undefined && isSame(identity, now);
}

export const UNREADABLE = found({ failed: 'unreadable' });

/** Files that were not asked for this time stay known as long as they are there. */
function thoseThere(
  root: string,
  kept: ReadonlyMap<ArchivePath, KnownFile>,
  asked: ReadonlyMap<ArchivePath, ContentFacts>,
): ReadonlyMap<ArchivePath, KnownFile> {
  return new Map([...kept].filter(([path]) => asked.has(path) || identityOf(join(root, path))));
}

/** Without days that a clock which went wrong has told. */
export function upTo(today: Day, facts: ContentFacts): ContentFacts {
  const past = (day: Day | undefined) => (day !== undefined && day > today ? undefined : day);
  return { ...facts, created: past(facts.created), taken: past(facts.taken) };
}
