import type { ledger as en, ledgerErrors as enErrors } from '../en/ledger.js';
import type { LedgerFault, ReferenceFault } from '../faults.js';
import { faults } from './faults.js';
import { ledgerSheet } from './ledger-sheet.js';

export function ledgerFault(d: LedgerFault | ReferenceFault): string {
  if (d.wrong === 'word') {
    const choices = d.choices.map(({ key, word }) => `${key} ${word}`).join('，');
    return `“${d.key}”不能是“${d.found}”${d.nearest === undefined ? `；英文、中文都可以写：${choices}` : `，是不是想写“${d.nearest}”？`}`;
  }
  if (d.wrong === 'entry-twice') {
    return `${d.file} 在第 ${d.line} 行已经有一条；请把两条并成一条`;
  }
  if (d.wrong === 'not-a-leaf') return `“${d.name}”下面还有指标；请写材料所用于的末级指标`;
  return faults.schema(d);
}

const WORDS: Readonly<Record<string, string>> = {
  ...ledgerSheet.columns,
  caption: '图片说明.时间',
  notApplicable: '不适用',
  'seen.what': ledgerSheet.columns.seen,
  'seen.by': ledgerSheet.columns.seenBy,
  'seen.on': ledgerSheet.columns.seenOn,
};

/** `形成日期 2020-03-12`, `去掉密级`. */
function saidOf({ key, value }: { key: string; value: string | undefined }): string {
  return value === undefined
    ? `去掉${fieldWord(key)}`
    : `${fieldWord(key)} ${valueWord(key, value)}`;
}

/** Of a key of an entry, or of one in it: `形成日期`, `说明.地点`. */
export function fieldWord(key: string): string {
  const [whole = '', field] = key.split(/\.(.*)/s);
  return whole === 'caption' && field !== undefined ? `说明.${field}` : keyWord(key);
}

export function valueWord(key: string, value: string): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: ledgerSheet.kinds,
    state: ledgerSheet.states,
    source: ledgerSheet.sources,
  };
  return words[key]?.[value] ?? value;
}

export const keyWord = (key: string) => WORDS[key] ?? key;

export const ledger: typeof en = {
  description: '台账：每份材料的形成日期、文号、种类、图片说明等，记在材料旁边的 ledger.yaml 里',
  examples: [
    ['dangan ledger set 01：通知.docx 形成日期=2020-03-12 文号=〔2020〕36号', '登记一份材料'],
    ['dangan ledger export 台账.xlsx', '全部导出成一张表来填，填好用 import 读回'],
  ],
  remark: '台账：每份材料一条，file 是文件名。文件改名、移动后，凭 sha256 还认得。',
  set: {
    description: '登记材料的日期、文号、种类等；立即写入，可以撤销',
    file: '材料：文件，或编号加序号（2.2/05），可以写几份；登记网址时写文件夹',
    values: '要登记的内容，等号后面不写就是去掉这一项',
    ahead: (d) => `注意：${keyWord(d.key)} ${d.value} 还没有到，请核对是不是写错了。`,
    noFile: '请写明是哪份材料：dangan ledger set 01：通知.docx 形成日期=2020-03-12',
    noValue: (d) =>
      `${d.word === undefined ? '请写明登记什么' : `“${d.word}”既不是文件，也不是“项目=值”，看不出要登记什么`}：写成 dangan ledger set 01：通知.docx 形成日期=2020-03-12 这样`,
    examples: [
      ['dangan ledger set 01：通知.docx 形成日期=2020-03-12 文号=〔2020〕36号', '形成日期和文号'],
      ['dangan ledger set 2.2/05 形成日期=2020-03-12', '2.2 的 05 号'],
      ['dangan ledger set 03：合影.jpg 说明.时间=2020-03-05 说明.地点=广场', '图片说明'],
      ['dangan ledger set *.jpg 所属活动=学雷锋', '同一次活动的各份材料'],
      ['dangan ledger set 01：计划.docx 同时用于=1/1.2,3/3.1', '同时用于别的指标'],
      ['dangan ledger set . 网址=https://… 题名=报道 形成日期=2020-03-06', '登记网址'],
      ['dangan ledger set 01：通知.docx 形成日期=', '去掉形成日期'],
    ],
    keys: `可以登记的项（英文也可以）：
  形成日期 date      文号 number      责任者 issuer
  责任科室 owner     种类 kind        对应要求 requirements
  同时用于 references                 所属活动 activity
  节日场合 occasion  状态 state       退回原因 reason
  报送日期 submitted 来源 source      页数 pages
  字数 characters    密级 secrecy     备注 note
  网址 link          题名 title       说明.时间、说明.地点…… caption.
  核对结果 seen.what 核对人 seen.by   核对日期 seen.on
`,
    done: (d) => `已登记 ${d.count} 份材料：${d.said.map(saidOf).join('，')}；写入：`,
    unchanged: '台账里已经是这样，没有改动。',
  },
  exempt: {
    description:
      '写明一项指标或其中一条材料要求不适用：为什么、谁写的、证明是哪份；立即写入，可以撤销',
    options: {
      indicator: '末级指标：编号，或名称的一部分',
      why: '为什么不适用',
      by: '谁写的',
      proof: '证明：这项指标文件夹里的那份材料，文件名或题名',
      requirement: '只是这一条材料要求不适用：名称',
      date: '哪一天写的，不写是今天',
      remove: '撤回以前写的“不适用”',
    },
    examples: [
      ['dangan ledger exempt 1.3 --why 没有下属单位 --by 张三 --proof 情况说明', '整项指标'],
      ['dangan ledger exempt 1.3 --requirement 工会文件 --why 没有工会 --by 张三', '其中一条材料'],
      ['dangan ledger exempt 1.3 --remove', '撤回'],
    ],
    needs: '请写明为什么、谁写的：--why 没有下属单位 --by 张三；要撤回以前写的，用 --remove',
    twoWays: '--remove 是撤回，不能再写 --why、--by、--proof、--date',
    done: (d) => `已写明不适用：${d.what}`,
    removed: (d) => `已撤回不适用：${d.what}`,
    nothing: (d) => `台账里没有写过不适用：${d.what}`,
    state: (d) => `现在：${d.state}`,
    lacking: (d) =>
      `证明到了才算不适用，还缺：${d.proofs.join('、')}。归进来：dangan add 文件 --to ${d.to}`,
  },
};

export const ledgerErrors: typeof enErrors = {
  LEDGER_INVALID: (d) => [
    `${d.path} 第 ${d.line} 行：${faults.yaml(d.fault)}`,
    '请先改好这一处，以免丢了里面的内容。现在什么都没有动。',
  ],
  LEDGER_UNEDITABLE: (d) => [
    `${d.path} 的写法（多半是锚点和别名），改这一处会连带改到别处`,
    '请在编辑器里改。现在什么都没有动。',
  ],
  LEDGER_KEY_UNKNOWN: (d) => [
    `台账里没有“${d.key}”可填`,
    d.nearest === undefined
      ? `可填的有：${d.known.map(keyWord).join('、')}`
      : `是不是“${d.nearest}”？全部可填的项，见 \`dangan ledger set --help\`。`,
  ],
  LEDGER_VALUE_INVALID: (d) => [
    d.faults
      .map((each) => ledgerFault('key' in each ? { ...each, key: keyWord(each.key) } : each))
      .join('\n'),
    '请改好再运行一次，现在什么都没有动。哪些项可以登记、怎样写，见 `dangan ledger set --help`。',
  ],
  LEDGER_NO_EVIDENCE: (d) => [
    `${d.path} 不是这个档案的材料`,
    d.nearest === undefined
      ? '请写指标文件夹里的文件；登记网址，写那个文件夹和 网址=https://…。'
      : `是不是 ${d.nearest}？`,
  ],
  EXEMPT_REQUIREMENT_UNKNOWN: (d) => [
    `${d.code} 没有“${d.name}”这条材料要求`,
    d.nearest === undefined
      ? d.known.length === 0
        ? '这项指标没有写材料要求；整项不适用的，不写 --requirement。'
        : `有：${d.known.join('、')}。`
      : `是不是“${d.nearest}”？`,
  ],
  EXEMPT_GROUP: (d) => [
    `${d.code} ${d.name}下面还有指标，不适用要逐项写明`,
    `下面有：${d.below.slice(0, 8).join('、')}${d.below.length > 8 ? '……' : ''}。整个一部分都不适用的，由测评体系的 applies 和单位情况决定。`,
  ],
  EXEMPT_PROOF_MISSING: (d) => [
    `${d.code} 的文件夹里没有“${d.proof}”`,
    `请先归进来：\`dangan add 文件 --to ${d.code}\`。${d.known.length === 0 ? '那里现在还没有材料。' : `那里有：${d.known.slice(0, 8).join('、')}${d.known.length > 8 ? '……' : ''}`}`,
  ],
  LEDGER_TWINS: (d) => [
    `文件夹里有 ${d.count} 份都叫 ${d.path}：只差大小写，或带符号的字母写成一个字符还是两个，台账分不清是哪一份`,
    '请先在文件夹里给其中一份改个名，再登记。',
  ],
};
