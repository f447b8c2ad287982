/** The entry by which what we put into a PDF is known again, in its trailer and in each object of ours. */
import { hash } from 'node:crypto';
import { Dict, Name, Text, textOf, writtenText, type Value } from './values.js';

export const MARK = 'DanganFooter';

/** What the trailer tells of the last update, when it is ours. */
interface TrailerMark {
  /** How long the document was without it. */
  readonly length: number;
  readonly text: string;
  /** SHA-256 of what stands between the document and the cross-reference: nobody has changed it. */
  readonly digest: string;
}

export function writtenTrailerMark(length: number, text: string, body: Buffer): string {
  return `<< /Length ${length} /Text ${writtenText(text)} /Digest <${digestOf(body)}> >>`;
}

export function trailerMarkOf(value: Value): TrailerMark | undefined {
  if (!(value instanceof Dict)) return undefined;
  const [length, text, digest] = [
    value.get('Length'),
    textOf(value.get('Text')),
    value.get('Digest'),
  ];
  if (typeof length !== 'number' || text === undefined || !(digest instanceof Text))
    return undefined;
  return { length, text, digest: Buffer.from(digest.bytes, 'latin1').toString('hex') };
}

export function digestOf(body: Buffer): string {
  return hash('sha256', body);
}

/** What an object of ours is for: it saves the state before the contents, draws the name behind them, or is the name. */
export type Part = 'head' | 'tail' | { readonly text: string };

export function partOf(dict: Dict): Part | undefined {
  const value = dict.get(MARK);
  if (value instanceof Name) return value.name === 'Head' ? 'head' : 'tail';
  const text = textOf(value);
  return text === undefined ? undefined : { text };
}
