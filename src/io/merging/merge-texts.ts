import { fileKindOf } from '../../core/merging/kinds.js';
import { mergeFiles, type Merged } from '../../core/merging/merge-files.js';
import type { Side } from '../../core/merging/merge-values.js';
import { parseYaml } from '../yaml/yaml.js';

/** Versions of a file as texts, without byte order marks. */
interface TextVersions {
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merge the texts of a file entry by entry.
 *
 * @param name - Of the file, which tells what is in it.
 * @returns `undefined` where it is no such file, or has to be left to a person.
 */
export function mergeTexts(name: string, versions: TextVersions, side: Side): Merged | undefined {
  const kind = fileKindOf(name);
  if (!kind) return undefined;
  const { base, ours, theirs } = versions;
  const parse = (text: string) => parseYaml(text);
  const parsed = {
    base: base === undefined ? undefined : parse(base),
    ours: parse(ours),
    theirs: parse(theirs),
  };
  return mergeFiles(parsed, kind, side, parse);
}
