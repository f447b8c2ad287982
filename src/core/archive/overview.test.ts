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

test('one that its ledger says does not apply lacks none', () => {
  const given = { ledger: 'notApplicable: [{ reason: 没有食堂 }]' };
  expect(counted('[{ title: 许可证 }]', [], given)).toEqual({
    leaves: 1,
    empty: 1,
    notApplicable: 1,
  });
});
