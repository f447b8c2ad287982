/** Documents that must not be changed, although they could be. */
import { LeftAlone } from '../../../core/stamp/left-alone.js';
import { Dict, Name, type Value } from '../../../core/stamp/pdf/values.js';
import type { PdfDocument } from './document.js';

/** @throws {LeftAlone} */
export function refuse(document: PdfDocument): void {
  const { trailer } = document;
  if (trailer.has('Encrypt')) throw new LeftAlone('encrypted');
  const root = document.dict(trailer.get('Root'));
  if (root === undefined) throw new LeftAlone('damaged');
  const form = document.dict(root.get('AcroForm'));
  if (isSigned(document, root, form)) throw new LeftAlone('signed');
  if (form !== undefined && isMadeOfXml(document, root, form))
    throw new LeftAlone('unsupported', 'XFA');
  if (claimsPdfA(document.content(root.get('Metadata')))) throw new LeftAlone('pdf-a');
}

/** A field that is signed; a permission that holds as long as nothing is changed. */
function isSigned(document: PdfDocument, root: Dict, form: Dict | undefined): boolean {
  const permissions = document.dict(root.get('Perms'));
  if (permissions?.has('DocMDP') === true || permissions?.has('UR3') === true) return true;
  if (permissions?.has('UR') === true || root.has('DSS')) return true;
  if (form === undefined) return false;
  const flags = document.resolve(form.get('SigFlags'));
  if (typeof flags === 'number' && (flags & 1) === 1) return true;
  return hasSignature(document, form.get('Fields'));
}

const DEEPEST = 32;
const MOST_FIELDS = 100_000;

function hasSignature(document: PdfDocument, fields: Value): boolean {
  let left = MOST_FIELDS;
  const visit = (field: Value, above: Value, depth: number): boolean => {
    left -= 1;
    const dict = document.dict(field);
    if (dict === undefined || depth > DEEPEST || left < 0) return false;
    const type = dict.has('FT') ? document.resolve(dict.get('FT')) : above;
    if (type instanceof Name && type.name === 'Sig' && dict.has('V')) return true;
    return (document.list(dict.get('Kids')) ?? []).some((kid) => visit(kid, type, depth + 1));
  };
  return (document.list(fields) ?? []).some((field) => visit(field, null, 0));
}

/** Its pages are made when it is opened: those in the file only ask for another reader. */
function isMadeOfXml(document: PdfDocument, root: Dict, form: Dict): boolean {
  if (!form.has('XFA')) return false;
  const isRendered = document.resolve(root.get('NeedsRendering')) === true;
  return isRendered || (document.list(form.get('Fields')) ?? []).length === 0;
}

/** ISO 19005: the part is told under this name. */
const PDF_A = 'http://www.aiim.org/pdfa/ns/id/';

function claimsPdfA(metadata: Buffer | undefined): boolean {
  if (metadata === undefined) return false;
  // In UTF-16 each of these characters has a zero beside it.
  const text = metadata.toString('latin1').replaceAll('\0', '');
  if (!text.includes(PDF_A)) return false;
  const prefixes = [...text.matchAll(/xmlns:([\w.-]{1,64})\s*=\s*["']([^"']{1,200})["']/g)];
  return prefixes.some(
    ([, prefix = '', space]) => space === PDF_A && text.includes(`${prefix}:part`),
  );
}
