import { expect, test } from 'vitest';
import { lfsFiles } from './lfs-files.js';

const LFS = 'filter=lfs diff=lfs merge=lfs -text';
const top = (text: string) => [{ folder: '', text }];

test.each([
  [`*.jpg ${LFS}`, '档案/1 组织领导/01：照片.jpg'],
  [`/档案/** ${LFS}`, '档案/1/01：会议.mp4'],
  [`"档案/1 组织领导/*.jpg" ${LFS}`, '档案/1 组织领导/01：照片.jpg'],
  [`[attr]large ${LFS}\n*.mp4 large`, '档案/a.mp4'],
  [`* -filter\r\n*.jpg ${LFS}\r\n`, 'a.jpg'],
])('%j has %j kept by Git LFS', (text, path) => {
  expect(lfsFiles(top(text))(path)).toBe(true);
});

test.each([
  [`*.jpg ${LFS}`, 'a.png'],
  [`*.jpg ${LFS}\n*.jpg -filter`, 'a.jpg'],
  [`*.jpg ${LFS}\n*.jpg !filter`, 'a.jpg'],
  ['*.jpg -text', 'a.jpg'],
  [`# *.jpg ${LFS}`, 'a.jpg'],
  [`!*.jpg ${LFS}`, 'a.jpg'],
  ['', 'a.jpg'],
])('%j has %j kept as it is', (text, path) => {
  expect(lfsFiles(top(text))(path)).toBe(false);
});

test('a file in a deeper folder decides for what is below it, by paths from there', () => {
  const isLfs = lfsFiles([
    { folder: '档案/影像', text: `/*.jpg -filter\n片/*.mov ${LFS}` },
    { folder: '', text: `*.jpg ${LFS}` },
  ]);
  const paths = ['档案/影像/a.jpg', '档案/影像/深/a.jpg', '档案/影像/片/a.mov', '档案/片/a.mov'];
  expect(paths.map(isLfs)).toEqual([false, true, true, false]);
});
