/** LibreOffice, run to make other files of documents. */
import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diskError } from '../../errors.js';
import { readAt } from '../bundle/reading/read-at.js';
import { realDisk, statOf } from '../disk.js';

export interface Conversion {
  /** Absolute; it is only read. */
  readonly from: string;
  /** The extension that tells LibreOffice what it is: that of its bytes, whatever its name says. */
  readonly format: string;
  /** Absolute, on the disk of the workplace; not there yet. */
  readonly to: string;
}

interface ConvertOptions {
  /** The program, from `findSoffice`. */
  readonly program: string;
  /** What it makes, for all of them. */
  readonly into: 'docx' | 'xlsx' | 'pptx' | 'pdf';
  /** A folder of one's own, for copies and the profile; all that is made in it is gone afterwards. */
  readonly workplace: string;
  /** For one document, and as long again for the start. */
  readonly ms?: number;
  readonly signal?: AbortSignal | undefined;
  /** When so many are done with, converted or not. */
  readonly onDone?: (done: number) => void;
}

/** A large report takes some seconds, the first start of a new profile as long. */
const LIMIT_MS = 120_000;
/** At a time: each is copied first, and the start takes as long as some documents. */
const MOST_AT_ONCE = 16;
const LOOK_MS = 200;
/** So many runs without anything to show for them: it is the program that does not answer, not the documents. */
const MOST_IDLE = 2;

/**
 * Make other files of documents, in their order. Each is given to LibreOffice as a copy under a plain name: beside the
 * documents themselves nothing is written, and no window of the user's is disturbed, since the profile is its own.
 *
 * A document on which it hangs or ends is given up, and the others are converted without it; a program that hangs on
 * whatever it is given is given up itself.
 *
 * @returns For each, whether it was converted.
 * @throws {DanganError} what the disk says; the reason of `signal`.
 */
export async function convertAll(
  conversions: readonly Conversion[],
  options: ConvertOptions,
): Promise<readonly boolean[]> {
  const jobs = conversions.map((conversion, at): Job => ({ ...conversion, name: `d${at}` }));
  const converted = new Map<Job, boolean>();
  const batches = batchesOf(jobs);
  let idle = 0;
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    const { made, hung } = await convertBatch(batch, options);
    const rest = batch.filter((job) => !made.has(job));
    for (const job of made) converted.set(job, true);
    idle = hung && made.size === 0 ? idle + 1 : 0;
    const [first, ...others] = rest;
    if (first) {
      // It may have ended for another's sake: once more alone tells.
      if (hung || batch.length === 1) converted.set(first, false);
      else batches.unshift([first]);
      if (others.length > 0) batches.push(others);
    }
    options.onDone?.(converted.size);
    if (idle === MOST_IDLE && ![...converted.values()].includes(true)) break;
  }
  return jobs.map((job) => converted.get(job) === true);
}

interface Job extends Conversion {
  /** Of its copy, without extension. */
  readonly name: string;
}

function batchesOf(jobs: readonly Job[]): (readonly Job[])[] {
  const batches: (readonly Job[])[] = [];
  for (let at = 0; at < jobs.length; at += MOST_AT_ONCE) {
    batches.push(jobs.slice(at, at + MOST_AT_ONCE));
  }
  return batches;
}

interface Batch {
  readonly made: ReadonlySet<Job>;
  /** It was ended because nothing came for too long. */
  readonly hung: boolean;
}

async function convertBatch(jobs: readonly Job[], options: ConvertOptions): Promise<Batch> {
  const { workplace, into } = options;
  const [input, output] = ['in', 'out'].map((name) => join(workplace, name)) as [string, string];
  try {
    for (const folder of [input, output, profileIn(workplace)]) {
      mkdirSync(folder, { recursive: true });
    }
    const copies = jobs.map((job) => copied(job, input));
    const results = jobs.map(({ name }) => join(output, `${name}.${into}`));
    const hung = await run(copies, results, output, options);
    options.signal?.throwIfAborted();
    const made = new Set<Job>();
    for (const [at, job] of jobs.entries()) {
      const result = results[at] ?? '';
      if (!isWhole(result)) continue;
      realDisk.rename(result, job.to);
      made.add(job);
    }
    return { made, hung };
  } finally {
    for (const name of ['in', 'out', 'profile']) {
      // Windows keeps files of a program that was just ended for a moment.
      const patience = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 };
      rmSync(join(workplace, name), patience);
    }
  }
}

/** The last that is written of a zip, and of a PDF: nobody knows where it was when it was ended. */
const ENDS = ['PK\x05\x06', '%%EOF'];
const END_BYTES = 1024;

function isWhole(path: string): boolean {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    const at = Math.max(0, fstatSync(handle).size - END_BYTES);
    const end = readAt(handle, at, END_BYTES).toString('latin1');
    return ENDS.some((mark) => end.includes(mark));
  } finally {
    closeSync(handle);
  }
}

function copied({ from, name, format }: Job, folder: string): string {
  const to = join(folder, `${name}.${format}`);
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    throw diskError(from, error);
  }
  return to;
}

/** @returns Whether it had to be ended. */
async function run(
  files: readonly string[],
  results: readonly string[],
  output: string,
  { program, into, workplace, ms = LIMIT_MS, signal }: ConvertOptions,
): Promise<boolean> {
  const profile = pathToFileURL(profileIn(workplace)).href;
  const words = [
    `-env:UserInstallation=${profile}`,
    ...['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault'],
    ...['--convert-to', into, '--outdir', output],
    ...files,
  ];
  // A group of its own, so that it can be ended with the programs that it starts.
  const detached = process.platform !== 'win32';
  const child = spawn(program, words, { stdio: 'ignore', detached, env: environment(workplace) });
  let isDone = false;
  let hung = false;
  const ended = new Promise<void>((resolve) => {
    const done = () => {
      isDone = true;
      resolve();
    };
    child.on('error', done).on('exit', done);
  });
  const end = () => endTree(child.pid);
  signal?.addEventListener('abort', end);
  if (signal?.aborted === true) end();
  let made = 0;
  let since = performance.now();
  const look = setInterval(() => {
    const now = results.filter((path) => statOf(path)).length;
    if (now > made) [made, since] = [now, performance.now()];
    // Before the first it has to start.
    if (isDone || performance.now() - since < (made === 0 ? 2 * ms : ms)) return;
    hung = true;
    end();
  }, LOOK_MS);
  try {
    await ended;
  } finally {
    clearInterval(look);
    signal?.removeEventListener('abort', end);
  }
  return hung;
}

function profileIn(workplace: string): string {
  return join(workplace, 'profile');
}

/** What it and its libraries remember beside the profile, and its temporary files, stay in the workplace, too. */
function environment(workplace: string): NodeJS.ProcessEnv {
  const place = profileIn(workplace);
  const own = { XDG_CACHE_HOME: place, TMPDIR: place, TEMP: place, TMP: place };
  return { ...process.env, ...locale(), ...own };
}

/**
 * On Linux it reads paths in the encoding of the locale. In one that is not there, or without UTF-8, it sees a question
 * mark for each Han character, finds nothing, and waits.
 */
function locale(): NodeJS.ProcessEnv {
  if (process.platform !== 'linux' || charmap() === 'UTF-8') return {};
  return { LC_ALL: 'C.UTF-8' };
}

/** `undefined` where nothing tells. */
function charmap(): string | undefined {
  try {
    const quiet = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('locale', ['charmap'], { encoding: 'utf8', stdio: [...quiet] }).trim();
  } catch {
    return undefined;
  }
}

function endTree(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') {
      spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    } else process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
