/** The man pages that the build makes, judged by the programs that show such pages. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../src/cli/commands.js';
import { textWidth } from '../src/report/text-width.js';
import { runsHere } from './helpers/programs.js';

const pageOf = (name: string) => fileURLToPath(new URL(`../dist/man/${name}`, import.meta.url));

/** As `man` shows it on a terminal of 80 columns. */
function shown(name: string) {
  const words = [
    '-Kutf8',
    '-ww',
    '-man',
    '-Tutf8',
    '-rLL=78n',
    '-P-c',
    '-P-b',
    '-P-u',
    pageOf(name),
  ];
  const { stdout, stderr } = spawnSync('groff', words, { encoding: 'utf8' });
  return { lines: stdout.split('\n'), stderr };
}

describe.each(['dangan.1', 'dangan.zh.1'])('%s', (name) => {
  test('it tells every command', () => {
    const text = readFileSync(pageOf(name), 'utf8');
    const missing = Object.keys(COMMANDS).filter((each) => !text.includes(`.SS dangan ${each}`));
    expect(missing).toEqual([]);
  });

  test.runIf(runsHere('groff', '--version'))('groff has no complaint, and breaks its lines', () => {
    const { lines, stderr } = shown(name);
    expect(stderr).toBe('');
    // What is typed stays in one piece, however long it is.
    const told = lines.filter((line) => !line.includes('dangan '));
    expect(told.filter((line) => textWidth(line) > 80)).toEqual([]);
    // No line begins with a sign that belongs to the one before.
    expect(lines.filter((line) => /^\s*[，。；：）”]/u.test(line))).toEqual([]);
  });

  test.runIf(runsHere('mandoc', '-h'))('mandoc finds nothing wrong', () => {
    const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'error', pageOf(name)], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });
});
