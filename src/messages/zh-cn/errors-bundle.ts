import { inQuotes } from '../quoted.js';
import {
  METHODS,
  type Looks,
  type bundleErrors as en,
  type refusals as enRefusals,
} from '../en/errors-bundle.js';

const resend = '请不要用其他程序解压，请对方重新打包发送。';
const again = '请先再复制或下载一次；仍然不行，请对方重新发送。';
const remake = '请对方用 `dangan pack` 或常用压缩软件重新打包。';

/** 没有用给出的公钥核对无误的签名，有的是什么。 */
export const noSignature = {
  unsigned: '没有签名',
  otherKey: '签名用的是另一把密钥',
  unread: '签名没有核对',
};

/** 在压缩包的哪里。 */
const places: Readonly<Record<string, string>> = {
  prepended: '开头',
  appended: '末尾之后',
  trailing: '末尾之后',
  comment: '注释里像是还有一个末尾，',
  zip64: '两处结尾之间',
};

export const refusals: typeof enRefusals = {
  BUNDLE_TRUNCATED: () => ['压缩包不完整，末尾缺失', again],
  BUNDLE_ZIP_DAMAGED: (d) => [
    d.entry
      ? `压缩包内的条目 ${d.entry} 已损坏（${d.detail}）`
      : `压缩包的目录已损坏（${d.detail}）`,
    again,
  ],
  BUNDLE_TAR_DAMAGED: (d) => [
    d.entry
      ? `tar 包内的条目 ${d.entry} 已损坏，或属于各程序读法不一的一类（${d.detail}）`
      : `tar 包已损坏（${d.detail}）`,
    again,
  ],
  BUNDLE_SPARSE: (d) => [
    `条目 ${d.entry} 是稀疏文件，多数程序不能还原`,
    '请对方打包时不要用稀疏文件选项，重新打包发送。',
  ],
  BUNDLE_MULTI_DISK: () => [
    '这是分卷压缩包中的一卷',
    '请对方发送一个完整的压缩包，或每卷单独成包。',
  ],
  BUNDLE_HIDDEN_DATA: (d) => {
    if (d.detail === 'program') {
      return [
        '这是自解压程序（exe），不是单纯的 zip 压缩包',
        '请不要运行它，请对方改发 zip 压缩包。',
      ];
    }
    return [
      d.entry
        ? `条目 ${d.entry} 之后有不属于任何条目的数据`
        : `压缩包${places[d.detail] ?? `里（${d.detail}）`}有不属于任何条目的数据`,
      resend,
    ];
  },
  BUNDLE_TOO_MANY_ENTRIES: (d) => [
    `压缩包声称有 ${d.detail} 个条目，数量过多`,
    `${resend}确有这么多的，用 --max-entries 放宽。`,
  ],
  BUNDLE_BOMB: (d) => [
    `压缩包解开后会膨胀到自身的 ${d.detail} 倍，疑似压缩炸弹`,
    `${resend}确知是空白扫描件之类的，用 --max-ratio 放宽。`,
  ],
  BUNDLE_TOTAL_TOO_LARGE: (d) => [
    `压缩包解开后有 ${d.detail} MB，超过 --max-total 所定的数`,
    '放得下的话，把 --max-total 写大一些。',
  ],
  BUNDLE_ENCRYPTED: (d) => [
    `条目 ${d.entry} 已加密`,
    '移交的材料不能加密，请对方去掉密码后重新打包。',
  ],
  BUNDLE_METHOD_UNKNOWN: (d) => [
    `条目 ${d.entry} 用了${METHODS[d.detail] ? ` ${METHODS[d.detail] ?? ''} ` : `第 ${d.detail} 号`}压缩方法，移交时只能用“存储”或“标准压缩”`,
    '请对方用 `dangan pack` 重新打包，或在压缩软件里把压缩方法选为 Deflate。',
  ],
  BUNDLE_LINK: (d) => [
    `条目 ${d.entry} 是链接或设备，不是文件`,
    '它可能指向文件夹之外，请对方换成文件本身后重新打包。',
  ],
  BUNDLE_PATH_UNSAFE: (d) => {
    if (d.detail === 'empty') return ['有一个条目没有名称', resend];
    if (d.detail === 'dots')
      return [
        `条目 ${d.entry} 的名称只由点或空格组成，Windows 放不下，还会把它当成别的文件夹`,
        '请对方改名后重新打包。',
      ];
    return d.detail === 'backslash'
      ? [`条目 ${d.entry} 的名称里有反斜杠，只有 Windows 把它当作文件夹`, remake]
      : [`条目 ${d.entry} 会写到目标文件夹之外`, resend];
  },
  BUNDLE_PATH_TOO_LONG: (d) => [
    `条目 ${d.entry} 的路径长 ${d.detail} 个字符，或层数太多，系统放不下`,
    resend,
  ],
  BUNDLE_LIST_TOO_LARGE: (d) => [
    `${d.entry} 有 ${d.detail} MB，文件清单不会这么大，没有读`,
    resend,
  ],
  BUNDLE_ENTRY_DUPLICATE: (d) => [`条目 ${d.entry} 在压缩包里出现了两次`, remake],
  BUNDLE_NAME_COLLISION: (d) => [
    `条目 ${d.entry} 与 ${d.detail} 在 Windows 或 macOS 上是同一个名称`,
    '请对方把其中一个改名后重新打包。',
  ],
  BUNDLE_FILE_AS_FOLDER: (d) => [`${d.entry} 既是文件，又是 ${d.detail} 所在的文件夹`, remake],
  BUNDLE_ENTRIES_OVERLAP: (d) => [`条目 ${d.entry} 与后面的条目重叠`, resend],
  BUNDLE_HEADERS_DISAGREE: (d) => [
    d.entry
      ? `条目 ${d.entry} 在压缩包里的两处说明不一致（文件头互相矛盾）`
      : '压缩包的两处结尾说明不一致',
    resend,
  ],
  BUNDLE_SIZE_WRONG: (d) => [`条目 ${d.entry} 的实际大小与压缩包所写的不符`, resend],
};

const where = '请写迎检包的路径：.zip、.tar、.tar.gz 文件，或 bagit.txt 所在的文件夹。';

function notAZip(path: string, looks: Looks): readonly [string, string] {
  switch (looks) {
    case 'empty':
      return [`${path} 是空文件（0 字节），多半没有复制完`, again];
    case 'blank':
      return [`${path} 里全是空白，多半没有复制完，或者介质坏了`, again];
    case 'rar':
    case '7z':
    case 'xz':
    case 'bz2':
    case 'zst':
      return [
        `${path} 是 ${looks} 压缩包，dangan 读不了`,
        '请用解压软件解开，再核验解出来的文件夹；以后请对方改发 zip。',
      ];
    case 'in-bag':
      return [`${path} 只是迎检包里的一个文件`, '请写它所在的文件夹，整个核验。'];
    case undefined:
      break;
  }
  return [`${path} 不是 zip、tar 或 tar.gz`, where];
}

export const bundleErrors: typeof en = {
  ...refusals,
  BUNDLE_NOT_A_ZIP: (d) => notAZip(d.path, d.looks),
  BUNDLE_NOT_REVIEWABLE: (d) => [
    `${d.path} 打不了分：它不是 dangan 打的迎检包，或者缺了说明测评体系的文件`,
    '请先用 `dangan verify` 核验它，看缺了什么。',
  ],
  BUNDLE_IS_ARCHIVE: (d) => [
    `${d.path} 是档案，不是迎检包`,
    '检查档案用 `dangan check`；打成迎检包用 `dangan pack`；拿包和档案比，包写在前面：`dangan diff 迎检包.zip 档案文件夹`。',
  ],
  BUNDLE_NOT_A_BAG: (d) => [
    `${d.path} 不是迎检包：${d.below.length === 0 ? '里面没有 bagit.txt' : 'bagit.txt 不在该在的地方（最上一层唯一的文件夹里）'}`,
    d.below.length > 0
      ? `${d.below.length === 1 ? `里面再往下有一个包：${d.below[0] ?? ''}` : `里面有 ${d.below.length} 个包，如 ${d.below[0] ?? ''}`}。请用别的程序解压，再核验那个文件夹。`
      : d.inside.length > 0
        ? `这里有 ${d.inside.length} 个可能是迎检包的，请逐个核验，如 \`dangan verify ${inQuotes(d.inside[0] ?? '')}\`。`
        : d.inner === undefined
          ? where
          : `里面有 ${d.inner}，也许它才是：请先原样取出，再写它的路径。`,
  ],
  BUNDLE_ONE_AT_A_TIME: (d) => [
    `\`dangan ${d.command}\` 一次只看一个包，这里写了 ${d.count} 个`,
    `请逐个来：${d.each.map((each) => `\`${each}\``).join('，')}${d.count > d.each.length ? ' ……' : '。'}${d.whole === undefined ? '' : `路径里有空格的，要加英文双引号：\`${d.whole}\`。`}`,
  ],
  INDICATOR_NOT_IN_BUNDLE: (d) => [
    `包里没有编号或名称是“${d.code}”的指标`,
    d.examples.length === 0
      ? '包里没有指标目录（index.json），请改用 --sample 抽查，或不带 --indicator 全部核验。'
      : `请写指标的名称，或从上级写起的编号，如 ${d.examples.join('、')}。`,
  ],
  DIFF_REFUSED: (d) => [
    `${d.path} 不能比较：已损坏，或者读取有危险`,
    `用 \`dangan verify ${inQuotes(d.path)}\` 看是什么问题。`,
  ],
  DIFF_NO_COMMON_DIGEST: (d) => [
    `两个包的清单没有共同的摘要算法（${d.old}；${d.now}）`,
    '请把其中一个重新打包，用 SHA-256 的清单。',
  ],
  BUNDLE_DOES_NOT_HOLD: (d) => [
    `${d.path} ${d.lacking === undefined ? `不完好（${d.count} 处错误）` : `内容完好，但${noSignature[d.lacking]}`}，没有继续，什么文件也没有留下`,
    `运行 \`dangan verify ${inQuotes(d.path)}${d.key === undefined ? '' : ` --key ${inQuotes(d.key)}`}\` 逐条查看。`,
  ],
  BUNDLE_NAMES_UNPORTABLE: (d) => [
    `${d.path} 里有 ${d.names.length} 个 Windows 不能用的名称，没有写出任何文件：\n${d.names.map((name) => `    ${name}`).join('\n')}`,
    '改名会使清单失效，请对方改好名称后重新打包。',
  ],
};
