/** Real documents with the names that clerks give them: for the demo, for tests, for trying things out. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Day } from '../../core/system/types.js';
import { gbkOf } from './gbk.js';
import { jpegOf } from './jpeg.js';
import { mp4 } from './media.js';
import { docxOf, xlsxOf } from './office.js';
import { pdfOf } from './pdf.js';

/** A file that is made when it is written; the same bytes on every machine and every day. */
export interface Sample {
  /** Where it goes below the folder it is written to, `/` between the parts. */
  readonly path: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
}

/** Write samples below `root`, which is made when it is not there. Names that this system cannot hold are left out. */
export async function writeSamples(root: string, samples: readonly Sample[]): Promise<void> {
  for (const { path, bytes } of samples.filter((sample) => isPossible(sample.path))) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await bytes());
  }
}

/** Windows takes the rest of a name after a colon for a hidden stream, and drops spaces at its end. */
function isPossible(path: string): boolean {
  return (
    process.platform !== 'win32' || path.split('/').every((name) => !/[<>:"|?*]|[ .]$/.test(name))
  );
}

/** A document with a heading and a paragraph for each line. */
export function docx(path: string, title: string, lines: readonly string[], created?: Day): Sample {
  return { path, bytes: () => docxOf(title, lines, created) };
}

export function xlsx(
  path: string,
  sheet: string,
  rows: readonly (readonly (string | number)[])[],
): Sample {
  return { path, bytes: () => xlsxOf(sheet, rows) };
}

export function pdf(path: string, pages: readonly (readonly string[])[]): Sample {
  return { path, bytes: () => pdfOf(pages) };
}

export function text(path: string, content: string): Sample {
  return { path, bytes: () => gbkOf(content) };
}

export function video(path: string): Sample {
  return { path, bytes: mp4 };
}

/** A landscape of 480×320; each `seed` has its own hills and its own sun. */
export function photo(path: string, seed: number, taken?: Day): Sample {
  const columns = 60;
  const rows = 40;
  const hill = (column: number) =>
    26 + 5 * Math.sin(column / (6 + (seed % 5)) + seed) + 2 * Math.sin(column / 2.3 + 2 * seed);
  const sun = { column: 8 + ((seed * 13) % 44), row: 8 + (seed % 5) };
  return {
    path,
    bytes: () =>
      jpegOf({
        columns,
        rows,
        taken,
        color(column, row) {
          if (row > hill(column)) return [60 + 2 * row, 140 - row, 60];
          if (Math.hypot(column - sun.column, row - sun.row) < 4) return [255, 214, 90];
          return [110 + 3 * row, 170 + 2 * row, 235];
        },
      }),
  };
}

/** What Windows and Word leave behind. */
export function leftover(path: string): Sample {
  return { path, bytes: () => Buffer.alloc(162, `dangan sample: ${path}\n`) };
}
