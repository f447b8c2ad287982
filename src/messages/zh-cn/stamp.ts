import { quoted } from '../quoted.js';
import type { stamp as en } from '../en/stamp.js';

export const stamp: typeof en = {
  description: '在每份文档的页脚右侧标注名称',
  examples: [
    ['dangan stamp', '列出要标注哪些文档，什么都不动'],
    ['dangan stamp --write', '照此标注；`dangan undo` 恢复原样，一个字节不差'],
    ['dangan stamp 档案/1.1 --write', '只标注一个文件夹'],
    ['dangan stamp --template "{code} {name}" --write', '连同指标编号'],
    ['dangan stamp --convert docx --write', '旧格式的文档先转换，再标注'],
  ],
  options: {
    paths: '档案里的文件夹、文件；不写就是整个档案',
    write: '照此标注',
    template:
      '页脚写什么：{name} 名称、{ordinal} 序号、{title} 题名、{code} 指标编号、{indicator} 指标名称、{unit} 单位；不写就依 dangan.yaml 的 stamp.template',
    convert:
      '用 LibreOffice 把 doc、wps、rtf 转成 docx，xls、et 转成 xlsx，ppt、dps 转成 pptx；新文件取代旧文件',
    format: '结果的格式',
    all: '逐个列出全部文件',
  },
  progress: {
    stamping: (d) => `正在标注 ${d.done}/${d.all}`,
    converting: (d) => `正在转换 ${d.done}/${d.all}`,
  },
  footer: (d) => `页脚：${d.text}`,
  replaces: (d) => `换下${d.names.map((name) => `“${name}”`).join('、')}`,
  becomes: (d) => `转为 ${d.name}`,
  moreInFolder: (d) => `……还有 ${d.count} 份`,
  moreFolders: (d) => `另有 ${d.folders} 个文件夹 ${d.files} 份，加 \`--all\` 全部列出`,
  planned: (d) => `将标注 ${d.count} 份（${d.formats}）`,
  done: (d) => `已标注 ${d.count} 份（${d.formats}），编号 ${d.id}`,
  format: (d) => `${d.format} ${d.count}`,
  same: (d) => `${d.count} 份已经标注过，不用再动`,
  nothing: '没有要标注的。',
  outdated: (d) =>
    `页脚标注过的还写着原来的名称：改好以后请重新标注，\`dangan stamp${d.path === '.' ? '' : ` ${quoted(d.path)}`}\` 列出要换哪些。`,
  leftHead: (d) => `不标注的 ${d.count} 份：`,
  left: {
    old: '旧格式，写不了页脚',
    unsupported: '这种格式写不了页脚',
    'no-footer': '图片、音视频、纯文本等，没有页脚',
    empty: '空文件，里面什么也没有',
    protected: '设了限制编辑',
    signed: '有电子签名，一改就失效',
    encrypted: '有密码，或不许修改',
    'pdf-a': 'PDF/A，改了要重新认定',
    damaged: '文件损坏，读不全；还打得开的，另存一份（PDF 重新打印成 PDF），再运行一次',
    'no-pages': '一页也没有',
    'too-large': '太大',
    'no-room': '页脚没有地方：下边距太小，或者页脚已经写满；改大以后再运行一次',
    'no-glyph': '名称里有字体没有的字',
    absent: '只是占位，文件本身在网盘或 Git LFS 里',
    open: '正在别的程序里打开，请关闭后再运行一次（残留的 ~$ 文件也算打开）',
    changed: '刚才有人改动，请再运行一次',
    unreadable: '磁盘上读不出来',
    'gave-up': '耗时或占内存太多，没有处理',
    'not-converted': 'LibreOffice 转换不了',
    'name-taken': '转换后的文件名已被别的文件占用',
  },
  others: (d) => `……还有 ${d.count} 份（加 \`--all\` 全部列出）`,
  next: {
    write: (d) =>
      `还没有改动任何文件。\`${d.command}\` 照此标注；\`dangan undo\` 恢复原样，一个字节不差。`,
    undo: '撤销：`dangan undo`',
    convert: '加上 `--convert docx`，旧格式的先用 LibreOffice 转换，再标注',
    noOffice:
      '装有 LibreOffice 时，加上 `--convert docx` 可以先转换旧格式的；也可以用 Word、WPS 另存为 docx',
    lookAt: '转换过的请逐份翻看：版式偶尔会走样',
    untitled: (d) => `${d.count} 份没有序号，页脚只写题名；可以先 \`dangan fix\`，再来标注`,
  },
};
