import { parseName } from '../naming/parse.js';
import { foldName } from '../text.js';

/**
 * For each incoming name the name of another paper in its folder that has the same title and extension; `undefined`
 * where there is none. Their bytes differ, or it would not be filed.
 */
export function sameTitles(
  names: readonly string[],
  there: readonly string[],
): readonly (string | undefined)[] {
  const first = new Map<string, string>();
  for (const name of there) remember(first, name);
  return names.map((name) => remember(first, name));
}

function remember(first: Map<string, string>, name: string): string | undefined {
  const { title, extension } = parseName(name);
  const key = `${foldName(title)}\n${extension.toLowerCase()}`;
  const other = first.get(key);
  if (other === undefined) first.set(key, name);
  return other;
}
