import { expect, test } from 'vitest';
import { indicatorOf, requirementOf } from '../../../test/helpers/indicator-of.js';
import { captionFacts } from './caption.js';

const asked = indicatorOf({
  evidence: [
    requirementOf({ of: [requirementOf({ caption: ['时间', '地点', '人物', '主题'] })] }),
    requirementOf({ caption: ['时间', '数量'] }),
  ],
});

test('a caption is told in the order that the indicator asks for, and then what it does not ask for', () => {
  const written = {
    备注: '补拍',
    主题: '学法',
    数量: '3',
    地点: '会议室',
    时间: '3月',
    天气: '晴',
  };
  expect(
    captionFacts(written, asked)
      .map(([field]) => field)
      .join(''),
  ).toBe('时间地点主题数量备注天气');
});

test('where nothing is asked for, it is told as it was written', () => {
  const written = { 人物: '全体', 地点: '会议室' };
  expect(captionFacts(written, undefined)).toEqual(Object.entries(written));
});
