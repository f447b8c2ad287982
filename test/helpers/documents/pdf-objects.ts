/** PDFs written object by object, for those that no program writes on purpose. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

export type Objects = Readonly<Record<number, string | Buffer>>;

export interface PdfOptions {
  readonly xref?: 'table' | 'stream' | 'none';
  readonly header?: string;
  /** Entries of the trailer beside its size and root. */
  readonly trailer?: string;
  /** Added to each offset, and to that of the cross-reference. */
  readonly wrongBy?: { readonly offsets?: number; readonly startxref?: number };
}

export function pdfFrom(objects: Objects, options: PdfOptions = {}): Buffer {
  const { xref = 'table', header = '%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', trailer = '' } = options;
  const parts: Buffer[] = [Buffer.from(header, 'latin1')];
  const offsets = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), at + (options.wrongBy?.offsets ?? 0));
    const bytes = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(bytes);
    at += bytes.length;
  }
  if (xref === 'none') return Buffer.concat(parts);
  const size = Math.max(...offsets.keys()) + 1;
  parts.push(
    xref === 'table'
      ? xrefTable(offsets, size, trailer)
      : xrefStream(offsets.set(size, at), size, trailer),
  );
  const startxref = at + (options.wrongBy?.startxref ?? 0);
  parts.push(Buffer.from(`startxref\n${startxref}\n%%EOF\n`));
  return Buffer.concat(parts);
}

function xrefTable(offsets: ReadonlyMap<number, number>, size: number, trailer: string): Buffer {
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    if (offset === undefined)
      return number === 0 ? '0000000000 65535 f \n' : '0000000000 00001 f \n';
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(
    `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`,
  );
}

function xrefStream(offsets: ReadonlyMap<number, number>, number: number, trailer: string): Buffer {
  const rows = Buffer.alloc((number + 1) * 6);
  for (const [own, offset] of offsets) {
    rows.writeUInt8(1, own * 6);
    rows.writeUInt32BE(offset, own * 6 + 1);
  }
  const entries = `/Type /XRef /W [1 4 1] /Size ${number + 1} /Root 1 0 R /Filter /FlateDecode ${trailer}`;
  const stream = streamOf(deflateSync(rows), entries);
  return Buffer.concat([Buffer.from(`${number} 0 obj\n`), stream, Buffer.from('\nendobj\n')]);
}

export function streamOf(content: string | Buffer, entries = ''): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** Shows a line in Helvetica. */
export function shows(text: string, { x = 72, y = 720, size = 18 } = {}): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`;
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
export const RESOURCES = '/Resources << /Font << /F1 3 0 R >> >>';
export const A4 = '/MediaBox [0 0 595 842]';

/**
 * A document of one page, and what is said of it otherwise. Its contents are object 11.
 *
 * @param page - Entries of the page itself.
 */
export function onePage(
  content: string | Buffer,
  {
    page = `${RESOURCES} /Contents 11 0 R`,
    tree = A4,
    catalog = '',
    others = {},
  }: {
    readonly page?: string;
    readonly tree?: string;
    readonly catalog?: string;
    readonly others?: Objects;
  } = {},
): Objects {
  return {
    1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    2: `<< /Type /Pages /Count 1 /Kids [10 0 R] ${tree} >>`,
    3: FONT,
    10: `<< /Type /Page /Parent 2 0 R ${page} >>`,
    11: streamOf(content),
    ...others,
  };
}

/** In a folder of its own. */
export function pdfFile(bytes: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'dangan-pdf-')), 'a.pdf');
  writeFileSync(path, bytes);
  return path;
}

/** What poppler sees of a document. */
export function poppler(path: string) {
  const run = (program: string, ...words: readonly string[]) =>
    spawnSync(program, words, { timeout: 110_000, maxBuffer: 2 ** 28 }).stdout;
  const info = run('pdfinfo', path).toString('latin1');
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1] ?? Number.NaN),
    words: run('pdftotext', path, '-').toString('utf8').split(/\s+/).filter(Boolean),
  };
}

/** What qpdf thinks of it: 0 nothing, 3 warnings, 2 errors. */
export function qpdfCheck(path: string): number | null {
  return spawnSync('qpdf', ['--check', path], { stdio: 'ignore', timeout: 110_000 }).status;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Whether a pixel is dark. */
  readonly isDark: (x: number, y: number) => boolean;
  /** Three bytes each. */
  readonly pixels: Buffer;
}

/** A page as poppler draws it, at so many dots per inch. */
export function pictureOf(path: string, dots: number): Picture {
  const place = ['-f', '1', '-l', '1'];
  const words = ['-r', String(dots), '-cropbox', ...place, '-singlefile', path, `${path}.picture`];
  spawnSync('pdftoppm', words, { stdio: 'ignore', timeout: 110_000 });
  return pictureIn(readFileSync(`${path}.picture.ppm`));
}

/** A picture of the kind PPM. */
export function pictureIn(bytes: Buffer): Picture {
  const head = /^P6\s(\d+) (\d+)\s255\s/.exec(bytes.toString('latin1', 0, 64));
  const [all = '', width = '0', height = '0'] = head ?? [];
  const pixels = bytes.subarray(all.length);
  const isDark = (x: number, y: number) => (pixels[(y * Number(width) + x) * 3] ?? 255) < 128;
  return { width: Number(width), height: Number(height), isDark, pixels };
}
