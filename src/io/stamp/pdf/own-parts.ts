/** What is ours on the pages of a PDF that another program has written after us. */
import { partOf, type Part } from '../../../core/stamp/pdf/marks.js';
import { Dict, Ref, type Value } from '../../../core/stamp/pdf/values.js';
import { Broken } from '../../../core/stamp/pdf/xref-table.js';
import type { PdfDocument } from './document.js';

export interface OwnForm {
  /** Among the resources. */
  readonly name: string;
  readonly ref: Ref;
  readonly text: string;
}

/** The forms of ours among the resources of a page. */
export function ownForms(document: PdfDocument, resources: Value): readonly OwnForm[] {
  const forms = document.dict(document.dict(resources)?.get('XObject') ?? null);
  return [...(forms?.entries ?? [])].flatMap(([name, { value }]) => {
    const part = value instanceof Ref ? ownPart(document, value) : undefined;
    return value instanceof Ref && typeof part === 'object'
      ? [{ name, ref: value, text: part.text }]
      : [];
  });
}

export function ownPart(document: PdfDocument, value: Value): Part | undefined {
  try {
    const dict = document.dict(value);
    return dict instanceof Dict ? partOf(dict) : undefined;
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}
