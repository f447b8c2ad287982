import { nearest } from '../../core/text.js';
import type { Messages } from '../../messages/index.js';

/** `warn`, `警告`, `Bash`. */
export function choiceMeant(
  value: string,
  choices: readonly string[],
  say: Messages,
): string | undefined {
  const { choiceWords } = say.cli;
  const word = Object.hasOwn(choiceWords, value) ? choiceWords[value] : undefined;
  if (word !== undefined && choices.includes(word)) return word;
  const typed = value.toLowerCase();
  return (
    nearest(typed, choices) ??
    choices.find((each) => typed.length > 2 && (each.startsWith(typed) || typed.startsWith(each)))
  );
}
