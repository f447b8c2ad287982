import type { Row, Volume } from '../../src/core/catalogue/types.js';

/** A volume of files with so many pages each; its code and name in one text: `1.1 领导机构`. */
export function volumeOf(indicator: string, pages: readonly (number | undefined)[]): Volume {
  const [code = '', name = ''] = indicator.split(' ');
  const named = { code, name };
  return {
    number: 1,
    code: undefined,
    title: name,
    part: { code: code.split('.')[0] ?? '', name: '组织领导' },
    indicator: named,
    path: `档案/${indicator}`,
    rows: pages.map((count, at) => fileOf(indicator, at + 1, count)),
    pages: undefined,
    from: undefined,
    to: undefined,
    retention: 'D30',
  };
}

function fileOf(indicator: string, number: number, pages: number | undefined): Row {
  const [code = '', name = ''] = indicator.split(' ');
  return {
    is: 'file',
    number,
    code: undefined,
    documentNumber: undefined,
    responsible: undefined,
    title: `${name}${number}`,
    date: `${2018 + (number % 3)}0315`,
    secrecy: undefined,
    pages,
    pageFrom: undefined,
    pageTo: undefined,
    retention: 'D30',
    note: undefined,
    photo: undefined,
    path: `档案/${indicator}/${number}`,
    format: 'pdf',
    indicator: { code, name },
  };
}
