/** What every Word file of ours is made of. Sizes of letters are half points, lengths twentieths of a point. */
import { zipSync, type Zippable } from 'fflate';
import { contentTypes, escapedXml, HEAD, OFFICE, relations } from './ooxml.js';

const DOCUMENT = 'word/document.xml';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
export const WORD_XML = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;

interface WordFile {
  /** The paragraphs, tables and pages. */
  readonly body: string;
  /** Files of the package beside the document, by their path, in the order in which the document refers to them. */
  readonly parts: readonly WordPart[];
}

/** Referred to as `rId1`, `rId2` …. */
interface WordPart {
  /** `media/code.png`, in the folder of the document. */
  readonly path: string;
  readonly type: 'image' | 'footer' | 'styles';
  readonly content: string | Uint8Array;
}

/** The same file gives the same bytes: dates in the zip are all one, and there are none in the document. */
export function wordFile({ body, parts }: WordFile): Uint8Array {
  const xml = parts.filter(({ type }) => type !== 'image');
  const types = contentTypes(
    {
      [DOCUMENT]: `${WORD}.document.main+xml`,
      ...Object.fromEntries(xml.map(({ path, type }) => [`word/${path}`, `${WORD}.${type}+xml`])),
    },
    xml.length < parts.length ? { png: 'image/png' } : {},
  );
  const targets = parts.map(({ type, path }, at) => [`rId${at + 1}`, [type, path] as const]);
  return zipped({
    '[Content_Types].xml': types,
    '_rels/.rels': relations({ rId1: ['officeDocument', DOCUMENT] }),
    [DOCUMENT]: `<w:document ${WORD_XML} xmlns:wp="${DRAWING}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      Object.fromEntries(targets) as Parameters<typeof relations>[0],
    ),
    ...Object.fromEntries(parts.map(({ path, content }) => [`word/${path}`, content])),
  });
}

function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  // Made of the local time, and read as local time.
  const mtime = new Date(2020, 0, 1);
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    files[name] = [typeof part === 'string' ? Buffer.from(HEAD + part) : part, { mtime, level: 6 }];
  }
  return zipSync(files);
}

/** Height of a line, in twentieths of a point for each half point: exact, since fonts that stand in are taller. */
const LINE = 14;

interface Look {
  readonly align?: 'left' | 'center' | 'right';
  readonly size: number;
  readonly font?: string;
  readonly bold?: boolean;
  readonly before?: number;
  readonly after?: number;
}

export function paragraph(text: string, look: Look): string {
  const words = text === '' ? '' : wordsXml(text);
  return `<w:p>${paragraphProperties(look)}<w:r>${runProperties(look)}${words}</w:r></w:p>`;
}

/** A paragraph that looks as its style says. */
export function styled(text: string, style: string): string {
  const words = text === '' ? '' : `<w:r>${wordsXml(text)}</w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${words}</w:p>`;
}

export function wordsXml(text: string): string {
  return `<w:t xml:space="preserve">${escapedXml(text)}</w:t>`;
}

/** A style by its id; `name` is what Word knows it by, as `heading 1`. */
export interface Style extends Look {
  readonly name?: string;
}

export function stylesXml(styles: Readonly<Record<string, Style>>): string {
  const each = Object.entries(styles).map(([id, { name = id, ...look }]) => {
    const paragraphs = paragraphProperties(look, name === 'heading 1' ? 0 : undefined);
    return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/>${paragraphs}${runProperties(look, ' w:hint="eastAsia"')}</w:style>`;
  });
  // Quotation marks are of both scripts: these are Chinese, and as wide as a character.
  const defaults = `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="SimSun" w:cs="${LATIN}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>`;
  return `<w:styles ${WORD_XML}><w:docDefaults><w:rPrDefault>${defaults}</w:rPrDefault></w:docDefaults>${each.join('')}</w:styles>`;
}

const LATIN = 'Times New Roman';

function runProperties({ size, font, bold = false }: Look, hint = ''): string {
  const east = font === 'SimHei' ? 'SimHei' : 'SimSun';
  const latin = font ?? LATIN;
  return `<w:rPr><w:rFonts${hint} w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${east}" w:cs="${latin}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
}

function paragraphProperties(
  { align = 'left', size, before = 0, after = 0 }: Look,
  level?: number,
): string {
  const outline = level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`;
  return `<w:pPr><w:spacing w:before="${before}" w:after="${after}" w:line="${size * LINE}" w:lineRule="exact"/><w:jc w:val="${align}"/>${outline}</w:pPr>`;
}

/** @param mm - Millimetres. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}
