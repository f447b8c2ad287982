'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Bytecode is good for one V8 on one kind of machine; V8 itself refuses what does not fit. */
const KIND = `${process.versions.v8}-${process.platform}-${process.arch}`;

/** Commands with bytecode of their own: V8 reads all of it before it starts, so that each has just what it needs. */
const COMMANDS = ['check', 'validate', 'pack', 'verify', 'unpack'];

/**
 * Load a program of `dist`, with the bytecode that the build has put beside it: compiling the text takes longer than
 * most commands run. Any other node compiles it, and nothing is ever written.
 *
 * @param command - What the program is to do; any other than those kept starts as `check` does.
 */
module.exports = function load(name, command) {
  const file = join(__dirname, '../dist', name);
  const bytecode = bytecodeOf(file, COMMANDS.includes(command) ? command : COMMANDS[0]);
  if (!existsSync(bytecode)) return require(file);
  return run(scriptOf(file, readFileSync(bytecode)), file);
};

function bytecodeOf(file, command) {
  return `${file}.${KIND}.${command}.bytecode`;
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

module.exports.forBuild = { bytecodeOf, scriptOf, run };
