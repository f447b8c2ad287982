/** How wide the printed part of a page of a workbook is. */
import { attributeIn, type Element } from '../xml/elements.js';

/** Inches, by number (ISO/IEC 29500-1, 18.3.1.63); those that are not here are taken for A4. */
const PAPERS: Readonly<Record<string, readonly [width: number, height: number]>> = {
  1: [8.5, 11],
  5: [8.5, 14],
  8: [11.69, 16.54],
  11: [5.83, 8.27],
  12: [10.12, 14.33],
  13: [7.17, 10.12],
};
const A4 = [8.27, 11.69] as const;
const SIDE = 0.7;

/** @returns In points. */
export function printedWidth(setup: Element | undefined, margins: Element | undefined): number {
  const asked = (element: Element | undefined, name: string) =>
    element && attributeIn(element, '', name)?.value;
  const [width, height] = PAPERS[asked(setup, 'paperSize') ?? ''] ?? A4;
  const across = asked(setup, 'orientation') === 'landscape' ? height : width;
  const [left, right] = ['left', 'right'].map((side) => {
    const margin = Number(asked(margins, side) ?? SIDE);
    return margin >= 0 ? margin : SIDE;
  });
  // Footers grow with the sheet, mostly; that they shrink with it is not counted on, since pages may be fitted instead.
  const scale = Math.max(100, Number(asked(setup, 'scale') ?? 100)) / 100;
  return (Math.max(0, across - (left ?? SIDE) - (right ?? SIDE)) * 72) / (scale || 1);
}
