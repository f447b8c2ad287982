import type { LeftBecause } from '../../../core/stamp/types.js';

/** Why a document is left as it is, thrown from wherever it shows. */
export class Left extends Error {
  readonly because: LeftBecause;
  readonly detail: string | undefined;
  constructor(because: LeftBecause, detail?: string) {
    super(because);
    this.because = because;
    this.detail = detail;
  }
}
