// npm run bench [-- NAME… --dir FOLDER --runs N]: dangan beside the programs that people use today.
// Prints medians and ratios; judges nothing. The rows about 2 GB need about 10 GB in the folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './measure.mjs';
import { rowsIn } from './rows.mjs';

const { values, positionals } = parseArgs({
  options: { dir: { type: 'string' }, runs: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const folder = values.dir ?? mkdtempSync(join(tmpdir(), 'dangan-bench-'));
mkdirSync(folder, { recursive: true });

const installed = (program) =>
  existsSync(program) || spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined;
const line = (name, beside, ...cells) =>
  name.padEnd(28) + beside.padEnd(24) + cells.map((cell) => cell.padStart(10)).join('');

console.log(`node ${process.version}, medians of ${values.runs} runs in turn\n`);
console.log(line('operation', 'beside', 'ours s', 'theirs s', 'ratio', 'goal', 'our MB'));
for (const row of rowsIn(folder)) {
  if (positionals.length > 0 && !positionals.some((word) => row.name.includes(word))) continue;
  if (row.needs && !installed(row.needs)) {
    console.log(line(row.name, row.beside, `  not run: ${row.needs} is not installed`));
    continue;
  }
  const seen = row.seen
    ? besideClock(await row.seen(Number(values.runs)), row.theirs)
    : compare(...row.make(), Number(values.runs));
  const numbers = [seen.ours.toFixed(3), seen.theirs.toFixed(3), seen.ratio.toFixed(2)];
  const goal = row.goal ? `≤ ${row.goal}` : '–';
  console.log(line(row.name, row.beside, ...numbers, goal, seen.megabytes?.toFixed(0) ?? '–'));
}
if (!values.dir) rmSync(folder, { recursive: true, force: true });

function besideClock(ours, theirs) {
  return { ours, theirs, ratio: ours / theirs };
}
