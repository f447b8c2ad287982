import type { packErrors as en } from '../en/errors-pack.js';

export const packErrors: typeof en = {
  FILE_CHANGED: (d) => [
    `打包过程中，${d.path} 有变动`,
    '没有生成迎检包。请关闭正在写入档案的程序，等网盘同步完成后重新打包。',
  ],
  PACK_NAMES_MEET: (d) => [
    `“${d.a}”与“${d.b}”在包内或在其他系统上会变成同一个文件`,
    '请改掉其中一个的名称，再重新打包。',
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
  DISK_FILE_LIMIT: (d) => [
    `${d.path} 超过了这个磁盘允许的单个文件大小`,
    'FAT32 格式的 U 盘只能存 4 GB 以内的文件。请换成 exFAT 或 NTFS 格式，或用 --folder 打包成文件夹。',
  ],
};
