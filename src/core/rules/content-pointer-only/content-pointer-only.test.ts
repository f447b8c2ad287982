import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { contentPointerOnly } from './index.js';

const found = (file: string) =>
  [...contentPointerOnly.check(archiveFromTree(`1 甲/\n  ${file}\n`))].map(
    ({ messageId }) => messageId.split('/')[1],
  );

test.each([
  ['01：录像.mp4 = pointer', ['lfs']],
  ['01：通知.docx = placeholder 60KB', ['cloud']],
  ['01：通知.docx.owncloud = txt 1', ['cloud']],
  ['01：通知.docx.cloud = empty', ['cloud']],
  ['01：录像.mp4.baiduyun.p.downloading = mp4', ['download']],
  ['01：录像.mp4 = mp4', []],
  ['01：云计算.cloud = txt 900', []],
])('%s', (file, expected) => {
  expect(found(file)).toEqual(expected);
});
