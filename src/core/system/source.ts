import type { PointsFault, SchemaFault, YamlFault } from '../../messages/faults.js';
import type { TextEdit } from '../yaml-file/node.js';
import type { Place, ScoringSystem } from './types.js';

export type { ChainFault, SchemaFault } from '../../messages/faults.js';

/** A scoring system with what reading it brought to light, for the `scoring-*` rules. */
export interface SystemSource {
  /** As it was asked for. */
  readonly path: string;
  /** The file itself, and those that it builds on. */
  readonly files: readonly string[];
  /** Text of the file itself, as decoded. */
  readonly text: string;
  readonly system: ScoringSystem;
  /**
   * Can it be worked with? Not when a fault may have hidden a part of it, or when it holds no indicator: then the
   * archive would be judged by something that nobody wrote.
   */
  readonly usable: boolean;
  /** A fault may have hidden or moved a part of it, so that more about what it says would be guessing. */
  readonly broken: boolean;
  /** Folder template of the archive, or the default when there is no archive. */
  readonly template: string;
  readonly problems: readonly ReadingProblem[];
  /** Edits of the file itself that mend mistyped separators. */
  readonly edits: readonly TextEdit[];
  /** Where the value (or, with `key`, the key) at a JSON pointer stands in its file. */
  readonly locate: (pointer: string, part?: 'key' | 'value') => Place;
  /** The text of the scalar at a JSON pointer as written in the file; `undefined` when there is none. */
  textAt(pointer: string): string | undefined;
}

/** What the reader met; the rule of the same kind turns it into findings. */
export type ReadingProblem = { readonly at: Place; readonly pointer: string } & (
  | { readonly kind: 'yaml'; readonly fault: YamlFault }
  | { readonly kind: 'fullwidth-colon'; readonly key: string }
  | { readonly kind: 'number-code'; readonly code: string; readonly number: string }
  /** Between quotation marks that are none to YAML. */
  | { readonly kind: 'marked-code'; readonly code: string; readonly written: string }
  | { readonly kind: 'points'; readonly found: string; readonly wrong: PointsFault }
  | { readonly kind: 'schema'; readonly fault: SchemaFault }
);
