import { spawnSync } from 'node:child_process';
import type { Run } from './cli.js';
import { PROGRAM } from './program.js';

/** Python has terminals in its own library: it types each answer when the next question is there. */
const DRIVER = `
import os, pty, sys, time
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
shown, answers, asked = b'', sys.argv[1].encode().split(b'|'), 0
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    while answers and shown.count(b'\\xef\\xbc\\x9a') > asked:
        time.sleep(0.2)
        os.write(terminal, answers.pop(0))
        asked += 1
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status))
`;

/**
 * Run the command line in a terminal of its own, in Chinese, where somebody types.
 *
 * @param answers - What is typed after each question, which ends in a colon.
 * @returns all that is seen there as `out`.
 */
export function danganInTerminal(words: readonly string[], answers: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(
    'python3',
    ['-c', DRIVER, answers.join('|'), process.execPath, PROGRAM, ...words],
    { encoding: 'utf8', env: { ...process.env, DANGAN_LANG: 'zh-CN' }, timeout: 60_000 },
  );
  return { code: status, out: stdout, note: stderr };
}
