import { expect, test } from 'vitest';
import { placeInGit } from './place-in-git.js';

test.each([
  ['main:criteria.yaml', 'main', 'criteria.yaml'],
  ['HEAD~1:单位/体系.yaml', 'HEAD~1', '单位/体系.yaml'],
  [':criteria.yaml', undefined, 'criteria.yaml'],
])('%s is in git', (written, ref, path) => {
  expect(placeInGit(written)).toEqual({ ref, path });
});

test.each(['criteria.yaml', 'C:\\criteria.yaml', 'c:/criteria.yaml', 'main:', 'a:b:c.yaml'])(
  '%s is not',
  (written) => {
    expect(placeInGit(written)).toBeUndefined();
  },
);
