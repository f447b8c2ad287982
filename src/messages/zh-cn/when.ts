import { semesterIn, type Semester } from '../semester.js';

const QUARTERS = ['一', '二', '三', '四'];

/** 最短的写法：`2020`、`2020-H1`、`2020-Q1`、`2020-03`、`2020-W12`、`2020-03-12`。 */
const SHORTEST = /^(\d{4})(?:-([HQW])?(\d{1,2})(?:-(\d{2}))?)?$/;

/** 一段日子，由最短的写法说成人话；或起止；后面可以有是哪个节日的：`2020-Q1 春节`。认不出的照原样。 */
export function when(label: string): string {
  const [stretch = '', ...rest] = label.split(' ');
  const [from = '', to] = stretch.split('..');
  const semester = semesterIn(stretch);
  const words = semester
    ? ofSchoolYear(semester)
    : to === undefined
      ? one(from)
      : `${one(from)}至${one(to)}`;
  return [words, ...rest].join(' ');
}

export function ofSchoolYear({ first, last, number }: Semester): string {
  return `${first}–${last}学年第${number === 1 ? '一' : '二'}学期`;
}

function one(label: string): string {
  const [, year, kind, part, day] = SHORTEST.exec(label) ?? [];
  if (year === undefined) return label;
  if (part === undefined) return `${year}年`;
  const number = Number(part);
  if (kind === 'H') return `${year}年${number === 1 ? '上' : '下'}半年`;
  if (kind === 'Q') return `${year}年${QUARTERS[number - 1] ?? number}季度`;
  if (kind === 'W') return `${year}年第${number}周`;
  return `${year}年${number}月${day === undefined ? '' : `${Number(day)}日`}`;
}
