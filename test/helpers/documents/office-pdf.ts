import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Documents as LibreOffice prints them, beside them; a handful at once, since it starts slowly. */
export function printByOffice(folder: string, names: readonly string[]): void {
  const profile = mkdtempSync(join(tmpdir(), 'dangan-office-'));
  const words = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless'];
  const files = names.map((name) => join(folder, name));
  try {
    execFileSync('soffice', [...words, '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
      timeout: 120_000,
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The text of each page, as poppler reads it. */
export function pagesOfPdf(path: string, ...options: readonly string[]): readonly string[] {
  const text = execFileSync('pdftotext', [...options, path, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return text.split('\f').slice(0, -1);
}

/** Every page as a picture in grey, a byte for each dot. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

export function pictureOfPdf(path: string, dotsPerInch: number): Picture {
  const options = ['-gray', '-r', String(dotsPerInch), '-f', '1', '-l', '1'];
  const bytes = execFileSync('pdftoppm', [...options, path], { maxBuffer: 1 << 28 });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40));
  const [all = '', width = '0', height = '0'] = head ?? [];
  return { width: Number(width), height: Number(height), dots: bytes.subarray(all.length) };
}

/** Is there ink in this part of a picture? */
export function hasInk(
  { width, dots }: Picture,
  [left, top, right, bottom]: readonly [number, number, number, number],
): boolean {
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if ((dots[y * width + x] ?? 255) < 128) return true;
    }
  }
  return false;
}
