// Two programs in turn, A B A B …, as whole processes: the ratio holds when the machine's speed drifts.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIME = '/usr/bin/time';
// With these every start of node takes longer, by more than most of our runs take: that would make all ratios smaller.
const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };
const report = join(tmpdir(), `dangan-bench-${process.pid}`);

/**
 * @param ends - The exit code that it is to end with.
 * @returns seconds, and the peak of memory in MB (undefined where it cannot be told).
 */
function runOnce({ words, cwd, before, ends = 0 }) {
  if (before) makeWay(before);
  const measured = existsSync(TIME);
  const [program, ...rest] = measured ? [TIME, '-f', '%M', '-o', report, ...words] : words;
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, rest, {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (error || status !== ends) {
    throw new Error(`${words.join(' ')} ended with ${error ?? status}\n${stderr}`);
  }
  if (!measured) return { seconds, megabytes: undefined };
  const megabytes = Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) / 1024;
  rmSync(report, { force: true });
  return { seconds, megabytes };
}

/**
 * What the run before has left to the disk's cache is not written on the time of this one. It is written before room is
 * made and not after that: the host of a virtual machine takes back within seconds what memory is freed, and gives it
 * anew only slowly; whoever had waited for the disk in between would pay for it.
 */
function makeWay(before) {
  spawnSync('sync');
  before();
  spawnSync('sync');
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @returns medians of both in seconds, the median of the ratios pair by pair, and our peak of memory in MB. */
export function compare(ours, theirs, runs) {
  const rows = [];
  for (let run = -1; run < runs; run += 1) {
    const [a, b] = [runOnce(ours), runOnce(theirs)];
    // The first pair only warms the disk cache.
    if (run >= 0) rows.push({ a, b, ratio: a.seconds / b.seconds });
  }
  return {
    ours: median(rows.map((row) => row.a.seconds)),
    theirs: median(rows.map((row) => row.b.seconds)),
    ratio: median(rows.map((row) => row.ratio)),
    megabytes: rows[0].a.megabytes && median(rows.map((row) => row.a.megabytes)),
  };
}
