import { expect, test } from 'vitest';
import { leafArchive } from '../../../test/helpers/one-leaf.js';
import { overviewOf } from './overview.js';

const counted = (...given: Parameters<typeof leafArchive>) => {
  const { leaves, empty, notApplicable } = overviewOf(leafArchive(...given));
  return { leaves, empty, notApplicable };
};

test('indicators without evidence are counted', () => {
  expect(counted('[{ title: 许可证 }]', [])).toEqual({ leaves: 2, empty: 2, notApplicable: 0 });
});

test.each(['[{ title: 荣誉证书, optional: true }]', '[{ title: 许可证（同上）, see: "2" }]'])(
  'one that asks for %s alone lacks none',
  (evidence) => {
    expect(counted(evidence, [])).toEqual({ leaves: 1, empty: 1, notApplicable: 0 });
    expect(counted(evidence, ['01：证书.jpg'])).toEqual({ leaves: 2, empty: 1, notApplicable: 0 });
  },
);

test.each(['[{ title: 表彰文件 }]', '[]'])(
  'a bonus that nobody claims lacks none, whether it asks for %s or not',
  (evidence) => {
    const given = { bonus: true };
    expect(counted(evidence, [], given)).toEqual({ leaves: 1, empty: 1, notApplicable: 0 });
    expect(counted(evidence, ['01：表彰.jpg'], given)).toMatchObject({ leaves: 2, empty: 1 });
  },
);

test('one that its ledger says does not apply lacks none', () => {
  const given = { ledger: 'notApplicable: [{ reason: 没有食堂 }]' };
  expect(counted('[{ title: 许可证 }]', [], given)).toEqual({
    leaves: 1,
    empty: 1,
    notApplicable: 1,
  });
});
