import type { demo as en } from '../en/demo.js';

export const demo: typeof en = {
  description: '用内置示例在临时文件夹里演示全过程',
  keep: '在这个文件夹里演示，须是新的或空的',
  examples: [
    ['dangan demo', '跑几秒钟，看两分钟'],
    ['dangan demo --keep 演示', '在自己选的文件夹里'],
  ],
  title: '全过程演示：一个税务局的创建档案',
  where: (d) => `全部在 ${d.folder} 里进行，用的是真实的文件，结束后留着供您查看。`,
  yourself: '想自己动手，先输入：',
  more: (d) => `…… 还有 ${d.count} 行`,
  exit: (d) => `退出码 ${d.code}`,
  archive: '创建档案',
  unit: '余杭国税局',
  volunteers: '学雷锋志愿服务活动',
  steps: {
    init: ['建档', '用内置示例：余杭国税的归档范围，七大类。'],
    scaffold: ['文件夹', '每个指标一个文件夹。再运行一次，什么也不会变。'],
    add: [
      '归入材料',
      '办公室和团委报来了材料，名称五花八门。序号接着往下编，“(1)”“最终版”之类去掉。',
    ],
    straight: ['同事自己放进来的', '有人用资源管理器直接把文件拷进了文件夹：'],
    check: ['检查', '哪里有问题，是什么问题，怎么办。'],
    fix: ['整改', '先给方案，什么都不动。'],
    write: [
      '',
      '加 --write 才动手；加 --unsafe 连重新编号也做（印好的目录会对不上，所以要您点头）。',
    ],
    undo: ['反悔', '每次改动都记在日志里，随时可以撤销。'],
    again: ['再整改', '然后再检查一遍：没有妨碍打包的问题了。'],
    pack: ['打包', '给测评组一个文件，里面每份材料都有摘要值。'],
    verify: ['核验', '谁都可以核验，用不用本工具都行。'],
    tamper: ['改动一个字节', '把迎检包复制一份，假装 U 盘坏了一个字节，瞒不过去：'],
    unpack: ['解包', '先核验，再解开。'],
  },
  same: (d) => `解开 ${d.count} 份材料，与档案里的逐字节相同。`,
  unexpected: (d) => `“${d.command}”的退出码是 ${d.code}，与演示预期不符`,
  bundle: '核验过的迎检包：',
  viewer: '解开的一份，双击 index.html 就能看：',
  next: '轮到您的了：dangan init --system 测评体系.yaml --unit 单位名称',
};
