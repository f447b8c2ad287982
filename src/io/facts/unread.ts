import type { ContentFacts } from '../../core/evidence/types.js';

/** Why nothing is known of a file, told by those who read one of its parts. */
export class Unread extends Error {
  readonly why: NonNullable<ContentFacts['failed']>;

  constructor(why: NonNullable<ContentFacts['failed']>) {
    super(why);
    this.why = why;
  }
}
