import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** A project of somebody else's, with the package in it as npm would publish it, and no other package. */
export interface Project {
  readonly folder: string;
  /** Where the package is installed. */
  readonly installed: string;
  /** Of the tarball. */
  readonly bytes: number;
}

/** Pack the built repository, and unpack it into a project in a new folder. Nothing is fetched for it. */
export function packedProject(): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dangan-package-')));
  const installed = join(folder, 'node_modules/dangan');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const cache = join(folder, 'npm-cache');
  const npm = ['npm', 'pack', '--ignore-scripts', '--silent', '--offline', '--cache', cache];
  run([...npm, '--pack-destination', folder], REPOSITORY);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  run(['tar', '-xzf', join(folder, tarball), '--strip-components=1', '-C', installed], folder);
  return { folder, installed, bytes: statSync(join(folder, tarball)).size };
}

/** @returns what it prints. @throws when it does not end well. */
export function run([program = '', ...words]: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    // A library that read it would answer in English.
    env: { ...process.env, DANGAN_LANG: 'en' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status === 0) return stdout;
  throw new Error(`${[program, ...words].join(' ')} ended with ${status}\n${stdout}${stderr}`);
}
