import { posix } from 'node:path';
import { DEFAULT_SETTINGS } from '../../../core/archive/settings.js';
import { assembleSystem, type SystemFile } from '../../../core/system/assemble.js';
import type { ScoringSystem } from '../../../core/system/types.js';
import { decodeText } from '../../../core/yaml-file/decode-text.js';
import { FROZEN_SYSTEM } from '../../system/freeze-system.js';
import { parseYaml } from '../../yaml/yaml.js';

/** More than `pack` ever freezes. */
const CHAIN_LIMIT = 10;

/** Longest file that is read as YAML anywhere. */
export const YAML_BYTES = 4 << 20;

/**
 * The scoring system in a bundle, with the files that it extends.
 *
 * @param readTag - A file in the root of the bundle; `undefined` when it is not there or too long.
 * @returns `undefined` when there is none, or none that can be worked with.
 */
export function frozenSystem(
  readTag: (name: string) => Uint8Array | undefined,
): ScoringSystem | undefined {
  const files: SystemFile[] = [];
  const seen = new Set<string>();
  for (let name: string | undefined = FROZEN_SYSTEM; name !== undefined && name !== '';) {
    const bytes = files.length < CHAIN_LIMIT && !seen.has(name) ? readTag(name) : undefined;
    if (bytes === undefined || bytes.length > YAML_BYTES) return undefined;
    seen.add(name);
    const { text, fault } = decodeText(bytes);
    const yaml = parseYaml(text, undefined, fault);
    files.push({ path: name, yaml, faults: [] });
    const target: string | undefined = yaml.textAt('/extends');
    name = target && posix.normalize(target);
  }
  const [own, ...rest] = files;
  if (own === undefined) return undefined;
  const source = assembleSystem([own, ...rest], DEFAULT_SETTINGS.folders.template);
  return source.usable ? source.system : undefined;
}
