import type { contentsFindings as en } from '../en/findings-contents.js';
import { thousands } from '../thousands.js';

type Edition = Parameters<(typeof en)['bundle-system-other/edition']>[0];

const FIELDS = { code: '编号', name: '名称', points: '分值', standard: '测评标准' } as const;

const named = ({ title, edition, digest }: Edition['held']) =>
  `${title && `《${title}》`}${edition}（SHA-256 ${digest}…）`;

function difference(d: NonNullable<Edition['difference']>): string {
  const parts = [
    d.onlyHeld > 0 ? `${thousands(d.onlyHeld)} 项只有您那份有` : '',
    d.onlyCarried > 0 ? `${thousands(d.onlyCarried)} 项只有包里那份有` : '',
    d.changed > 0 ? `${thousands(d.changed)} 项的编号、名称、分值或测评标准不同` : '',
  ].filter((part) => part !== '');
  return parts.length === 0
    ? '指标的编号、名称、分值和测评标准都相同，差别在别处'
    : `指标中，${parts.join('，')}`;
}

export const contentsFindings: typeof en = {
  'bundle-index-mismatch/twice': () => 'index.json 里列了两次',
  'bundle-index-mismatch/original': () => 'index.json 所写的原名，打包后不会是这个名称',
  'bundle-index-mismatch/title': () => 'index.json 所写的序号或题名不是这个文件的',
  'bundle-index-mismatch/indicator': (d) =>
    `index.json 把它列在${d.told === '' ? '指标之外' : `指标 ${d.told} 下`}，它在${d.folder === '' ? '指标之外' : `指标 ${d.folder}`}的文件夹里`,
  'bundle-index-mismatch/total': (d) =>
    `index.json 写共 ${thousands(d.saidFiles)} 个文件、${thousands(d.saidBytes)} 字节，列出的是 ${thousands(d.files)} 个、${thousands(d.bytes)} 字节`,
  'bundle-index-mismatch/info': (d) =>
    `index.json 写“${d.index}”，bag-info.txt 的 ${d.label} 写“${d.info}”`,
  'bundle-index-mismatch/indicator-unknown': (d) =>
    `index.json 里的指标 ${d.id}，criteria.yaml 里没有`,
  'bundle-index-mismatch/indicator-missing': (d) =>
    `criteria.yaml 里的指标 ${d.id}，index.json 里没有`,
  'bundle-index-mismatch/indicator-differs': (d) =>
    `指标 ${d.id} 的${FIELDS[d.field]}，index.json 与 criteria.yaml 写得不同`,
  'bundle-checks-invalid/json': () => '不是 `dangan pack` 写出的 JSON',
  'bundle-checks-invalid/summary': () => '汇总的数目与列出的问题对不上',
  'bundle-checks-invalid/allowed': () => '列有错误，却写明打包时没有用 --allow-errors',
  'bundle-system-other/edition': (d) =>
    `打包用的是${named(d.carried)}，您手里的是${named(d.held)}${d.difference ? `。${difference(d.difference)}` : ''}`,
  'bundle-system-other/none': () => '包内没有测评体系（criteria.yaml）',
};
