import { openSync } from 'node:fs';
import { TrueTypeFont } from '../../../core/stamp/pdf/true-type.js';
import { readAt } from '../../bundle/reading/read-at.js';
import { fontFile } from '../../package-files.js';

let font: TrueTypeFont | undefined;

/** The font that comes with the program: opened once, and of its outlines only those are read that are asked for. */
export function footerTypeface(): TrueTypeFont {
  if (font !== undefined) return font;
  const file = openSync(fontFile(), 'r');
  font = new TrueTypeFont((offset, length) => readAt(file, offset, length));
  return font;
}
