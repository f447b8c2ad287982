import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { scoreOverclaim } from './index.js';

const told = (score: string, ...files: readonly string[]) => {
  const lines = [
    '# system: 1.1 领导机构',
    `# scores: - ${score}`,
    '1.1 领导机构/',
    ...files.map((file) => `  ${file}`),
  ];
  return [...scoreOverclaim.check(archiveFromTree(lines.join('\n')))].map(({ data, at }) => ({
    ...data,
    line: at?.line,
    file: at?.file,
  }));
};
const point = '{ indicator: "1.1", points: 1, by: 张三, on: 2020-12-01, because: 已核对 }';

test('points without any evidence are told, with the place of the entry', () => {
  expect(told(point)).toEqual([
    {
      name: '领导机构',
      criterion: undefined,
      by: '张三',
      claimed: '1',
      supported: '0',
      line: 2,
      file: 'scores.yaml',
    },
  ]);
});

test('points that the evidence bears are in order', () => {
  expect(told(point, '01：正式文件.docx')).toEqual([]);
});

test('fewer points than that are in order too', () => {
  expect(told(point.replace('points: 1', 'points: 0'))).toEqual([]);
});
