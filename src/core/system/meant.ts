/** Which indicator somebody means by a word: its code, its name, or a part of its name. */
import { foldName } from '../text.js';

/** What an indicator is known by. */
export interface Known {
  readonly code: string;
  /** Path of codes, `1/1.1`. */
  readonly id: string;
  readonly name: string | undefined;
}

/** As words are compared. Full-width or half-width is the keyboard's state, not what is meant: `(一)` finds `（一）`. */
export function typed(text: string): string {
  return foldName(text).replace(/[！-～]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** `A` is not `a`, where a system has both. */
export function hasCodeAsWritten({ code, id }: Known, written: string): boolean {
  return code === written || id === written;
}

/** @param word - As `typed` gives it; so below. */
export function hasCode({ code, id }: Known, word: string): boolean {
  return typed(code) === word || typed(id) === word;
}

export function isNamed({ name }: Pick<Known, 'name'>, word: string): boolean {
  return name !== undefined && typed(name) === word;
}

export function isNamedLike({ name }: Pick<Known, 'name'>, word: string): boolean {
  return name !== undefined && typed(name).includes(word);
}

/** Surest first. */
const MEANINGS = [hasCode, isNamed, isNamedLike];

type Means = (known: Known, word: string) => boolean;

/** @returns all that the word may mean by the surest meaning that any has; none for an empty word. */
export function meantBy<T extends Known>(word: string, all: readonly T[]): readonly T[] {
  const written = word.trim();
  const wanted = typed(written);
  const asWritten: Means = (each) => hasCodeAsWritten(each, written);
  for (const means of wanted === '' ? [] : [asWritten, ...MEANINGS]) {
    const found = all.filter((each) => means(each, wanted));
    if (found.length > 0) return found;
  }
  return [];
}
