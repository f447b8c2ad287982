/** Where the demo takes place, and the few things it does that no command does. */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { compareHandedIn } from '../core/filing/order.js';
import { isEvidence } from '../core/naming/junk.js';
import { DanganError, diskError, isDanganError } from '../errors.js';
import { SHELL } from '../messages/quoted.js';
import { aliasFor } from '../messages/shell.js';
import { isEmptyFolder } from './archive/new-folder.js';
import { makeFolders } from './make-folders.js';
import { packageFile } from './package-files.js';
import { pathBelow } from './within.js';

export { writeSamples } from './samples/index.js';

/** A folder for the demo: `keep` when that is given, which must be new or empty, else a temporary one. */
export async function demoFolder(keep: string | undefined): Promise<string> {
  if (keep === undefined) return realpath(await mkdtemp(join(tmpdir(), 'dangan-demo-')));
  await isEmptyFolder(keep).catch((error: unknown) => {
    if (!isDanganError(error) || error.code !== 'FOLDER_NOT_EMPTY') throw error;
    throw new DanganError('DEMO_FOLDER_NOT_EMPTY', { path: keep });
  });
  try {
    makeFolders(keep);
  } catch (error) {
    throw diskError(keep, error);
  }
  return realpath(keep);
}

/** What to type first so that `dangan` is known to the shell; `undefined` when it is. */
export function aliasLine(searchPath: string | undefined): string | undefined {
  const name = process.platform === 'win32' ? 'dangan.cmd' : 'dangan';
  const folders = (searchPath ?? '').split(delimiter).filter((folder) => folder !== '');
  if (folders.some((folder) => existsSync(join(folder, name)))) return undefined;
  return aliasFor(SHELL, packageFile('bin/dangan.js'));
}

/** Change one byte in the middle of `content` where it stands inside a file, as a failing stick would. */
export async function tamper(file: string, content: Buffer): Promise<void> {
  const bytes = await readFile(file);
  const middle = content.subarray(content.length >> 1, (content.length >> 1) + 64);
  const at = bytes.indexOf(middle);
  if (at < 0) throw new Error(`${file} does not hold the sample as it is`);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  await writeFile(file, bytes);
}

/** The folder below `root` whose name ends with a word. */
export async function folderNamed(root: string, word: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const found = entries.find((entry) => entry.isDirectory() && entry.name.endsWith(word));
  if (!found) throw new Error(`no folder ${word} below ${root}`);
  return join(found.parentPath, found.name);
}

/** The names in a folder, in natural order. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).sort(compareHandedIn);
}

/**
 * Compare an archive's evidence with that of a bundle unpacked below `unpacked`, byte for byte.
 *
 * @returns how many files there are.
 * @throws When one is missing, changed, or more than there should be.
 */
export async function sameEvidence(root: string, unpacked: string): Promise<number> {
  const packed = await digestsBelow(join(root, '档案'));
  const there = await digestsBelow(await bagFile(unpacked, 'data'));
  const paths = new Set([...packed.keys(), ...there.keys()]);
  for (const path of paths) {
    if (packed.get(path) !== there.get(path)) throw new Error(`${path} is not what was packed`);
  }
  return paths.size;
}

/** The page to open in an unpacked bundle. */
export function viewerIn(unpacked: string): Promise<string> {
  return bagFile(unpacked, 'index.html');
}

/** A file of the bag, which may be the folder itself or the one folder in it. */
async function bagFile(unpacked: string, name: string): Promise<string> {
  if (existsSync(join(unpacked, name))) return join(unpacked, name);
  const [bag = ''] = await readdir(unpacked);
  return join(unpacked, bag, name);
}

/** SHA-256 of every evidence below a folder, by its path with `/`. */
async function digestsBelow(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const digests = new Map<string, string>();
  for (const entry of entries.filter((each) => each.isFile() && isEvidence(each.name))) {
    const path = join(entry.parentPath, entry.name);
    const digest = hash('sha256', await readFile(path));
    digests.set(pathBelow(root, path), digest);
  }
  return digests;
}
