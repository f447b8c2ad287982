// Makes a fresh clone ready with nothing but node and npm: packages first, then dist.
// Does nothing, and needs no network, when both are there and up to date.
import './packages.mjs';
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

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
  execSync('node scripts/build.mjs', { stdio: 'inherit' });
