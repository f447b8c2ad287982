// Makes a fresh clone ready with nothing but node and npm: dependencies first, then dist.
// Does nothing, and needs no network, when both are there and up to date.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const run = (command) => execSync(command, { stdio: 'inherit' });

const stamp = 'node_modules/.dangan-setup';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  run('npm ci --no-audit --no-fund --loglevel=error');
  writeFileSync(stamp, wanted);
}

function newest(folder) {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory()
        ? newest(join(folder, entry.name))
        : statSync(join(folder, entry.name)).mtimeMs,
    ),
  );
}
const built = existsSync('dist/main.cjs') ? statSync('dist/main.cjs').mtimeMs : 0;
if (Math.max(newest('src'), newest('schemas'), newest('scripts')) > built)
  run('node scripts/build.mjs');
