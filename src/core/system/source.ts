import type { Place, ScoringSystem } from './types.js';

/** A scoring system with what reading it brought to light, for the `scoring-*` rules. */
export interface SystemSource {
  readonly system: ScoringSystem;
  /** Folder template of the archive, or the default when there is no archive. */
  readonly template: string;
  readonly problems: readonly ReadingProblem[];
  /** Where the value (or, with `key`, the key) at a JSON pointer stands in its file. */
  locate(pointer: string, part?: 'key' | 'value'): Place;
  /** The text of the scalar at a JSON pointer as written in the file; `undefined` when there is none. */
  textAt(pointer: string): string | undefined;
}

/** What the reader met in the YAML; the rule of the same kind turns it into findings. */
export interface ReadingProblem {
  readonly kind: 'yaml' | 'fullwidth-colon' | 'schema' | 'number-code';
  readonly at: Place;
  readonly pointer: string;
  readonly what: string;
}
