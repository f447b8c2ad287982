/** Scoring systems, with the files that they extend. */
import { basename, dirname, join } from 'node:path';
import { assembleSystem } from '../../core/system/assemble.js';
import type { SystemFile } from '../../core/system/assemble.js';
import type { ChainFault, SystemSource } from '../../core/system/source.js';
import { knownKeys, schemaProblems } from '../../core/yaml-file/schema-faults.js';
import { DanganError, isDanganError } from '../../errors.js';
import validate, { schemaKeys } from '../../../schemas/scoring-system.schema.json?validator';
import { SETTINGS_FILE } from '../archive/read-settings.js';
import { yamlFilesIn } from '../store/disk-store.js';
import type { YamlFiles } from '../store/types.js';

const KNOWN = knownKeys(schemaKeys);

/** Nation, province, city, county, unit, and a few to spare. */
const CHAIN_LIMIT = 10;

interface SystemOptions {
  readonly template: string;
  /** Where paths are told from. */
  readonly cwd?: string;
  /** Where the files are, when that is not `cwd`. */
  readonly files?: YamlFiles;
}

/**
 * Read a scoring system with everything it extends.
 *
 * @param path - As the user would write it; findings show it so.
 * @throws {DanganError} when the file itself cannot be read. What is in it never throws.
 */
export async function readSystem(
  path: string,
  { template, cwd = '.', files: from = yamlFilesIn(cwd) }: SystemOptions,
): Promise<SystemSource> {
  const own = await readFile(path, from);
  refuseSettings(own);
  const files: [SystemFile, ...SystemFile[]] = [own];
  const seen = new Set([from.resolve(path)]);
  for (;;) {
    const last = files.at(-1) ?? own;
    const target = last.yaml.textAt('/extends');
    if (target === undefined || target === '') return assembleSystem(files, template);
    const next = join(dirname(last.path), target);
    const fault = await extended(next, from, seen, files);
    if (fault) return assembleSystem(files, template, fault);
  }
}

/** @throws {DanganError} SYSTEM_IS_SETTINGS - it is the other file of an archive, which names this one. */
function refuseSettings({ path, yaml }: SystemFile): void {
  const { root } = yaml;
  if (basename(path) !== SETTINGS_FILE || root?.is !== 'map') return;
  if (['format', 'indicators', 'extends'].some((key) => root.entries.has(key))) return;
  const system = yaml.textAt('/system');
  const place = system === undefined ? undefined : join(dirname(path), system);
  throw new DanganError('SYSTEM_IS_SETTINGS', { path, system: place });
}

/** Read the next file of the chain into `files`. */
async function extended(
  path: string,
  from: YamlFiles,
  seen: Set<string>,
  files: SystemFile[],
): Promise<ChainFault | undefined> {
  const absolute = from.resolve(path);
  if (seen.has(absolute)) return { wrong: 'extends-cycle', path };
  if (files.length >= CHAIN_LIMIT) return { wrong: 'extends-deep', path };
  seen.add(absolute);
  try {
    files.push(await readFile(path, from));
    return undefined;
  } catch (error) {
    if (!isDanganError(error)) throw error;
    return { wrong: error.code === 'FILE_NOT_FOUND' ? 'extends-missing' : 'extends-broken', path };
  }
}

async function readFile(path: string, from: YamlFiles): Promise<SystemFile> {
  try {
    const yaml = await from.readYaml(path, KNOWN);
    return { path, yaml, faults: schemaProblems(yaml, validate, schemaKeys, true) };
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
  options: SystemOptions,
): Promise<SystemSource> {
  const source = await readSystem(path, options);
  if (source.usable) return source;
  throw new DanganError('SYSTEM_INVALID', { path, count: Math.max(1, source.problems.length) });
}
