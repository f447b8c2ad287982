/** What `--changed-since` leaves out must be what a file alone decides. */
import { expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { runArchiveRules } from './run.js';
import { ARCHIVE_RULES } from './index.js';

test('what rules of a file find is about a file or a folder', () => {
  const archive = archiveOf({
    '1.1': ['01:通知.docx', 'IMG_1.jpg', '01：~.', 'CON', '~$计划.docx', '3：报告.docx'],
  });
  const ofFiles = ARCHIVE_RULES.filter(({ scope }) => scope === 'file');
  const found = runArchiveRules(archive, ofFiles);
  expect(found.length).toBeGreaterThan(4);
  expect(found.filter(({ file }) => file === undefined)).toEqual([]);
});
