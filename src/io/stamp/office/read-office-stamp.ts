import { foundOn } from '../../../core/stamp/found.js';
import { LeftAlone } from '../../../core/stamp/left-alone.js';
import { mainPartOf, type OfficeKind } from '../../../core/stamp/package/main-part.js';
import type { Parts } from '../../../core/stamp/package/parts.js';
import { sheetsFooterTexts } from '../../../core/stamp/sheets/stamp.js';
import { slidesTexts } from '../../../core/stamp/slides/stamp.js';
import type { FooterFound } from '../../../core/stamp/types.js';
import { wordFooterTexts } from '../../../core/stamp/word/stamp.js';
import { withFile, type FileInMemory } from '../../facts/open-file.js';
import { OfficeFile } from './office-file.js';
import { reading } from './stamp-office.js';

const TEXTS: Readonly<Record<OfficeKind, (parts: Parts, main: string) => (readonly string[])[]>> = {
  word: wordFooterTexts,
  sheets: sheetsFooterTexts,
  slides: slidesTexts,
};

/** The names in the footers of a Word, Excel or PowerPoint file. One that is not to be changed is not read, either. */
export function readOfficeStamp(from: string | FileInMemory): Promise<FooterFound> {
  return withFile(from, (file) => {
    const found = reading(() => {
      const office = new OfficeFile(file);
      const { kind, main } = mainPartOf(office);
      return foundOn(TEXTS[kind](office, main));
    });
    return found instanceof LeftAlone ? undefined : found;
  });
}
