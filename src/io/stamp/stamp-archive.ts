/** The names of documents put into their footers, throughout an archive. */
import { chmodSync, lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import type { Change } from '../../core/change/types.js';
import { left, type Outcome, type StampRow } from '../../core/stamp/plan.js';
import type { StampFormat } from '../../core/stamp/types.js';
import { applyPlan } from '../change/apply.js';
import type { ApplyOptions } from '../change/options.js';
import { makeDrafts, removeDrafts } from '../change/drafts.js';
import { realDisk } from '../disk.js';
import { identityOf, isSame, type Identity } from '../identity.js';
import { convertedPlaces, convertOld, isOld, NOT_CONVERTED } from './convert-old.js';
import { isOpenElsewhere, listDocuments, type Document } from './list-documents.js';
import { ledgerChanges, type Replaced } from './ledger-changes.js';
import { stampAll, type StampingOptions } from './stamp-all.js';
import type { StampTask } from './stamp-task.js';

export interface StampRequest extends StampingOptions {
  /** Absolute. */
  readonly root: string;
  readonly archive: Archive;
  /** Folders and files; all of the archive when there are none. */
  readonly places: readonly ArchivePath[];
  readonly template: string;
  /** `false` only works out what would be done. */
  readonly write: boolean;
  /** LibreOffice, where old formats are to be converted. */
  readonly soffice: string | undefined;
  /** What a ledger is, in a line. */
  readonly remark: string;
  readonly apply: ApplyOptions;
  readonly onProgress: (what: 'stamping' | 'converting', done: number, all: number) => void;
}

interface StampRun {
  /** In the order of the archive. */
  readonly rows: readonly StampRow[];
  /** The journal's id; `undefined` when nothing was changed. */
  readonly entry: string | undefined;
}

/**
 * Put the name of each document into its footers. All copies are made, and looked at, before the first one takes the
 * place of its document; what was there is kept with the journal entry. So much room is needed on the disk in any case.
 *
 * @throws {DanganError} those of `applyPlan`; DISK_FULL and its like before anything is changed; the reason of `signal`.
 */
export async function stampArchive(request: StampRequest): Promise<StampRun> {
  const { root, archive, write } = request;
  const documents = await listDocuments(root, archive, request);
  if (!write) {
    const stamping = new Stamping(request, undefined);
    await stamping.run(documents);
    return { rows: stamping.rows(documents), entry: undefined };
  }
  const folder = makeDrafts(root, request.apply.disk ?? realDisk);
  try {
    const stamping = new Stamping(request, folder);
    await stamping.run(documents);
    const entry = await stamping.apply(documents);
    return { rows: stamping.rows(documents), entry };
  } finally {
    removeDrafts(root, folder);
  }
}

interface Job extends StampTask {
  readonly document: Document;
  /** Of the document, before it is read. */
  readonly identity: Identity;
  /** The name that the copy gets. */
  readonly target: ArchivePath;
  readonly draft: ArchivePath | undefined;
}

class Stamping {
  readonly #request: StampRequest;
  /** `undefined`: nothing is written. */
  readonly #drafts: ArchivePath | undefined;
  readonly #outcomes = new Map<ArchivePath, Outcome>();
  readonly #made = new Map<ArchivePath, Job>();
  #count = 0;

  constructor(request: StampRequest, drafts: ArchivePath | undefined) {
    this.#request = request;
    this.#drafts = drafts;
  }

  async run(documents: readonly Document[]): Promise<void> {
    const jobs: Job[] = [];
    for (const document of documents) {
      const { treatment, path } = document;
      if (treatment.is === 'leave') this.#outcomes.set(path, left(treatment.because));
      if (treatment.is === 'stamp') jobs.push(...this.#job(document, treatment.as, path));
    }
    await this.#stamp(jobs);
    await this.#convert(documents);
  }

  rows(documents: readonly Document[]): StampRow[] {
    return documents.map(({ path, format, text }) => {
      const outcome = this.#outcomes.get(path) ?? left('unreadable');
      return { path, format, text, outcome };
    });
  }

  /** Give the copies their places, in the order of the archive. @returns the journal entry. */
  async apply(documents: readonly Document[]): Promise<string | undefined> {
    const { root, archive, apply, remark } = this.#request;
    const made: Replaced[] = [];
    // Threads are done with them in an order of their own.
    const jobs = documents.flatMap(({ path }) => this.#made.get(path) ?? []);
    for (const { document, identity, target, draft } of jobs) {
      const { path } = document;
      const now = identityOf(join(root, path));
      if (now && isSame(identity, now) && draft !== undefined) {
        chmodSync(join(root, draft), lstatSync(join(root, path)).mode & 0o777);
        made.push({ path, draft, target });
      } else this.#outcomes.set(path, left('changed'));
    }
    const changes: Change[] = [
      ...made.map(({ path, draft, target }): Change => {
        return { do: 'replace', path, by: draft, to: target, why: [] };
      }),
      ...(await ledgerChanges(root, archive, made, remark)),
    ];
    return (await applyPlan(root, { changes }, { ...apply, verb: 'stamp' }))?.id;
  }

  async #stamp(jobs: readonly Job[]): Promise<void> {
    const { onProgress } = this.#request;
    let done = 0;
    await stampAll(jobs, this.#request, (job, outcome) => {
      this.#take(job, outcome);
      done += 1;
      onProgress('stamping', done, jobs.length);
    });
  }

  #take(job: Job, outcome: Outcome): void {
    const { document, target, to } = job;
    const { path, treatment } = document;
    const isStamped = outcome.did === 'stamped';
    if (isStamped && to !== undefined) this.#made.set(path, job);
    const converted = treatment.is === 'convert' && { into: treatment.into, to: target };
    this.#outcomes.set(path, isStamped && converted ? { ...outcome, converted } : outcome);
  }

  /** What stamping a document takes; nothing when it is left. */
  #job(document: Document, format: StampFormat, target: ArchivePath, source?: string): Job[] {
    const { root } = this.#request;
    const { path, text } = document;
    const place = join(root, path);
    const identity = identityOf(place);
    if (!identity) return this.#leave(path, 'unreadable');
    if (this.#drafts !== undefined && isOpenElsewhere(place)) return this.#leave(path, 'open');
    this.#count += 1;
    const draft = this.#drafts && `${this.#drafts}/${this.#count}.${format}`;
    const to = draft === undefined ? undefined : join(root, draft);
    return [{ format, from: source ?? place, to, text, document, identity, target, draft }];
  }

  #leave(path: ArchivePath, because: 'unreadable' | 'open' | 'old' | 'name-taken'): [] {
    this.#outcomes.set(path, left(because));
    return [];
  }

  async #convert(documents: readonly Document[]): Promise<void> {
    const { root, archive, soffice: program, signal, onProgress } = this.#request;
    const old = documents.filter(isOld);
    const places = convertedPlaces(archive, old);
    const wanted = old.filter(({ path, treatment }) => {
      const target = places.get(path);
      if (program === undefined) this.#leave(path, 'old');
      else if (target === undefined) this.#leave(path, 'name-taken');
      else if (this.#drafts === undefined) {
        const converted = { into: treatment.into, to: target };
        this.#outcomes.set(path, { did: 'stamped', before: [], converted });
      } else return true;
      return false;
    });
    if (wanted.length === 0 || program === undefined || this.#drafts === undefined) return;
    const jobs = new Map(
      wanted.flatMap((document) => {
        const target = places.get(document.path) ?? '';
        return this.#job(document, document.treatment.into, target).map((job) => [document, job]);
      }),
    );
    const drafts = join(root, this.#drafts);
    const made = await convertOld(root, [...jobs.keys()], {
      program,
      drafts,
      signal,
      onDone: (done) => onProgress('converting', done, jobs.size),
    });
    const tasks = [...jobs.values()].flatMap((job): Job[] => {
      const from = made.get(job.document.path);
      if (from !== undefined) return [{ ...job, from }];
      this.#outcomes.set(job.document.path, NOT_CONVERTED);
      return [];
    });
    await this.#stamp(tasks);
    for (const { from } of tasks) rmSync(from, { force: true });
  }
}
