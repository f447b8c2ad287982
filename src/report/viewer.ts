/** `index.html` of a bundle: one file, to be opened from a stick with a double click. */
import { readFileSync } from 'node:fs';
import { jsonText } from '../core/bundle/index/json-text.js';
import type { IndexEvidence, IndexHead } from '../core/bundle/types.js';

/** What of the index the page shows; the rest is in `index.json`. */
export interface ViewerFindings {
  readonly error: number;
  readonly warning: number;
  readonly waived: number;
}

/**
 * The page piece by piece, with its data in it: a browser reads no other file from a stick.
 *
 * @param evidence - Every file of the payload, in the order of paths.
 */
export function* viewerPage(
  head: IndexHead,
  evidence: Iterable<IndexEvidence>,
  findings: ViewerFindings,
): Generator<string> {
  const [beforeStyle = '', afterStyle = ''] = split(part('viewer.html'), '/* style */');
  const [beforeData = '', afterData = ''] = split(afterStyle, '/* data */');
  const [beforeScript = '', afterScript = ''] = split(afterData, '/* script */');
  yield beforeStyle + part('viewer.css') + beforeData;
  yield `{"head":${embedded({ ...head, emptyFolders: undefined, settings: undefined })},"findings":${embedded(findings)},"evidence":[`;
  let separator = '';
  for (const each of evidence) {
    if (each.ledger) continue;
    yield separator + viewerRow(each);
    separator = ',\n';
  }
  yield `]}${beforeScript}${part('viewer.js')}${afterScript}`;
}

/** A file as the page has it. */
export function viewerRow({ path, indicator, title, bytes }: IndexEvidence): string {
  return harmless(
    `[${jsonText(path)},${jsonText(indicator ?? '')},${jsonText(title ?? '')},${bytes}]`,
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
