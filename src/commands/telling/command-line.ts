import { quoted } from '../../messages/quoted.js';

/** Nothing, the option alone, its value, or one for each time that it is said. */
type Given = string | boolean | readonly string[] | undefined;

/**
 * What to type, as a shell takes it.
 *
 * @param words - What comes before the options.
 * @param options - By name, in the order in which they are typed.
 */
export function commandLine(
  command: string,
  words: readonly string[],
  options: Readonly<Record<string, Given>>,
): string {
  const given = Object.entries(options).flatMap(([name, value]) => optionWords(`--${name}`, value));
  return [command, ...[...words, ...given].map(quoted)].join(' ');
}

function optionWords(option: string, value: Given): readonly string[] {
  if (value === undefined || value === false) return [];
  if (value === true) return [option];
  return [value].flat().flatMap((each) => [option, each]);
}
