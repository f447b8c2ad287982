/** Scoring systems from disk, with the files that they extend. */
import { dirname, join, resolve } from 'node:path';
import { assembleSystem } from '../../core/system/assemble.js';
import type { SystemFile } from '../../core/system/assemble.js';
import type { ChainFault, SystemSource } from '../../core/system/source.js';
import { knownKeys, schemaProblems } from '../../core/yaml-file/schema-faults.js';
import { DanganError, isDanganError } from '../../errors.js';
import validate, { schemaKeys } from '../../../schemas/scoring-system.schema.json?validator';
import { readYaml } from '../yaml/yaml.js';

const KNOWN = knownKeys(schemaKeys);

/** Nation, province, city, county, unit, and a few to spare. */
const CHAIN_LIMIT = 10;

/**
 * Read a scoring system with everything it extends.
 *
 * @param path - As the user would write it; findings show it so.
 * @throws {DanganError} when the file itself cannot be read. What is in it never throws.
 */
export async function readSystem(
  path: string,
  options: { readonly template: string; readonly cwd?: string },
): Promise<SystemSource> {
  const absolute = (file: string) => resolve(options.cwd ?? '.', file);
  const own = await readFile(path, absolute(path));
  const files: [SystemFile, ...SystemFile[]] = [own];
  const seen = new Set([absolute(path)]);
  for (;;) {
    const last = files.at(-1) ?? own;
    const target = last.yaml.textAt('/extends');
    if (target === undefined || target === '') return assembleSystem(files, options.template);
    const next = join(dirname(last.path), target);
    const fault = await extended(next, absolute(next), seen, files);
    if (fault) return assembleSystem(files, options.template, fault);
  }
}

/** Read the next file of the chain into `files`. */
async function extended(
  path: string,
  absolute: string,
  seen: Set<string>,
  files: SystemFile[],
): Promise<ChainFault | undefined> {
  if (seen.has(absolute)) return { wrong: 'extends-cycle', path };
  if (files.length >= CHAIN_LIMIT) return { wrong: 'extends-deep', path };
  seen.add(absolute);
  try {
    files.push(await readFile(path, absolute));
    return undefined;
  } catch (error) {
    if (!isDanganError(error)) throw error;
    return { wrong: error.code === 'FILE_NOT_FOUND' ? 'extends-missing' : 'extends-broken', path };
  }
}

async function readFile(path: string, absolute: string): Promise<SystemFile> {
  try {
    const yaml = await readYaml(absolute, KNOWN);
    return { path, yaml, faults: schemaProblems(yaml, validate, schemaKeys) };
  } catch (error) {
    throw isDanganError(error) ? sayingPath(error, path) : error;
  }
}

/** The path as the user wrote it, not as it was resolved. */
function sayingPath(error: DanganError, path: string): DanganError {
  return new DanganError(error.code, { ...error.data, path }, { cause: error });
}

/**
 * The same, for commands that work with the system and do not judge it.
 *
 * @throws {DanganError} SYSTEM_INVALID - it cannot be worked with; `validate` tells why.
 */
export async function readUsableSystem(
  path: string,
  options: { readonly template: string; readonly cwd?: string },
): Promise<SystemSource> {
  const source = await readSystem(path, options);
  if (source.usable) return source;
  throw new DanganError('SYSTEM_INVALID', { path, count: Math.max(1, source.problems.length) });
}
