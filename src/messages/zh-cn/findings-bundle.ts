import type { bundleFindings as en } from '../en/findings-bundle.js';
import { refusals } from './errors-bundle.js';

const andMore = (count: number) => (count === 1 ? '' : `（同样的共 ${count} 行）`);

const onlyDots = '的名称只由点或空格组成，Windows 放不下，还会把它当成别的文件夹';

export const bundleFindings: typeof en = {
  'bundle-refused/zip': (d) => refusals[d.code](d)[0],
  'bundle-refused/more': (d) => `因同样原因（${d.code}）不能读的还有 ${d.count} 项，没有逐项列出`,
  'bundle-declaration-invalid/missing': () => '没有 bagit.txt',
  'bundle-declaration-invalid/mark': () => 'bagit.txt 开头有字节顺序标记（BOM），不应有',
  'bundle-declaration-invalid/lines': () =>
    'bagit.txt 应为两行：BagIt-Version 和 Tag-File-Character-Encoding',
  'bundle-declaration-invalid/version': () => 'bagit.txt 写的 BagIt 版本不认识（可用 0.93 至 1.0）',
  'bundle-declaration-invalid/encoding': () => 'bagit.txt 写的文字编码不认识',
  'bundle-declaration-invalid/data': () => '没有 data 文件夹',
  'bundle-manifest-missing/payload': () => '没有 data 内文件的清单',
  'bundle-manifest-missing/tags': () => '没有 tagmanifest-sha256.txt，无法知道说明类文件是否改动过',
  'bundle-manifest-invalid/text': (d) => `不是 bagit.txt 所写编码（${d.encoding}）的文字`,
  'bundle-manifest-invalid/malformed': (d) => `第 ${d.line} 行不是“摘要 路径”：${d.text}`,
  'bundle-manifest-invalid/contradicting': (d) => `第 ${d.line} 行再次列出 ${d.text}，摘要却不同`,
  'bundle-manifest-invalid/repeated': (d) => `第 ${d.line} 行重复列出 ${d.text}`,
  'bundle-manifest-invalid/unsafe': (d) => `第 ${d.line} 行的路径在包外：${d.text}`,
  'bundle-manifest-invalid/dots': (d) => `第 ${d.line} 行${onlyDots}：${d.text}`,
  'bundle-manifest-invalid/outside': (d) => `第 ${d.line} 行的文件不该列在这个清单里：${d.text}`,
  'bundle-manifest-invalid/dotted': (d) =>
    `第 ${d.line} 行${andMore(d.count)}的路径以 ./ 开头，本不需要：${d.text}`,
  'bundle-manifest-invalid/starred': (d) =>
    `第 ${d.line} 行${andMore(d.count)}的路径前有 md5sum 的星号，要求严的程序会不认：${d.text}`,
  'bundle-manifest-invalid/mark': () => '开头有字节顺序标记（BOM），UTF-8 编码的文件不应有',
  'bundle-manifest-invalid/form': () => '写法与 `dangan pack` 写出的不同，说明后来改动过',
  'bundle-manifest-invalid/more': (d) => `同类的还有 ${d.count} 行，没有逐行列出`,
  'bundle-manifest-mismatch/files': (d) => `${d.path} 列在别的清单里，${d.manifest} 里没有`,
  'bundle-manifest-mismatch/payload-manifest': (d) =>
    `${d.manifest} 里没有列 ${d.path}，无法知道它是否改动过`,
  'bundle-manifest-mismatch/tag-manifest': (d) => `${d.manifest} 里列了 ${d.path}，按规定不该列`,
  'bundle-algorithm-unknown/manifest': (d) => `${d.manifest} 所用的摘要算法不认识，未核对`,
  'bundle-file-missing/file': () => '清单有，包内无',
  'bundle-file-missing/to-fetch': (d) =>
    `包内没有：fetch.txt 要收件人到 ${d.url} 下载，\`dangan\` 从不联网下载`,
  'bundle-file-changed/digest': (d) =>
    `内容变了：${d.algorithm} 应为 ${d.expected.slice(0, 12)}…，现为 ${d.actual.slice(0, 12)}…`,
  'bundle-file-changed/damaged': () => '内容已损坏，无法从压缩包中取出',
  'bundle-file-changed/crc': () => '内容与压缩包里的校验码（CRC-32）不符',
  'bundle-file-unexpected/file': () => '包内有，清单无',
  'bundle-file-moved/file': (d) => `内容没变，位置或名称变了：清单里是 ${d.from}`,
  'bundle-file-unreadable/file': () => '读不了',
  'bundle-tag-missing/file': () => '说明类文件清单有，包内无',
  'bundle-tag-changed/digest': (d) =>
    `内容变了：${d.algorithm} 应为 ${d.expected.slice(0, 12)}…，现为 ${d.actual.slice(0, 12)}…`,
  'bundle-stray-file/file': () => '与说明类文件放在一起，但说明类文件清单里没有',
  'bundle-stray-file/outside': () => '与迎检包放在一起，但不在迎检包自己的文件夹内',
  'bundle-stray-file/others': (d) =>
    `迎检包是里面的“${d.folder}”文件夹；此外的 ${d.count} 个文件（如 ${d.example}）不属于它，没有核验`,
  'bundle-oxum-mismatch/count': (d) =>
    `bag-info.txt 写 data 内有 ${d.saidFiles} 个文件、${d.saidBytes} 字节，实有 ${d.files} 个文件、${d.bytes} 字节`,
  'bundle-info-invalid/line': (d) => `第 ${d.line} 行不是“名称: 内容”`,
  'bundle-info-invalid/more': (d) => `同类的还有 ${d.count} 行，没有逐行列出`,
  'bundle-info-invalid/oxum': (d) => `Payload-Oxum 应写成“字节数.文件数”，现为 ${d.value}`,
  'bundle-info-invalid/repeated': (d) => `${d.label} 写了不止一次`,
  'bundle-fetch-invalid/line': (d) => `第 ${d.line} 行不是“网址 长度 路径”：${d.text}`,
  'bundle-fetch-invalid/more': (d) => `同类的还有 ${d.count} 行，没有逐行列出`,
  'bundle-fetch-invalid/unsafe': (d) => `第 ${d.line} 行的路径在包外：${d.text}`,
  'bundle-fetch-invalid/dots': (d) => `第 ${d.line} 行${onlyDots}：${d.text}`,
  'bundle-fetch-invalid/outside': (d) => `第 ${d.line} 行的路径不在 data 内：${d.text}`,
  'bundle-fetch-invalid/length': (d) =>
    `第 ${d.line} 行写 ${d.path} 有 ${d.said} 字节，实有 ${d.bytes} 字节`,
  'bundle-fetch-invalid/unlisted': (d) => `第 ${d.line} 行：${d.path} 不在任何清单里`,
  'bundle-link/link': () => '是链接或设备，没有打开',
  'bundle-name-collision/names': (d) => `在 Windows 或 macOS 上与 ${d.other} 是同一个名称`,
  'bundle-name-collision/kept-one': (d) =>
    `清单里还有内容相同的 ${d.other}，两个名称只差大小写或字形；不加区分的磁盘只留下了一个`,
  'bundle-name-unportable/name': () => 'Windows 不能用这个名称',
  'bundle-name-unportable/long': (d) =>
    `路径有 ${d.length} 个字符，连盘符超过 259 个，Windows 上多数程序打不开`,
  'bundle-name-form/name': (d) => `清单里写成另一种字形或写法：${d.listed}`,
  'bundle-name-guessed/backslashes': (d) =>
    `有 ${d.count} 个名称用 \\ 分隔文件夹（Windows 上较老的程序这样写），按 / 读出`,
  'bundle-name-guessed/names': (d) =>
    `压缩包里有 ${d.count} 个名称没有注明编码，按 ${d.encoding} 读出`,
  'bundle-litter/files': (d) =>
    `系统在浏览文件夹时自动生成的 ${d.count} 个文件（如 ${d.example}）不在清单里，没有计入；清单所列的文件不受影响`,
  'bundle-litter/listed': (d) =>
    `系统自用的 ${d.count} 个文件（如 ${d.example}）也列进了清单，以后可能不知不觉就变了、没了`,
  'bundle-litter/gone': () => '清单里有，是系统自用的文件，现已不在；材料没有缺',
  'bundle-empty-folder/folder': () => '里面没有文件；路上丢了，任何程序都看不出来',
  'bundle-index-mismatch/none': () =>
    '`dangan` 打的包都有 index.json，包内没有：索引被拿掉了，没有什么可以核对',
  'bundle-index-mismatch/json': () => '不是 `dangan pack` 写出的 JSON',
  'bundle-index-mismatch/file-only': () => 'data 内有，index.json 里没有',
  'bundle-index-mismatch/index-only': () => 'index.json 里有，data 内没有',
  'bundle-index-mismatch/digest': () => '大小或摘要与 index.json 所写不符',
  'bundle-index-mismatch/folder': () => 'index.json 写有这个空文件夹，包内没有',
  'bundle-system-changed/digest': (d) => `criteria.yaml 不是 ${d.told} 所写的那份测评体系`,
  'bundle-signature-invalid/malformed': () => '不是 minisign 格式的签名',
  'bundle-signature-invalid/contents': () =>
    '与现有内容对不上：签名之后有改动，或者这个签名本来就是给别的文件的',
  'bundle-signature-invalid/comment': () => '签名里附的说明被改过',
  'bundle-signature-invalid/uncovered': () =>
    '所签的 tagmanifest-sha256.txt 没有列全各份清单，不能证明材料没有变动',
  'bundle-signature-invalid/too-long': () => '是 minisign 的旧式签名，只能核对 1 GB 以内的文件',
  'bundle-signature-key/other': (d) => `签名所用密钥为 ${d.actual}，给出的公钥为 ${d.expected}`,
  'bundle-signature-key/besides': (d) =>
    `签名所用密钥为 ${d.actual}，不作数；给出的公钥为 ${d.expected}，用它核对，${d.valid} 的签名有效，整个包自签名以后没有变过`,
  'bundle-signature-missing/file': (d) => `应有密钥 ${d.key} 的签名，包里包外都没有`,
  'bundle-signature-unchecked/no-key': (d) =>
    `自称由密钥 ${d.key} 签名；要核对，请用 --key 给出对方的公钥`,
  'bundle-signature-unchecked/unread': () => '签的是整个压缩包，抽查时没有通读',
};
