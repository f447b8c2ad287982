import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { runArchiveRules } from '../run.js';
import { asksForFooters, contentFooterName } from './index.js';

const TREE = '1.1 领导机构/\n  01：通知.docx\n  02：计划.pdf\n  03：总结.docx\n';
const found = (...lines: readonly string[]) =>
  [...contentFooterName.check(archiveFromTree(`${lines.join('\n')}\n${TREE}`))].map(
    ({ data }) => data,
  );

test('documents of a folder are told together', () => {
  expect(
    found(
      '# footer: 1.1 领导机构/01：通知.docx =',
      '# footer: 1.1 领导机构/02：计划.pdf = 02：计划',
      '# footer: 1.1 领导机构/03：总结.docx = 02：总结',
    ),
  ).toEqual([{ count: 2, first: '01：通知.docx' }]);
});

test('the text is that of the settings', () => {
  const footer = '# footer: 1.1 领导机构/01：通知.docx = 1.1 01：通知';
  expect(found(footer)).toHaveLength(1);
  expect(found('# settings: stamp.template = {code} {name}', footer)).toEqual([]);
});

test('where nobody looked nothing is found, and nobody looks unless the settings ask for it', () => {
  const archive = archiveFromTree(TREE);
  expect(runArchiveRules(archive, [contentFooterName])).toEqual([]);
  expect(asksForFooters(archive)).toBe(false);
  const asked = archiveFromTree(`# settings: rules.content-footer-name = info\n${TREE}`);
  expect(asksForFooters(asked)).toBe(true);
});
