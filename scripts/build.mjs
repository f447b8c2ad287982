// Bundles src into dist: one file for each command that is asked for, so that starting is cheap.
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { esbuildValidators } from './schema-validator.mjs';

rmSync('dist', { recursive: true, force: true });
const entries = {
  main: 'src/cli/main.ts',
  worker: 'src/io/worker.ts',
  samples: 'src/io/samples/main.ts',
};
await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: false,
  plugins: [esbuildValidators],
  legalComments: 'linked',
  // Some packages are CommonJS and ask for node's modules with require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

// `explain` shows these pages.
const rules = 'src/core/rules';
mkdirSync('dist/rules', { recursive: true });
for (const id of readdirSync(rules)) {
  if (existsSync(`${rules}/${id}/README.md`))
    cpSync(`${rules}/${id}/README.md`, `dist/rules/${id}.md`);
}

// `pack` makes the offline viewer of these.
cpSync('src/report/viewer', 'dist/viewer', { recursive: true });
