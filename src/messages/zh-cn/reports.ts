import type { reports as en } from '../en/reports.js';

export const reports: typeof en = {
  title: '创建档案检查结果',
  root: '仓库的最上层',
  archive: '档案本身',
  found: '问题',
  folderItself: '文件夹本身',
  waivedHead: '已豁免',
  rulesHead: '规则要求什么',
  columns: {
    level: '级别',
    name: '文件或文件夹',
    place: '位置',
    found: '问题',
    rule: '规则',
    why: '豁免理由',
  },
  facts: { unit: '单位', system: '测评体系', day: '检查日期', scope: '检查范围' },
  scope: (d) => `${d.folders} 个文件夹、${d.files} 个文件`,
  verdict: {
    inOrder: '没有发现问题。',
    below: (d) => (d.isWorst ? '没有错误。' : `没有“${d.level}”及以上的问题。`),
    reached: (d) => (d.isWorst ? '有错误，需要改正。' : `有“${d.level}”及以上的问题，需要改正。`),
  },
  next: '规则要求什么、为什么：`dangan explain 规则编号`；能自动改的：`dangan fix`。',
  notListed: (d) => `还有 ${d.hidden} 个这里放不下：\`dangan check --all\``,
  madeBy: (d) => `dangan ${d.version}`,
  about: (d) => (d.place === '' ? d.message : `${d.place}：${d.message}`),
  waived: (d) =>
    `另有 ${d.waivers + d.baseline} 处已豁免，不计在内（${[
      d.waivers > 0 ? `waivers.yaml ${d.waivers}` : '',
      d.baseline > 0 ? `baseline.yaml ${d.baseline}` : '',
    ]
      .filter((part) => part !== '')
      .join('，')}）`,
  waivedBy: (d) =>
    [
      d.kind === 'waiver' ? '已豁免' : '基线里已有',
      d.reason,
      d.owner === undefined ? undefined : `负责人 ${d.owner}`,
      d.until === undefined ? undefined : `到 ${d.until} 为止`,
    ]
      .filter((part) => part !== undefined)
      .join('，'),
  notAnnotated: (d) => `有 ${d.hidden} 个问题没有标注：GitHub 每一级只显示十个`,
  form: (d) =>
    `--report 应写成 格式 或 格式=文件，如 sarif=check.sarif，现在是“${d.value}”${d.nearest === undefined ? '' : `，是不是想写“${d.nearest}”`}。格式有：${d.formats.join('、')}`,
  oneToStdout: (d) =>
    `“${d.first}”和“${d.second}”都要写到标准输出，只能有一个；另一个请写到文件里：--report 格式=文件`,
  sameFile: (d) => `有两份报告都要写到 ${d.file}，请各写一个文件`,
  insideEvidence: (d) =>
    `${d.file} 在佐证材料文件夹 ${d.evidence} 里面，报告会被当成佐证材料，请另选一个位置`,
};
