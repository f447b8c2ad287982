import { expect, test } from 'vitest';
import { lookingSink, type LookedBlob } from './blob-looker.js';

const MEGABYTE = 2 ** 20;

function box(type: string, size: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(size);
  head.write(type, 4, 'latin1');
  return head;
}

/** A video of 70 MB, in pieces as git hands them over. */
function lookedAt(movieAt: number): LookedBlob {
  const bytes = Buffer.alloc(70 * MEGABYTE);
  box('ftyp', 24).copy(bytes);
  bytes.write('isom', 8, 'latin1');
  box('mdat', movieAt - 24).copy(bytes, 24);
  box('moov', 16).copy(bytes, movieAt);
  box('mvhd', 8).copy(bytes, movieAt + 8);
  box('free', bytes.length - movieAt - 16).copy(bytes, movieAt + 16);
  const sink = lookingSink();
  sink.begin(bytes.length);
  for (let at = 0; at < bytes.length; at += 65_521) sink.piece(bytes.subarray(at, at + 65_521));
  return sink.end();
}

test.each([
  ['at its end', 69],
  ['in between, where nobody looked', 30],
  ['at its beginning', 1],
])('a large video whose table is %s is told, and nothing against it', (_, megabytes) => {
  expect(lookedAt(megabytes * MEGABYTE)).toMatchObject({
    format: 'mp4',
    marks: [],
    sizeBytes: 70 * MEGABYTE,
  });
});

test('a pointer of Git LFS is told with the size and the digest of its file', () => {
  const sha256 = 'a'.repeat(64);
  const text = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize 123\n`;
  const sink = lookingSink();
  sink.begin(text.length);
  sink.piece(Buffer.from(text));
  expect(sink.end()).toMatchObject({ marks: ['pointer'], pointer: { sha256, sizeBytes: 123 } });
});
