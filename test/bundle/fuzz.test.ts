/**
 * Thousands of bundles changed by chance. None may crash the program, take long, write outside its target, or hold
 * though it is another.
 *
 * `DANGAN_FUZZ=50000 npx vitest run test/bundle/fuzz.test.ts` tries more of them, `DANGAN_FUZZ_SEED=word` others.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile as Reader } from 'yauzl';
import { expect, test } from 'vitest';
import { randomOf } from '../../src/core/bundle/judge/random.js';
import { DanganError } from '../../src/errors.js';
import {
  bagOf,
  digestOf,
  entriesOf,
  folderWith,
  notices,
  reportOn,
  sealed,
  temporary,
  unpack,
  type BagContents,
} from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import {
  changedBytes,
  changedEntries,
  changedFiles,
  changedZip,
  oneOf,
  zipAgain,
  type Random,
} from '../helpers/mutations.js';
import { ourBundle } from '../helpers/our-bundle.js';
import { quickFolder } from '../helpers/disk/quick-folder.js';
import { tarBytes, tarEntriesOf } from '../helpers/tar-bytes.js';
import { descriptor, zipBytes } from '../helpers/zip-bytes.js';

const COUNT = Number(process.env['DANGAN_FUZZ'] ?? 2000);
const SEED = process.env['DANGAN_FUZZ_SEED'] ?? 'dangan';
/** One run takes a few milliseconds; a machine that is busy takes longer. */
const SLOW_MS = 5000;
const HEAP_BYTES = 300 * 2 ** 20;

interface Base {
  readonly files: BagContents;
  /** Nothing of it can change without being told, not even a tag file. */
  readonly strict: boolean;
  readonly zip: Buffer;
}

const folders = ['bag/', 'bag/data/'].map((name) => ({ name, attributes: 0o040755 * 0x10000 }));
const ours = ourBundle({ ...notices, 'data/2 活动/02：空.txt': '' });
const plain = bagOf({ 'data/a.txt': 'aaaa', 'data/b/c.txt': 'c'.repeat(999), 'data/b/é.txt': 'é' });

const BASES: readonly Base[] = [
  { files: ours, strict: true, zip: zipBytes([...folders, ...entriesOf(ours)]) },
  { files: ours, strict: true, zip: zipBytes(entriesOf(ours, 'bag/', { deflate: true })) },
  { files: plain, strict: false, zip: zipBytes(entriesOf(plain, '', { flags: 0 })) },
  {
    files: plain,
    strict: false,
    zip: zipBytes(entriesOf(plain).map((entry) => descriptor({ ...entry, deflate: true }))),
  },
];

/** A bundle that was changed, where it lies. */
interface Case {
  readonly path: string;
  readonly base: Base;
  /** Was the tag manifest made to agree? Then a tag file may be another. */
  readonly hidden: boolean;
}

function zipCase(base: Base, place: string, random: Random): Case {
  const path = join(place, 'bag.zip');
  const hidden = random(3) === 0;
  const kinds = [
    () => ({ bytes: changedZip(base.zip, random), hidden: false }),
    () => ({ bytes: changedZip(base.zip, random), hidden: false }),
    () => {
      const entries = changedEntries(entriesOf(base.files), join(place, 'outside'), random);
      return { bytes: zipAgain(entries, random), hidden: false };
    },
    () => {
      const files = changedFiles(base.files, random);
      const told = hidden ? sealed(files) : files;
      return { bytes: zipAgain(entriesOf(told), random), hidden };
    },
  ];
  const made = oneOf(kinds, random)();
  writeFileSync(path, made.bytes);
  return { path, base, hidden: made.hidden };
}

function folderCase(base: Base, place: string, random: Random): Case {
  const hidden = random(3) === 0;
  const files = changedFiles(base.files, random);
  const names = Object.keys(files).flatMap((path) => path.split('/'));
  const fits = names.every((name) => Buffer.byteLength(name) < 256);
  const made = hidden ? sealed(files) : files;
  return { path: folderWith(fits ? made : base.files, place), base, hidden };
}

function tarCase(base: Base, place: string, random: Random): Case {
  const path = join(place, random(2) === 0 ? 'bag.tar' : 'bag.tgz');
  const isCompressed = path.endsWith('.tgz');
  const whole = tarBytes(tarEntriesOf(base.files));
  const hidden = random(3) === 0;
  const kinds = [
    () => ({ bytes: pack(changedBytes(whole, random)), hidden: false }),
    () => ({ bytes: changedBytes(pack(whole), random), hidden: false }),
    () => {
      const files = changedFiles(base.files, random);
      const told = hidden ? sealed(files) : files;
      return { bytes: pack(tarBytes(tarEntriesOf(told))), hidden };
    },
  ];
  const pack = (bytes: Buffer) => (isCompressed ? gzipSync(bytes, { level: 1 }) : bytes);
  const made = oneOf(kinds, random)();
  writeFileSync(path, made.bytes);
  return { path, base, hidden: made.hidden };
}

/** What is wrong with how the case is answered; `undefined` when all is well. */
async function faultOf({ path, base, hidden }: Case, place: string): Promise<string | undefined> {
  const begun = performance.now();
  const verdict = await trying(async () => (await reportOn(path)).holds);
  const took = performance.now() - begun;
  if (took > SLOW_MS) return `took ${Math.round(took)} ms`;
  const to = join(place, 'deep', 'deeper', 'out');
  const before = listing(place);
  const written = await trying(() => unpack(path, to));
  if (verdict !== true) {
    if (written !== 'refused') return 'unpacked though it does not hold';
    return listing(place) === before ? undefined : 'left something behind';
  }
  // A bundle may hold and not be unpacked: for names that Windows cannot hold.
  if (written === 'refused') {
    const isClean = listing(place) === before;
    return isClean ? differenceFromReader(path, base) : 'left something behind';
  }
  const found = filesIn(to);
  rmSync(join(place, 'deep'), { recursive: true });
  if (listing(place) !== before) return 'wrote outside its target';
  return differenceFrom(base, hidden, found) ?? (await differenceFromReader(path, base));
}

/** @returns `refused` for an error that is told in words; others are crashes. */
async function trying<T>(run: () => Promise<T>): Promise<T | 'refused'> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DanganError) return 'refused';
    throw error;
  }
}

const listing = (place: string) => readdirSync(place, { recursive: true }).sort().join('\n');

function filesIn(folder: string): Map<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    found.flatMap((entry) => {
      if (!entry.isFile()) return [];
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1).normalize('NFC');
      return [[name, digestOf('sha256', readFileSync(path))]];
    }),
  );
}

/** The payload is the same by name and by byte; and so are all files where nothing can be changed unseen. */
function differenceFrom(
  { files, strict }: Base,
  hidden: boolean,
  found: ReadonlyMap<string, string>,
): string | undefined {
  // Without both of these it is anybody's bag, and says so: nothing tells that it was once more than that.
  const isOurs = found.has('index.json') || found.has('bag-info.txt');
  const all = strict && isOurs && !hidden;
  const told = (names: Iterable<readonly [string, string]>) =>
    JSON.stringify([...names].filter(([name]) => all || name.startsWith('data/')).sort());
  const expected = Object.entries(files).map(
    ([name, data]) => [name.normalize('NFC'), digestOf('sha256', data)] as const,
  );
  return told(found) === told(expected) ? undefined : 'holds, but is another';
}

/** Another program finds the same contents in the zip. */
async function differenceFromReader(path: string, { files }: Base): Promise<string | undefined> {
  if (!path.endsWith('.zip')) return undefined;
  const found = await readByOther(readFileSync(path));
  const payload = Object.entries(files).filter(([name]) => name.startsWith('data/'));
  const missing = payload.filter(([, data]) => !found.has(digestOf('sha256', data)));
  return missing.length === 0
    ? undefined
    : `another program does not find ${missing[0]?.[0] ?? ''}`;
}

function readByOther(bytes: Buffer): Promise<ReadonlySet<string>> {
  const digests = new Set<string>();
  return new Promise((resolve, reject) => {
    const readEntry = (zip: Reader, entry: Entry) => {
      zip.openReadStream(entry, (failed, stream) => {
        if (failed) reject(failed);
        else
          buffer(stream).then((data) => {
            digests.add(digestOf('sha256', data));
            zip.readEntry();
          }, reject);
      });
    };
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error) reject(error);
      else {
        zip.on('error', reject).on('end', () => {
          resolve(digests);
        });
        zip.on('entry', (entry: Entry) => {
          readEntry(zip, entry);
        });
        zip.readEntry();
      }
    });
  });
}

async function runAll(
  kind: string,
  count: number,
  makes: (base: Base, place: string, random: Random) => Case,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let nth = 0; nth < count && faults.length < 10; nth += 1) {
    const name = `${SEED} ${kind} ${nth}`;
    const place = quickFolder('dangan-fuzz-');
    const random = randomOf(name);
    const fault = await faultOf(makes(oneOf(BASES, random), place, random), place).catch(stackOf);
    if (fault === undefined) rmSync(place, { recursive: true });
    else faults.push(`${name}, kept in ${place}: ${fault}`);
  }
  return faults;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

test('zips changed by chance', { timeout: Infinity }, async () => {
  const before = process.memoryUsage().rss;
  expect(await runAll('zip', COUNT, zipCase)).toEqual([]);
  expect(process.memoryUsage().rss - before).toBeLessThan(HEAP_BYTES);
});

test('tars changed by chance', { timeout: Infinity }, async () => {
  expect(await runAll('tar', COUNT / 5, tarCase)).toEqual([]);
});

test('folders changed by chance', { timeout: Infinity }, async () => {
  expect(await runAll('folder', COUNT / 5, folderCase)).toEqual([]);
});

test('the program itself never shows a stack, and its exit code is one of those that are promised', () => {
  const random = randomOf(`${SEED} program`);
  const place = temporary();
  const seen = Array.from({ length: 12 }, () => {
    const { path } = zipCase(oneOf(BASES, random), place, random);
    const { code, out, note } = dangan(['verify', path]);
    return /\n\s+at .*:\d+/.test(out + note) || ![0, 1, 3].includes(code ?? -1);
  });
  expect(seen).not.toContain(true);
});
