/** The few styles that are used; each returns its text as it is when colour is off. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
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
  return new Chalk({ level: 1 });
}
