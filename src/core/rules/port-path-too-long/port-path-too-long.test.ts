import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { DEFAULT_SETTINGS } from '../../archive/settings.js';
import { portPathTooLong } from './index.js';

const seen = (names: readonly string[], rootLength = 60) =>
  [
    ...portPathTooLong.check(
      archiveOf(
        { A1: names },
        {
          settings: {
            ...DEFAULT_SETTINGS,
            folders: { ...DEFAULT_SETTINGS.folders, rootLength },
          },
        },
      ),
    ),
  ].map(({ data }) => data);

// 60 for the root, then \\档案\\A1\\ are 7 more.
test('259 characters are the most that Windows opens', () => {
  expect(seen(['a'.repeat(192)])).toEqual([]);
  expect(seen(['a'.repeat(193)])).toMatchObject([{ length: 260, limit: 259, count: 1 }]);
});

test('a folder is told once, of its longest path', () => {
  expect(seen(['b'.repeat(194), 'a'.repeat(200), 'c.docx'])).toEqual([
    { name: 'a'.repeat(200), length: 267, limit: 259, count: 2, root: 60 },
  ]);
});

test('the place of the archive counts', () => {
  expect(seen(['a'.repeat(193)], 30)).toEqual([]);
});
