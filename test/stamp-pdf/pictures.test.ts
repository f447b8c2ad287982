/** What is seen of a stamped page: nothing has changed but the name, and that is drawn. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { packageFile } from '../../src/io/package-files.js';
import { stampPdf } from '../../src/io/stamp/pdf/stamp-pdf.js';
import {
  A4,
  onePage,
  pdfFile,
  pdfFrom,
  pictureIn,
  pictureOf,
  RESOURCES,
  shows,
  streamOf,
  type Picture,
} from '../helpers/documents/pdf-objects.js';
import { runsHere } from '../helpers/programs.js';

const NAME = '01：创建领导小组文件';
const DOTS = 144;
const PAGE = `${RESOURCES} /Contents 11 0 R`;
/** Colours at the edges, so that whatever is moved or covered shows. */
const CONTENT = `0.9 0.95 1 rg 0 0 595 842 re f 1 0 0 RG 4 w 2 2 591 838 re S 0 g ${shows('Hello')}`;

/** Left, top, right and bottom of what differs, in pixels. */
function difference(one: Picture, other: Picture): readonly number[] {
  let [left, top, right, bottom] = [one.width, one.height, 0, 0];
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      const at = (y * one.width + x) * 3;
      if (one.pixels.compare(other.pixels, at, at + 3, at, at + 3) === 0) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  return [left, top, right, bottom];
}

async function stamped(objects: Parameters<typeof pdfFrom>[0], name = NAME) {
  const path = pdfFile(pdfFrom(objects));
  expect(await stampPdf(path, `${path}.new`, name)).toMatchObject({ did: 'stamped' });
  return [pictureOf(path, DOTS), pictureOf(`${path}.new`, DOTS)] as const;
}

/** How far from the right and the lower edge the name is, in points: the size of A4 however it is turned. */
async function edges(objects: Parameters<typeof pdfFrom>[0]) {
  const [before, after] = await stamped(objects);
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  const [left = 0, top = 0, right = 0, bottom = 0] = difference(before, after);
  const points = (pixels: number) => Math.round((pixels * 72) / DOTS);
  return {
    right: points(after.width - right),
    bottom: points(after.height - bottom),
    width: points(right - left),
    height: points(bottom - top),
  };
}

const UPRIGHT = { right: 43, bottom: 22, width: 90, height: 8 };

describe.runIf(runsHere('pdftoppm', '-v'))('poppler draws', () => {
  test.each([
    ['black on a bright page', '0.9 0.95 1 rg 0 0 595 842 re f', Math.min],
    ['white on a dark page', '0.1 0.1 0.3 rg 0 0 595 842 re f', Math.max],
    ['white on a dark page in a form', '/Dark Do', Math.max],
  ])('the name in %s', async (title, content, most) => {
    const others = {
      20: streamOf('0 g 0 0 595 842 re f', '/Type /XObject /Subtype /Form /BBox [0 0 595 842]'),
    };
    const page = `/Resources << /XObject << /Dark 20 0 R >> >> /Contents 11 0 R`;
    const [before, after] = await stamped(onePage(content, { page, others }));
    const [left = 0, top = 0, right = 0, bottom = 0] = difference(before, after);
    expect(right - left).toBeGreaterThan(100);
    const seen = after.pixels.subarray((top * after.width + left) * 3, bottom * after.width * 3);
    expect(most(...seen)).toBe(title.startsWith('black') ? 0 : 255);
  });

  test.each(
    Object.entries({
      'an upright page': '',
      'a page with an unanswered q': '',
      'a page on its right side': '/Rotate 90',
      'a page on its head': '/Rotate 180',
      'a page on its left side': '/Rotate -90',
      'a page with another origin': '',
      'the part of a page that is seen': '',
    }),
  )('%s with the name at its lower right', async (title, entries) => {
    const tree = title.includes('origin') ? '/MediaBox [-100 -200 495 642]' : A4;
    const isPart = title.startsWith('the part');
    const content = title.includes('q') ? `q 0.5 0 0 0.5 0 0 cm ${CONTENT}` : CONTENT;
    const media = isPart ? '/MediaBox [-50 -50 900 1000] /CropBox [0 0 595 842]' : tree;
    const seen = await edges(onePage(content, { tree: media, page: `${PAGE} ${entries}` }));
    for (const [side, points] of Object.entries(UPRIGHT)) {
      expect(Math.abs(seen[side as keyof typeof UPRIGHT] - points), side).toBeLessThanOrEqual(1);
    }
  });

  test('the name below a page number, and above two lines', async () => {
    const number = shows('- 12 -', { x: 480, y: 26, size: 10 });
    const second = shows('printed on 2020-12-31', { x: 440, y: 11, size: 8 });
    expect((await edges(onePage(`${TEXT} ${number}`))).bottom).toBeLessThan(14);
    expect((await edges(onePage(`${TEXT} ${number} ${second}`))).bottom).toBeGreaterThan(40);
  });

  test.runIf(runsHere('convert', '-version'))('every stroke of its letters', async () => {
    const name = '03：志愿服务活动照片《赢》“①②”Ⅱ—鑫龘爨';
    const [before, after] = await stamped(onePage(shows('Hello')), name);
    const dark = darkPixels(after) - darkPixels(before);
    const drawn = darkPixels(drawnByImageMagick(name));
    expect(dark).toBeGreaterThan(drawn * 0.85);
    expect(dark).toBeLessThan(drawn * 1.15);
  });
});

const TEXT = shows('Hello');

function darkPixels({ width, height, isDark }: Picture): number {
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) count += isDark(x, y) ? 1 : 0;
  }
  return count;
}

/** With the whole font, and not the part of it that is embedded. */
function drawnByImageMagick(name: string): Picture {
  const font = packageFile('dist/fonts/NotoSansSC.ttf');
  const words = ['-density', String(DOTS), '-pointsize', '9', '-font', font, `label:${name}`];
  const options = ['-background', 'white', '-fill', 'black', ...words, '-depth', '8', 'ppm:-'];
  return pictureIn(spawnSync('convert', options, { timeout: 110_000, maxBuffer: 2 ** 26 }).stdout);
}
