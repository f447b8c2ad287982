import type { LeftBecause } from './types.js';

/** Why a document is left as it is, told by those who read one of its parts. */
export class LeftAlone extends Error {
  readonly because: LeftBecause;
  readonly detail: string | undefined;

  constructor(because: LeftBecause, detail?: string) {
    super(because);
    this.because = because;
    this.detail = detail;
  }
}
