import { faults } from './faults.js';
import { windowFault } from './window.js';
import type { settings as en } from '../en/settings.js';

const inBraces = (fields: readonly string[]) => fields.map((field) => `{${field}}`);

export const settings: typeof en = {
  'unknown-key': (d) =>
    d.nearest ? `没有“${d.key}”这项设置，是不是想写“${d.nearest}”？` : `没有“${d.key}”这项设置`,
  'not-a-mapping': (d) =>
    d.key === ''
      ? '这个文件应逐行写设置，每行一项，形如 `键: 值`'
      : `“${d.key}”下面应缩进写它的各项设置`,
  'not-a-list': (d) => `“${d.key}”应是一个列表，如 [甲, 乙]`,
  'not-a-size': (d) => `“${d.key}”应是大小，如 50MB，现在是“${d.value}”`,
  'not-text': (d) => `“${d.key}”应只写一个值`,
  'not-one-of': (d) =>
    `“${d.key}”不能是“${d.value}”，可用的是 ${d.allowed.join('、')}${d.nearest ? `，是不是想写 ${d.nearest}？` : ''}`,
  'unknown-rule': (d) =>
    d.nearest
      ? `没有“${d.rule}”这条规则，是不是想写“${d.nearest}”？`
      : `没有“${d.rule}”这条规则，全部规则见 \`dangan rules\``,
  'not-a-number': (d) => `“${d.key}”应是 ${d.min} 到 ${d.max} 的整数，现在是“${d.value}”`,
  'not-a-folder-name': (d) => `“${d.key}”应是档案里一个文件夹的名称，“${d.value}”不能用作文件夹名`,
  'not-a-path': (d) => `“${d.key}”应是一个文件的路径，从档案文件夹写起`,
  'template-field': (d) =>
    `“${d.key}”里没有 {${d.field}} 这个字段，${d.nearest === undefined ? `可用的是 ${inBraces(d.known).join('、')}` : `是不是想写 {${d.nearest}}？`}`,
  'template-empty': (d) => `“${d.key}”里要有 ${inBraces(d.known).join(' 或 ')}`,
  window: (d) => `“window”${windowFault(d)}`,
  'years-without-window': () =>
    '设了“folders.years”就要有起止日期固定的“window”，如 2018-01-01..2020-12-31，才知道是哪几年',
  'own-id': (d) =>
    `“${d.id}”不能用作规则编号；本单位的规则写 own- 加汉字、小写字母或数字，如 own-年度总结、own-annual-report`,
  'own-not-declared': (d) =>
    `“${d.id}”是本单位的规则，下面应缩进写它的 title 和要求；不用时在里面写 severity: off`,
  'own-missing': (d) => `“${d.key}”没有写`,
  'own-asks-nothing': (d) => `“${d.id}”没有写要求什么，应至少写 ${d.keys.join('、')} 中的一项`,
  'own-count': (d) =>
    `“${d.key}”应是份数，如 2、1..3、2..（至少）、..12（至多），现在是“${d.value}”`,
  'own-size': (d) =>
    `“${d.key}”应是大小的范围，如 ..10MB（至多）、1KB..（至少）、1KB..10MB，现在是“${d.value}”`,
  'own-indicator': (d) =>
    `“${d.key}”里的指标“${d.code}”，测评体系里没有${d.nearest === undefined ? '' : `，是不是想写“${d.nearest}”？`}`,
  'ignore-pattern': (d) =>
    `“ignore”里的“${d.pattern}”写得不全，什么也忽略不了：[ 要有 ] 配对，末尾不能是单个 \\`,
  'ignore-evidence': (d) =>
    `“ignore”把存放材料的文件夹“${d.evidence}”整个忽略了，就没有什么可查的；请写得具体一些`,
  yaml: faults.yaml,
};
