import { changingTo, inQuotesOf, shellIn } from './shell.js';

export const SHELL = shellIn(process.env, process.platform);

/** A word as it can be typed into a shell: in quotes when it has blanks or marks in it. */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}_./：-]+$/u.test(word) ? word : inQuotes(word);
}

/** The command that goes to a folder. */
export function cd(folder: string): string {
  return `${changingTo(SHELL, folder)} ${quoted(folder)}`;
}

/** In quotes between which the shell that started us leaves a name such as `$(…).pdf` as it is. */
export function inQuotes(word: string): string {
  return inQuotesOf(SHELL, word);
}
