import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/dangan.js', import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly note: string;
}

/** Run the built command line as a process of its own, in Chinese unless `environment` says otherwise. */
export function dangan(
  words: readonly string[],
  options: { cwd?: string; environment?: Record<string, string>; input?: string } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: options.cwd,
    env: { PATH: process.env['PATH'], DANGAN_LANG: 'zh-CN', ...options.environment },
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, out: stdout, note: stderr };
}
