/** A scoring system with the systems it builds on, as files to take into an archive. */
import { readFile } from 'node:fs/promises';
import { dirname, posix, resolve } from 'node:path';
import { withSystemSchema } from '../../core/archive/schema-line.js';
import { diskError } from '../../errors.js';
import { folderAround, pathBelow, slashed } from '../within.js';
import { readYaml } from '../yaml/yaml.js';

/** Files by their place in the archive, `/` between the parts. */
interface SystemFiles {
  readonly main: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Where they are now, absolute, with the bytes they have there; the system itself first. */
  readonly sources: ReadonlyMap<string, Buffer>;
}

/**
 * Read the scoring system at `path` and all that it extends.
 *
 * One file becomes `criteria.yaml`; several keep their names and their places to each other, in `criteria/`.
 * Their bytes are kept, but for the line that tells an editor where the schema is.
 */
export async function readSystemFiles(path: string): Promise<SystemFiles> {
  const chain = await chainOf(resolve(path));
  const [first = path, ...others] = chain.keys();
  const top = folderAround([...chain.keys()]);
  const placeOf = (file: string) =>
    others.length === 0 ? 'criteria.yaml' : posix.join('criteria', placeBelow(top, file));
  const files = [...chain].map(([file, bytes]) => {
    const place = placeOf(file);
    return [place, withSchemaAt(bytes, place)] as const;
  });
  return { main: placeOf(first), files: new Map(files), sources: chain };
}

/** The bytes of a file and of those it extends, itself first; a file that comes again ends the chain. */
async function chainOf(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const chain = new Map<string, Buffer>();
  for (let file: string | undefined = path; file !== undefined && !chain.has(file);) {
    const bytes = await readFile(file).catch((cause: unknown) => {
      throw diskError(path, cause);
    });
    chain.set(file, bytes);
    const base: string | undefined = (await readYaml(file)).textAt('/extends');
    file = base ? resolve(dirname(file), base) : undefined;
  }
  return chain;
}

/** Byte by byte: the file may be in GBK. */
function withSchemaAt(bytes: Buffer, place: string): Buffer {
  return Buffer.from(withSystemSchema(bytes.toString('latin1'), place), 'latin1');
}

/** Of files on several drives, each drive gets a folder. */
function placeBelow(top: string | undefined, file: string): string {
  return top === undefined ? slashed(file).replaceAll(':', '') : pathBelow(top, file);
}
