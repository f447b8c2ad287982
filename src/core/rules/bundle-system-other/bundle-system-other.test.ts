import { expect, test } from 'vitest';
import { bagOf, digestOf, folderWith, notices, toldBy } from '../../../../test/helpers/bags.js';
import { systemOf } from '../../../../test/helpers/system-of.js';

const of2020 = `format: dangan/scoring-system@1
title: 测评标准
edition: 2020年版
indicators:
  - { code: "1", name: 组织领导, points: 6 }
  - { code: "2", name: 活动, points: 4 }
`;

/** What is told of a bag with the edition of 2020 by who holds this one. */
const heldAgainst = (text: string) =>
  toldBy('bundle-system-other', folderWith({ ...bagOf(notices), 'criteria.yaml': of2020 }), {
    held: { system: systemOf(text).system, digest: digestOf('sha256', text) },
  });

test('two editions are told by name, digest and indicators that differ', async () => {
  const of2021 = of2020
    .replace('2020年版', '2021年版')
    .replace('points: 4', 'points: 5')
    .concat('  - { code: "3", name: 宣传, points: 1 }\n');
  expect(await heldAgainst(of2021)).toEqual([
    'error criteria.yaml: Packed for “测评标准” 2020年版 (SHA-256 322f1c16b243…); yours is “测评标准” 2021年版 (SHA-256 ca2f8e1ec583…). Indicators: 1 only in yours, 1 with another code, name, points or standard',
  ]);
});

test('a remark is a difference: it is compared by its bytes', async () => {
  expect(await heldAgainst(`${of2020}# 定稿\n`)).toEqual([
    'error criteria.yaml: Packed for “测评标准” 2020年版 (SHA-256 322f1c16b243…); yours is “测评标准” 2020年版 (SHA-256 7b017b9d084c…). Codes, names, points and standards are the same; what differs is elsewhere in the text',
  ]);
});
