/** The two forms of WordprocessingML, and what differs between them. */
import { attributeIn, type Element } from '../xml/elements.js';

/** ISO/IEC 29500-4, what nearly all programs write, and 29500-1, which Word calls “Strict”. */
export interface WordForm {
  readonly word: string;
  /** Of attributes that name a relation. */
  readonly relations: string;
  /** Strict knows neither `right` nor `left`. */
  readonly right: 'right' | 'end';
  readonly left: 'left' | 'start';
}

const TRANSITIONAL: WordForm = {
  word: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  right: 'right',
  left: 'left',
};

const STRICT: WordForm = {
  word: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  right: 'end',
  left: 'start',
};

export function formOf(uri: string): WordForm | undefined {
  return [TRANSITIONAL, STRICT].find(({ word }) => word === uri);
}

/** The attribute `w:val`, or another of that namespace. */
export function valueOf(element: Element, name = 'val'): string | undefined {
  return attributeIn(element, element.uri, name)?.value;
}

/** `<w:titlePg/>` is on, unless it says that it is not (ST_OnOff; `none` is of older drafts). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value.toLowerCase());
}
