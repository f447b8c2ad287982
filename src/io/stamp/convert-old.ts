/** Documents of old formats made into those of today, by LibreOffice. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf, parentOf, joinPath, type ArchivePath } from '../../core/archive/paths.js';
import { eachFolder, type Archive } from '../../core/archive/types.js';
import { parseName } from '../../core/naming/parse.js';
import { left, type Outcome } from '../../core/stamp/plan.js';
import type { StampFormat } from '../../core/stamp/types.js';
import { foldName } from '../../core/text.js';
import { convertAll } from '../office/soffice.js';
import type { Document } from './list-documents.js';

type OldDocument = Document & { readonly treatment: { readonly is: 'convert' } };

export function isOld(document: Document): document is OldDocument {
  return document.treatment.is === 'convert';
}

/** Where each would be kept, under the same ordinal and title; `undefined` where another file is there. */
export function convertedPlaces(
  archive: Archive,
  documents: readonly OldDocument[],
): ReadonlyMap<ArchivePath, ArchivePath | undefined> {
  const taken = new Map<ArchivePath, Set<string>>();
  for (const { path, files, folders } of eachFolder(archive.root)) {
    taken.set(path, new Set([...files, ...folders].map(({ name }) => foldName(name))));
  }
  return new Map(
    documents.map(({ path, treatment }) => {
      const [folder, name] = [parentOf(path), nameOf(path)];
      const { extension } = parseName(name);
      const to = `${name.slice(0, name.length - extension.length)}.${treatment.into}`;
      const names = taken.get(folder);
      if (to !== name && names?.has(foldName(to)) === true) return [path, undefined];
      names?.add(foldName(to));
      return [path, joinPath(folder, to)];
    }),
  );
}

interface ConvertingOptions {
  readonly program: string;
  /** A folder for what is made. */
  readonly drafts: string;
  readonly signal: AbortSignal;
  readonly onDone: (done: number) => void;
}

/** @returns Where the new file of each is on the disk; `undefined` for those that could not be converted. */
export async function convertOld(
  root: string,
  documents: readonly OldDocument[],
  { program, drafts, signal, onDone }: ConvertingOptions,
): Promise<ReadonlyMap<ArchivePath, string | undefined>> {
  const made = new Map<ArchivePath, string | undefined>();
  const workplace = join(drafts, 'office');
  mkdirSync(workplace);
  for (const into of ['docx', 'xlsx', 'pptx'] as const satisfies StampFormat[]) {
    const some = documents.filter(({ treatment }) => treatment.into === into);
    const before = made.size;
    const conversions = some.map(({ path, format }, at) => {
      const to = join(drafts, `converted-${before + at}.${into}`);
      return { from: join(root, path), format: extensionOf(format), to };
    });
    const options = { program, into, workplace, signal };
    const done = await convertAll(conversions, {
      ...options,
      onDone: (count) => onDone(before + count),
    });
    for (const [at, { path }] of some.entries()) {
      made.set(path, done[at] === true ? conversions[at]?.to : undefined);
    }
  }
  return made;
}

/** Under which LibreOffice reads it: files of Works have the extension of those of WPS, which are other ones. */
function extensionOf(format: Document['format']): string {
  return format === 'works' ? 'wps' : (format ?? '');
}

export const NOT_CONVERTED: Outcome = left('not-converted');
