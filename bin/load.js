'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Bytecode is good for one V8 on one kind of machine; V8 itself refuses what does not fit. */
const KIND = `${process.versions.v8}-${process.platform}-${process.arch}`;

/**
 * Load a program of `dist`, with the bytecode that the build has put beside it: compiling the text takes longer than
 * most commands run. Any other node compiles it, and nothing is ever written.
 */
module.exports = function load(name) {
  const file = join(__dirname, '../dist', name);
  const bytecode = `${file}.${KIND}.bytecode`;
  if (!existsSync(bytecode)) return require(file);
  return run(scriptOf(file, readFileSync(bytecode)), file);
};

/** The build has kept it to ASCII, which is quicker to read. */
function scriptOf(file, cachedData) {
  return new Script(wrap(readFileSync(file, 'latin1')), { filename: file, cachedData });
}

function run(script, file) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

module.exports.forBuild = { KIND, scriptOf, run };
