/** Contents of a repository, by their ids, from one process of git. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { DanganError } from '../../errors.js';
import { gitEnvironment, gitProgram } from './run-git.js';

/** Gets what a file holds, piece by piece. */
export interface Sink<T> {
  readonly begin: (sizeBytes: number) => void;
  readonly piece: (bytes: Buffer) => void;
  readonly end: () => T;
}

interface Request {
  readonly oid: string;
  readonly sink: Sink<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const COMMAND = 'git cat-file --batch';
const LINE_END = 0x0a;

/**
 * `git cat-file --batch`, started when the first is asked for. Answers come in the order of the questions, so that many
 * may be asked at once.
 *
 * @see gitformat: `OID SP TYPE SP SIZE LF CONTENTS LF`, or `OID SP "missing" LF`.
 */
export class Blobs {
  readonly #cwd: string;
  #child: ChildProcessWithoutNullStreams | undefined;
  #waiting: Request[] = [];
  #next = 0;
  #said = '';
  /** The beginning of an answer that is not whole yet. */
  #head: Buffer = Buffer.alloc(0);
  /** Bytes of the contents that are still to come, with the line end behind them; -1 before an answer. */
  #rest = -1;

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** @throws {DanganError} GIT_OBJECT_MISSING, GIT_FAILED */
  read<T>(oid: string, sink: Sink<T>): Promise<T> {
    const child = (this.#child ??= this.#start());
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ oid, sink, resolve: resolve as Request['resolve'], reject });
      child.stdin.write(`${oid}\n`);
    });
  }

  /** All of it. */
  bytes(oid: string): Promise<Buffer> {
    return this.read(oid, wholeSink());
  }

  end(): void {
    this.#child?.stdin.end();
    this.#child?.kill();
    this.#child = undefined;
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawn(gitProgram(), ['cat-file', '--batch'], {
      cwd: this.#cwd,
      env: gitEnvironment(),
      windowsHide: true,
    });
    child.stdout.on('data', (bytes: Buffer) => this.#take(bytes));
    child.stderr.on('data', (bytes: Buffer) => (this.#said += bytes.toString()));
    // That it ended is told by `close`.
    child.stdin.on('error', () => undefined);
    child.on('error', (error: Error) => this.#fail(error));
    child.on('close', () => this.#fail(this.#refusal()));
    return child;
  }

  #refusal(): Error {
    const oid = this.#waiting[this.#next]?.oid ?? '';
    return this.#said.includes('promisor')
      ? new DanganError('GIT_OBJECT_MISSING', { oid })
      : new DanganError('GIT_FAILED', { command: COMMAND, said: this.#said.trim() });
  }

  #fail(error: Error): void {
    this.#child = undefined;
    const rest = this.#waiting.slice(this.#next);
    [this.#waiting, this.#next, this.#rest] = [[], 0, -1];
    this.#head = Buffer.alloc(0);
    for (const { reject } of rest) reject(error);
  }

  #take(bytes: Buffer): void {
    for (let rest = bytes; rest.length > 0;) {
      rest = this.#rest < 0 ? this.#begin(rest) : this.#go(rest);
    }
  }

  /** @returns what is left of `bytes`. */
  #begin(bytes: Buffer): Buffer {
    const end = bytes.indexOf(LINE_END);
    this.#head = Buffer.concat([this.#head, end < 0 ? bytes : bytes.subarray(0, end)]);
    if (end < 0) return bytes.subarray(bytes.length);
    const [oid = '', type = '', size = ''] = this.#head.toString('latin1').split(' ');
    this.#head = Buffer.alloc(0);
    const request = this.#waiting[this.#next];
    if (size === '') {
      this.#next += 1;
      request?.reject(new DanganError('GIT_OBJECT_MISSING', { oid }));
    } else {
      this.#rest = Number(size) + 1;
      if (type === 'blob') request?.sink.begin(Number(size));
    }
    return bytes.subarray(end + 1);
  }

  #go(bytes: Buffer): Buffer {
    const request = this.#waiting[this.#next];
    const contents = bytes.subarray(0, Math.min(bytes.length, this.#rest - 1));
    if (contents.length > 0) request?.sink.piece(contents);
    const taken = Math.min(bytes.length, this.#rest);
    this.#rest -= taken;
    if (this.#rest === 0) {
      this.#rest = -1;
      this.#next += 1;
      if (request) settle(request);
      this.#forget();
    }
    return bytes.subarray(taken);
  }

  /** Of those that are answered. */
  #forget(): void {
    if (this.#next < 1024) return;
    this.#waiting = this.#waiting.slice(this.#next);
    this.#next = 0;
  }
}

function settle({ sink, resolve, reject }: Request): void {
  try {
    resolve(sink.end());
  } catch (error) {
    reject(error as Error);
  }
}

/** Keeps all of it, or, when that is more than `most`, tells how long it is. */
export function limitedSink(most: number): Sink<Buffer | number> {
  const whole = wholeSink();
  let sizeBytes = 0;
  return {
    begin: (size) => {
      sizeBytes = size;
      if (size <= most) whole.begin(size);
    },
    piece: (part) => {
      if (sizeBytes <= most) whole.piece(part);
    },
    end: () => (sizeBytes <= most ? whole.end() : sizeBytes),
  };
}

/** Keeps all of it. */
function wholeSink(): Sink<Buffer> {
  let bytes = Buffer.alloc(0);
  let have = 0;
  return {
    begin: (sizeBytes) => (bytes = Buffer.allocUnsafe(sizeBytes)),
    piece: (part) => (have += part.copy(bytes, have)),
    end: () => bytes,
  };
}

/** How long contents are, by their ids; what is not there is left out. */
export async function sizesOf(
  oids: Iterable<string>,
  cwd: string,
): Promise<ReadonlyMap<string, number>> {
  const words = ['cat-file', '--batch-check=%(objectname) %(objectsize)'];
  const child = spawn(gitProgram(), words, { cwd, env: gitEnvironment(), windowsHide: true });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.resume();
  child.stdin.on('error', () => undefined);
  child.stdin.end([...oids].map((oid) => `${oid}\n`).join(''));
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  const lines = Buffer.concat(pieces).toString('latin1').split('\n');
  return new Map(
    lines.flatMap((line): [string, number][] => {
      const [oid = '', size = ''] = line.split(' ');
      return /^\d+$/.test(size) ? [[oid, Number(size)]] : [];
    }),
  );
}
