import type { nameFindings as en } from '../en/findings-name.js';
import { listed } from './listed.js';

export const nameFindings: typeof en = {
  'name-pattern/no-ordinal': (d) =>
    `前面没有序号，${
      d.suggested !== undefined
        ? `可以命名为“${d.suggested}”`
        : d.isFull
          ? '而这个文件夹的序号已经用完'
          : '请按“01：题名”的样子手工编号'
    }`,
  'name-pattern/zero': (d) =>
    `序号是 0，应从 01 开始编${d.suggested === undefined ? '' : `，可以命名为“${d.suggested}”`}`,
  'name-separator/other': (d) =>
    `${
      d.found === ''
        ? '序号和题名之间没有分隔'
        : d.found.trim() === ''
          ? '序号和题名之间是空格'
          : `序号和题名之间是“${d.found}”`
    }，应为“${d.expected}”${nameOr(d.suggested)}`,
  'name-separator/before': (d) => `序号前面有空格，应去掉${nameOr(d.suggested)}`,
  'name-sequence-duplicate/same': (d) =>
    `有 ${d.files.length} 份材料的序号都是 ${d.ordinal}：${listed(d.files)}，请各编一个序号`,
  'name-sequence-gap/missing': (d) =>
    d.from === d.to ? `缺少序号为 ${d.from} 的材料` : `缺少序号为 ${d.from} 至 ${d.to} 的材料`,
  'name-sequence-width/width': (d) =>
    `序号写作“${d.found}”，应写作“${d.expected}”${nameOr(d.suggested)}`,
  'name-sequence-width/over': (d) =>
    `序号编到了 ${d.highest}，超过 ${d.limit}，而文件夹里只有 ${d.files} 份材料，可以从 01 起重新编号`,
  'name-sequence-width/full': (d) =>
    `有 ${d.files} 份材料，序号最大到 ${d.limit}，编不下；${
      d.limit === 99 ? '请在 dangan.yaml 里设 naming.digits: 3' : '请分到几个文件夹里存放'
    }`,
  'name-title-vague/empty': (d) => `“${d.name}”没有题名，请写明是什么材料`,
  'name-title-vague/vague': (d) => `题名“${d.title}”看不出是什么材料，请写明内容`,
  'name-year-code/missing': (d) =>
    `题名里没有年份${
      d.suggested === undefined
        ? '，请写明是哪一年的，如“2020年度工作总结”'
        : `，可以改为“${d.suggested}”`
    }`,
  'name-year-code/other': (d) =>
    `题名里是 ${d.found} 年，却放在 ${d.year} 年的材料里，请核对哪个对`,
  'name-title-duplicate/same': (d) =>
    `有 ${d.files.length} 份材料的题名都是“${d.title}”：${listed(d.files)}，请在题名里写明区别，或在台账里写明各自的日期、活动、文号`,
  'name-copy-suffix/mark': (d) =>
    `题名里的${listed(d.marks)}是复制、另存时留下的，请核对是不是定稿，${
      d.suggested === undefined ? '再改名' : `可以改为“${d.suggested}”`
    }`,
  'name-copy-suffix/beside': (d) =>
    `题名里的${listed(d.marks)}是复制、另存时留下的，这里已经有“${d.beside}”，请核对哪一份是定稿`,
};

function nameOr(suggested: string | undefined): string {
  return suggested === undefined ? '；这样改会重名或过长，请手工改名' : `，即“${suggested}”`;
}
