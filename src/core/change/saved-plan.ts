/** A plan in a file, to be looked at by others and carried out later. */
import { createHash } from 'node:crypto';
import { eachFolder, type Archive } from '../archive/types.js';
import { isObject } from '../is-object.js';
import { RULE_IDS, type RuleId } from '../rules/ids.js';
import type { Change } from './types.js';

export interface SavedPlan {
  readonly tree: string;
  readonly changes: readonly Change[];
}

/**
 * Of every name in the tree and of the scoring system's text: a plan holds for this and no other state.
 *
 * @returns 64 lower-case hex digits.
 */
export function treeDigest({ root }: Archive, systemText: string): string {
  const hash = createHash('sha256').update(`${systemText}\0`);
  for (const { path, folders, files, oddities } of eachFolder(root)) {
    hash.update(`${path}\0${folders.length}\0`);
    for (const { name } of [...files, ...oddities]) hash.update(`${name}\0`);
  }
  return hash.digest('hex');
}

/** @returns the plan, or what is wrong with it, as a JSON pointer. */
export function parsePlan(value: unknown): SavedPlan | string {
  if (!isObject(value) || value['schema'] !== 'dangan/plan@1') return '/schema';
  const { tree, changes } = value;
  if (typeof tree !== 'string' || !/^[0-9a-f]{64}$/.test(tree)) return '/tree';
  if (!Array.isArray(changes)) return '/changes';
  const parsed: Change[] = [];
  for (const [at, each] of (changes as unknown[]).entries()) {
    const change = parseChange(each);
    if (!change) return `/changes/${at}`;
    parsed.push(change);
  }
  return { tree, changes: parsed };
}

/** A plan of `fix` brings nothing in from outside, and touches nothing of dangan's own. */
function parseChange(value: unknown): Change | undefined {
  if (!isObject(value)) return undefined;
  const { do: verb, of, from, to, path, text } = value;
  const why = rulesIn(value['why']);
  if (!why) return undefined;
  const isKind = of === 'file' || of === 'folder';
  if (verb === 'move' && isKind && isPlace(from) && isPlace(to)) {
    return { do: verb, of, from, to, why };
  }
  if (!isPlace(path)) return undefined;
  if (verb === 'create-folder') return { do: verb, path, why };
  if (verb === 'trash' && isKind) return { do: verb, of, path, why };
  if (verb === 'rewrite' && typeof text === 'string') return { do: verb, path, text, why };
  return undefined;
}

function rulesIn(value: unknown): RuleId[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = RULE_IDS.filter((id) => value.includes(id));
  return found.length === value.length ? found : undefined;
}

/** A path that stays in the archive. */
function isPlace(value: unknown): value is string {
  if (typeof value !== 'string' || value.includes('\0')) return false;
  const names = value.split('/');
  return names[0] !== '.dangan' && names.every((name) => !['', '.', '..'].includes(name));
}
