import { expect, test } from 'vitest';
import { bagOf, notices } from '../../../../test/helpers/bags.js';
import {
  hasPermissions,
  verifiedWithout,
} from '../../../../test/helpers/disk/without-permission.js';

test.runIf(hasPermissions)(
  'what cannot be read is told for each file, of the evidence and beside it, and nothing else is said of them',
  () => {
    const photo = 'data/2 活动/01：活动照片.jpg';
    const { findings } = verifiedWithout(bagOf(notices), 'bag-info.txt', photo);
    expect(
      findings.map(({ rule, severity, file, message }) => [
        rule,
        `${severity} ${file}: ${message}`,
      ]),
    ).toEqual([
      ['bundle-file-unreadable', 'error bag-info.txt: Cannot be read'],
      ['bundle-file-unreadable', 'error data/2 活动/01：活动照片.jpg: Cannot be read'],
    ]);
  },
);
