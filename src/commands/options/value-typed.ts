/** A value of the self score where `dangan score` takes a folder, or in one word: `1.1=5`, `1.1 5`, `set 1.1=5`. */
export function valueTyped(
  words: readonly string[],
): { readonly code: string; readonly value: string } | undefined {
  const [first = '', second] = words[0] === 'set' ? words.slice(1) : words;
  const [, code, value] = /^([^=＝]+)[=＝](.+)$/su.exec(first) ?? [];
  if (code !== undefined && value !== undefined) return { code, value };
  // A folder whose name has a blank is two words, too.
  return second !== undefined && /^(?:-?\d|[A-Z]$)/iu.test(second)
    ? { code: first, value: second }
    : undefined;
}
