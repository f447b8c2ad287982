/** Codes of indicators that change with the folders, file by file, and those that a person has to look at. */
import type { CodeChange, CodeUnsure } from '../io/archive/follow-codes.js';
import { groupBy } from '../core/group.js';
import { printable } from './printable.js';
import type { TextStyle } from './text-style.js';
import { wrap } from './wrap.js';

interface Codes {
  readonly codes: readonly CodeChange[];
  readonly unsure: readonly CodeUnsure[];
}

/** Files, and codes to look at, shown unless all are asked for. */
const FEW = 12;

/** Lines, each block after an empty one; none where no code is concerned. */
export function codesText(
  { codes, unsure }: Codes,
  { written, all }: { readonly written: boolean; readonly all: boolean },
  { say: { scaffold: say }, paint, columns }: TextStyle,
): string[] {
  const most = all ? Infinity : FEW;
  const files = [...groupBy(codes, ({ file }) => file)];
  const under = (text: string) => wrap(text, columns - 4).map((line) => `    ${line}`);
  const more = (count: number) => (count > most ? [`  ${say.more({ count: count - most })}`] : []);
  return [
    ...(files.length === 0 ? [] : ['', paint.yellow(say.codes({ written }))]),
    ...files
      .slice(0, most)
      .flatMap(([file, changes]) => [
        `  ${printable(file)}`,
        ...under(say.codeChanges({ changes })),
      ]),
    ...more(files.length),
    ...(unsure.length === 0 ? [] : ['', paint.yellow(say.unsure({ count: unsure.length }))]),
    ...unsure
      .slice(0, most)
      .flatMap((each) => [
        `  ${printable(say.unsurePlace(each))}`,
        ...under(say.doubts[each.because]),
      ]),
    ...more(unsure.length),
  ];
}
