// The man pages, made of the commands' own declarations by a program that is bundled for that alone.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { HEAD, latePlugins } from './program-plugins.mjs';

/** @param folder - In `dist`. */
export async function writeManPages(folder) {
  const program = 'dist/man-pages.cjs';
  await build({
    entryPoints: ['scripts/man/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    define: { 'import.meta.url': '__url' },
    banner: { js: `${HEAD} const __url = require('node:url').pathToFileURL(__filename).href;` },
    plugins: latePlugins('main'),
    legalComments: 'none',
    logLevel: 'warning',
  });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  execFileSync(process.execPath, [program, folder, version], { stdio: 'inherit' });
  rmSync(program);
}
