'use strict';
const { closeSync, existsSync, fstatSync, openSync, readSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Bytecode is good for one V8 on one kind of machine; V8 itself refuses what does not fit. */
const KIND = `${process.versions.v8}-${process.platform}-${process.arch}`;

/** Commands that people wait for: each is a program of its own, so that nothing of the others has to be read. */
const PROGRAMS = ['check', 'validate', 'pack', 'verify', 'unpack'];

/** What node puts around a module; `node:module`, which would tell, takes as long to load as a third of the program. */
const AROUND = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'];

/**
 * Load the program for a command, with the bytecode that the build has put beside it: compiling the text takes as long
 * as most commands run. Any other node compiles it, and nothing is ever written.
 */
module.exports = function load(command) {
  const file = programFor(command);
  const bytecode = bytecodeOf(file);
  return existsSync(bytecode) ? run(scriptOf(file, bytecode), file) : require(file);
};

function programFor(command) {
  return join(__dirname, '../dist', `${PROGRAMS.includes(command) ? command : 'main'}.cjs`);
}

function bytecodeOf(file) {
  return `${file}.${KIND}.bytecode`;
}

function scriptOf(file, bytecode) {
  const source = sourceOf(file);
  return new Script(source, { filename: file, cachedData: bytecode && read(bytecode) });
}

/**
 * The build has kept it to ASCII, which is quicker to read. What node puts around it is there before it is text: to join
 * texts is to copy them.
 */
function sourceOf(file) {
  const [before, after] = AROUND;
  const bytes = read(file, before.length, after.length);
  bytes.write(before, 'latin1');
  bytes.write(after, bytes.length - after.length, 'latin1');
  return bytes.toString('latin1');
}

/** In one piece, with room at both ends. */
function read(file, before = 0, after = 0) {
  const descriptor = openSync(file);
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.allocUnsafeSlow(before + size + after);
    const end = before + size;
    for (let at = before; at < end;) {
      const count = readSync(descriptor, bytes, at, end - at);
      if (count === 0) throw new Error(`${file}: shorter than it was`);
      at += count;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

function run(script, file) {
  const folder = dirname(file);
  const module = { exports: {} };
  const requireFrom = (id) => require(id.startsWith('./') ? join(folder, id) : id);
  script.runInThisContext()(module.exports, requireFrom, module, file, folder);
  return module.exports;
}

module.exports.PROGRAMS = PROGRAMS;
module.exports.forBuild = { programFor, bytecodeOf, scriptOf, run };
