/** Occasions that come back in every period: each one that is missing counts, in the score as in the status. */
import { expect, test } from 'vitest';
import { coverageOf } from '../../src/core/coverage/cover.js';
import { scoreOf } from '../../src/core/scoring/score.js';
import { messagesIn } from '../../src/messages/index.js';
import { lossWords } from '../../src/report/score/words.js';
import { ratioOf } from '../../src/report/status/text.js';
import { leafArchive } from '../helpers/one-leaf.js';
import { at, shown } from '../helpers/score-of.js';

const say = messagesIn('zh-CN');
const FESTIVALS = '[春节, 元宵节, 清明节, 端午节, 中秋节, 重阳节]';

/** The score of three years of festivals, with what status says of them. */
const judged = (
  asked: string,
  titles: readonly string[],
  scoring: string,
  today = '2025-01-10',
) => {
  const files = titles.map((title, nth) => `${String(nth + 1).padStart(2, '0')}：${title}.jpg`);
  const archive = leafArchive(asked, files, {
    system: 'window: 2022..2024',
    today,
    indicator: `points: 10, scoring: ${scoring}`,
  });
  const score = at(scoreOf(archive), '1');
  const ratios = coverageOf(archive).leaves.flatMap(({ requirements }) =>
    requirements.map((each) => ratioOf(each, say)),
  );
  return [shown(score), ...ratios, ...score.losses.map((loss) => lossWords(loss, undefined, say))];
};

const asked = (more = '') =>
  `[{ title: 节日活动图片, kind: photo, every: year, occasions: ${FESTIVALS}${more} }]`;
const EACH = '{ rule: deduct, each: 0.2, per: missing }';
const springs = ['2022年春节', '2023年春节', '2024年春节'];

test('each festival that is missing costs points, and status counts the same ones', () => {
  expect(judged(asked(), springs, EACH)).toEqual([
    '7/10',
    '3/18个',
    '“节日活动图片”缺 15 份，每份扣 0.2 分；请补齐',
  ]);
});

test('of eighteen festivals the one that is missing costs one deduction', () => {
  const all = FESTIVALS.slice(1, -1).split(', ');
  const there = ['2022', '2023', '2024'].flatMap((year) => all.map((each) => `${year}年${each}`));
  expect(judged(asked(), there.slice(0, -1), EACH).slice(0, 2)).toEqual(['9.8/10', '17/18个']);
});

test('of a year that is not over nothing is missing for good', () => {
  expect(judged(asked(), springs, EACH, '2024-06-01').slice(0, 2)).toEqual(['7/10 (1)', '3/13个']);
});

test('where two pictures are due each time, one of them is one that is there', () => {
  expect(judged(asked(', count: 2..'), springs, EACH).slice(0, 2)).toEqual(['3.4/10', '3/36份']);
});
