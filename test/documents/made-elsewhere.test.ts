/** Files of the programs that people use, named by their makers; each is also cut off after two thirds. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identify } from '../../src/core/documents/identify/identify.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { runsHere } from '../helpers/programs.js';

const folder = mkdtempSync(join(tmpdir(), 'dangan-identify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, ...words: readonly string[]) =>
  execFileSync(program, words, { cwd: folder, stdio: 'ignore', timeout: 300_000 });

function told(bytes: Buffer): string {
  const read = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const { format, marks } = identify({ sizeBytes: bytes.length, read });
  return [format ?? '–', ...marks].join(' ');
}

const of = (name: string) => told(readFileSync(join(folder, name)));

function cut(name: string): string {
  const bytes = readFileSync(join(folder, name));
  return told(bytes.subarray(0, Math.floor((bytes.length * 2) / 3)));
}

describe.runIf(runsHere('convert', '-version'))('ImageMagick', () => {
  beforeAll(() => run('convert', '-size', '400x300', 'plasma:red-blue', '-depth', '8', 'one.bmp'));

  test.each(['jpg', 'png', 'gif', 'webp', 'bmp', 'tiff'])('%s', (format) => {
    run('convert', 'one.bmp', `picture.${format}`);
    expect([of(`picture.${format}`), cut(`picture.${format}`)]).toEqual([
      format,
      `${format} truncated`,
    ]);
  });

  test('heic, where it can be written', () => {
    const { status } = spawnSync('convert', ['one.bmp', 'picture.heic'], { cwd: folder });
    if (status === 0) expect(of('picture.heic')).toBe('heic');
  });
});

describe.runIf(runsHere('ffmpeg', '-version'))('ffmpeg', () => {
  const make = (name: string, ...words: readonly string[]) =>
    run('ffmpeg', '-v', 'error', '-y', '-f', 'lavfi', '-i', ...words, join(folder, name));

  test.each(['mp4', 'mov', 'avi', 'mkv', 'flv', 'wmv', 'ts'])('%s', (format) => {
    make(`video.${format}`, 'testsrc=d=1:s=176x144:r=10', '-pix_fmt', 'yuv420p');
    expect(of(`video.${format}`)).toBe(format);
  });

  test.each(['mp4', 'mov', 'avi', 'mkv'])('%s that was cut off', (format) => {
    make(`video.${format}`, 'testsrc=d=1:s=176x144:r=10', '-pix_fmt', 'yuv420p');
    expect(cut(`video.${format}`)).toBe(`${format} truncated`);
  });

  test.each(['mp3', 'wav', 'm4a', 'flac', 'ogg', 'aac'])('%s', (format) => {
    make(`sound.${format}`, 'sine=d=1');
    expect(of(`sound.${format}`)).toBe(format);
  });
});

describe.runIf(runsHere('7z', '--help'))('7z', () => {
  beforeAll(() => writeFileSync(join(folder, 'one.txt'), '通知\n'.repeat(500)));

  test.each([
    ['a.7z', ['-t7z'], '7z'],
    ['b.7z', ['-t7z', '-psecret'], '7z encrypted'],
    ['c.7z', ['-t7z', '-psecret', '-mhe=on'], '7z encrypted'],
    ['a.zip', ['-tzip'], 'zip'],
    ['b.zip', ['-tzip', '-psecret'], 'zip encrypted'],
    ['a.tar', ['-ttar'], 'tar'],
    ['a.xz', ['-txz'], 'xz'],
    ['a.bz2', ['-tbzip2'], 'bz2'],
    ['a.gz', ['-tgzip'], 'gz'],
  ])('%s', (name, words, expected) => {
    run('7z', 'a', '-bd', ...words, name, 'one.txt');
    expect(of(name)).toBe(expected);
  });

  test('a tar in a gz', () => {
    run('7z', 'a', '-bd', '-ttar', 'two.tar', 'one.txt');
    run('7z', 'a', '-bd', '-tgzip', 'two.tar.gz', 'two.tar');
    expect(of('two.tar.gz')).toBe('tgz');
  });

  test.each(['a.7z', 'a.zip'])('%s that was cut off', (name) => {
    expect(cut(name)).toMatch(/truncated$/);
  });
});

describe.runIf(runsHere('qpdf', '--version'))('qpdf', () => {
  beforeAll(() => writeFileSync(join(folder, 'one.pdf'), pdfOf([['通知', '各科室']])));

  test.each([
    ['linear', ['--linearize'], 'pdf'],
    ['packed', ['--object-streams=generate'], 'pdf'],
    ['rc4 of 40 bits', ['--allow-weak-crypto', '--encrypt', '', 'o', '40', '--'], 'pdf restricted'],
    [
      'rc4 of 128 bits',
      ['--allow-weak-crypto', '--encrypt', '', 'o', '128', '--use-aes=n', '--'],
      'pdf restricted',
    ],
    ['aes of 128 bits', ['--encrypt', '', 'o', '128', '--use-aes=y', '--'], 'pdf restricted'],
    ['aes of 256 bits', ['--encrypt', '', 'o', '256', '--'], 'pdf restricted'],
    [
      'packed and restricted',
      ['--object-streams=generate', '--encrypt', '', 'o', '256', '--'],
      'pdf restricted',
    ],
    [
      'metadata in the open',
      ['--encrypt', '', 'o', '128', '--use-aes=y', '--cleartext-metadata', '--'],
      'pdf restricted',
    ],
    ['password of 128 bits', ['--encrypt', 'u', 'o', '128', '--use-aes=y', '--'], 'pdf encrypted'],
    ['password of 256 bits', ['--encrypt', 'u', 'o', '256', '--'], 'pdf encrypted'],
  ])('%s', (name, words, expected) => {
    run('qpdf', ...words, 'one.pdf', `${name}.pdf`);
    expect(of(`${name}.pdf`)).toBe(expected);
  });
});

describe.runIf(runsHere('soffice', '--version'))('LibreOffice', () => {
  const convert = (format: string, file: string) =>
    run(
      'soffice',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      folder,
      join(folder, file),
    );

  beforeAll(() => {
    mkdirSync(join(folder, 'profile'), { recursive: true });
    writeFileSync(join(folder, 'letter.txt'), '关于召开会议的通知\n'.repeat(400));
    writeFileSync(join(folder, 'sheet.csv'), '序号,名称\n1,甲\n2,乙\n');
  });

  test.each([
    ['letter.txt', 'docx'],
    ['letter.txt', 'doc'],
    ['letter.txt', 'odt'],
    ['letter.txt', 'rtf'],
    ['sheet.csv', 'xlsx'],
    ['sheet.csv', 'xls'],
  ])('%s as %s', { timeout: 300_000 }, (file, format) => {
    convert(format, file);
    const name = file.replace(/\w+$/, format);
    expect([of(name), cut(name).endsWith('truncated')]).toEqual([format, true]);
  });
});
