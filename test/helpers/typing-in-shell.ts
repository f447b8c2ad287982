/** Somebody at a real shell, in a terminal of its own, who types and presses the tabulator. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from './archive-on-disk.js';
import { PROGRAM } from './program.js';

/**
 * Python has terminals in its own library. A line is typed when the command of the line before has got its words; one
 * that asks for nothing else is there when the shell is ready.
 */
const DRIVER = `
import os, pty, select, sys, time
heard, lines = sys.argv[1], sys.argv[2].split('\\n')
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[3], sys.argv[3:])
shown, typed, until = b'', 0, time.time() + 60
def count():
    try:
        return open(heard, 'rb').read().count(b'\\n')
    except OSError:
        return 0
while time.time() < until:
    if select.select([terminal], [], [], 0.05)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        continue
    if b'READY' not in shown or count() < typed:
        continue
    if typed == len(lines):
        break
    os.write(terminal, lines[typed].encode() + b'\\r')
    typed, until = typed + 1, time.time() + 60
os.kill(pid, 9)
sys.stdout.buffer.write(shown)
`;

/** How each shell starts with nothing of the user's, and what makes it complete. */
const SHELLS = {
  bash: {
    start: ['bash', '--noprofile', '--rcfile', 'rc', '-i'],
    rc: 'PS1="READY "; bind "set bell-style none"; bind "set enable-bracketed-paste off"; source completion',
    environment: {},
  },
  zsh: {
    start: ['zsh', '-i'],
    rc: 'PS1="READY "; unsetopt beep promptsp; autoload -Uz compinit; compinit -u -D; source ./completion',
    environment: { ZDOTDIR: '.' },
  },
  fish: {
    start: [
      'fish',
      '--private',
      '-C',
      'source completion; function fish_prompt; echo "READY "; end',
    ],
    rc: '',
    environment: {},
  },
} as const;

export type TypedShell = keyof typeof SHELLS;

/**
 * The words that `dangan` gets from each line that is typed and entered.
 *
 * @param lines - With `\t` where the tabulator is pressed; each begins with `dangan`.
 * @param cwd - Where the shell is.
 */
export function wordsTyped(
  shell: TypedShell,
  lines: readonly string[],
  cwd: string,
): readonly (readonly string[])[] {
  const folder = temporaryFolder();
  const heard = join(folder, 'heard');
  mkdirSync(join(folder, 'bin'));
  // It completes as `dangan` does, and writes down everything else that it is to do.
  writeFileSync(
    join(folder, 'bin/dangan'),
    `#!/bin/sh
if [ "$1" = complete ]; then exec ${quoted(process.execPath)} ${quoted(PROGRAM)} "$@"; fi
printf '%s\\037' "$@" >> ${quoted(heard)}
echo >> ${quoted(heard)}
`,
  );
  chmodSync(join(folder, 'bin/dangan'), 0o755);
  const { start, rc, environment } = SHELLS[shell];
  const home = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const enter = `cd ${quoted(cwd)}\n`;
  const script = spawnSync(process.execPath, [PROGRAM, 'completion', shell], { encoding: 'utf8' });
  writeFileSync(join(folder, 'completion'), `${script.stdout}\n${enter}`);
  for (const name of ['rc', '.zshrc']) writeFileSync(join(folder, name), rc);
  const env = {
    ...home,
    ...environment,
    PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter),
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    DANGAN_LANG: 'zh-CN',
  };
  const words = ['-c', DRIVER, heard, lines.join('\n'), ...start];
  const run = spawnSync('python3', words, { cwd: folder, env, encoding: 'utf8' });
  const got = existsSync(heard) ? readFileSync(heard, 'utf8').trimEnd().split('\n') : [];
  if (got.length !== lines.length) throw new Error(`${shell} stopped:\n${run.stdout}${run.stderr}`);
  return got.map((line) => line.split('\u001f').slice(0, -1));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
