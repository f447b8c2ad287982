import type { ledgerSheet as en, ledgerSheetErrors as enErrors } from '../en/ledger-sheet.js';
import { validate } from './validate.js';

const shown = (text: string) => (text === '' ? '（空）' : `“${text}”`);
const near = (nearest: string | undefined) =>
  nearest === undefined ? '。' : `，是不是“${nearest}”？`;

export const ledgerSheet: typeof en = {
  export: {
    description: '把全部台账导出成一张表，在 Excel 或 WPS 里填',
    file: '写到哪个文件（.xlsx）',
    force: '已有同名文件时换成新的',
    examples: [
      ['dangan ledger export 台账.xlsx', '每份材料一行，有台账的、没有台账的都在'],
      ['dangan ledger import 台账.xlsx', '填好以后：先看会改什么'],
      ['dangan ledger import 台账.xlsx --write', '再写进台账'],
    ],
    done: (d) =>
      `已导出 ${d.path}：${d.rows} 份材料${d.links === 0 ? '' : `（其中网址 ${d.links} 个）`}，${d.empty} 份还没有台账`,
    next: (d) => `填好、保存以后：dangan ledger import ${d.path}`,
    nothing: '档案里还没有材料，导出的表只有表头',
    unread: (d) =>
      `${d.count} 个台账有读不了的地方，读不了的没有导出来；先用 \`dangan check\` 看是哪里`,
  },
  import: {
    description: '把在 Excel 或 WPS 里填好的台账读回来',
    file: '`dangan ledger export` 导出、填过的 .xlsx',
    write: '写进台账；不加就只看会改什么',
    fromCopy: '表是从本档案的拷贝（如 U 盘上的一份）导出的：导出时就有的内容也采用',
    all: '全部列出，不只列前面的',
    examples: [
      ['dangan ledger import 台账.xlsx', '只看会改什么，什么都不动'],
      ['dangan ledger import 台账.xlsx --write', '写进台账'],
      ['dangan undo', '撤销：退回原样'],
    ],
    head: (d) =>
      d.cells === 0
        ? `${d.path}：${d.rows} 行，没有要改的`
        : `${d.path}：${d.rows} 行，${d.written ? '已改' : '将改'} ${d.files} 份材料的 ${d.cells} 处，涉及 ${d.ledgers} 个台账`,
    change: (d) => `${shown(d.from)} → ${shown(d.to)}`,
    more: (d) => `……还有 ${d.count} 份，加 --all 全部列出`,
    moreProblems: (d) => `……还有 ${d.count} 处，加 --all 全部列出`,
    problems: (d) => `有 ${d.count} 处不明白，什么都没有写。请在表里改好、保存，再导入：`,
    stale: (d) =>
      `有 ${d.count} 份材料，导出以后台账里也改过，没有动它们的台账。要以表里的为准，请重新导出，再填一遍这几格：`,
    exported: '导出时',
    inSheet: '表里',
    inLedger: '台账现在',
    value: shown,
    differing: (d) =>
      `表里有 ${d.count} 处与台账现在的不同，导出以后表里没有改过，没有采用。表是从本档案的拷贝导出的，要采用它们，先看一遍：${d.command}`,
    differs: (d) => `表里 ${shown(d.sheet)}，台账现在 ${shown(d.now)}`,
    absent: (d) =>
      `表里有 ${d.count} 行的材料本档案没有（如 ${d.first}）。要的话，先用 ` +
      '`dangan add`' +
      ` 归入那份文件`,
    gone: (d) => `有 ${d.count} 行填过，可是材料已不在档案里，没有用上：`,
    removed: (d) =>
      `表里少了 ${d.count} 行（如 ${d.first}）。少了的行照原样留在台账里：从表里删行，不等于删台账`,
    others: (d) => `不认识的列没有读，文件里照样留着：${d.headers.join('、')}`,
    followed: (d) => `有 ${d.count} 份材料导出以后改了名或换了地方，已对上`,
    toWrite: (d) => `以上只是方案，什么都没有动。要写进台账：${d.command}`,
    written: (d) => `已写进 ${d.ledgers} 个台账。撤销：dangan undo ${d.id}。接着改，请重新导出`,
  },
  sheet: { data: '台账', guide: '填写说明', record: '勿改', lists: '选项' },
  heading: (d) => `${d.unit} 佐证材料台账`,
  columns: {
    id: '编号（勿改）',
    code: '指标编号',
    indicator: '指标名称',
    folder: '文件夹',
    ordinal: '序号',
    title: '题名',
    format: '格式',
    link: '网址',
    knownDate: '认出的日期',
    knownKind: '认出的种类',
    date: '形成日期',
    kind: '种类',
    number: '文号',
    issuer: '责任者',
    owner: '责任科室',
    activity: '所属活动',
    occasion: '节日场合',
    requirements: '对应要求',
    references: '同时用于',
    state: '状态',
    reason: '退回原因',
    submitted: '报送日期',
    source: '来源',
    pages: '页数',
    characters: '字数',
    secrecy: '密级',
    seen: '核对结果',
    seenBy: '核对人',
    seenOn: '核对日期',
    note: '备注',
  },
  caption: (d) => `说明·${d.field}`,
  kinds: validate.show.kinds,
  states: { draft: '草稿', submitted: '已报送', returned: '退回', approved: '已通过' },
  sources: { file: '原件', link: '网址', screenshot: '截图', shared: '外单位提供' },
  known: { ledger: '台账', name: '题名', folder: '文件夹', document: '文档属性', exif: '照片信息' },
  dated: (d) => `${d.days}（${d.from}）`,
  choose: '请从下拉列表里选，不要自己写。',
  locked: '灰色的列由程序填写，改了也不会读回。要改题名，请改文件名。',
  hints: {
    date: '2020-03-12、2020年3月、2020-Q1、2020年上半年、2020、2018-2020年 都行，知道多细就写多细。空着表示不清楚。',
    kind: '从下拉列表里选。空着由程序按题名和格式认。',
    number: '如 〔2020〕36号。',
    issuer: '谁发的：发文机关、主办科室。',
    owner: '哪个科室负责交。',
    caption: '图片说明里写的；照片要求写明哪几项，见测评体系。',
    activity: '同一次活动的方案、照片、总结写同一个名称。',
    occasion: '为哪个节日、纪念日做的，如 春节。',
    requirements:
      '对应测评体系里的哪一条材料要求，写它的名称；几条之间用“；”隔开。空着由程序配对。',
    references:
      '还能用于哪个指标：写编号，如 1.1（几项同编号的，写编号的路径，如 1/1.1）；几个之间用“；”隔开。',
    state: '从下拉列表里选。草稿和退回的不算数。',
    reason: '退回的，写明为什么。',
    submitted: '哪一天报送的，如 2020-03-12。',
    source: '从下拉列表里选。',
    pages: '整数。',
    characters: '正文字数，整数。',
    secrecy: '文上写的，如 内部；没有写的空着。',
    seen: '程序看不出、由人核对过的，如 单位名称；公章。',
    seenBy: '谁核对的。写了“核对结果”，这一格和“核对日期”都要写。',
    seenOn: '哪一天核对的，如 2020-03-12。',
    note: '其他需要说明的。',
  },
  guide: {
    columns: ['列', '怎么填'],
    rows: [
      [
        '灰色的列',
        '由程序填写，改了也不会读回，请不要改。“认出的日期”“认出的种类”是从题名和文件夹看出来的，对的就不用再填。',
      ],
      ['行', '可以排序、筛选。排序时要选中全部列。删掉一行，不会删掉它的台账，也不会删材料。'],
      ['列', '可以换位置，可以在旁边加自己的列；不要删，不要改表头。'],
      ['单元格', '不要合并，不要用公式。空着就是没有；清空一格，台账里的这一项就去掉。'],
      [
        '填好以后',
        '保存，运行 dangan ledger import 本文件：先看会改什么，加 --write 才写进台账，dangan undo 能退回。',
      ],
    ],
  },
  problem: {
    date: (d) => `“${d.found}”不是日期。请写成 2020-03-12、2020年3月、2020-Q1 或 2020`,
    day: (d) => `“${d.found}”不是哪一天。请写成 2020-03-12`,
    count: (d) => `“${d.found}”不是整数`,
    kind: (d) => `没有“${d.found}”这个种类${near(d.nearest)}请从下拉列表里选`,
    state: (d) => `没有“${d.found}”这个状态${near(d.nearest)}请从下拉列表里选`,
    source: (d) => `没有“${d.found}”这个来源${near(d.nearest)}请从下拉列表里选`,
    owner: (d) =>
      `测评体系里没有叫“${d.found}”的科室${near(d.nearest)}请从下拉列表里选，或先在测评体系的 owners 里加上`,
    requirement: (d) => `这个指标没有叫“${d.found}”的材料要求${near(d.nearest)}`,
    occasion: (d) => `这个指标没有叫“${d.found}”的节日场合${near(d.nearest)}`,
    reference: (d) =>
      `测评体系里没有“${d.found}”这个指标${near(d.nearest)}请写编号，如 1.1；几项同编号的，写编号的路径，如 1/1.1`,
    'too-long': (d) => `原来的内容超过 ${d.longest} 字，表里放不下，请直接在 ledger.yaml 里改`,
    formula: () => '是公式。请换成算好的值（复制，选择性粘贴为数值）',
    error: (d) => `是错误值 ${d.found}。请换成该写的内容`,
    'column-missing': (d) =>
      `表头里少了“${d.column}”这一列${d.like === undefined ? '' : `，是不是改成了“${d.like}”？`}。请把它加回来，或重新导出`,
    'column-twice': (d) => `有两列“${d.column}”，另一列的表头在 ${d.other}。请去掉一列`,
    merged: () => '是合并的单元格，分不清属于哪一行。请取消合并，每格各填各的',
    'id-missing': () =>
      '这一行没有编号，不知道说的是哪份材料。新材料请先用 `dangan add` 归入，再导出',
    'id-unknown': (d) =>
      `编号“${d.found}”不是这张表导出的，可能是从别的表粘过来的，或改过编号。请删去这一行`,
    'id-twice': (d) => `编号与 ${d.other} 相同，不知道以哪一行为准。请删去一行`,
    fixed: (d) =>
      `导出时是${shown(d.expected)}，现在是${shown(d.found)}。灰色的列不能改；如果整列都对不上，是排序时没有选中全部列，请撤销排序`,
    needs: (d) => `写了“${d.column}”，“${d.lacking}”也要写`,
  },
};

export const ledgerSheetErrors: typeof enErrors = {
  WORKBOOK_KIND: (d) => [
    {
      xls: `${d.path} 是旧格式的 Excel 文件（.xls）`,
      xlsb: `${d.path} 是二进制的 Excel 文件（.xlsb）`,
      ods: `${d.path} 是 LibreOffice 的表格（.ods）`,
      zip: `${d.path} 是压缩包，不是表格`,
      empty: `${d.path} 是空文件（0 字节）`,
      other: `${d.path} 不是 Excel 表格`,
    }[d.looks],
    d.looks === 'zip' || d.looks === 'empty' || d.looks === 'other'
      ? '请给出 dangan 导出、填过的 .xlsx：台账是 `dangan ledger export` 出的，打分表是 `dangan review sheet` 出的。'
      : '请打开它，另存为 .xlsx（Excel 工作簿），用那一个再来一次。',
  ],
  WORKBOOK_ENCRYPTED: (d) => [
    `${d.path} 有打开密码，读不了`,
    '请打开它，去掉密码（文件 → 信息 → 保护工作簿 → 用密码进行加密，清空密码），保存，再来一次。',
  ],
  WORKBOOK_DAMAGED: (d) => [
    `${d.path} 损坏了，读不了（${d.detail}）`,
    '请用 Excel 或 WPS 打开，按提示修复，另存为 .xlsx，再来一次；打不开的，请重新导出。',
  ],
  WORKBOOK_TOO_LARGE: (d) => [
    `${d.path} 解开后太大，不像是填好的表，没有读`,
    '请看是不是末尾有大片空行、空列（选中后删除，再保存），或粘进了别的内容。',
  ],
  SHEET_NOT_OURS: (d) => [
    {
      'not-exported': `${d.path} 不是 dangan 导出的台账：里面没有“勿改”那张隐藏的表`,
      'record-damaged': `${d.path} 里隐藏的“勿改”那张表被改过，读不了`,
      'sheet-missing': `${d.path} 里找不到台账那张表的表头`,
      'sheet-twice': `${d.path} 里有两张台账表，不知道读哪一张`,
    }[d.because],
    d.because === 'sheet-twice'
      ? '请删去多余的一张（多半是复制出来的），保存再导入。'
      : '请用 `dangan ledger export` 重新导出，再把填的内容粘过去。',
  ],
  SHEET_OF_OTHER_ARCHIVE: (d) => [
    `${d.path} 是另一个档案的台账：${d.theirs}；这里是 ${d.ours}`,
    '请到那个档案里导入。如果只是单位名称或测评体系的标题改过，先改回去，导入以后再改。',
  ],
  SHEET_EXISTS: (d) => [
    `${d.path} 已经有了，里面可能有填好的内容，没有动它`,
    '请换一个名称；确实要换成新的，加上 --force。',
  ],
  SHEET_INSIDE_EVIDENCE: (d) => [
    `${d.path} 在佐证材料文件夹 ${d.root} 里面，写出的文件会变成佐证材料`,
    '请另选一个位置。',
  ],
};
