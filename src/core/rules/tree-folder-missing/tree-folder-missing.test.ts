import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { indicatorOf, requirementOf, systemOf } from '../../../../test/helpers/indicator-of.js';
import { expectedFolders } from '../../archive/layout.js';
import { treeFolderMissing } from './index.js';

const system = ['1 组织领导/1.1 领导机构', '1 组织领导/1.2 工作制度'];
const found = (folders: Record<string, string[]>) => [
  ...treeFolderMissing.check(archiveOf(folders, { system })),
];

test('of a group that is missing there is one finding, with the number of leaf indicators', () => {
  expect(found({}).map(({ messageId, data }) => [messageId, data])).toEqual([
    ['tree-folder-missing/group', { name: '1 组织领导', leaves: 2 }],
  ]);
});

test('it points to the indicator’s line and to where the folder should be', () => {
  const [seen] = found({ '1 组织领导/1.1 领导机构': [] });
  expect(seen).toMatchObject({
    path: '档案/1 组织领导/1.2 工作制度',
    at: { line: 1, column: 1 },
    indicator: { code: '1.2' },
  });
});

test('a folder that is there under another name is not missing', () => {
  expect(found({ '1组织领导/1.1领导机构': [], '1组织领导/1.2工作制度': [] })).toEqual([]);
});

test('where nothing has to be handed in it is a note', () => {
  const archive = archiveOf({});
  const asked = systemOf([indicatorOf({ code: '1', name: '环境卫生', evidence: [] })]);
  const expected = expectedFolders(asked, archive.settings);
  const [seen] = treeFolderMissing.check({ ...archive, system: asked, expected });
  expect(seen?.severity).toBe('info');
});

test('what only other units have to hand in makes it no error', () => {
  const requirement = requirementOf({ applies: { unit: { 性质: ['学校'] } } });
  const asked = systemOf([indicatorOf({ code: '1', name: '环境卫生', evidence: [requirement] })]);
  const severityIn = (性质: string) => {
    const settings = { unit: { name: '某单位', profile: { 性质 } } };
    const [seen] = treeFolderMissing.check(archiveOf({}, { scoring: asked, settings }));
    return seen?.severity;
  };
  expect([severityIn('机关'), severityIn('学校')]).toEqual(['info', undefined]);
});

test('the whole of a missing group is made, parents first', () => {
  const mends = treeFolderMissing.mend?.(archiveOf({}, { system })) ?? [];
  expect([...mends].map((mend) => mend.do === 'create-folder' && mend.path)).toEqual([
    '档案/1 组织领导',
    '档案/1 组织领导/1.1 领导机构',
    '档案/1 组织领导/1.2 工作制度',
  ]);
});
