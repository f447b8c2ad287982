import { build } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { leanPdfjs } from '../../scripts/lean-pdfjs.mjs';
import { pdfFrom, streamOf } from '../helpers/documents/pdf-objects.js';

type Module = typeof import('../../src/io/pdf/with-pdf.js');

/** As it is in the program that is built. */
async function leanModule(): Promise<Module> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'dangan-lean-')), 'with-pdf.mjs');
  await build({
    entryPoints: ['src/io/pdf/with-pdf.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    plugins: [leanPdfjs],
    outfile,
    logLevel: 'silent',
    banner: {
      js: "import { createRequire as own } from 'node:module'; const require = own(import.meta.url);",
    },
  });
  return (await import(pathToFileURL(outfile).href)) as Module;
}

const { withPdf } = await leanModule();

async function read(bytes: Buffer) {
  let readBytes = 0;
  const text = await withPdf(
    {
      sizeBytes: bytes.length,
      read: (offset, length) => {
        const piece = bytes.subarray(offset, offset + length);
        readBytes += piece.length;
        return piece;
      },
    },
    async (document) => {
      const { items } = await (await document.getPage(1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('');
    },
  );
  return { text, readBytes };
}

/** One page in a font of twenty megabytes, with a picture of as many. */
function heavyPdf(content: Buffer): Buffer {
  const large = Buffer.alloc(20 * 2 ** 20, 0x5a);
  const unicode = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0001> <0100> <4e00> endbfrange endcmap`;
  return pdfFrom({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 10 0 R >> >> >>',
    4: streamOf(deflateSync(content), '/Filter /FlateDecode'),
    5: '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 9 0 R >>',
    6: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>',
    7: '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontFile2 8 0 R >>',
    8: streamOf(large, `/Length1 ${large.length}`),
    9: streamOf(Buffer.from(unicode)),
    10: streamOf(
      large,
      '/Type /XObject /Subtype /Image /Width 4096 /Height 5120 /ColorSpace /DeviceGray /BitsPerComponent 8',
    ),
  });
}

test('text is read without the program of its font, and without pictures', async () => {
  const content = Buffer.from('q /I Do Q BT /F 12 Tf 72 72 Td <000100020003> Tj ET');
  const { text, readBytes } = await read(heavyPdf(content));
  expect(text).toBe('一丁丂');
  expect(readBytes).toBeLessThan(10 * 2 ** 20);
});

test('what goes on without end is not read to its end', async () => {
  const content = Buffer.concat([Buffer.alloc(40 * 2 ** 20, ' '), Buffer.from('BT ET')]);
  await expect(read(heavyPdf(content))).rejects.toThrow('too long');
});
