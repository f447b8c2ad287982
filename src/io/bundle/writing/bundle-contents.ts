/** What goes into a bundle, in its order: the files of the payload, then all that is said of them. */
import { BAGIT_TXT } from '../../../core/bundle/bag/bag-info.js';
import {
  formatManifest,
  formatManifestRow,
  type ManifestRow,
} from '../../../core/bundle/bag/manifest.js';
import { zipBytesAtMost } from '../../../core/bundle/zip/records.js';
import { SIGNATURE_FILE, SIGNED_FILE, type Sign } from '../../../core/signature/of-bundle.js';
import { messageOf } from '../../../core/signature/signature.js';
import { compareText } from '../../../core/text.js';
import { DIGEST_BYTES } from './digest-slot.js';
import type { BundleJob, TagFile } from './bundle-job.js';
import type { BundleOutput } from './output.js';
import type { PackedFile } from './packed-files.js';
import type { PayloadFiles } from './payload-files.js';

/** How the files of the payload are gone through. */
interface Course {
  /** Grows. */
  readonly done: { files: number; bytes: number };
  /** What is known of a file whose bytes are in the output already. */
  readonly knownAt: (number: number) => PackedFile | undefined;
  readonly onFile: () => void;
  /** All digests of the payload are made. */
  readonly onPayload: () => void;
}

async function writePayload(
  payload: PayloadFiles,
  output: BundleOutput,
  { done, knownAt, onFile }: Course,
): Promise<void> {
  let cut = false;
  for (let number = 0; number < payload.count; number += 1) {
    const source = payload.sourceAt(number);
    const path = payload.pathAt(number);
    const known = knownAt(number);
    if (known) await output.keep(number, path, known);
    else {
      if (!cut) await output.cut();
      cut = true;
      const taken = output.file(number, path, source);
      // For most small files there is nothing to wait for.
      if (taken) await taken;
    }
    done.files += 1;
    done.bytes += source.sizeBytes;
    onFile();
  }
  if (!cut) await output.cut();
}

/** @returns the digest of the tag manifest. */
export async function writeAll(
  job: BundleJob,
  output: BundleOutput,
  course: Course,
): Promise<string> {
  const { payload } = job;
  await writePayload(payload, output, course);
  for (const path of foldersIn(payload)) await output.folder(path);
  const digests = await output.digests();
  course.onPayload();
  const checked = payload.checkListing(job.thread);
  // It is told in the end.
  checked.catch(() => undefined);
  const digest = await writeTags(job, output, hexOf(digests));
  await checked;
  return digest;
}

/** Digests converted at a time. */
const HEX_BLOCK = 256;

/** Each digest in hex, by number; they are asked for in order, so that many are converted at a time. */
function hexOf(digests: Buffer): (number: number) => string {
  let first = -1;
  let block = '';
  return (number) => {
    const nth = number % HEX_BLOCK;
    if (number - nth !== first) {
      first = number - nth;
      block = digests.toString('hex', first * DIGEST_BYTES, (first + HEX_BLOCK) * DIGEST_BYTES);
    }
    return block.slice(nth * 2 * DIGEST_BYTES, (nth + 1) * 2 * DIGEST_BYTES);
  };
}

/** Folders that have no file. With none at all there would be no `data`, and a bag must have one. */
function foldersIn({ count, emptyFolders }: PayloadFiles): readonly string[] {
  return count === 0 && emptyFolders.length === 0 ? ['data'] : emptyFolders;
}

async function writeTags(
  { payload, tags, sign }: BundleJob,
  output: BundleOutput,
  sha256At: (number: number) => string,
): Promise<string> {
  const rows = [];
  let manifest = '';
  for (const { name, pieces } of allTags(payload, tags)) {
    const sha256 = await output.text(name, inBlocks(pieces(sha256At, manifest)));
    if (name === MANIFEST) manifest = sha256;
    rows.push({ path: name, sha256 });
  }
  const list = tagManifest(rows);
  const digest = await output.text(SIGNED_FILE, [list]);
  if (sign) await output.text(SIGNATURE_FILE, [signatureOf(list, sign)]);
  return digest;
}

function signatureOf(list: string, sign: Sign): string {
  return sign(messageOf(Buffer.from(list)).digest, SIGNED_FILE);
}

const MANIFEST = 'manifest-sha256.txt';

/** The manifest before what tells its digest. */
function allTags(payload: PayloadFiles, tags: readonly TagFile[]): readonly TagFile[] {
  const pieces: TagFile['pieces'] = (sha256At) => manifestOf(payload, sha256At);
  const bagit = { name: 'bagit.txt', pieces: () => [BAGIT_TXT] };
  return [bagit, { name: MANIFEST, pieces }, ...tags];
}

function tagManifest(rows: ManifestRow[]): string {
  return [...formatManifest(rows.sort((a, b) => compareText(a.path, b.path)))].join('');
}

/** Stands for any digest where only the length of a text matters. */
export const SOME_DIGEST = '0'.repeat(64);

/** How long the zip of a bundle can be at most; only compression makes it shorter. */
export function bundleBytesAtMost(
  job: Pick<BundleJob, 'name' | 'payload' | 'tags' | 'sign'>,
): number {
  return zipBytesAtMost(entriesOf(job));
}

function* entriesOf({
  name: top,
  payload,
  tags,
  sign,
}: Parameters<typeof bundleBytesAtMost>[0]): Generator<{
  readonly name: string;
  readonly sizeBytes: number;
}> {
  for (let number = 0; number < payload.count; number += 1) {
    const { sizeBytes } = payload.sourceAt(number);
    yield { name: `${top}/${payload.pathAt(number)}`, sizeBytes };
  }
  for (const path of foldersIn(payload)) yield { name: `${top}/${path}/`, sizeBytes: 0 };
  const rows = [];
  for (const { name, pieces } of allTags(payload, tags)) {
    rows.push({ path: name, sha256: SOME_DIGEST });
    yield { name: `${top}/${name}`, sizeBytes: bytesOf(pieces(() => SOME_DIGEST, SOME_DIGEST)) };
  }
  const list = tagManifest(rows);
  yield { name: `${top}/${SIGNED_FILE}`, sizeBytes: bytesOf([list]) };
  if (sign)
    yield { name: `${top}/${SIGNATURE_FILE}`, sizeBytes: bytesOf([signatureOf(list, sign)]) };
}

function bytesOf(pieces: Iterable<string | Buffer>): number {
  let bytes = 0;
  for (const piece of inBlocks(pieces)) bytes += Buffer.byteLength(piece);
  return bytes;
}

function* manifestOf(
  payload: PayloadFiles,
  sha256At: (number: number) => string,
): Generator<string> {
  for (let number = 0; number < payload.count; number += 1) {
    yield formatManifestRow({ path: payload.pathAt(number), sha256: sha256At(number) });
  }
}

/** Of a longer one the text that it is put together to would be large for the heap, which takes twice the time. */
const BLOCK_LETTERS = 16 * 1024;

/** Fewer and longer pieces: a manifest has as many as there are files. */
function* inBlocks(pieces: Iterable<string | Buffer>): Generator<string | Buffer> {
  let block = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') yield piece;
    else block += piece;
    if (block.length < BLOCK_LETTERS) continue;
    yield block;
    block = '';
  }
  yield block;
}
