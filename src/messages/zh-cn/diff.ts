import { inQuotes } from '../quoted.js';
import type { diff as en } from '../en/diff.js';
import { thousands } from '../thousands.js';

export const diff: typeof en = {
  description: '比较两次报送的包，按指标说明变了什么',
  old: '先前的包：压缩包、文件夹均可，任何 BagIt 包都行',
  now: '后来的包；也可以是档案文件夹：打包以后变了什么',
  format: '结果的格式',
  all: '列出每一处变化，不只每个指标的前 20 处',
  exitCode: '有变化时退出码为 1',
  paranoid: '先把两个包都核验一遍：逐个读文件，不只看清单',
  examples: [
    ['dangan diff 某局-2020.zip 某局-2021.zip', '两次报送之间变了什么'],
    ['dangan diff 某局-2020.zip .', '打包以后，这个档案变了什么'],
    ['dangan diff 旧.zip 新.zip --paranoid', '并把两个包的文件都读一遍'],
    ['dangan diff 旧.zip 新.zip --exit-code --format json', '结果供其他程序使用'],
  ],
  progress: (d) => `正在核验 ${d.percent}%，共 ${d.size}`,
  same: '没有变化',
  byLists: (d) => `只看清单：${d.told}`,
  sameEvidence: '材料没有变化',
  besides: (d) => `材料以外还有不同：${d.paths.join('、')}`,
  pageAlone:
    '材料以外只有 index.html 不同：它照包里别的文件生成，别的都一样，它不应当不同。可能是打包以后改过的，请问清对方，不要照它打分。',
  total: (d) =>
    `有变化的文件 ${thousands(d.changes)} 个，未变 ${thousands(d.unchanged)} 个（连台账）`,
  counts: {
    added: (d) => `新增 ${thousands(d.count)} 个`,
    removed: (d) => `删除 ${thousands(d.count)} 个`,
    changed: (d) => `内容有改 ${thousands(d.count)} 个`,
    moved: (d) => `移动 ${thousands(d.count)} 个`,
    renamed: (d) => `改名 ${thousands(d.count)} 个`,
    renumbered: (d) => `重新编号 ${thousands(d.count)} 个`,
    refoldered: (d) => `所在文件夹改名 ${thousands(d.count)} 个`,
  },
  kinds: {
    added: '新增',
    removed: '删除',
    changed: '修改',
    moved: '移入',
    renamed: '改名',
    renumbered: '编号',
    refoldered: '文件夹',
  },
  renumbered: (d) => `${d.runs.join('，')}（${thousands(d.count)} 个，内容未变）`,
  refoldered: (d) => `${d.from} → ${d.to}（${thousands(d.count)} 个，内容未变）`,
  was: (d) => `原为 ${d.path}`,
  noIndicator: '不属于任何指标',
  more: (d) => `另有 ${thousands(d.count)} 处，用 --all 全部列出`,
  state: {
    verified: '两个包都已逐个文件核验，均完好。',
    listed:
      '按清单比较。两个包的结构、清单和索引都已核对，没有问题；文件内容没有读（要读请加 --paranoid）。',
    oldVerified: '迎检包已逐个文件核验，完好。',
    oldListed:
      '迎检包按清单比较：结构、清单和索引没有问题，文件内容没有读（要读请加 --paranoid）。',
    archive: '后一个是档案：文件按现在的样子逐个读过。',
    part: (d) =>
      `${d.name} 是 ${thousands(d.count)} 个包中的第 ${thousands(d.number)} 个：装在另外几个包里的材料，也会列为删除或新增。`,
    broken: (d) =>
      `${d.name} 不完好：下面只按清单比较，包里的内容未必如此。哪里不完好，见 \`dangan verify ${inQuotes(d.path)}\`。`,
  },
  system: {
    heading: '测评体系',
    fields: { title: '名称', edition: '版本', total: '总分' },
    none: '（无）',
    added: '新增',
    removed: '删除',
    changed: '修改',
    points: (d) => `${d.points} 分`,
    rewritten: '文字有改动，指标的编号、名称和分值没有变',
  },
};
