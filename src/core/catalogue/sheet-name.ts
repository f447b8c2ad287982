/** Names that a sheet of a workbook can have: Excel's rules, which the other programs keep to as well. */
import { foldName } from '../text.js';

const LONGEST = 31;
/** Excel keeps it for itself. */
const RESERVED = 'history';

/**
 * For each title a name that no other has: marks that are not allowed made blank, shortened where it is too long.
 *
 * @param titles - Without control characters.
 * @param spare - For a title of which nothing is left.
 */
export function sheetNames(titles: readonly string[], spare: string): readonly string[] {
  const taken = new Set([RESERVED]);
  return titles.map((title) => {
    const plain = cleaned(title) || spare;
    let name = shortened(plain, LONGEST);
    for (let count = 2; taken.has(foldName(name)); count += 1) {
      const mark = ` (${count})`;
      name = `${shortened(plain, LONGEST - mark.length)}${mark}`;
    }
    taken.add(foldName(name));
    return name;
  });
}

function cleaned(title: string): string {
  return title
    .replace(/[[\]:*?/\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
}

/** In UTF-16 units, as Excel counts; no character is cut in two. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const whole = /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
  return `${whole.trimEnd()}…`;
}
