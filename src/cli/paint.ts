/** The few styles that are used; each returns its text as it is when colour is off. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const plain = (text: string) => text;
export const PLAIN: Paint = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  green: plain,
  cyan: plain,
};

/** `--no-color`, then `FORCE_COLOR`, then `NO_COLOR`, then whether a person is looking. */
export function wantsColor(
  environment: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
  isTerminal: boolean,
): boolean {
  if (words.includes('--no-color')) return false;
  const force = environment['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (environment['NO_COLOR']) return false;
  return isTerminal && environment['TERM'] !== 'dumb';
}

export async function paintFor(color: boolean): Promise<Paint> {
  if (!color) return PLAIN;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  // Chalk joins all its arguments, and `lines.map(paint.red)` passes three.
  const only = (style: (text: string) => string) => (text: string) => style(text);
  return {
    bold: only(chalk.bold),
    dim: only(chalk.dim),
    red: only(chalk.red),
    yellow: only(chalk.yellow),
    green: only(chalk.green),
    cyan: only(chalk.cyan),
  };
}
