import { spawnSync } from 'node:child_process';
import { PROGRAM } from './program.js';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly note: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Record<string, string>;
  readonly input?: string | Buffer;
}

/** Run the built command line as a process of its own, in Chinese unless `environment` says otherwise. */
export function dangan(words: readonly string[], options: RunOptions = {}): Run {
  return run([process.execPath, PROGRAM, ...words], options);
}

/** The same as a user who owns nothing; for tests that run as root, whom no permission stops. */
export function danganAsNobody(words: readonly string[], options: RunOptions = {}): Run {
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  return run([...nobody, process.execPath, PROGRAM, ...words], options);
}

function run([command = '', ...words]: readonly string[], options: RunOptions): Run {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd: options.cwd,
    env: { PATH: process.env['PATH'], DANGAN_LANG: 'zh-CN', ...options.environment },
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, out: stdout, note: stderr };
}
