/** The scoring system as it goes into a bundle: its text, and that of every file it extends. */
import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { withSystemSchema } from '../../core/archive/schema-line.js';
import type { SystemSource } from '../../core/system/source.js';
import { applyEdits } from '../../core/yaml-file/node.js';
import type { YamlNode } from '../../core/yaml-file/node.js';
import { readYaml } from '../yaml/yaml.js';

export const FROZEN_SYSTEM = 'criteria.yaml';

export interface FrozenSystem {
  /** SHA-256 of `criteria.yaml`. */
  readonly digest: string;
  /** `criteria.yaml` first. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/**
 * A system that extends another is frozen with it: the other file lies beside under a name made of its digest, and
 * only the words after `extends:` are changed to point there. So the digest of `criteria.yaml` stands for all of
 * them, and every line is still where its author put it. Where an editor finds the schema differs from place to place
 * and says nothing of the system: the office's own file and an archive's copy of it freeze to the same bytes.
 *
 * @param path - Of a system that was found usable: the chain of `extends` ends.
 * @param source - As it was read already; one that extends nothing is not read again.
 */
export async function freezeSystem(path: string, source?: SystemSource): Promise<FrozenSystem> {
  if (source && !source.textAt('/extends')) return frozen(source.text, []);
  const { root, text } = await readYaml(path);
  const target = root && extendsOf(root);
  if (target === undefined) return frozen(text, []);
  const base = await freezeSystem(join(dirname(path), target.text));
  const [own, ...rest] = base.files;
  const name = `criteria-${base.digest.slice(0, 12)}.yaml`;
  const edit = { start: target.start, end: target.end, text: `./${name}` };
  const others = [{ name, text: own?.text ?? '' }, ...rest];
  return frozen(applyEdits(text, [edit]), others);
}

function frozen(written: string, others: FrozenSystem['files']): FrozenSystem {
  const text = withSystemSchema(written, FROZEN_SYSTEM);
  const digest = hash('sha256', text);
  return { digest, files: [{ name: FROZEN_SYSTEM, text }, ...others] };
}

function extendsOf(root: YamlNode): Extract<YamlNode, { is: 'text' }> | undefined {
  const node = root.is === 'map' ? root.entries.get('extends')?.value : undefined;
  return node?.is === 'text' && node.text !== '' ? node : undefined;
}
