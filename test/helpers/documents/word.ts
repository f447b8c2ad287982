/** Word documents written by hand, each oddity by itself. */
import { zipBytes } from '../zip-bytes.js';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Texts = Readonly<Record<string, string | Buffer>>;

interface WordFile {
  /** What is in the body. */
  readonly body?: string;
  /** Contents of `w:ftr` by the id of their relation; they are `footer1.xml` and so on. */
  readonly footers?: Readonly<Record<string, string>>;
  /** Contents of `w:settings`; no such part when left out. */
  readonly settings?: string;
  /** Parts put beside these, or in their place; `undefined` takes one away. */
  readonly parts?: Readonly<Record<string, string | Buffer | undefined>>;
}

export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const reference = (type: string, id: string) =>
  `<w:footerReference w:type="${type}" r:id="${id}"/>`;

const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>';

/** @param content - What stands before the size of the page, and what behind it. */
export const section = (before = '', behind = '') =>
  `<w:sectPr>${before}${PAGE}${behind}</w:sectPr>`;

/** A section that ends with this paragraph. */
export const sectionEnd = (before = '', behind = '') =>
  `<w:p><w:pPr>${section(before, behind)}</w:pPr></w:p>`;

export function documentXml(body: string): string {
  return `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`;
}

export function footerXml(content: string): string {
  return `${HEAD}<w:ftr xmlns:w="${W}" xmlns:r="${R}">${content}</w:ftr>`;
}

export function relationsXml(relations: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`;
}

export function relation(id: string, type: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${more}/>`;
}

export function typesXml(overrides: Readonly<Record<string, string>>): string {
  const rows = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${rows.join('')}</Types>`
  );
}

/** By name, in the order of the zip. */
export function wordParts({ body, footers = {}, settings, parts = {} }: WordFile): Texts {
  const ids = Object.keys(footers);
  const footerParts = ids.map(
    (id, nth) => [`word/footer${nth + 1}.xml`, footerXml(footers[id] ?? '')] as const,
  );
  const relations = [
    ...ids.map((id, nth) => relation(id, 'footer', `footer${nth + 1}.xml`)),
    ...(settings === undefined ? [] : [relation('rIdSettings', 'settings', 'settings.xml')]),
  ];
  const types = {
    'word/document.xml': `${MAIN}.document.main+xml`,
    ...(settings !== undefined && { 'word/settings.xml': `${MAIN}.settings+xml` }),
    ...Object.fromEntries(footerParts.map(([part]) => [part, `${MAIN}.footer+xml`])),
  };
  const all: Record<string, string | Buffer | undefined> = {
    '[Content_Types].xml': typesXml(types),
    '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': documentXml(body ?? paragraph('正文') + section()),
    ...(relations.length > 0 && {
      'word/_rels/document.xml.rels': relationsXml(relations.join('')),
    }),
    ...Object.fromEntries(footerParts),
    ...(settings !== undefined && {
      'word/settings.xml': `${HEAD}<w:settings xmlns:w="${W}">${settings}</w:settings>`,
    }),
    ...parts,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([part, data]) => (data === undefined ? [] : [[part, data]])),
  );
}

export function zipOf(parts: Texts): Buffer {
  return zipBytes(Object.entries(parts).map(([name, data]) => ({ name, data, deflate: true })));
}

export function wordFile(file: WordFile = {}): Buffer {
  return zipOf(wordParts(file));
}
