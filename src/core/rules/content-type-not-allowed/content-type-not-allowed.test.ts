import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { leafArchive } from '../../../../test/helpers/one-leaf.js';
import { contentTypeNotAllowed } from './index.js';

const found = (allowed: string, files: string) => {
  const settings = allowed === '' ? '' : `# settings: contents.allowed = [${allowed}]\n`;
  const archive = archiveFromTree(`${settings}1 甲/\n  ${files}\n`);
  return [...contentTypeNotAllowed.check(archive)].map(({ data }) => data);
};

test('without a list everything is allowed', () => {
  expect(found('', '01：程序.exe = exe')).toEqual([]);
});

test('what is packed is not seen, unless anything may be handed in', () => {
  const files = ['01：门禁照片.zip', '02：合影.jpg'];
  const paths = (asked: string) =>
    [...contentTypeNotAllowed.check(leafArchive(asked, files))].map(({ path }) => path);
  expect(paths('[{ title: 门禁图片, kind: photo }]')).toEqual(['档案/1 甲/01：门禁照片.zip']);
  expect(paths('[{ title: 门禁材料, kind: [photo, other] }]')).toEqual([]);
});

test('classes and formats are allowed, by what a file really is', () => {
  expect(found('image, pdf', '01：一.pdf = pdf\n  02：二.jpg = heic')).toEqual([]);
  expect(found('pdf', '01：一.pdf = docx')).toEqual([{ format: 'docx', allowed: ['pdf'] }]);
});

test('of what cannot be told, and of what is elsewhere, others speak', () => {
  expect(found('pdf', '01：一.docx = damaged\n  02：二.docx = pointer')).toEqual([]);
});
