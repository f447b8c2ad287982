import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSamples } from '../../src/io/samples/index.js';
import { FROM_OFFICE, FROM_YOUTH, PUT_STRAIGHT_IN } from '../../src/io/samples/messy.js';
import { runsHere } from '../helpers/programs.js';

const folder = mkdtempSync(join(tmpdir(), 'dangan-samples-'));
const at = (name: string) => join(folder, name);
const output = (program: string, ...words: string[]) =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const samples = [...FROM_OFFICE, ...FROM_YOUTH];
beforeAll(() => writeSamples(folder, samples));
afterAll(() => rmSync(folder, { recursive: true }));

test('a sample is the same bytes each time it is made', async () => {
  const made = async () =>
    Promise.all(
      [...samples, ...PUT_STRAIGHT_IN].map(async (sample) =>
        (await sample.bytes()).toString('hex'),
      ),
    );
  expect(await made()).toEqual(await made());
});

test('each photo is a picture of its own', async () => {
  const photos = samples.filter(({ path }) => /jpg$/i.test(path));
  const made = await Promise.all(
    photos.map(async (sample) => (await sample.bytes()).toString('hex')),
  );
  expect(new Set(made).size).toBe(photos.length);
});

test('a text sample is GBK, as Notepad saves it', () => {
  expect(new TextDecoder('gbk').decode(readFileSync(at('报送说明.txt')))).toContain('请查收');
});

describe('other programs open them', () => {
  test.runIf(runsHere('unzip', '-v'))('unzip finds a Word file whole', () => {
    expect(output('unzip', '-t', at('1.创建领导小组文件.docx'))).toContain('No errors');
  });

  test.runIf(runsHere('soffice', '--version'))('LibreOffice reads the text of a Word file', () => {
    const profile = `-env:UserInstallation=file://${at('profile')}`;
    output(
      'soffice',
      profile,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      at('1.创建领导小组文件.docx'),
    );
    expect(readFileSync(at('1.创建领导小组文件.txt'), 'utf8')).toContain('决定成立创建领导小组');
  });

  test.runIf(runsHere('soffice', '--version'))(
    'LibreOffice reads the cells of an Excel file',
    () => {
      const profile = `-env:UserInstallation=file://${at('profile')}`;
      output(
        'soffice',
        profile,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
        '--outdir',
        folder,
        at('１０、志愿服务活动台账.xlsx'),
      );
      expect(readFileSync(at('１０、志愿服务活动台账.csv'), 'utf8')).toContain(
        '2020-05-12,防灾减灾宣传,社区服务中心,18,36',
      );
    },
  );

  test.runIf(runsHere('pdftotext', '-v'))('pdftotext reads both pages', () => {
    const pages = output('pdftotext', at('4_2019年度工作总结.pdf'), '-').split('\f');
    expect(pages.map((page) => page.split('\n')[0])).toEqual([
      '2019年度精神文明建设工作总结',
      '三、存在的不足',
      '',
    ]);
  });

  test.runIf(runsHere('identify', '-version'))('ImageMagick sees a JPEG of its size', () => {
    expect(output('identify', '-format', '%m %wx%h', at('IMG_2031.JPG'))).toBe('JPEG 480x320');
  });

  test.runIf(runsHere('ffprobe', '-version'))('ffprobe sees an H.264 film', () => {
    expect(
      output(
        'ffprobe',
        '-v',
        'error',
        '-show_entries',
        'stream=codec_name',
        '-of',
        'csv=p=0',
        at('学雷锋活动录像.mp4'),
      ).trim(),
    ).toBe('h264');
  });
});
