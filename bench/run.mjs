// dangan beside the programs that people use today. Prints medians and ratios; judges nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './measure.mjs';
import { rowsIn } from './rows.mjs';

const HELP = `npm run bench [-- NAME… --dir FOLDER --runs N --list]

  NAME…         only rows in whose names one of these occurs: 'check 10,000'
  --dir FOLDER  lay out archives there and keep them; a temporary folder when left out
  --runs N      times that each side is run, in turn; 5 when left out
  --list        names of the rows, run none
  -h, --help    this help

The rows about 2 GB need about 10 GB in the folder.
`;

const { values, positionals } = asked();
if (values.help) process.stdout.write(HELP);
else if (values.list) for (const { name, beside } of rowsIn('')) console.log(line(name, beside));
else await run();

/** What cannot be run is told in a line. */
function asked() {
  const string = { type: 'string' };
  const options = {
    dir: string,
    runs: { ...string, default: '5' },
    list: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
  try {
    const parsed = parseArgs({ options, allowPositionals: true });
    if (!/^[1-9]\d{0,3}$/.test(parsed.values.runs))
      throw new TypeError(`--runs takes a number from 1 to 9999, not '${parsed.values.runs}'`);
    const names = rowsIn('').map(({ name }) => name);
    const nobody = parsed.positionals.find((word) => !names.some((name) => name.includes(word)));
    if (nobody !== undefined)
      throw new TypeError(`no row has '${nobody}' in its name; --list shows them`);
    return parsed;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`bench: ${error.message.split('. ')[0]}\n\n${HELP}`);
    process.exit(2);
  }
}

function installed(program) {
  return (
    existsSync(program) || spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined
  );
}

function line(name, beside, ...cells) {
  return name.padEnd(28) + beside.padEnd(24) + cells.map((cell) => cell.padStart(10)).join('');
}

async function run() {
  const folder = values.dir ?? mkdtempSync(join(tmpdir(), 'dangan-bench-'));
  mkdirSync(folder, { recursive: true });
  console.log(`node ${process.version}, medians of ${values.runs} runs in turn\n`);
  console.log(line('operation', 'beside', 'ours s', 'theirs s', 'ratio', 'goal', 'our MB'));
  for (const row of rowsIn(folder)) {
    if (positionals.length > 0 && !positionals.some((word) => row.name.includes(word))) continue;
    await measured(row);
  }
  if (!values.dir) rmSync(folder, { recursive: true, force: true });
}

async function measured(row) {
  if (row.needs && !installed(row.needs)) {
    console.log(line(row.name, row.beside, `  not run: ${row.needs} is not installed`));
    return;
  }
  const seen = row.seen
    ? besideClock(await row.seen(Number(values.runs)), row.theirs)
    : compare(...row.make(), Number(values.runs));
  const numbers = [seen.ours.toFixed(3), seen.theirs.toFixed(3), seen.ratio.toFixed(2)];
  const goal = row.goal ? `≤ ${row.goal}` : '–';
  console.log(line(row.name, row.beside, ...numbers, goal, seen.megabytes?.toFixed(0) ?? '–'));
}

function besideClock(ours, theirs) {
  return { ours, theirs, ratio: ours / theirs };
}
