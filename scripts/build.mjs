// Bundles src into dist: the command line as one file, and those commands that people wait for as one each, with their
// bytecode, so that starting is cheap; the library, and its types.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeArchive } from '../bench/trees.mjs';
import { PROGRAMS } from '../bin/load.js';
import { writeDeclarations } from './declarations.mjs';
import { writeLicenses } from './licenses.mjs';
import { leanPdfjs } from './lean-pdfjs.mjs';
import { writeManPages } from './man-pages.mjs';
import { areaModules, HEAD, latePlugins, onlyCommand, refuseWhole } from './program-plugins.mjs';
import { esbuildValidators, validatorEntryPoints } from './schema-validator.mjs';

rmSync('dist', { recursive: true, force: true });
const shared = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [esbuildValidators],
  // What some packages hold of others is told in the text itself; LICENSES.txt has the packages.
  legalComments: 'linked',
  metafile: true,
  logLevel: 'warning',
};
// One file each: what a run does not need is not run.
const programs = await Promise.all([
  buildProgram('main', []),
  ...PROGRAMS.map((command) => buildProgram(command, [onlyCommand(command)])),
]);
// What they read when they need it.
await build({
  ...shared,
  entryPoints: [...areaModules.entryPoints, ...validatorEntryPoints],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  plugins: [areaModules.plugin, esbuildValidators],
});
const libraries = await build({
  ...shared,
  entryPoints: Object.fromEntries([
    ['yaml', 'yaml'],
    ...readdirSync('src', { recursive: true })
      .filter((path) => path.endsWith('.late.ts'))
      .map((path) => [basename(path, '.late.ts'), join('src', path)]),
  ]),
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
});
const modules = await build({
  ...shared,
  entryPoints: {
    index: 'src/index.ts',
    worker: 'src/io/threads/worker.ts',
    samples: 'src/io/samples/main.ts',
    'facts-worker': 'src/io/facts/facts-worker.ts',
    'stamp-worker': 'src/io/stamp/stamp-worker.ts',
  },
  splitting: true,
  format: 'esm',
  plugins: [...shared.plugins, leanPdfjs],
  // Some packages are CommonJS and ask for node's modules with require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
writeDeclarations('src/index.ts', 'dist/types');
writeLicenses([...programs, libraries, modules], 'dist/LICENSES.txt');
// `explain` shows these pages.
const rules = 'src/core/rules';
mkdirSync('dist/rules', { recursive: true });
for (const id of readdirSync(rules)) {
  if (existsSync(`${rules}/${id}/README.md`))
    cpSync(`${rules}/${id}/README.md`, `dist/rules/${id}.md`);
}

// `pack` makes the offline viewer of these.
cpSync('src/report/viewer', 'dist/viewer', { recursive: true });
// What is printed into documents, and its licence (OFL): no system can be trusted to have a font with all our characters.
const font = 'node_modules/@expo-google-fonts/noto-sans-sc';
mkdirSync('dist/fonts');
cpSync(`${font}/400Regular/NotoSansSC_400Regular.ttf`, 'dist/fonts/NotoSansSC.ttf');
cpSync(`${font}/LICENSE_FONT`, 'dist/fonts/LICENSE.txt');
// Scripts by which shells complete.
cpSync('src/cli/completion', 'dist/completion', { recursive: true });
// Styles of the reports that are pages.
cpSync('src/report/pages', 'dist/pages', { recursive: true });

await writeManPages('dist/man');
keepBytecodes();

/** All of the command line, or what one command of it needs. */
async function buildProgram(name, plugins) {
  const result = await build({
    ...shared,
    entryPoints: { [name]: 'src/cli/main.ts' },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // A third of what V8 has to read is names.
    minifyIdentifiers: true,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
    plugins: [...latePlugins(name), ...plugins],
    // Once is enough.
    legalComments: name === 'main' ? 'linked' : 'none',
    banner: { js: `${HEAD} const __url = require('node:url').pathToFileURL(__filename).href;` },
  });
  const file = `dist/${name}.cjs`;
  const text = readFileSync(file, 'utf8');
  refuseWhole(text);
  // esbuild leaves regular expressions as they are; ASCII is what is quickest to read.
  writeFileSync(file, text.replaceAll(/[^\0-\x7f]/g, escaped));
  return result;
}

/** Each command in a process of its own, on a small archive and what the commands before have made of it. */
function keepBytecodes() {
  const root = mkdtempSync(join(tmpdir(), 'dangan-build-'));
  makeArchive(root, { folders: 12, files: 6, seed: 1 });
  const [zip, bag] = [join(root, 'bundle.zip'), join(root, 'bag')];
  const english = ['--lang', 'en'];
  keepBytecode('check', [root], [root, ...english]);
  keepBytecode(
    'validate',
    [join(root, 'criteria.yaml')],
    [join(root, 'criteria.yaml'), ...english],
  );
  keepBytecode('pack', [root, '-o', zip], [root, '-o', `${zip}.zip`, ...english]);
  keepBytecode('unpack', [zip, '--to', bag], [zip, '--to', `${bag}-2`, ...english]);
  keepBytecode('verify', [zip], [bag], [bag, ...english]);
  // For all others.
  keepBytecode('status', [root], [root, ...english]);
  rmSync(root, { recursive: true });
}

/** @param runs - The words after the command, for each way it is run. */
function keepBytecode(command, ...runs) {
  const words = ['scripts/keep-bytecode.cjs', command, JSON.stringify(runs)];
  // It says nothing unless it fails, and then the error has what it said.
  execFileSync(process.execPath, words, { stdio: 'pipe', encoding: 'utf8' });
}

function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
