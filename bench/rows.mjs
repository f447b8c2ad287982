// What is compared with what. Goals are ratios of whole-process times.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkMixedAgain, stampMixed } from './mixed.mjs';
import { stampBesidePdfLib } from './pdfs.mjs';
import { makeArchive, makeDocuments, realisticSize } from './trees.mjs';
import { watchBesideClock } from './watching.mjs';
import { stampBesideFflate } from './word-files.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const dangan = (...words) => [process.execPath, join(here, 'bin/dangan.js'), ...words];
const lsLint = join(here, 'node_modules/.bin/ls-lint');
// Beside the evidence: among it, it would be a finding.
const LS_LINT_FILE = '.ls-lint.yml';
const LS_LINT_RULES = ['docx', 'jpg', 'pdf', 'xlsx', 'mp4']
  .map((extension) => `  .${extension}: regex:[0-9]+：.*\n`)
  .join('');

/** Rows of the benchmark; `make` lays out what a row needs and gives our command and theirs. */
export function rowsIn(folder) {
  const tree = (name, options) => () => {
    const root = join(folder, name);
    if (existsSync(join(root, 'criteria.yaml'))) return root;
    process.stderr.write(`making ${name} …\n`);
    makeArchive(root, { seed: 42, ...options });
    writeFileSync(join(root, LS_LINT_FILE), `ls:\n${LS_LINT_RULES}`);
    return root;
  };
  const trees = {
    '100 files': tree('files-100', { folders: 10, files: 10 }),
    '1,000 files': tree('files-1000', { folders: 50, files: 20 }),
    '10,000 files': tree('files-10000', { folders: 200, files: 50 }),
    '100,000 files': tree('files-100000', { folders: 250, files: 400 }),
    'ledgers of 10,000 files': tree('ledgers-10000', { folders: 200, files: 50, ledgers: true }),
    'ledgers of 5,000 files': tree('ledgers-5000', { folders: 100, files: 50, ledgers: true }),
    '3 files': tree('files-3', { folders: 1, files: 3 }),
    '2 GB mix': tree('mix-2gb', { folders: 100, files: 20, size: realisticSize }),
  };
  const bundle = (size) => () => bundleOf(trees[size](), join(folder, `bundle ${size}`));
  return [
    {
      name: 'version',
      beside: 'node -e 0',
      goal: 1.3,
      make: () => [{ words: dangan('--version') }, { words: [process.execPath, '-e', '0'] }],
    },
    checkBesideNode(trees),
    besideLsLint('1,000 files', trees, 1, NAMES),
    besideLsLint('10,000 files', trees, 1, NAMES),
    besideLsLint('100,000 files', trees, 1, NAMES),
    besideLsLint('1,000 files, all', trees),
    besideLsLint('10,000 files, all', trees),
    besideFind('10,000 files', trees),
    besideFind('100,000 files', trees, 4),
    watchBesideClock('10,000 files', trees['10,000 files'], dangan, 0.3),
    watchBesideClock('ledgers of 10,000', trees['ledgers of 10,000 files'], dangan, 0.3),
    statusBesideCheck('ledgers of 10,000 files', trees),
    catalogueBesideCheck('ledgers of 5,000 files', trees, folder),
    validateBesideNode(trees),
    stampBesidePdfLib(folder, dangan),
    stampBesideFflate(folder, dangan),
    stampMixed(folder, dangan),
    checkMixedAgain(folder, dangan),
    identifyBesideFile(folder),
    besideZip('2 GB mix', trees, folder, 1.1),
    besideZip('2 GB mix', trees, folder, 1.1, 'sync'),
    besideZip('100,000 files', trees, folder, 1.2),
    resumeBesidePack('2 GB mix', trees, folder, 0.3),
    besideSums(bundle('2 GB mix')),
    besideZipTest(bundle('100,000 files')),
    besideNode('verify 3 files, plain', () => plainBag(join(folder, 'plain bag')), 1.5),
    besideNode('verify 3 files, ours', () => bundle('3 files')().bag),
    besideUnzip(bundle('2 GB mix'), folder),
    besideCopy(bundle('2 GB mix'), folder, 1.2),
    besideCopyOnDisk(bundle('2 GB mix'), folder),
  ];
}

// Folders, names and portability, as ls-lint has them; `all` is every rule, with coverage and contents.
const NAMES = ['tree', 'name', 'port'].flatMap((area) => ['--rule', area]);

function besideLsLint(name, trees, goal, rules = []) {
  return {
    name: `check ${name}`,
    beside: 'ls-lint (npm)',
    goal,
    needs: lsLint,
    make: () => {
      const root = trees[name.replace(', all', '')]();
      const theirs = ['--config', join(root, LS_LINT_FILE), '--workdir', join(root, '档案')];
      return [{ words: dangan('check', root, ...rules) }, { words: [lsLint, ...theirs] }];
    },
  };
}

function checkBesideNode(trees) {
  return {
    name: 'check 100 files, all',
    beside: 'node -e 0',
    goal: 2.5,
    make: () => [
      { words: dangan('check', trees['100 files']()) },
      { words: [process.execPath, '-e', '0'] },
    ],
  };
}

function besideFind(size, trees, goal) {
  return {
    name: `check ${size}`,
    beside: 'find',
    goal,
    needs: 'find',
    make: () => {
      const root = trees[size]();
      return [{ words: dangan('check', root, ...NAMES) }, { words: ['find', join(root, '档案')] }];
    },
  };
}

function statusBesideCheck(size, trees) {
  return {
    name: 'status 10,000 files',
    beside: 'dangan check',
    goal: 2,
    make: () => {
      const root = trees[size]();
      // Something is owed in it.
      return [{ words: dangan('status', root) }, { words: dangan('check', root), ends: 1 }];
    },
  };
}

// The goal is 2 s and 200 MB, whatever `check` takes.
function catalogueBesideCheck(size, trees, folder) {
  return {
    name: 'catalogue 5,000 rows',
    beside: 'dangan check',
    make: () => {
      const root = trees[size]();
      const target = join(folder, 'catalogue.xlsx');
      const list = dangan('catalogue', root, '--kind', 'filed', '-o', target, '--force');
      return [{ words: list }, { words: dangan('check', root), ends: 1 }];
    },
  };
}

function validateBesideNode(trees) {
  return {
    name: 'validate 275 indicators',
    beside: 'node -e 0',
    goal: 3,
    make: () => {
      const system = join(trees['100,000 files'](), 'criteria.yaml');
      return [{ words: dangan('validate', system) }, { words: [process.execPath, '-e', '0'] }];
    },
  };
}

function identifyBesideFile(folder) {
  return {
    name: 'identify 1,000 files',
    beside: 'file',
    goal: 2,
    needs: 'file',
    make: () => {
      const documents = join(folder, 'documents-1000');
      const list = join(folder, 'documents-1000.txt');
      if (!existsSync(list)) {
        makeDocuments(documents, 1000, 42);
        writeFileSync(
          list,
          readdirSync(documents)
            .map((name) => `${join(documents, name)}\n`)
            .join(''),
        );
      }
      return [{ words: dangan('identify', documents) }, { words: ['file', '-f', list] }];
    },
  };
}

/** @param sync - Program that sees the zip onto the disk, where ours is when we end. */
function besideZip(size, trees, folder, goal, sync) {
  return {
    name: `pack ${size}`,
    beside: ['7z a -tzip -mx=0', ...(sync ? [sync] : [])].join('; '),
    goal,
    needs: '7z',
    make: () => {
      const root = trees[size]();
      const [ours, theirs] = [join(folder, 'ours.zip'), join(folder, 'theirs.zip')];
      const zip = ['7z', 'a', '-bd', '-tzip', '-mx=0', theirs, join(root, '档案')];
      return [
        { words: dangan('pack', root, '-o', ours), before: without(ours) },
        { words: sync ? inTurn(zip, [sync, theirs]) : zip, before: without(theirs) },
      ];
    },
  };
}

/** One after the other, as a single program. */
function inTurn(...programs) {
  const line = programs.map((words) => words.map((word) => `'${word}'`).join(' ')).join(' && ');
  return ['sh', '-c', line];
}

function resumeBesidePack(size, trees, folder, goal) {
  return {
    name: 'pack --resume 2 GB',
    beside: 'dangan pack',
    goal,
    make: () => {
      const root = trees[size]();
      const [there, first] = [join(folder, 'there.zip'), join(folder, 'first.zip')];
      const pack = (zip, ...more) => dangan('pack', root, '-o', zip, ...more);
      const [program, ...words] = pack(there, '--resume');
      spawnSync(program, words, { stdio: 'ignore' });
      return [{ words: pack(there, '--resume') }, { words: pack(first), before: without(first) }];
    },
  };
}

function besideSums(bundle) {
  return {
    name: 'verify 2 GB zip',
    beside: 'sha256sum -c',
    goal: 0.25,
    needs: '7z',
    make: () => {
      const { zip, bag } = bundle();
      const sums = ['sha256sum', '-c', '--quiet', 'manifest-sha256.txt'];
      return [{ words: dangan('verify', zip) }, { words: sums, cwd: bag }];
    },
  };
}

function besideZipTest(bundle) {
  return {
    name: 'verify 100,000 files',
    beside: '7z t',
    goal: 2.5,
    needs: '7z',
    make: () => {
      const { zip } = bundle();
      return [{ words: dangan('verify', zip) }, { words: ['7z', 't', zip] }];
    },
  };
}

// Of ours, the index, the profile and the coverage are judged besides.
function besideNode(name, bag, goal) {
  return {
    name,
    beside: 'node -e 0',
    goal,
    needs: '7z',
    make: () => [{ words: dangan('verify', bag()) }, { words: [process.execPath, '-e', '0'] }],
  };
}

function besideCopy(bundle, folder, goal) {
  return {
    name: 'unpack 2 GB zip',
    beside: 'cp -r',
    goal,
    needs: '7z',
    make: () => {
      const { zip, bag } = bundle();
      const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
      return [
        { words: dangan('unpack', zip, '--to', ours), before: without(ours) },
        { words: ['cp', '-r', bag, theirs], before: without(theirs) },
      ];
    },
  };
}

/** Until the disk has it, on both sides: neither waits for that by itself. */
function besideCopyOnDisk(bundle, folder) {
  const row = besideCopy(bundle, folder);
  const onDisk = (run) => ({ ...run, words: inTurn(run.words, ['sync', '-f', folder]) });
  return {
    ...row,
    name: `${row.name}; sync`,
    beside: `${row.beside}; sync`,
    make: () => row.make().map(onDisk),
  };
}

function besideUnzip(bundle, folder) {
  return {
    name: 'unpack 2 GB zip',
    beside: '7z x; sha256sum -c',
    goal: 0.6,
    needs: '7z',
    make: () => {
      const { zip } = bundle();
      const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
      const unzip = `7z x -bd -o'${theirs}' '${zip}' && cd '${theirs}'/*`;
      const line = `${unzip} && sha256sum -c --quiet manifest-sha256.txt`;
      return [
        { words: dangan('unpack', zip, '--to', ours), before: without(ours) },
        { words: ['sh', '-c', line], before: without(theirs) },
      ];
    },
  };
}

const without = (path) => () => rmSync(path, { recursive: true, force: true });

/** The bundle of an archive, and the same unpacked by another program. */
function bundleOf(root, folder) {
  const zip = join(folder, 'bundle.zip');
  const out = join(folder, 'bag');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(zip)) {
    const [program, ...rest] = dangan('pack', root, '-o', zip);
    spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(out, { recursive: true, force: true });
    spawnSync('7z', ['x', '-bd', `-o${out}`, zip], { stdio: 'ignore' });
  }
  return { zip, bag: join(out, readdirSync(out)[0]) };
}

/** As large as the bags that suites for conformance are made of. */
function plainBag(folder) {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const sums = ['1.txt', '2.txt', '3.txt'].map((name) => {
    writeFileSync(join(data, name), `${name}\n`);
    return `${createHash('sha256').update(`${name}\n`).digest('hex')}  data/${name}\n`;
  });
  writeFileSync(join(folder, 'manifest-sha256.txt'), sums.join(''));
  const declared = ['BagIt-Version: 1.0', 'Tag-File-Character-Encoding: UTF-8', ''];
  writeFileSync(join(folder, 'bagit.txt'), declared.join('\n'));
  return folder;
}
