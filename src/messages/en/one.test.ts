import { expect, test } from 'vitest';
import { en } from './index.js';

test.each([
  [en.bundle.enough.all({ asking: 1 }), 'The one indicator that asks for evidence has files.'],
  [en.bundle.enough.all({ asking: 2 }), 'All 2 indicators that ask for evidence have files.'],
  [
    en.check.notices.system({ path: 'a.yaml', total: 1, error: 1, warning: 0, info: 0 }),
    'Note: the scoring system has 1 finding of its own (1 error); `dangan validate "a.yaml"` lists it',
  ],
])('one of a thing is told as one: %s', (said, expected) => {
  expect(said).toBe(expected);
});
