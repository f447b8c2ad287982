'use strict';
// Loaded before the program, into every thread of it: nothing goes into the network, and nothing is written but where
// it may be. What is tried all the same fails, and is told in a file, since a program may get over a failure in silence.
//
// DANGAN_GUARD = { log: FILE, writable: [FOLDER…] } as JSON.
const { Buffer } = require('node:buffer');
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const { resolve, sep } = require('node:path');
const process = require('node:process');
const { URL, fileURLToPath } = require('node:url');

const { log, writable } = JSON.parse(process.env.DANGAN_GUARD);
const told = fs.openSync(log, 'a');
const writeText = fs.writeSync;

function tell(what) {
  writeText(told, `${what}\n`);
}

function forbid(what, code) {
  tell(what);
  throw Object.assign(new Error(what), { code, syscall: 'guard' });
}

function pathOf(place) {
  if (place instanceof URL) return fileURLToPath(place);
  return resolve(Buffer.isBuffer(place) ? place.toString() : String(place));
}

function mayWrite(place) {
  const path = pathOf(place);
  return writable.some((folder) => path === folder || path.startsWith(folder + sep));
}

/** Look at the arguments of every call before it is made. */
function watch(owner, name, look) {
  const original = owner[name];
  if (typeof original !== 'function') return;
  owner[name] = function (...words) {
    look(...words);
    return Reflect.apply(original, this, words);
  };
}

function watchWrites(owner, name, ...places) {
  watch(owner, name, (...words) => {
    for (const at of places) {
      if (!mayWrite(words[at])) forbid(`${name} ${pathOf(words[at])}`, 'EROFS');
    }
  });
}

const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = fs.constants;
const WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

function isWriting(flags) {
  if (typeof flags === 'number') return (flags & WRITING) !== 0;
  return typeof flags === 'string' && /[wa+]/.test(flags);
}

function watchOpen(owner, name) {
  watch(owner, name, (place, flags) => {
    if (isWriting(flags) && !mayWrite(place)) forbid(`${name} ${pathOf(place)}`, 'EROFS');
  });
}

const FIRST = [
  ...['appendFile', 'chmod', 'chown', 'createWriteStream', 'lchown', 'lutimes', 'mkdir', 'mkdtemp'],
  ...['rm', 'rmdir', 'truncate', 'unlink', 'utimes', 'writeFile'],
];
const SECOND = ['copyFile', 'cp', 'link', 'symlink'];
for (const [owner, endings] of [
  [fs, ['', 'Sync']],
  [fs.promises, ['']],
]) {
  for (const ending of endings) {
    watchOpen(owner, `open${ending}`);
    for (const name of FIRST) {
      if (name.endsWith('File')) watchFile(owner, name + ending);
      else watchWrites(owner, name + ending, 0);
    }
    for (const name of SECOND) watchWrites(owner, name + ending, 1);
    watchWrites(owner, `rename${ending}`, 0, 1);
  }
}

/** These take what is open already, too. */
function watchFile(owner, name) {
  watch(owner, name, (place) => {
    if (typeof place === 'number' || typeof place?.fd === 'number') return;
    if (!mayWrite(place)) forbid(`${name} ${pathOf(place)}`, 'EROFS');
  });
}

const offline = (name) => () => forbid(`network: ${name}`, 'ENETUNREACH');
watch(net.Socket.prototype, 'connect', offline('connect'));
watch(net.Server.prototype, 'listen', offline('listen'));
watch(dgram, 'createSocket', offline('dgram'));
watch(globalThis, 'fetch', offline('fetch'));
for (const owner of [dns, dns.promises]) {
  for (const name of Object.keys(owner)) {
    if (/^(lookup|resolve|reverse)/.test(name)) watch(owner, name, offline(name));
  }
}
// What they do is not seen: which they are is told.
for (const name of ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync']) {
  watch(childProcess, name, (program) => tell(`program: ${program}`));
}
syncBuiltinESMExports();
