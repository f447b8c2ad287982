/** One bag each, named by what is in order or wrong with it, with what `verify` must say of it. */
import {
  bagOf,
  declaration,
  digestOf,
  lacking,
  manifestOf,
  sealed,
  type BagContents,
} from '../../helpers/bags.js';

export interface BagCase {
  readonly bag: BagContents;
  /** `valid` and `warning` exit with 0, `invalid` with 1. */
  readonly verdict: 'valid' | 'warning' | 'invalid';
  /** Each finding as `rule/what place`. */
  readonly seen: readonly string[];
  /** No zip or tar with these names is read at all. */
  readonly onlyAsFolder?: boolean;
}

export type BagCases = Readonly<Record<string, BagCase>>;

export const valid = (bag: BagContents): BagCase => ({ bag, verdict: 'valid', seen: [] });
export const warned = (bag: BagContents, ...seen: string[]): BagCase => ({
  bag,
  verdict: 'warning',
  seen,
});
export const invalid = (bag: BagContents, ...seen: string[]): BagCase => ({
  bag,
  verdict: 'invalid',
  seen,
});
export const onlyAsFolder = (found: BagCase): BagCase => ({ ...found, onlyAsFolder: true });

/** A bag in order, which the cases change in one place. */
export const payload: BagContents = { 'data/a.txt': 'a', 'data/b/c.txt': 'c' };
export const bag = bagOf(payload);
/** Without a tag manifest other tag files can be changed alone. */
export const untagged = lacking(bag, 'tagmanifest-sha256.txt');
export const rows = manifestOf(payload);

export const without = (path: string) => lacking(bag, path);
export const row = (data: string, path: string, algorithm = 'sha256') =>
  `${digestOf(algorithm, data)}  ${path}\n`;

/** The bag with this for its one manifest. */
export const listing = (text: string | Buffer): BagContents => ({
  ...untagged,
  'manifest-sha256.txt': text,
});

/** A bag of the smallest kind: declaration, payload, one manifest. */
export const minimal = (
  files: BagContents,
  manifest = manifestOf(files),
  version = '1.0',
): BagContents => ({
  ...files,
  'bagit.txt': declaration(version),
  'manifest-sha256.txt': manifest,
});

/** The bag and further tag files, all of them in the tag manifest. */
export const tagged = (files: BagContents, more: BagContents): BagContents =>
  sealed({ ...files, ...more });
