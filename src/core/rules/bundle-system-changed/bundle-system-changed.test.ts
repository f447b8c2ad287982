import { expect, test } from 'vitest';
import {
  bagOf,
  digestOf,
  folderWith,
  notices,
  sealed,
  toldBy,
} from '../../../../test/helpers/bags.js';
import { ourBundle } from '../../../../test/helpers/our-bundle.js';

test('one that was exchanged is not what either of two records tells', async () => {
  const bundle = sealed({ ...ourBundle(notices), 'criteria.yaml': 'title: 另一份标准\n' });
  expect(await toldBy('bundle-system-changed', folderWith(bundle))).toEqual([
    'error criteria.yaml: criteria.yaml is not the scoring system that bag-info.txt tells',
    'error criteria.yaml: criteria.yaml is not the scoring system that index.json tells',
  ]);
});

test('the record may be in capital letters and without the name of the algorithm', async () => {
  const digest = digestOf('sha256', 'title: 标准\n').toUpperCase();
  const bag = { ...bagOf(notices), 'criteria.yaml': 'title: 标准\n' };
  const told = sealed({ ...bag, 'bag-info.txt': `Criteria-Digest: ${digest}\n` });
  expect(await toldBy('bundle-system-changed', folderWith(told))).toEqual([]);
});
