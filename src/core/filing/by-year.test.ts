import { expect, test } from 'vitest';
import type { ExpectedFolder } from '../archive/layout.js';
import { sharedByYear, yearTold } from './by-year.js';

const handed = (path: string) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  folders: path.split('/').slice(0, -1),
});

test.each([
  ['a day in the name', '2023年5月4日会议纪要.docx', 2023],
  ['a year in the name', '2024年度工作总结.docx', 2024],
  ['digits of a camera', 'IMG_20230504_101112.jpg', 2023],
  ['the folder', '2023年/会议纪要.docx', 2023],
  ['a folder of the year, and a month in the name', '2023年/5月例会.docx', 2023],
  ['the name before the folder', '2023年/2024年工作计划.docx', 2024],
  ['nothing', '会议纪要.docx', undefined],
  ['a month of nobody knows which year', '5月例会.docx', undefined],
  ['a school year, which is of two', '2023-2024学年教学计划.docx', undefined],
])('the year told by %s', (_, path, year) => {
  expect(yearTold(handed(path), [])).toBe(year);
});

test('a folder around everything tells the year where it is called by nothing else', () => {
  const minutes = handed('会议纪要.docx');
  expect(yearTold(minutes, ['收到', '2023年度'])).toBe(2023);
  expect(yearTold(minutes, ['2023年迎检'])).toBeUndefined();
  expect(yearTold(handed('2024年会议纪要.docx'), ['2023年'])).toBe(2024);
});

const target = (year: number | undefined) => ({ folder: {} as ExpectedFolder, year });
const told = (file: ReturnType<typeof handed>) => yearTold(file, []);

test('each year takes its own; what tells none, or one that has no folder, is named', () => {
  const files = ['2023年总结.docx', '2024年总结.docx', '2019年总结.docx', '总结.docx'].map(handed);
  const { shares, yearless } = sharedByYear(files, [target(2023), target(2024)], told);
  expect(shares.map((share) => [share.target.year, share.files])).toEqual([
    [2023, files.slice(0, 1)],
    [2024, files.slice(1, 2)],
  ]);
  expect(yearless).toEqual([
    { file: files[2], year: 2019 },
    { file: files[3], year: undefined },
  ]);
});

test('a single folder takes all, of whatever year', () => {
  const files = ['2023年总结.docx', '2019年总结.docx', '总结.docx'].map(handed);
  for (const year of [2023, undefined]) {
    const { shares, yearless } = sharedByYear(files, [target(year)], told);
    expect([shares.map((share) => share.files), yearless]).toEqual([[files], []]);
  }
});

test('in the folder of its year, a folder of that year tells nothing more', () => {
  const files = ['2023年/5月/签到表.docx', '2023年迎检/签到表.docx'].map(handed);
  const { shares } = sharedByYear(files, [target(2023)], told);
  expect(shares[0]?.files.map(({ folders }) => folders)).toEqual([['5月'], ['2023年迎检']]);
});
