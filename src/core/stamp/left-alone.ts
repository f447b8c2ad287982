import type { LeftBecause, Stamped } from './types.js';

/** Why a document is left as it is, told by those who read one of its parts. */
export class LeftAlone extends Error {
  readonly because: LeftBecause;
  readonly detail: string | undefined;

  constructor(because: LeftBecause, detail?: string) {
    super(because);
    this.because = because;
    this.detail = detail;
  }

  /** What became of the document, then. */
  get stamped(): Stamped {
    const { because, detail } = this;
    return { did: 'left', because, ...(detail !== undefined && { detail }) };
  }
}
