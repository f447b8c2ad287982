/** Documents that are left as they are, and why. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Stamped } from '../../src/core/stamp/types.js';
import { stampDocx } from '../../src/io/stamp/office/stamp-docx.js';
import { stampXlsx } from '../../src/io/stamp/office/stamp-xlsx.js';
import { compoundOf } from '../helpers/documents/compound.js';
import { presentation, slideXml } from '../helpers/documents/office.js';
import { onDisk } from '../helpers/documents/stamped.js';
import {
  paragraph,
  reference,
  relation,
  relationsXml,
  section,
  wordFile,
  wordParts,
  zipOf,
} from '../helpers/documents/word.js';
import { zipBytes } from '../helpers/zip-bytes.js';

const why = (bytes: Buffer, stamp = stampDocx) =>
  onDisk(bytes, async (path) => {
    const stamped: Stamped = await stamp(path, `${path}.new`, '01：一');
    if (stamped.did !== 'left') return stamped.did;
    expect(existsSync(`${path}.new`)).toBe(false);
    return stamped.because;
  });
const settings = (xml: string) => why(wordFile({ settings: xml }));
const withPart = (part: string, data: string) => why(zipOf({ ...wordParts({}), [part]: data }));
const body = `${paragraph('正文')}${section(reference('default', 'rId7'))}`;

test.each(['readOnly', 'comments', 'trackedChanges', 'forms'])(
  'a document in which only %s is allowed',
  async (edit) => {
    const protection = `<w:documentProtection w:edit="${edit}" w:enforcement="1"/>`;
    expect(await settings(protection)).toBe('protected');
  },
);

test('a document that is better not written to, or only with a password', async () => {
  expect(await settings('<w:writeProtection w:recommended="1"/>')).toBe('protected');
  expect(await settings('<w:writeProtection w:hash="aGFzaA=="/>')).toBe('protected');
});

test('a document that is marked as final', async () => {
  const parts = wordParts({});
  const custom =
    '<Properties xmlns="p" xmlns:vt="v"><property name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>';
  const relations = String(parts['_rels/.rels']).replace(
    '</Relationships>',
    `${relation('rId4', 'custom-properties', 'docProps/custom.xml')}</Relationships>`,
  );
  expect(
    await why(zipOf({ ...parts, '_rels/.rels': relations, 'docProps/custom.xml': custom })),
  ).toBe('protected');
});

const margin = (bottom: number, footers = '') =>
  why(
    wordFile({
      body: `${paragraph('正文')}${section(footers).replace('</w:sectPr>', `<w:pgMar w:top="720" w:right="720" w:bottom="${bottom}" w:left="720" w:header="0" w:footer="720" w:gutter="0"/></w:sectPr>`)}`,
      ...(footers !== '' && { footers: { rId7: paragraph('第 1 页') } }),
    }),
  );

test('a document whose text goes down to the edge: a line below would push it up', async () => {
  expect(await Promise.all([0, 100, -23].map((bottom) => margin(bottom)))).toEqual(
    Array.from({ length: 3 }, () => 'no-room'),
  );
});

test('above a footer text ends, whatever the margin, unless the margin is to hold', async () => {
  const footer = reference('default', 'rId7');
  expect([await margin(0, footer), await margin(-23, footer)]).toEqual(['stamped', 'no-room']);
});

test('a signed document', async () => {
  expect(await withPart('_xmlsignatures/sig1.xml', '<Signature/>')).toBe('signed');
});

test('an encrypted document', async () => {
  expect(await why(compoundOf({ EncryptedPackage: Buffer.alloc(5000) }))).toBe('encrypted');
  expect(await why(zipBytes([{ name: '[Content_Types].xml', data: 'x', flags: 1 }]))).toBe(
    'encrypted',
  );
});

test('what is no Word document, whatever its name', async () => {
  expect(await why(compoundOf({ WordDocument: Buffer.alloc(5000) }))).toBe('unsupported');
  expect(await why(presentation([slideXml()]))).toBe('unsupported');
  expect(await why(zipBytes([{ name: 'a.txt', data: 'a' }]))).toBe('unsupported');
  expect(await why(Buffer.from('{\\rtf1}'))).toBe('unsupported');
  expect(await why(Buffer.alloc(0))).toBe('unsupported');
  expect(await why(wordFile(), stampXlsx)).toBe('unsupported');
});

test('a zip that was cut off', async () => {
  const whole = wordFile();
  expect(await why(whole.subarray(0, whole.length - 30))).toBe('damaged');
});

test('more behind the zip than a download leaves there', async () => {
  expect(await why(Buffer.concat([wordFile(), Buffer.alloc(2000, 'more')]))).toBe('damaged');
});

test('a part that is given twice', async () => {
  const parts = Object.entries(wordParts({})).map(([name, data]) => ({ name, data }));
  expect(await why(zipBytes([...parts, ...parts.slice(2, 3)]))).toBe('damaged');
});

test('a part that is not what its checksum says', async () => {
  const parts = Object.entries(wordParts({})).map(([name, data]) => ({
    name,
    data,
    ...(name === 'word/document.xml' && { central: { crc: 1 }, local: { crc: 1 } }),
  }));
  expect(await why(zipBytes(parts))).toBe('damaged');
});

test('a reference to a footer that is not there', async () => {
  expect(await why(wordFile({ body }))).toBe('damaged');
  const relations = relationsXml(relation('rId7', 'footer', 'footer9.xml'));
  expect(await why(wordFile({ body, parts: { 'word/_rels/document.xml.rels': relations } }))).toBe(
    'damaged',
  );
});

test('XML that is cut off, not nested, or has a document type', async () => {
  const parts = wordParts({ body, footers: { rId7: paragraph('1') } });
  for (const footer of ['', '<w:ftr', '<w:ftr><w:p></w:ftr>', '<!DOCTYPE a><a/>', 'no XML']) {
    expect(await why(zipOf({ ...parts, 'word/footer1.xml': footer }))).toBe('damaged');
  }
});

test('a package that does not say where it begins', async () => {
  expect(await why(wordFile({ parts: { '_rels/.rels': undefined } }))).toBe('damaged');
  expect(await why(wordFile({ parts: { '_rels/.rels': relationsXml('') } }))).toBe('unsupported');
});
