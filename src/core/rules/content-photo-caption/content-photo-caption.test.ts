import { expect, test } from 'vitest';
import { leafArchive, saidBy } from '../../../../test/helpers/one-leaf.js';
import { contentPhotoCaption } from './index.js';

const asked = '[{ title: 图片, kind: photo, caption: [时间, 地点, 主题] }]';
const said = (...given: Parameters<typeof leafArchive>) => saidBy(contentPhotoCaption, ...given);

test('what a caption lacks is told at the photo', () => {
  const ledger = 'entries: [{ file: 01：现场.jpg, caption: { 地点: 清水河, 主题: "" } }]';
  const [seen] = contentPhotoCaption.check(leafArchive(asked, ['01：现场.jpg'], { ledger }));
  expect(seen).toMatchObject({
    path: '档案/1 甲/01：现场.jpg',
    data: { title: '图片', missing: ['时间', '主题'] },
    title: '图片 现场',
  });
});

test('each photo is told by itself', () => {
  expect(said(asked, ['01：一.jpg', '02：二.jpg'])).toHaveLength(2);
});

test('a photo that nothing asks a caption for needs none', () => {
  expect(said('[{ title: 图片, kind: photo }]', ['01：一.jpg'])).toEqual([]);
});
