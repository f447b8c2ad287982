import type { treeFindings as en } from '../en/findings-tree.js';
import { quoted } from '../quoted.js';

/** 里面有材料时，说出份数：归不到指标，测评时就看不到。 */
function holds(files: number): string {
  return files === 0 ? '' : `，里面有 ${files} 份材料归不到指标`;
}

export const treeFindings: typeof en = {
  'tree-folder-missing/leaf': (d) => `缺少文件夹“${d.name}”`,
  'tree-folder-missing/group': (d) => `缺少文件夹“${d.name}”和其中 ${d.leaves} 个末级指标的文件夹`,
  'tree-folder-unknown/folder': (d) => `测评体系的这一级没有“${d.name}”这项指标${holds(d.files)}`,
  'tree-folder-unknown/unnamed': (d) =>
    `“${d.name}”里有 ${d.files} 份材料，另编了一套序号；是一次活动的，请给文件夹起名，不是的，用 \`dangan move ${quoted(d.path)} --to 指标编号\` 拿到外面`,
  'tree-folder-unknown/alike': (d) =>
    `测评体系的这一级没有“${d.name}”这项指标${holds(d.files)}，是不是“${d.near}”？`,
  'tree-folder-unknown/duplicate': (d) =>
    `已经有“${d.of}”，“${d.name}”重复了，请把里面的${d.files > 0 ? ` ${d.files} 份` : ''}材料并过去`,
  'tree-folder-unknown/not-filed': (d) =>
    `“${d.indicator}”由测评组评定，不需要在这里存材料${holds(d.files)}`,
  'tree-folder-unknown/not-for-unit': (d) =>
    `“${d.indicator}”不适用于本单位，不需要在这里存材料${holds(d.files)}`,
  'tree-folder-misnamed/name': (d) => `文件夹名是“${d.name}”，按指标应为“${d.expected}”`,
  'tree-folder-misnamed/doubtful': (d) =>
    `“${d.name}”与指标“${d.expected}”编号相同、名称不同，请先核对里面是哪项指标的材料，再改名`,
  'tree-folder-misnamed/alike': (d) =>
    `“${d.name}”与指标“${d.expected}”名称相近、编号不同，请先核对里面是哪项指标的材料，再改名`,
  'tree-folder-misplaced/parent': (d) => `文件夹“${d.name}”应放在“${d.expected}”里`,
  'tree-file-misplaced/file': (d) =>
    `“${d.folder}”不是末级指标，请把材料放进它所证明的末级指标文件夹`,
  'tree-file-misplaced/proposal': (d) => `“${d.folder}”不是末级指标，从题名看应放进“${d.leaf}”`,
  'tree-file-misplaced/year': (d) =>
    `“${d.folder}”按年度存放，请把材料放进它所属年度的文件夹：${d.years.join('、')}`,
  'tree-link/link': () => '这是符号链接，请把文件本身放进来',
  'tree-link/shortcut': () => '这是快捷方式，请把文件本身放进来',
  'tree-link/other': () => '这既不是文件也不是文件夹，不能存入档案',
  'tree-junk-file/file': () => '这是系统或程序留下的，不是材料',
  'tree-junk-file/folder': (d) => `文件夹“${d.name}”是系统或程序留下的，里面没有材料`,
};
