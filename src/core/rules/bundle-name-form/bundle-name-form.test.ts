import { expect, test } from 'vitest';
import { bagOf, toldBy, zipOf } from '../../../../test/helpers/bags.js';

/** What is told of a bag with one file that is listed by another name. */
function told(listed: string, found: string): Promise<string[]> {
  const { [listed]: data = '', ...tags } = bagOf({ [listed]: '甲' });
  return toldBy('bundle-name-form', zipOf({ ...tags, [found]: data }));
}

test('a name that a Mac has taken apart is the listed name', async () => {
  expect(await told('data/caf\u00e9.txt', 'data/cafe\u0301.txt')).toEqual([
    'warning data/cafe\u0301.txt: Listed in another Unicode form or spelling: data/caf\u00e9.txt',
  ]);
});

test('full-width letters are other letters', async () => {
  expect(await told('data/A.txt', 'data/Ａ.txt')).toEqual([]);
});
