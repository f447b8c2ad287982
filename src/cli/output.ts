/** What the process writes to: stdout and stderr. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';

export interface Output {
  readonly isTerminal: boolean;
  /** Of the terminal, where it is one that tells them. */
  readonly columns: number | undefined;
  write(text: string): void;
  /** @returns what has kept anything from being written, once everything is. */
  written(): Promise<NodeJS.ErrnoException | undefined>;
}

/** It has no such properties where it is no terminal. */
type Stream = NodeJS.WritableStream & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>>;

/**
 * Files and pipes are written to as node's own stream would, and without it: to make one takes as long as checking a
 * small archive.
 *
 * @param makeStream - The stream of node's own.
 */
export function outputTo(descriptor: number, makeStream: () => Stream): Output {
  return isPlain(descriptor) ? plainOutput(descriptor, makeStream) : streamOutput(makeStream());
}

/** Is it surely no terminal, and what is written to it there when the call returns? */
function isPlain(descriptor: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    const stats = fstatSync(descriptor);
    return !stats.isCharacterDevice() || stats.rdev === statSync(devNull).rdev;
  } catch {
    return false;
  }
}

function plainOutput(descriptor: number, makeStream: () => Stream): Output {
  let failure: NodeJS.ErrnoException | undefined;
  let stream: StreamOutput | undefined;
  return {
    isTerminal: false,
    columns: undefined,
    write(text) {
      if (failure !== undefined) return;
      if (stream !== undefined) {
        stream.write(text);
        return;
      }
      const bytes = Buffer.from(text);
      let from = 0;
      try {
        while (from < bytes.length) from += writeSync(descriptor, bytes, from);
      } catch (error) {
        failure = error as NodeJS.ErrnoException;
        if (failure.code !== 'EAGAIN') return;
        // A pipe that lets nobody wait for its reader: node's stream knows how to.
        failure = undefined;
        stream = streamOutput(makeStream());
        stream.write(bytes.subarray(from));
      }
    },
    written: () => stream?.written() ?? Promise.resolve(failure),
  };
}

interface StreamOutput extends Output {
  write(text: string | Uint8Array): void;
}

function streamOutput(stream: Stream): StreamOutput {
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => (failure ??= error));
  const { isTTY = false, columns } = stream;
  return {
    isTerminal: isTTY,
    columns,
    write: (text) => void stream.write(text),
    async written() {
      await new Promise((resolve) => stream.write('', resolve));
      return failure;
    },
  };
}
