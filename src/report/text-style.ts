import type { Severity } from '../core/rules/seen.js';
import type { Messages } from '../messages/index.js';

/** How text is shown to a person; `paint` of the command line is one. */
export interface TextStyle {
  readonly say: Messages;
  readonly columns: number;
  readonly paint: Readonly<
    Record<'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green', (text: string) => string>
  >;
}

export function levelPaint(severity: Severity, { paint }: TextStyle): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, info: paint.cyan }[severity];
}
