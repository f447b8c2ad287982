import type { ownFindings as en } from '../en/findings-own.js';
import { kindWord } from './kinds.js';
import { sizeWords } from '../size.js';

const any = (texts: readonly string[]) => texts.map((each) => `“${each}”`).join('或');

const kindsOf = (kinds: readonly (keyof typeof kindWord)[]) => kinds.map((kind) => kindWord[kind]);

function range(min: number, max: number | undefined): string {
  if (max === undefined) return `至少 ${min}`;
  return min === max ? `正好 ${max}` : `为 ${min} 到 ${max}`;
}

export const ownFindings: typeof en = {
  'own/matches': (d) => `${d.rule}：题名“${d.title}”应写成${any(d.asked)}的样子`,
  'own/contains': (d) => `${d.rule}：题名“${d.title}”里应有${any(d.asked)}`,
  'own/without': (d) => `${d.rule}：题名“${d.title}”里不应有“${d.word}”`,
  'own/kind': (d) =>
    d.found.length === 0
      ? `${d.rule}：看不出“${d.title}”的种类，应是${kindsOf(d.asked).join('或')}；请让题名以种类结尾，或在台账里写明种类`
      : `${d.rule}：“${d.title}”是${kindsOf(d.found).join('、')}，应是${kindsOf(d.asked).join('或')}`,
  'own/of': (d) => `${d.rule}：缺${kindsOf(d.missing).join('、')}`,
  'own/count': (d) =>
    d.min === 0 && d.max !== undefined
      ? `${d.rule}：有 ${d.found} 份，应不多于 ${d.max} 份`
      : `${d.rule}：有 ${d.found} 份，应${range(d.min, d.max)} 份`,
  'own/size': (d) =>
    d.max !== undefined && d.bytes > d.max
      ? `${d.rule}：文件有 ${sizeWords(d.bytes)}，应不超过 ${sizeWords(d.max)}`
      : `${d.rule}：文件只有 ${sizeWords(d.bytes)}，应不小于 ${sizeWords(d.min)}`,
  'own/format': (d) => `${d.rule}：文件是 ${d.format} 格式，应是 ${d.allowed.join('、')}`,
};
