import type { library as en } from '../en/library.js';

const KINDS = {
  text: '文字',
  name: '不空的文字',
  names: '一列路径，至少一个，都不空',
  places: '一个路径，或者一列路径，都不空',
  texts: '一列文字',
  flag: ' true 或 false',
  integer: '整数',
  facts: '对象，各项的值都是文字',
  function: '函数',
  signal: ' AbortSignal',
} as const;

export const library: typeof en = {
  noOptions: '选项要是一个对象',
  unknownOption: (d) =>
    `没有 ${d.option} 这个选项${d.nearest ? `，是不是想写 ${d.nearest}？` : `；可用的是 ${d.known.join('、')}`}`,
  missingOption: (d) => `没有写选项 ${d.option}`,
  wrongKind: (d) =>
    `${d.option} 要是${KINDS[d.kind]}，不能是${d.value === '' ? '空的' : `“${d.value}”`}`,
};
