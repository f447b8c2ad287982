/** The streams that draw the name: a form that all pages share, and what stands before and behind their contents. */
import type { ContentEnd } from './content-end.js';
import { streamOf } from './footer-font.js';
import { MARK } from './marks.js';
import type { Matrix } from './matrix.js';
import { writtenName, writtenNumber, writtenText } from './values.js';

/** Size of the letters in the form; it is drawn larger or smaller. */
export const FORM_SIZE = 10;

interface FormText {
  /** As it is known again, and copied: also when less of it is shown. */
  readonly text: string;
  readonly shown: string;
  readonly codes: string;
  /** Of what is shown, in letters of size 1. */
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
  /** What it stands on is dark: it is white. */
  readonly isOnDark: boolean;
}

/** Ends at 0, 0. What came before may have left any state behind where it could not be saved. */
export function footerForm(
  { text, shown, codes, width, ascent, descent, isOnDark }: FormText,
  font: number,
): Buffer {
  const [left, bottom, top] = [-width, descent, ascent].map((size) =>
    writtenNumber(size * FORM_SIZE),
  );
  const show = `BT ${isOnDark ? 1 : 0} g 0 Tc 0 Tw 100 Tz 0 Ts 0 Tr /F ${FORM_SIZE} Tf ${left} 0 Td <${codes}> Tj ET`;
  const content =
    shown === text ? show : `/Span << /ActualText ${writtenText(text)} >> BDC ${show} EMC`;
  const entries =
    `/Type /XObject /Subtype /Form /BBox [${left} ${bottom} 0 ${top}] ` +
    `/Resources << /Font << /F ${font} 0 R >> ` +
    '/ExtGState << /G << /Type /ExtGState /BM /Normal /CA 1 /ca 1 /SMask /None >> >> >> ' +
    `/${MARK} ${writtenText(text)}`;
  return streamOf(entries, Buffer.from(`/G gs ${content}`));
}

/** What is saved before the contents. */
export function headStream({ saves }: ContentEnd): Buffer {
  const save = Array.from({ length: saves }, () => 'q').join(' ');
  return streamOf(`/${MARK} /Head`, Buffer.from(save));
}

/** @param name - Of the form among the resources. @param at - By which it is drawn. */
export function tailStream(closing: string, name: string, at: Matrix): Buffer {
  const draw =
    '/Artifact << /Type /Pagination /Subtype /Footer /Attached [/Bottom] >> BDC ' +
    `q ${at.map(writtenNumber).join(' ')} cm ${writtenName(name)} Do Q EMC\n`;
  const lines = closing === '' ? draw : `${closing}\n${draw}`;
  return streamOf(`/${MARK} /Tail`, Buffer.from(lines, 'latin1'));
}
