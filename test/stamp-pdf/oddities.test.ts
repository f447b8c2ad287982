/** PDFs that are written in ways of their own: judged by poppler and qpdf. */
import { describe, expect, test } from 'vitest';
import { stampPdf } from '../../src/io/stamp/pdf/stamp-pdf.js';
import {
  A4,
  onePage,
  pdfFile,
  pdfFrom,
  poppler,
  qpdfCheck,
  RESOURCES,
  shows,
  streamOf,
  type Objects,
} from '../helpers/documents/pdf-objects.js';
import { runsHere } from '../helpers/programs.js';

const NAME = '01：创建领导小组文件';
const TEXT = shows('Hello');
const TWO_STREAMS = { 12: streamOf('q BT /F1 18 Tf 72 700 Td (Hel'), 13: streamOf('lo) Tj ET Q') };
const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 9 9]';
const twoPages = (tree: string, others: Objects = {}): Objects => ({
  ...onePage(TEXT),
  2: `<< /Type /Pages ${A4} ${tree} >>`,
  12: `<< /Type /Page /Parent 2 0 R ${RESOURCES} /Contents 11 0 R >>`,
  ...others,
});

/** Each with one line or none on each page; what counts is that it stays, and that ours comes. */
const odd: Readonly<Record<string, Buffer>> = {
  'a cross-reference as a stream': pdfFrom(onePage(TEXT), { xref: 'stream' }),
  'an identifier': pdfFrom(onePage(TEXT), { trailer: '/ID [<00112233> <00112233>]' }),
  'something before its header': Buffer.concat([
    Buffer.from('From: somebody\n\n'),
    pdfFrom(onePage(TEXT)),
  ]),
  'something before its header that is counted': pdfFrom(onePage(TEXT), {
    header: 'From: somebody\n\n%PDF-1.4\n',
  }),
  'zeros behind its end': Buffer.concat([pdfFrom(onePage(TEXT)), Buffer.alloc(300)]),
  'offsets that are wrong': pdfFrom(onePage(TEXT), { wrongBy: { offsets: 5 } }),
  'a cross-reference that is elsewhere': pdfFrom(onePage(TEXT), { wrongBy: { startxref: 17 } }),
  'rows of nineteen bytes': Buffer.from(
    pdfFrom(onePage(TEXT))
      .toString('latin1')
      .replaceAll(/ ([nf]) \n/g, ' $1\n'),
    'latin1',
  ),
  'a table that begins with 1': Buffer.from(
    pdfFrom(onePage(TEXT)).toString('latin1').replace('xref\n0 ', 'xref\n1 '),
    'latin1',
  ),
  'a size that is too small': Buffer.from(
    pdfFrom(onePage(TEXT)).toString('latin1').replace('/Size 12', '/Size 4'),
    'latin1',
  ),
  'no contents': pdfFrom(onePage('', { page: RESOURCES })),
  'contents that are not there': pdfFrom(onePage('', { page: `${RESOURCES} /Contents 99 0 R` })),
  'contents that are no stream': pdfFrom(onePage('', { page: `${RESOURCES} /Contents 3 0 R` })),
  'an empty list of contents': pdfFrom(onePage('', { page: `${RESOURCES} /Contents []` })),
  'contents in pieces': pdfFrom(
    onePage('', { page: `${RESOURCES} /Contents [12 0 R 13 0 R]`, others: TWO_STREAMS }),
  ),
  'contents in pieces elsewhere': pdfFrom(
    onePage('', {
      page: `${RESOURCES} /Contents 14 0 R`,
      others: { ...TWO_STREAMS, 14: '[12 0 R 13 0 R]' },
    }),
  ),
  'contents that say that they are longer': pdfFrom({
    ...onePage(''),
    11: `<< /Length 60000 >>\nstream\n${TEXT}\nendstream`,
  }),
  'contents that say that they are shorter': pdfFrom({
    ...onePage(''),
    11: `<< /Length 6 >>\nstream\n${TEXT}\nendstream`,
  }),
  'no resources': pdfFrom(onePage('0 0 1 rg 90 90 9 9 re f', { page: '/Contents 11 0 R' })),
  'resources from above': pdfFrom(
    onePage(TEXT, { page: '/Contents 11 0 R', tree: `${A4} ${RESOURCES}` }),
  ),
  'resources that are shared': pdfFrom(
    onePage(TEXT, {
      page: '/Resources 12 0 R /Contents 11 0 R',
      others: { 12: '<< /Font << /F1 3 0 R >> /XObject 13 0 R >>', 13: '<< >>' },
    }),
  ),
  'a form of our name': pdfFrom(
    onePage(`${TEXT} /DanganFooter Do`, {
      page: '/Resources << /Font << /F1 3 0 R >> /XObject << /DanganFooter 12 0 R >> >> /Contents 11 0 R',
      others: { 12: streamOf('0 1 0 rg 0 0 9 9 re f', FORM) },
    }),
  ),
  'no size of the page': pdfFrom(onePage(TEXT, { tree: '' })),
  'sides the wrong way round': pdfFrom(onePage(TEXT, { tree: '/MediaBox [595 842 0 0]' })),
  'a part that is nowhere on the page': pdfFrom(
    onePage(TEXT, { tree: `${A4} /CropBox [5000 5000 6000 6000]` }),
  ),
  'units of an inch': pdfFrom(
    onePage(shows('Hello', { x: 1, y: 9, size: 0.3 }), {
      tree: '/MediaBox [0 0 8 11]',
      page: `${RESOURCES} /Contents 11 0 R /UserUnit 72`,
    }),
  ),
  'a page in a page': pdfFrom(
    twoPages('/Count 2 /Kids [13 0 R 12 0 R]', {
      13: '<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [10 0 R] /Rotate 90 >>',
    }),
  ),
  'one page twice': pdfFrom(twoPages('/Count 3 /Kids [10 0 R 12 0 R 10 0 R]')),
  'one page and no tree': pdfFrom({
    ...onePage(TEXT),
    1: '<< /Type /Catalog /Pages 10 0 R >>',
    10: `<< /Type /Page ${A4} ${RESOURCES} /Contents 11 0 R >>`,
  }),
  'names and texts with escapes': pdfFrom(
    onePage(TEXT, { page: `${RESOURCES} /Contents 11 0 R /A#20B#23 (\\) \\( \\\\) /C <41 4>` }),
  ),
  'an unanswered q': pdfFrom(onePage(`q q 0.5 0 0 0.5 0 0 cm ${TEXT}`)),
  'a changed matrix': pdfFrom(onePage(`0.5 0 0 0.5 100 100 cm ${TEXT}`)),
  'a Q too many at its end': pdfFrom(onePage(`q ${TEXT} Q Q Q`)),
  'a Q too many at its beginning': pdfFrom(onePage(`Q 0.1 0 0 0.1 0 0 cm ${TEXT}`)),
  'a text that goes on': pdfFrom(onePage('BT 9 Tc 7 Ts 3 Tr /F1 18 Tf 72 720 Td (Hello) Tj')),
  'a string that goes on': pdfFrom(onePage(`${TEXT} BT /F1 12 Tf (never ((closed`)),
  'an array that goes on': pdfFrom(onePage(`${TEXT} BT /F1 12 Tf [(abc) 5 [`)),
  'a dictionary that goes on': pdfFrom(onePage(`${TEXT} /Span << /ActualText (x)`)),
  'a picture that goes on': pdfFrom(onePage(`${TEXT} q BI /W 90 /H 9 /CS /G /BPC 8 ID abc`)),
  'a comment at its end': pdfFrom(onePage(`${TEXT} % without an end`)),
  'a path at its end': pdfFrom(onePage(`${TEXT} 0 0 50 50 re W`)),
  'brackets in a picture': pdfFrom(
    onePage(`q 9 0 0 9 9 9 cm BI /W 4 /H 4 /CS /G /BPC 8 ID (q EI (\0\x80q q q EI Q ${TEXT}`),
  ),
  'a hidden part that goes on': pdfFrom(
    onePage(`/OC /P BDC 0 0 9 9 re f`, {
      catalog: '/OCProperties << /OCGs [12 0 R] /D << /OFF [12 0 R] >> >>',
      page: '/Resources << /Properties << /P 12 0 R >> >> /Contents 11 0 R',
      others: { 12: '<< /Type /OCG /Name (hidden) >>' },
    }),
  ),
};

describe.runIf(runsHere('pdftotext', '-v') && runsHere('qpdf', '--version'))('a PDF with', () => {
  test.each(Object.entries(odd))('%s keeps its text and bears the name', async (_, bytes) => {
    const path = pdfFile(bytes);
    expect(await stampPdf(path, `${path}.new`, NAME)).toEqual({ did: 'stamped', before: [] });
    const [before, after] = [poppler(path), poppler(`${path}.new`)];
    const names = Array.from({ length: before.pages }, () => NAME);
    expect(after.pages).toBe(before.pages);
    expect(after.words.toSorted()).toEqual([...before.words, ...names].toSorted());
    expect(qpdfCheck(`${path}.new`)).toBeLessThanOrEqual(qpdfCheck(path) ?? 0);
  });
});

const BOTH = '/Kids [10 0 R 12 0 R]';
const SECOND = `${RESOURCES} /Contents 11 0 R >>`;
/** Trees that are not as they should be, and how many pages readers show of them all the same. */
const trees: Readonly<Record<string, readonly [number, Objects]>> = {
  'more pages than there are': [2, twoPages(`/Count 7 ${BOTH}`)],
  'fewer pages than there are': [1, twoPages(`/Count 1 ${BOTH}`)],
  'a number that is elsewhere': [2, twoPages(`/Count 13 0 R ${BOTH}`, { 13: '2' })],
  'a page that is not there': [1, twoPages('/Count 2 /Kids [10 0 R 99 0 R]')],
  'a page more that is not there': [2, twoPages('/Count 3 /Kids [10 0 R 12 0 R 99 0 R]')],
  'pages in a circle': [1, twoPages('/Count 2 /Kids [10 0 R 2 0 R]')],
  'a page twice that counts once': [2, twoPages('/Count 2 /Kids [10 0 R 12 0 R 10 0 R]')],
  'a page without a type': [2, twoPages(`/Count 2 ${BOTH}`, { 12: `<< /Parent 2 0 R ${SECOND}` })],
  'a page without a parent': [2, twoPages(`/Count 2 ${BOTH}`, { 12: `<< /Type /Page ${SECOND}` })],
  'a page of another parent': [
    2,
    twoPages(`/Count 2 ${BOTH}`, { 12: `<< /Type /Page /Parent 3 0 R ${SECOND}` }),
  ],
  'a root that says it is a page': [
    2,
    { ...twoPages(''), 2: `<< /Type /Page ${A4} /Count 2 ${BOTH} >>` },
  ],
  'a part of the tree that counts wrong': [
    2,
    twoPages('/Count 2 /Kids [13 0 R 12 0 R]', {
      13: '<< /Type /Pages /Parent 2 0 R /Count 5 /Kids [10 0 R] >>',
    }),
  ],
};

describe.runIf(runsHere('pdftotext', '-v'))('a tree of pages with', () => {
  test.each(Object.entries(trees))('%s bears the name on what is seen', async (_, [seen, tree]) => {
    const path = pdfFile(pdfFrom(tree));
    expect(await stampPdf(path, `${path}.new`, NAME)).toEqual({ did: 'stamped', before: [] });
    expect(await stampPdf(`${path}.new`, undefined, NAME)).toEqual({ did: 'same' });
    const [before, after] = [poppler(path), poppler(`${path}.new`)];
    expect(after.pages).toBe(before.pages);
    const names = Array.from({ length: seen }, () => NAME);
    expect(after.words.toSorted()).toEqual([...before.words, ...names].toSorted());
  });
});

test.runIf(runsHere('qpdf', '--version'))(
  'what has a cross-reference in a stream only, and elsewhere, gets one that no reader has to mend',
  async () => {
    const path = pdfFile(pdfFrom(onePage(TEXT), { xref: 'stream', wrongBy: { startxref: 17 } }));
    await stampPdf(path, `${path}.new`, NAME);
    expect(qpdfCheck(`${path}.new`)).toBe(0);
  },
);

const left: Readonly<Record<string, readonly [string, Buffer]>> = {
  'no pages': ['no-pages', pdfFrom({ ...onePage(''), 2: '<< /Type /Pages /Count 0 /Kids [] >>' })],
  'a font for a page': ['damaged', pdfFrom(twoPages('/Count 3 /Kids [10 0 R 3 0 R 12 0 R]'))],
  'contents for a page': ['damaged', pdfFrom(twoPages('/Count 3 /Kids [10 0 R 11 0 R 12 0 R]'))],
  'a page that has no number': [
    'damaged',
    pdfFrom(twoPages(`/Count 2 /Kids [10 0 R << /Type /Page ${RESOURCES} /Contents 11 0 R >>]`)),
  ],
  'a page with pages in it': [
    'damaged',
    pdfFrom(
      twoPages('/Count 2 /Kids [13 0 R 12 0 R]', {
        13: '<< /Type /Page /Parent 2 0 R /Count 1 /Kids [10 0 R] >>',
      }),
    ),
  ],
  'no list of pages': ['damaged', pdfFrom(twoPages('/Count 2 /Kids 99 0 R'))],
  'fewer pages than none': ['damaged', pdfFrom(twoPages('/Count -2 /Kids [10 0 R 12 0 R]'))],
  'a part of its contents that is not there': [
    'damaged',
    pdfFrom(onePage(TEXT, { page: `${RESOURCES} /Contents [11 0 R 99 0 R]` })),
  ],
  'nothing in it': ['damaged', Buffer.alloc(0)],
  'nothing but its header': ['damaged', Buffer.from('%PDF-1.7\n')],
  'half of it': ['damaged', pdfFrom(onePage(TEXT)).subarray(0, 300)],
  'a signature': [
    'signed',
    pdfFrom(
      onePage(TEXT, {
        catalog: '/AcroForm << /Fields [12 0 R] >>',
        others: {
          12: '<< /T (a) /Kids [13 0 R] /FT /Sig >>',
          13: '<< /Parent 12 0 R /V 14 0 R >>',
          14: '<< /Type /Sig /ByteRange [0 1 2 3] >>',
        },
      }),
    ),
  ],
  'signatures that are told of': [
    'signed',
    pdfFrom(onePage(TEXT, { catalog: '/AcroForm << /SigFlags 3 /Fields [] >>' })),
  ],
  'permissions that are signed': [
    'signed',
    pdfFrom(onePage(TEXT, { catalog: '/Perms << /DocMDP 3 0 R >>' })),
  ],
  'a form made of XML': [
    'unsupported',
    pdfFrom(
      onePage(TEXT, {
        catalog: '/AcroForm << /XFA 12 0 R /Fields [] >>',
        others: { 12: streamOf('<xdp/>') },
      }),
    ),
  ],
  'what PDF/A says of itself': [
    'pdf-a',
    pdfFrom(
      onePage(TEXT, {
        catalog: '/Metadata 12 0 R',
        others: {
          12: streamOf(
            '<rdf:Description xmlns:a="http://www.aiim.org/pdfa/ns/id/" a:part="1"/>',
            '/Type /Metadata /Subtype /XML',
          ),
        },
      }),
    ),
  ],
  'a password': ['encrypted', pdfFrom(onePage(TEXT), { trailer: '/Encrypt << /V 1 >>' })],
};

test.each(Object.entries(left))('a PDF with %s is left', async (_, [because, bytes]) => {
  const path = pdfFile(bytes);
  expect(await stampPdf(path, undefined, NAME)).toMatchObject({ did: 'left', because });
});
