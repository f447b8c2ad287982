import { thousands } from '../thousands.js';
import type { packErrors as en } from '../en/errors-pack.js';

export const packErrors: typeof en = {
  FILE_CHANGED: (d) => [
    `打包过程中，${d.path} 有变动`,
    '没有生成迎检包。请关闭正在写入档案的程序，等网盘同步完成后重新打包。',
  ],
  PACK_NAMES_MEET: (d) => [
    `“${d.a}”与“${d.b}”在包内或在其他系统上会变成同一个文件`,
    '请改掉其中一个的名称，再重新打包。这样的名称一共有哪些，用 `dangan check --rule port-name-collision` 查看。',
  ],
  PACK_PATHS_TOO_LONG: (d) => [
    `${d.longest} 在迎检包里的路径会有 ${d.length} 个字符${d.count > 1 ? `，还有 ${d.count - 1} 个文件也过长` : ''}，Windows 上的程序最多打开 259 个字符的，包放在哪里都一样`,
    '请缩短题名，或在测评体系里用 `folder:` 给指标起个短名，再运行 `dangan scaffold`。确要这样打包，加上 --allow-errors。',
  ],
  PACK_INSIDE_EVIDENCE: (d) => [
    `${d.path} 在佐证材料文件夹 ${d.root} 里面，迎检包会变成佐证材料`,
    '请用 -o 另选一个位置。',
  ],
  PACK_INSIDE_BUNDLE: (d) => [
    d.path === d.bundle
      ? `${d.path} 已经是一个迎检包`
      : `${d.path} 在另一个迎检包 ${d.bundle} 里面，写进去会使那个包不再完好`,
    '请另选一个位置，或先把原来的包移走。',
  ],
  UNPACK_INSIDE_EVIDENCE: (d) => [
    `${d.path} 在佐证材料文件夹 ${d.root} 里面，解出的文件会变成佐证材料`,
    '请用 --to 另选一个位置。',
  ],
  PACK_OUTDATED: (d) => [
    `${d.path} 已经存在，但与现在打包的结果不同：打包以后，档案、测评体系、软件版本或选项有变`,
    '没有动它。请把它移走，或用 -o 给新的包另起名称。',
  ],
  PACK_INDICATOR_TOO_LARGE: (d) => [
    `“${d.place}”的材料要占 ${thousands(d.bytes)} 字节，包里的目录、网页另占 ${thousands(d.beside)} 字节，--max-size 只有 ${thousands(d.limit)} 字节；一个指标的材料不拆到两个包里`,
    `没有生成迎检包。写成 --max-size ${d.enough} 就都放得下；也可以把部分材料归到别的指标，或用 --folder 打包到更大的磁盘。`,
  ],
  PACK_FILE_TOO_LARGE: (d) => [
    `${d.path} 在包里要占 ${thousands(d.bytes)} 字节，目录、网页另占 ${thousands(d.beside)} 字节，--max-size 只有 ${thousands(d.limit)} 字节`,
    `没有生成迎检包。写成 --max-size ${d.enough} 就都放得下；也可以把文件变小（录像可以剪短、压缩），或换用 exFAT、NTFS 格式的磁盘，能存大文件。`,
  ],
  PACK_LIMIT_TOO_SMALL: (d) => [
    `--max-size 只有 ${thousands(d.limit)} 字节，光是包里的目录和网页就要占 ${thousands(d.beside)} 字节，放不下材料`,
    `没有生成迎检包。写成 --max-size ${d.enough} 就都放得下。`,
  ],
  DISK_FILE_LIMIT: (d) => [
    `${d.path} 超过了这个磁盘允许的单个文件大小`,
    'FAT32 格式的 U 盘只能存 4 GB 以内的文件，请换成 exFAT、NTFS 格式的。打包时也可以用 --max-size 4G 分成几个包，或用 --folder 打包成文件夹。',
  ],
};
