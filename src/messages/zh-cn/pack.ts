import type { pack as en } from '../en/pack.js';
import { thousands } from '../thousands.js';
import { itemsOf } from './items.js';

export const pack: typeof en = {
  needs: (d) => `${d.option} 要与 ${d.other} 同用`,
  description: '先检查档案，再打成任何人都能核验的迎检包',
  examples: [
    ['dangan pack', '打包当前档案，生成“单位-年份-编号.zip”，放在档案文件夹里'],
    ['dangan pack -o E:\\', '直接打包到 U 盘'],
    ['dangan pack --folder -o E:\\', '打包成文件夹，适合 FAT32 格式的 U 盘和超过 4 GB 的材料'],
    ['dangan pack --max-size 4G -o E:\\', '分成几个包，每个不超过 4 GB，都能单独核验'],
    ['dangan pack --resume -o E:\\', '上次打包中断了，接着打'],
    ['dangan pack --allow-errors', '有错误也照样打包，错误记在包内'],
    ['dangan pack --sign 本局.key', '打包并签名；私钥用 `dangan keygen` 生成'],
  ],
  options: {
    archive: '档案所在文件夹；不写时用当前文件夹所在的档案',
    output: '存放位置：新的文件或文件夹名，或已有的文件夹',
    folder: '打包成文件夹，不打成 zip',
    maxSize:
      '按指标分成几个包，每个不超过这个大小：4G、700M、4GiB 或字节数；FAT32 格式的 U 盘单个文件须小于 4 GiB，写 4G 即可',
    resume: '从上次中断的地方接着打；包已有的只比对，不重写',
    paranoid: '与 --resume 同用：大小、时间没变的文件也全部重读',
    allowErrors: '有错误也照样打包，并记在包内',
    sign: '用这把私钥签名',
    passwordFile: '私钥的口令文件，取第一行（也可以用环境变量 DANGAN_KEY_PASSWORD）',
    today: '打包日期；不写时为当天',
    format: '结果的格式',
  },
  badSize: (d) => `--max-size 不能是“${d.value}”，要写成 4G、700M、4GiB 这样的大小，或字节数`,
  progress: (d) => `正在打包 ${d.percent}%  ${d.files}  ${d.size}  ${d.rate}/秒`,
  fileOf: (d) => `${thousands(d.done)}/${thousands(d.all)} 个文件`,
  stopped: (d) => `没有打包：有 ${thousands(d.count)} 处错误要先改好`,
  finding: (d) => `${d.title}（${thousands(d.count)} 处）`,
  place: (d) => (d.count === 1 ? d.place : `${d.place}（${d.count} 处）`),
  stoppedHint: [
    '用 `dangan check` 查看全部问题，用 `dangan fix` 看看哪些可以自动改好。',
    '确实要照样打包，用 `dangan pack --allow-errors`，错误会记在包内。',
  ],
  done: (d) => `已打包：${d.path}`,
  unchanged: (d) => `没有变化，迎检包是完整的：${d.path}`,
  partUnchanged: '（没有变化）',
  notRead: (d) =>
    `比对了清单和目录；${thousands(d.files)} 个文件（${d.size}）的大小、时间、inode 都没变，没有重读。要重读加 --paranoid；要读一遍包用 \`dangan verify\`。`,
  resumed: (d) => `接着上次打包：${thousands(d.files)} 个文件（${d.size}）上次已经打好。`,
  kept: (d) => [
    `已经打好的 ${thousands(d.files)} 个文件（${d.size}）保留在 ${d.folder}`,
    '加上 --resume 就接着打；不加，下次从头打，并清掉这些。',
  ],
  doneParts: (d) => `已打成 ${d.count} 个包，放在 ${d.place}`,
  partSize: (d) => `材料 ${itemsOf(d)}；包 ${d.size}（${thousands(d.bytes)} 字节）`,
  moreHeld: (d) => `……还有 ${thousands(d.count)} 个指标`,
  eachVerifies: '每个包都能单独核验、解开、浏览；移交时一个也不要少。',
  payload: (d) => `${itemsOf(d)}，共 ${d.size}`,
  size: (d) => `${d.size}（${thousands(d.bytes)} 字节）`,
  label: {
    payload: '佐证材料',
    size: '迎检包',
    digest: '校验码',
    signature: '签名',
    next: '下一步',
  },
  digestMeans: '即 tagmanifest-sha256.txt 的 SHA-256 值，包内全部文件由它逐级固定',
  signing: (d) => `正在签名 ${d.percent}%，共 ${d.size}`,
  signed: (d) => `密钥 ${d.key}`,
  signedBeside: (d) => `包内有签名；对方只有 minisign 的，把旁边的 ${d.name} 一并交给对方`,
  digestIs: '校验码即 tagmanifest-sha256.txt 的 SHA-256 值，包内全部文件由它逐级固定',
  next: (d) => `dangan verify ${d.path}`,
  leftOut: (d) => `未打包：${thousands(d.count)} 个临时文件或链接，如 ${d.example}`,
  ignored: (d) =>
    `依 dangan.yaml 的 ignore 没有打包：${thousands(d.count)} 个文件或文件夹，如 ${d.example}`,
  cleared: (d) => `已删除上次打包中断留下的 ${thousands(d.count)} 个临时文件。`,
  renamed: (d) =>
    `${thousands(d.count)} 个文件在包内改了名，原名记在 index.json，如 ${d.from} → ${d.to}`,
  unplaced: (d) =>
    `有 ${thousands(d.count)} 份材料不在任何指标下，测评组在目录里只能在“未归入指标的材料”里看到`,
  unportable: (d) => `Windows 不能用 ${d.name} 这个名称，请用 -o 换一个，如 ${d.portable}。`,
  withErrors: (d) => `打包时有 ${thousands(d.count)} 处错误，已记在包内。`,
  withWaived: (d) => `有 ${thousands(d.count)} 个问题已豁免或在基线内，连同理由记在包内。`,
  withheld: (d) => `自评分有 ${thousands(d.count)} 处错误，只在这里提醒，不写进包内。`,
  noEvidence: '档案里还没有佐证材料，包内只有文件夹。',
};
