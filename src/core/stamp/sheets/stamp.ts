/** A name in the footers of a workbook: which parts change, and how. */
import { LeftAlone } from '../left-alone.js';
import { relationsOf, stampEach, xmlOf, type Change, type Parts } from '../package/parts.js';
import { attributeIn, readElements } from '../xml/elements.js';
import { isOfSheets, isSet, sheetFooterTexts, stampSheet } from './sheet.js';

/** Sheets of cells, of one chart, of one dialogue. Those of old macros are never printed. */
const KINDS = new Set(['worksheet', 'chartsheet', 'dialogsheet']);

/**
 * @param main - Name of the workbook.
 * @throws {LeftAlone}
 * @throws {XmlError}
 */
export function stampSheets(parts: Parts, main: string, text: string): Change {
  return stampEach(parts, sheetsOf(parts, main), (xml) => stampSheet(xml, text));
}

/** What stands on the right of the footer of each page. */
export function sheetsFooterTexts(parts: Parts, main: string): (readonly string[])[] {
  return sheetsOf(parts, main).flatMap((path) => sheetFooterTexts(xmlOf(parts, path)));
}

function sheetsOf(parts: Parts, main: string): string[] {
  const type = parts.types.of(main) ?? '';
  if (type.includes('binary')) throw new LeftAlone('unsupported', type);
  readWorkbook(xmlOf(parts, main));
  const sheets = relationsOf(parts, main).filter(({ kind }) => KINDS.has(kind));
  const paths = new Set(sheets.flatMap(({ target }) => target ?? []));
  if (paths.size === 0) throw new LeftAlone('no-pages');
  return [...paths];
}

/** @throws {LeftAlone} - it is not to be changed. */
function readWorkbook(xml: string): void {
  readElements(xml, {
    start(element) {
      if (!isOfSheets(element)) return;
      if (element.name === 'fileSharing' && isReserved(element)) {
        throw new LeftAlone('protected', 'write-protection');
      }
      if (element.name === 'workbookProtection' && isLocked(element)) {
        throw new LeftAlone('protected', 'workbook-protection');
      }
    },
    end: () => undefined,
  });
}

type Element = Parameters<typeof isSet>[0];

function isReserved(element: Element): boolean {
  const hashes = ['reservationPassword', 'hashValue'];
  return (
    isSet(element, 'readOnlyRecommended') ||
    hashes.some((name) => (attributeIn(element, '', name)?.value ?? '') !== '')
  );
}

function isLocked(element: Element): boolean {
  return ['lockStructure', 'lockWindows', 'lockRevision'].some((name) => isSet(element, name));
}
