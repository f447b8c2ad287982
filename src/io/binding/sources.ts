/** Where the pages of evidence come from that are to be bound: from the files themselves, or from LibreOffice. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { howToBind, standIn, type How } from '../../core/binding/how.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { readTurn } from '../../core/documents/pictures/exif.js';
import { findExif } from '../../core/documents/pictures/photo.js';
import { extensionOf } from '../../core/documents/formats.js';
import { FileLooker } from '../facts/file-looker.js';
import { withFile } from '../facts/open-file.js';
import { convertAll } from '../office/soffice.js';

/** A file whose pages are wanted, and how they are got. */
export interface Bindable {
  readonly path: ArchivePath;
  readonly how: Exclude<How, { readonly as: 'convert' }>;
  /** Where its bytes are read: of the file itself, or of what was printed of it. */
  readonly place: string;
}

interface SourceOptions {
  /** LibreOffice; `undefined` when it is not there. */
  readonly program: string | undefined;
  /** A folder for what is made, on the archive's disk; called only when something is. */
  readonly workplace: () => string;
  readonly signal: AbortSignal;
  readonly onDone: (done: number) => void;
}

/** All of a file is in memory while its pages are bound. */
const LARGEST = 256 * 2 ** 20;
/** Of all files together: a PDF that is larger is opened by few. */
const MOST_BYTES = 1024 * 2 ** 20;

/**
 * @param paths - Of files, from the archive's folder.
 * @returns One for each, in their order.
 */
export async function bindables(
  root: string,
  paths: readonly ArchivePath[],
  options: SourceOptions,
): Promise<readonly Bindable[]> {
  const looker = new FileLooker();
  let total = 0;
  const seen = paths.map((path) => {
    const place = join(root, path);
    const stats = lstatSync(place, { throwIfNoEntry: false });
    if (!stats?.isFile()) return { path, place, how: standIn('unreadable') };
    const how = howToBind(looker.look(place, stats));
    if (how.as !== 'stand-in') total += stats.size;
    const isTooMuch = how.as !== 'stand-in' && (stats.size > LARGEST || total > MOST_BYTES);
    return { path, place, how: isTooMuch ? standIn('too-large') : how };
  });
  const printed = await printedOf(seen, options);
  return seen.map(({ path, place, how }) => {
    if (how.as !== 'convert') return { path, place, how };
    return printed.get(path) ?? { path, place, how: standIn('no-office') };
  });
}

async function printedOf(
  seen: readonly { readonly path: ArchivePath; readonly place: string; readonly how: How }[],
  { program, workplace, signal, onDone }: SourceOptions,
): Promise<ReadonlyMap<ArchivePath, Bindable>> {
  const wanted = seen.flatMap(({ path, place, how }) =>
    how.as === 'convert'
      ? [{ path, from: place, format: (extensionOf(how.format) ?? '').slice(1) }]
      : [],
  );
  if (program === undefined || wanted.length === 0) return new Map();
  const folder = workplace();
  const conversions = wanted.map((each, at) => ({ ...each, to: join(folder, `${at}.pdf`) }));
  const done = await convertAll(conversions, {
    ...{ program, signal, onDone },
    into: 'pdf',
    workplace: folder,
  });
  return new Map(
    conversions.map(({ path, to }, at) => {
      const how = done[at] === true ? ({ as: 'pages' } as const) : standIn('not-converted');
      return [path, { path, place: to, how }];
    }),
  );
}

export function readBindable({ place }: Bindable): Uint8Array {
  return readFileSync(place);
}

/** Clockwise degrees by which a photo is turned to stand upright, by its EXIF. */
export function turnOf({ place }: Bindable): Promise<number> {
  return withFile(place, ({ read }) => {
    const exif = findExif(read);
    if (exif === undefined || exif === 'none') return Promise.resolve(0);
    const within = (offset: number, length: number) =>
      read(exif.offset + offset, Math.min(length, exif.length - offset));
    return Promise.resolve(readTurn(within));
  });
}
