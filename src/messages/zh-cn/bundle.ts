import type { bundle as en } from '../en/bundle.js';
import { thousands } from '../thousands.js';
import { noSignature } from './errors-bundle.js';

/** 没有文件的指标共几分，测评体系写了多少算多少。 */
function atStake(d: { count: number; points: string; pointless: number }): string {
  if (d.pointless === d.count) return '';
  const rest = d.pointless === 0 ? '' : `（另有 ${thousands(d.pointless)} 项没有写分值）`;
  return `，涉及 ${d.points} 分${rest}`;
}

export const bundle: typeof en = {
  verify: {
    description: '核验迎检包或任何 BagIt 包（文件夹、zip、tar、tar.gz 均可），不需解压',
    path: '压缩包，或 bagit.txt 所在的文件夹',
    format: '结果的格式',
    system: '您手里的测评体系（YAML）：核对打包用的是不是这一份',
    profile: '按哪份 BagIt 约定文件（profile，JSON）核验',
    key: '应由哪把密钥签名：公钥文件，或公钥串（RW 开头）',
    coverage: (d) => `逐条核对材料够不够；文件超过 ${thousands(d.files)} 个的包，写了才核对`,
    today: '按哪一天判断材料是否到期（2026-03-01），不写就是打包那天',
    all: '列出每一个有问题的文件，不只前 20 个',
    quiet: '不出报告，只在标准错误里写出问题和提醒',
    examples: [
      ['dangan verify 某局-2020-ab12.zip', '核验压缩包，不解压'],
      ['dangan verify E:\\迎检包', '核验文件夹形式的迎检包'],
      ['dangan verify 迎检包.zip --profile 约定.json', '并核对是否符合上级的约定'],
      ['dangan verify E:\\迎检包 --sample 50', '介质慢时，随机抽查 50 个文件'],
      ['dangan verify 迎检包.zip --report 四性=四性检测.html', '另出一份四性检测报告，可打印'],
      ['dangan verify 迎检包.zip --system 2020年版.yaml', '并核对是否按您手里的测评体系打的包'],
      ['dangan verify 迎检包.zip --format json', '结果供其他程序使用'],
      ['dangan verify 迎检包.zip --key 某局.pub', '核验，并核对是不是某局签的名'],
    ],
    progress: (d) => `正在核验 ${d.percent}%，共 ${d.size}`,
  },
  unpack: {
    description: '解包并核验；全部完好，文件夹才会出现',
    to: '解到哪个新文件夹',
    examples: [
      ['dangan unpack 某局-2020-ab12.zip --to 某局2020', '完好才解到新文件夹'],
      ['dangan unpack 迎检包.zip --to 2020 --key 某局.pub', '并且是某局签的名才解'],
    ],
    progress: (d) => `正在核验并解包 ${d.percent}%，共 ${d.size}`,
    cleared: (d) => `已删除上次解包中断留下的 ${thousands(d.count)} 个临时文件夹。`,
    done: (d) => `核验无误，已将 ${thousands(d.files)} 个文件（${d.size}）解到 ${d.to}`,
  },
  holds: '完好',
  doesNotHold: '不完好',
  wholeBut: (d) => `内容完好，但${d.words}`,
  parts: {
    fixity: { yes: '与清单相符', no: '与清单不符' },
    form: { yes: '格式合规', no: '格式有误' },
    contents: { yes: '与索引相符', no: '与索引不符' },
    system: { yes: '测评体系一致', no: '测评体系不同' },
    profile: { yes: '符合约定', no: '不合约定' },
    signature: { yes: '签名有效', no: '签名无效' },
  },
  partsLacking: {
    index: '没有索引可比',
    system: '没有测评体系可比',
    ...noSignature,
  },
  unchanged: '是否原样',
  about: {
    fixity: (d) => {
      const kinds = `（材料 ${thousands(d.files - d.ledgers)} 件，台账 ${thousands(d.ledgers)} 个）`;
      const all = `文件 ${thousands(d.files)} 个${d.ledgers === 0 ? '' : kinds}`;
      return d.algorithms === ''
        ? `${all}，${d.size}，没有摘要`
        : `${all}，${d.size}，按摘要（${d.algorithms}）核对`;
    },
    form: (d) =>
      `BagIt${d.version === undefined ? '' : ` ${d.version}`}，${d.ours ? '由 dangan 打包' : '不是 dangan 打的包'}，说明类文件 ${thousands(d.tagFiles)} 个`,
    contents: '文件、索引、测评体系互相核对',
    system: (d) => `与您手里的《${d.title}》按摘要核对`,
    carried: '包内自带的约定，打包人所定',
    signed: (d) => `密钥 ${d.key}；签名时注明 ${d.comment}`,
    expected: (d) => `按公钥 ${d.key} 核对`,
    given: (d) => `“${d.description}”`,
  },
  counts: {
    missing: (d) => `缺 ${thousands(d.count)} 个`,
    changed: (d) => `变 ${thousands(d.count)} 个`,
    unexpected: (d) => `多 ${thousands(d.count)} 个`,
    moved: (d) => `移动或改名 ${thousands(d.count)} 个（内容没变）`,
    unreadable: (d) => `读不了 ${thousands(d.count)} 个`,
    echo: '因文件有变',
    errors: (d) => `${thousands(d.count)} 处错误`,
  },
  enough: {
    title: '是否齐全',
    apart: '　这是另一回事，不影响上面的结论',
    part: (d) =>
      `材料分成 ${thousands(d.count)} 个包，这是第 ${thousands(d.number)} 个；下面只数归这个包的指标，其余的在另外 ${thousands(d.count - 1)} 个包里。`,
    asked: (d) => `下面只数 --indicator 指定的：${d.codes.join('、')}。`,
    all: (d) => `要材料的末级指标 ${thousands(d.asking)} 项，每项都有文件。`,
    some: (d) =>
      `要材料的末级指标 ${thousands(d.asking)} 项，其中 ${thousands(d.count)} 项一个文件也没有${atStake(d)}。`,
    points: (d) => `${d.points} 分`,
    asks: (d) => `要求：${d.asks.join('、')}`,
    outside: (d) => `另有 ${thousands(d.count)} 个文件不在末级指标的文件夹里，没有计入。`,
    doubtful: '以上按索引统计，索引与文件不符，仅供参考。',
    judged: (d) => `按包内的测评体系和台账逐条核对，以 ${d.today} 为准：`,
    unsure: '文件、索引或台账与打包时不符，以上逐条核对的结果仅供参考。',
    otherParts: '这里的指标若也用了别的包里的材料，要看那几个包才知道。',
    unopened: '种类、数量、日期、字数按名称、台账和打包时读到的判断；没有打开材料看写了什么。',
    vetoes: (d) => `一票否决 ${thousands(d.count)} 项：有没有发生，材料里看不出，请逐项核实。`,
    proof: (d) =>
      `${d.code} 的证明“${d.title}”：${d.isThere ? '' : d.isPart ? '这一包里没有' : '包里没有'}`,
    left: '文件很多，没有逐条核对要求；要核对，加 --coverage。',
    only: '这里只看有没有文件，没有看种类、数量、日期对不对，也没有看写了什么。',
  },
  notChecked: {
    title: '没有核对',
    otherParts: (d) => `另外 ${thousands(d.count - 1)} 个包：要逐个核验，一个也不要少。`,
    sender: (d) =>
      `是谁打的包、打包以后改过没有：清单可以连同文件一起重做${d.ours ? '，index.html、checks.json 也没有别的可以对照' : ''}。请${d.digest ? '打电话与对方核对上面的校验码（应与对方打包时显示的相同），或者' : ''}向对方要公钥，用 --key 核对签名。`,
    contents: '材料本身：能不能打开，是否真实，是否符合测评标准。',
  },
  part: (d) =>
    `${d.group === undefined ? '' : `${d.group} `}第 ${d.number} 包${d.count === undefined ? '' : `，共 ${d.count} 包`}：下面说的只是这一包`,
  notRead: '没有读取其中的文件。',
  digest: '校验码',
  waivedAtPacking: (d) =>
    `打包时有 ${thousands(d.count)} 个问题经说明不计入（见 index.html，全部在 checks.json）`,
  errorsAtPacking: (d) =>
    `打包时还有 ${thousands(d.count)} 个错误没有改（见 index.html，全部在 checks.json）`,
  weak: (d) => `摘要算法 ${d.algorithms} 较弱：能发现复制损坏，防不住有意改动`,
  more: (d) => `还有 ${thousands(d.count)} 个，用 --all 全部列出`,
  group: (d) => `${d.title}（${thousands(d.count)}）`,
  todo: {
    title: '怎么办',
    resend: '请重新复制或下载一次再核验；仍不完好，请把这份清单发给对方，请对方重新打包。',
    doubt:
      '文件与清单相符，包内各处却对不上：可能是打包以后改过，清单也重做了。请打电话与对方核对校验码，核对清楚之前不要使用这个包；要换的，请对方用 `dangan pack` 重新打包。',
    contents: '签名有效，对方签名的时候就是这样。请对方用 `dangan pack` 重新打包。',
    system: '请按打包用的那份测评体系打分，或请对方用您这份重新打包。',
    noSystem:
      '包里没有测评体系，看不出是按哪一份准备的。请问清对方；不核对这一项，就不写 --system 再运行一次。',
    profile: '请把约定的要求告诉对方，请对方照约定重新制作。',
    signature:
      '签名对不上：可能是签名以后改过或换过，连清单也重做了。请打电话与对方核对，核对清楚之前不要使用这个包。',
    unsigned:
      '没有签名，证明不了是谁打的包，也看不出打包以后改过没有。对方另有签名文件（.minisig）的，放在包的旁边再核验；没有的，请对方用 `dangan pack --sign` 重新打包。',
    otherKey:
      '签名用的不是给出的公钥那把密钥，等于没有签：证明不了是谁打的包，也看不出打包以后改过没有。请打电话与对方核对公钥编号，核对清楚之前不要使用这个包。',
    unread: '签的是整个压缩包，抽查时核对不了。请不带 --sample 和 --indicator 再运行一次。',
    warnings: '迎检包完好。以上提醒可以转告对方。',
  },
};
