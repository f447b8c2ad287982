import type { TextEdit, YamlFault } from '../yaml-file/node.js';
import type { Place, ScoringSystem } from './types.js';

/** A scoring system with what reading it brought to light, for the `scoring-*` rules. */
export interface SystemSource {
  /** As it was asked for. */
  readonly path: string;
  /** Text of the file itself, as decoded. */
  readonly text: string;
  readonly system: ScoringSystem;
  /**
   * Can it be worked with? Not when a fault may have hidden a part of it, or when it holds no indicator: then the
   * archive would be judged by something that nobody wrote.
   */
  readonly usable: boolean;
  /** Folder template of the archive, or the default when there is no archive. */
  readonly template: string;
  readonly problems: readonly ReadingProblem[];
  /** Edits of the file itself that mend mistyped separators after keys. */
  readonly edits: readonly TextEdit[];
  /** Where the value (or, with `key`, the key) at a JSON pointer stands in its file. */
  locate(pointer: string, part?: 'key' | 'value'): Place;
  /** The text of the scalar at a JSON pointer as written in the file; `undefined` when there is none. */
  textAt(pointer: string): string | undefined;
}

/** What the reader met; the rule of the same kind turns it into findings. */
export type ReadingProblem = { readonly at: Place; readonly pointer: string } & (
  | { readonly kind: 'yaml'; readonly fault: YamlFault }
  | { readonly kind: 'fullwidth-colon'; readonly key: string }
  | { readonly kind: 'number-code'; readonly code: string; readonly number: string }
  | { readonly kind: 'points'; readonly found: string; readonly wrong: PointsFault }
  | { readonly kind: 'schema'; readonly fault: SchemaFault }
);

export type PointsFault = 'missing' | 'not-a-number' | 'negative';

/** What does not agree with the language. Names of keys and values are as written in the file. */
export type SchemaFault =
  | { readonly wrong: 'unknown-key'; readonly key: string; readonly nearest: string | undefined }
  | { readonly wrong: 'missing-key'; readonly key: string }
  | { readonly wrong: 'type'; readonly key: string; readonly expected: readonly ValueType[] }
  | {
      readonly wrong: 'value';
      readonly key: string;
      readonly found: string;
      readonly allowed: readonly string[];
      readonly nearest: string | undefined;
    }
  | {
      readonly wrong: 'form';
      readonly key: string;
      readonly found: string;
      readonly form: TextForm;
    }
  | { readonly wrong: 'too-few'; readonly key: string }
  /** A mapping of which just one form is used has none or several. */
  | { readonly wrong: 'one-of'; readonly key: string; readonly keys: readonly string[] }
  | { readonly wrong: 'order'; readonly key: string; readonly from: string; readonly to: string }
  | {
      readonly wrong: 'no-such';
      readonly thing: Thing;
      readonly name: string;
      readonly nearest: string | undefined;
    }
  | { readonly wrong: 'twice'; readonly thing: Thing; readonly name: string; readonly line: number }
  | {
      readonly wrong: 'extends-missing' | 'extends-cycle' | 'extends-broken' | 'extends-deep';
      readonly path: string;
    }
  | { readonly wrong: 'adjust-alone' }
  | { readonly wrong: 'ambiguous'; readonly name: string; readonly count: number };

export type ValueType = 'text' | 'number' | 'truth' | 'list' | 'mapping' | 'nothing';

/** Forms of text that a pattern of the schema asks for, by the name given there. */
export type TextForm =
  | 'range'
  | 'decimal'
  | 'decimal-range'
  | 'window'
  | 'day'
  | 'period'
  | 'percent'
  | 'format'
  | 'other';

export type Thing =
  | 'owner'
  | 'window'
  | 'indicator'
  | 'evidence'
  | 'criterion'
  | 'grade'
  | 'profile-field'
  | 'profile-value';
