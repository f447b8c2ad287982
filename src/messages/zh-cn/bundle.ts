import type { bundle as en } from '../en/bundle.js';
import { thousands } from '../thousands.js';

export const bundle: typeof en = {
  verify: {
    description: '核验迎检包或任何 BagIt 包（文件夹、zip 均可），不需解压',
    path: '压缩包，或 bagit.txt 所在的文件夹',
    format: '结果的格式',
    profile: '按哪份 BagIt 约定文件（profile，JSON）核验',
    all: '列出每一个有问题的文件，不只前 20 个',
    quiet: '不出报告，只在标准错误里写出问题和提醒',
    examples: [
      ['dangan verify 某局-2020-ab12.zip', '核验压缩包，不解压'],
      ['dangan verify E:\\迎检包', '核验文件夹形式的迎检包'],
      ['dangan verify 迎检包.zip --profile 约定.json', '并核对是否符合上级的约定'],
      ['dangan verify E:\\迎检包 --sample 50', '介质慢时，随机抽查 50 件'],
      ['dangan verify 迎检包.zip --format json', '结果供其他程序使用'],
    ],
    progress: (d) => `正在核验 ${d.percent}%，共 ${d.size}`,
  },
  unpack: {
    description: '解包并核验；全部完好，文件夹才会出现',
    to: '解到哪个新文件夹',
    examples: [['dangan unpack 某局-2020-ab12.zip --to 某局2020', '完好才解到新文件夹']],
    progress: (d) => `正在核验并解包 ${d.percent}%，共 ${d.size}`,
    done: (d) => `核验无误，已将 ${thousands(d.files)} 个文件（${d.size}）解到 ${d.to}`,
  },
  holds: '完好',
  doesNotHold: '不完好',
  parts: {
    fixity: { yes: '内容未变', no: '内容有变' },
    form: { yes: '格式合规', no: '格式有误' },
    contents: { yes: '与索引相符', no: '与索引不符' },
    profile: { yes: '符合约定', no: '不合约定' },
  },
  kind: { ours: '迎检包', bag: 'BagIt 包' },
  facts: (d) =>
    `文件 ${thousands(d.files)} 个，${d.size}；说明类文件 ${thousands(d.tagFiles)} 个；摘要算法 ${d.algorithms}`,
  notRead: '没有读取其中的文件。',
  digest: (d) => `校验码 ${d.digest}`,
  errorsAtPacking: (d) => `打包时还有 ${thousands(d.count)} 个错误没有改（见 checks.json）`,
  weak: (d) => `摘要算法 ${d.algorithms} 较弱：能发现复制损坏，防不住有意改动`,
  more: (d) => `还有 ${thousands(d.count)} 个，用 --all 全部列出`,
  group: (d) => `${d.title}（${thousands(d.count)}）`,
  todo: {
    title: '怎么办',
    resend: '请重新复制或下载一次再核验；仍不完好，请把这份清单发给对方，请对方重新打包发送。',
    contents: '文件自打包后没有变过。请对方用 `dangan pack` 重新打包。',
    profile: '文件自打包后没有变过。请把约定的要求告诉对方，请对方照约定重新制作。',
    warnings: '迎检包完好。以上提醒可以转告对方。',
  },
};
