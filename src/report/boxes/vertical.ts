/** Text from top to bottom, its columns from right to left. */
import type { PdfFile } from '../pdf/pdf-file.js';

/** Marks that stand otherwise in a column: their forms for it (Unicode, CJK Compatibility Forms and Vertical Forms). */
const UPRIGHT: Readonly<Record<string, string>> = {
  '（': '︵',
  '）': '︶',
  '(': '︵',
  ')': '︶',
  '《': '︽',
  '》': '︾',
  '〈': '︿',
  '〉': '﹀',
  '“': '﹁',
  '”': '﹂',
  '「': '﹁',
  '」': '﹂',
  '【': '︻',
  '】': '︼',
  '—': '︱',
  '-': '︱',
  '…': '︙',
  '、': '︑',
  '，': '︐',
  '。': '︒',
  '：': '︓',
  '；': '︔',
};

const POINT = 25.4 / 72;
/** A step to the size of the letters, down a column and from column to column. */
const [DOWN, ACROSS] = [1.12, 1.25];
/** In points. */
const [LEAST, MOST] = [5, 26];

/** As large as it fits, in one column if that is not much smaller. */
export function drawVertical(
  file: PdfFile,
  [x, y, width, height]: readonly [number, number, number, number],
  text: string,
): void {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' '), (each) => UPRIGHT[each] ?? each);
  if (characters.length === 0) return;
  const { columns, size } = bestOf(characters.length, width, height);
  const [down, across] = [size * POINT * DOWN, size * POINT * ACROSS];
  const perColumn = Math.max(1, Math.ceil(characters.length / columns));
  const right = x + width / 2 + ((columns - 1) / 2) * across;
  const top = y + Math.max(0, height - perColumn * down) / 2;
  characters.forEach((character, at) => {
    const column = Math.floor(at / perColumn);
    const line = top + ((at % perColumn) + 0.84) * down;
    file.text(right - column * across, line, character, { size, align: 'center', bold: true });
  });
}

function bestOf(count: number, width: number, height: number): { columns: number; size: number } {
  let best = { columns: 1, size: 0 };
  for (let columns = 1; columns <= 6; columns += 1) {
    const high = height / (Math.ceil(count / columns) * DOWN * POINT);
    const wide = width / (columns * ACROSS * POINT);
    const size = Math.min(high, wide, MOST);
    if (size > best.size * 1.15) best = { columns, size };
  }
  return { ...best, size: Math.max(LEAST, best.size) };
}
