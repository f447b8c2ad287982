/** What the pages of one document share: the font of the name, and the forms that draw it. */
import { ELLIPSIS } from '../../../core/stamp/pdf/fit-text.js';
import { footerFont, type FooterFont } from '../../../core/stamp/pdf/footer-font.js';
import { footerForm } from '../../../core/stamp/pdf/footer-parts.js';
import type { TrueTypeFont } from '../../../core/stamp/pdf/true-type.js';
import type { UpdateObjects } from './update-objects.js';

export class FooterMaker {
  readonly text: string;
  private readonly typeface: TrueTypeFont;
  private readonly font: FooterFont;
  private readonly fontNumber: number;
  private readonly objects: UpdateObjects;
  private readonly numbers = new Map<string, number>();

  constructor(objects: UpdateObjects, text: string, typeface: TrueTypeFont) {
    this.objects = objects;
    this.text = text;
    this.typeface = typeface;
    this.font = footerFont(typeface, Array.from(new Set(text + ELLIPSIS)));
    const first = objects.next;
    this.fontNumber = first;
    for (const object of this.font.objects) objects.add(object((index) => first + index));
  }

  /** In letters of size 1. */
  readonly widthOf = (text: string): number => {
    const { typeface } = this;
    let units = 0;
    for (const character of text) {
      units += typeface.advanceOf(typeface.glyphOf(character.codePointAt(0) ?? 0));
    }
    return units / typeface.measures.unitsPerEm;
  };

  /** The number of the form that shows the name, or as much of it as there is room for. */
  form(shown: string, isOnDark: boolean): number {
    const key = `${isOnDark ? 'white' : 'black'} ${shown}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.objects.add(this.written(shown, isOnDark));
    this.numbers.set(key, number);
    return number;
  }

  written(shown: string, isOnDark = false): Buffer {
    const { ascent, descent, unitsPerEm } = this.typeface.measures;
    return footerForm(
      {
        text: this.text,
        shown,
        codes: this.font.codesOf(shown),
        width: this.widthOf(shown),
        ascent: ascent / unitsPerEm,
        descent: descent / unitsPerEm,
        isOnDark,
      },
      this.fontNumber,
    );
  }
}
