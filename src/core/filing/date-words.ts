import { spanLabel } from '../dates/label.js';
import type { Span } from '../dates/span.js';
import { NO_YEAR } from './handed-in.js';

/** A date as a title tells it: `2025年3月15日`, `2025年第一季度`; in a title without Chinese, `2025-03-15`. */
export function dateWords(span: Span, title: string): string {
  const label = spanLabel(span);
  if (!/\p{Script=Han}/u.test(title)) return label;
  const [from = '', to] = label.split('..');
  const words = to === undefined ? wordsOf(from) : `${wordsOf(from)}至${wordsOf(to)}`;
  return words.replaceAll(`${NO_YEAR}年`, '');
}

function wordsOf(label: string): string {
  const [year = '', part = '', day = ''] = label.split('-');
  const [first, number] = [part.charAt(0), Number(part.replace(/^[HQW]/, ''))];
  if (part === '') return `${year}年`;
  if (first === 'H') return `${year}年${number === 1 ? '上' : '下'}半年`;
  if (first === 'Q') return `${year}年第${'一二三四'.charAt(number - 1)}季度`;
  if (first === 'W') return `${year}年第${number}周`;
  return `${year}年${number}月${day === '' ? '' : `${Number(day)}日`}`;
}
