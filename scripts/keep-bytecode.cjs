// Runs the commands that people wait for, then keeps the bytecode that V8 has made of the program meanwhile.
const process = require('node:process');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { KIND, run, scriptOf } = require('../bin/load.js').forBuild;

async function keepBytecode() {
  const file = join(__dirname, '../dist/main.cjs');
  const { makeArchive } = await import('../bench/trees.mjs');
  const root = mkdtempSync(join(tmpdir(), 'dangan-build-'));
  makeArchive(root, { folders: 12, files: 6, seed: 1 });
  const script = scriptOf(file);
  const { main } = run(script, file);
  const silent = (_, done) => {
    done?.();
    return true;
  };
  const note = process.stderr.write;
  process.stdout.write = silent;
  process.stderr.write = silent;
  await main(['check', root, '--lang', 'zh-CN']);
  await main(['validate', join(root, 'criteria.yaml'), '--lang', 'zh-CN']);
  const bundle = join(root, 'bundle.zip');
  await main(['pack', root, '-o', bundle, '--allow-errors', '--lang', 'zh-CN']);
  await main(['verify', bundle, '--lang', 'zh-CN']);
  await main(['unpack', bundle, '--to', join(root, 'bag'), '--lang', 'zh-CN']);
  const held = await main(['verify', join(root, 'bag'), '--lang', 'zh-CN']);
  process.stderr.write = note;
  if (held !== 0) throw new Error(`verify ended with ${held}`);
  writeFileSync(`${file}.${KIND}.bytecode`, script.createCachedData());
  rmSync(root, { recursive: true });
  process.exitCode = 0;
}

// Until it is done: a promise that nothing settles ends the process, too.
process.exitCode = 1;
void keepBytecode();
