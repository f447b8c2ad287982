import { thousands } from '../thousands.js';
import type { boxes as en } from '../en/boxes.js';
import { COUNTED_BY_BINDING, inLedger } from './in-ledger.js';

const unknown = (count: number) => (count === 0 ? '' : `（${thousands(count)} 件页数不明）`);

export const boxes: typeof en = {
  description: '装盒：哪些卷装进哪一盒；打印盒脊标签、盒面和备考表',
  examples: [
    ['dangan boxes', '看装盒方案：哪些卷装进哪一盒，用多宽的盒子'],
    ['dangan boxes --spines 盒脊.pdf', '盒脊标签，几个一张 A4，剪下贴在盒脊上'],
    ['dangan boxes --spines 盒脊.pdf --paper A3', '与 310 毫米的盒子一样高，要用 A3 纸'],
    ['dangan boxes --faces 盒面.pdf --notes 备考表.docx', '盒面和备考表，一盒一页'],
    ['dangan boxes --widths 30,50 --double-sided', '只有 30、50 毫米两种盒子，材料双面打印'],
    ['dangan boxes --box 3 --spines 第3盒.pdf', '只印第 3 盒的'],
  ],
  options: {
    path: '档案所在文件夹；不写时用当前文件夹所在的档案',
    spines: '盒脊标签写到这个 PDF 文件',
    faces: '盒面写到这个 PDF 文件',
    notes: '备考表写到这个文件，按扩展名定格式（docx、pdf、html）',
    paper: '标签用的纸：A4（标签高 272 毫米）或 A3（与盒子一样高）',
    widths: '有哪几种盒子：盒脊的毫米数，如 30,50；不写时按 dangan.yaml，默认 20,30,40,50',
    sheetsPerMm: '盒脊每毫米装多少张纸；默认 8（70 克纸每毫米 10 张，装到五分之四便于取放）',
    doubleSided: '材料是双面打印的，两页算一张',
    together: '不同的一级指标可以同装一盒；默认分盒（DA/T 22）',
    box: '只要这几盒的，如 3 或 3-5；盒号不变',
    force: '已有同名文件时换成新的',
    format: '屏幕上显示的格式',
  },
  plan: {
    total: ({ boxes, widths, files, pages, uncounted, sheets }) =>
      `共 ${boxes} 盒（${widths.map(([width, count]) => `${width} 毫米的 ${count} 个`).join('，')}），${thousands(files)} 件，${thousands(pages)} 页${unknown(uncounted)}，用纸 ${thousands(sheets)} 张`,
    box: ({ number, width, sheets, thickness }) =>
      `第 ${number} 盒  盒脊 ${width} 毫米，装 ${sheets} 张，占 ${thickness} 毫米`,
    files: ({ count, pages, uncounted }) =>
      `${count} 件 ${thousands(pages)} 页${unknown(uncounted)}`,
    piece: ({ from, to, piece, pieces }) =>
      `，第 ${from} 件${from === to ? '' : `到第 ${to} 件`}（分装 ${pieces} 盒中的第 ${piece} 盒）`,
    nothing: '没有可以装盒的材料',
  },
  done: ({ what, path, boxes }) => `${what}已写到 ${path}：${boxes} 盒`,
  sheets: { spines: '盒脊标签', faces: '盒面', notes: '备考表' },
  notes: {
    uncounted: ({ count }) =>
      `有 ${count} 件不知道页数，每件按一张纸算。${inLedger({ count }, '页数=3')}${COUNTED_BY_BINDING}`,
    inset:
      '盒子高 310 毫米，A4 纸放不下：标签高 272 毫米，贴在中间或插在标签袋里。要与盒子一样高的，用 --paper A3',
    noFonds:
      '全宗号空着：dangan.yaml 里没有写。可以这样写：catalogue: { fonds: Z109, retention: 永久 }',
    missing: ({ characters }) => `字体里没有 ${characters.join(' ')}，印成了 〓`,
    noUnit: '单位名称空着：dangan.yaml 里没有写 unit.name',
  },
  badFile: ({ path, known }) => `写不了“${path}”这种文件；扩展名可以是 ${known.join('、')}`,
  sameFile: ({ path }) => `两种标签不能写到同一个文件“${path}”`,
  badWidths: ({ value, min, max }) =>
    `--widths 不能是“${value}”；写盒脊的毫米数，${min} 到 ${max}，几种之间用逗号，如 30,50`,
  badSheets: ({ value, min, max }) =>
    `--sheets-per-mm 不能是“${value}”，应是 ${min} 到 ${max} 的整数`,
  badBox: ({ value, boxes }) =>
    `--box 不能是“${value}”；共有 ${boxes} 盒，写一个盒号，或从几到几，如 3-5`,
  numbered: ({ number }) => `第 ${number} 盒`,
  retention: ({ code }) => (code === 'Y' ? '永久' : code.replace(/^D(\d+)$/, '$1年')),
  spine: {
    fonds: '全宗号',
    years: '年度',
    retention: '保管期限',
    part: '机构（问题）',
    first: '起件号',
    last: '止件号',
    number: '盒号',
  },
  endOf: ({ code, number }) =>
    [code, number === undefined ? '' : `第${number}件`].filter((each) => each !== '').join('\n'),
  note: {
    heading: '备 考 表',
    colon: '：',
    situation: '盒内文件情况说明',
    holds: ({ volumes, files, pages, sheets }) =>
      `本盒装 ${volumes} 卷，${files} 件，共 ${thousands(pages)} 页，用纸 ${thousands(sheets)} 张。`,
    from: ({ first, last }) => `起于 ${first}，止于 ${last}。`,
    divided: ({ volume, piece, pieces }) =>
      `${volume} 分装 ${pieces} 盒，本盒是其中第 ${piece} 部分。`,
    uncounted: ({ count }) => `其中 ${count} 件不知道页数，每件按一张纸算。`,
    paperless: ({ count }) => `其中 ${count} 件没有纸质页，如录音、录像。`,
    overfull: '有一件比最宽的档案盒还厚，请分册装订，或另备盒子。',
    changes: '缺损、修改、补充、移出、销毁等情况',
    signs: ['整理人', '整理日期', '检查人', '检查日期'],
  },
  scale: '请按实际大小（100%）打印，不要选“适合页面”；此线长 100 毫米。沿边框剪下。',
};
