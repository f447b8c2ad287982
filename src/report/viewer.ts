/** `index.html` of a bundle: one file, to be opened from a stick with a double click. */
import { readFileSync } from 'node:fs';
import { jsonText } from '../core/bundle/index/json-text.js';
import type { IndexEvidence, IndexHead, IndexIndicator } from '../core/bundle/types.js';
import type { ViewerReview } from './viewer-review.js';

/**
 * What an indicator has besides files of its own, in words: an address with where it leads, evidence that is kept for
 * another with its path in the bundle (empty where that is in another part), or that all of it or one requirement does
 * not apply. Of a veto, what proves that it was not triggered, or what is asked for and is not there.
 */
export type ViewerAlso = readonly [
  is: 'link' | 'reference' | 'exempt' | 'partly' | 'proof' | 'unproved',
  words: string,
  address: string,
  about: string,
];

export type Unowed = 'optional' | 'shared';

export interface ViewerIndicator extends Omit<IndexIndicator, 'children'> {
  /** How points are given, a line each. */
  readonly scoring: readonly string[];
  /** Absent where there is nothing. */
  readonly also?: readonly ViewerAlso[];
  /** Why nothing is missing where it has no file: all that it asks for may be left out, or is kept elsewhere. */
  readonly unowed?: Unowed;
  readonly children: readonly ViewerIndicator[];
}

export interface ViewerVeto {
  readonly code: string;
  readonly words: string;
  /** What is to prove that it was not triggered, a line each. */
  readonly asks: readonly string[];
  readonly also: readonly ViewerAlso[];
}

/** What the page shows of the index, the rest of which is in `index.json`, and of the scoring system. */
export interface ViewerHead extends Omit<
  IndexHead,
  'schema' | 'emptyFolders' | 'settings' | 'indicators'
> {
  readonly indicators: readonly ViewerIndicator[];
  readonly vetoes: readonly ViewerVeto[];
  readonly review: ViewerReview;
}

/** What was not in order when it was packed. */
export interface ViewerFindings {
  readonly error: number;
  readonly warning: number;
  readonly waived: number;
  /** The first of them, worst first, what was let pass last: code of the indicator, words, file in the archive. */
  readonly list: readonly (readonly ['error' | 'warning' | 'waived', string, string, string])[];
}

/** A file, and what its ledger says of it, or the camera. */
export interface ViewerEvidence extends IndexEvidence {
  /** `2020-03-12`, `2020-Q1`. */
  readonly date?: string | undefined;
  readonly activity?: string | undefined;
  /** 文号. */
  readonly number?: string | undefined;
  /** The facts of a photo's caption in one text. */
  readonly caption?: string | undefined;
}

/**
 * The page piece by piece, with its data in it: a browser reads no other file from a stick.
 *
 * @param evidence - Every file of the payload, as people read them.
 */
export function* viewerPage(
  head: ViewerHead,
  evidence: Iterable<ViewerEvidence>,
  findings: ViewerFindings,
): Generator<string> {
  const [beforeStyle = '', afterStyle = ''] = split(part('viewer.html'), '/* style */');
  const [beforeData = '', afterData = ''] = split(afterStyle, '/* data */');
  const [beforeScript = '', afterScript = ''] = split(afterData, '/* script */');
  yield beforeStyle + part('viewer.css') + part('marking.css') + beforeData;
  yield `{"head":${embedded(head)},"findings":${embedded(findings)},"evidence":[`;
  let separator = '';
  for (const each of evidence) {
    if (each.ledger) continue;
    yield separator + viewerRow(each);
    separator = ',\n';
  }
  yield `]}${beforeScript}${part('marking.js')}${part('viewer.js')}${afterScript}`;
}

/** A file as the page has it; what nobody tells at its end is left out. */
export function viewerRow(row: ViewerEvidence): string {
  const { path, indicator, title, bytes, date, activity, number, caption } = row;
  const told = [date, activity, number, caption].map((each) => each ?? '');
  const known = told.slice(0, told.findLastIndex((each) => each !== '') + 1);
  return harmless(
    `[${jsonText(path)},${jsonText(indicator ?? '')},${jsonText(title ?? '')},${bytes}${known.map((each) => `,${jsonText(each)}`).join('')}]`,
  );
}

const UNSAFE = /[<>&\u2028\u2029]/;

/**
 * JSON that can stand in a script element: no name in it can end the element or begin a comment.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
function embedded(value: object): string {
  return harmless(JSON.stringify(value));
}

function harmless(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text.replace(
    new RegExp(UNSAFE, 'g'),
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function part(name: string): string {
  return readFileSync(new URL(`viewer/${name}`, import.meta.url), 'utf8');
}

function split(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the page has no ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
