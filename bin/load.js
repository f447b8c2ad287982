'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Bytecode is good for one V8 on one kind of machine; V8 itself refuses what does not fit. */
const KIND = `${process.versions.v8}-${process.platform}-${process.arch}`;

/** Commands that people wait for: each is a program of its own, so that nothing of the others has to be read. */
const PROGRAMS = ['check', 'validate', 'pack', 'verify', 'unpack'];

/**
 * Load the program for a command, with the bytecode that the build has put beside it: compiling the text takes as long
 * as most commands run. Any other node compiles it, and nothing is ever written.
 */
module.exports = function load(command) {
  const file = programFor(command);
  const bytecode = bytecodeOf(file);
  if (!existsSync(bytecode)) return require(file);
  return run(scriptOf(file, readFileSync(bytecode)), file);
};

function programFor(command) {
  return join(__dirname, '../dist', `${PROGRAMS.includes(command) ? command : 'main'}.cjs`);
}

function bytecodeOf(file) {
  return `${file}.${KIND}.bytecode`;
}

/** The build has kept it to ASCII, which is quicker to read. */
function scriptOf(file, cachedData) {
  return new Script(wrap(readFileSync(file, 'latin1')), { filename: file, cachedData });
}

function run(script, file) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

module.exports.PROGRAMS = PROGRAMS;
module.exports.forBuild = { programFor, bytecodeOf, scriptOf, run };
