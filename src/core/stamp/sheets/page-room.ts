/** What room there is for the footer on a page of a workbook. */
import { attributeIn, type Element } from '../xml/elements.js';
import type { FooterRoom } from './footer-room.js';

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
/** Inches, too; what Excel takes when it is not told. */
const MARGINS = { left: 0.7, right: 0.7, bottom: 0.75 } as const;

export function roomOn(setup: Element | undefined, margins: Element | undefined): FooterRoom {
  const asked = (element: Element | undefined, name: string) =>
    element && attributeIn(element, '', name)?.value;
  const margin = (name: keyof typeof MARGINS) => {
    const told = Number(asked(margins, name) ?? MARGINS[name]);
    return told >= 0 ? told : MARGINS[name];
  };
  const [width, height] = PAPERS[asked(setup, 'paperSize') ?? ''] ?? A4;
  const across = asked(setup, 'orientation') === 'landscape' ? height : width;
  // Footers grow with the sheet, mostly; that they shrink with it is not counted on, since pages may be fitted instead.
  const scale = Math.max(100, Number(asked(setup, 'scale') ?? 100)) / 100 || 1;
  const points = (inches: number) => (Math.max(0, inches) * 72) / scale;
  return {
    width: points(across - margin('left') - margin('right')),
    height: points(margin('bottom')),
  };
}
