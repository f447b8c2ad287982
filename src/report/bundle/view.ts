import type { Messages } from '../../messages/index.js';

/** The styles that are used; the command has one for the terminal. */
export type Styles = Readonly<
  Record<'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green', (text: string) => string>
>;

/** How a verdict is shown. */
export interface BundleView {
  readonly say: Messages;
  readonly styles: Styles;
  /** Findings of one kind, and indicators, that are listed. */
  readonly atMost: number;
  /** Width of the terminal; paths are never broken. */
  readonly columns: number;
}
