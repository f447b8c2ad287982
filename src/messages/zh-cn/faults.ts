/** What is wrong with a file that people edit: what is there, what was expected, what to do. */
import type { faults as en } from '../en/faults.js';
import { PERIODS, validate } from './validate.js';
import { isHidden } from '../faults.js';
import type { Form, PerWord, SchemaFault, Thing, ValueType, YamlFault } from '../faults.js';

const TYPES: Readonly<Record<ValueType, string>> = {
  text: '文字',
  number: '数字',
  truth: ' true（是）或 false（否）',
  list: '列表（每行以“- ”开头）',
  mapping: '下一级的“键: 值”',
};

const FORMS: Readonly<Record<Form, string>> = {
  range: '份数，如 2、2..3、2..（至少）、..12（至多）',
  'decimal-range': '分值范围，如 1..2',
  percent: '百分比，如 66%',
  day: '日期，如 2020-01-01、2020-01 或 2020',
  period: '年、半年、季度或月份，如 2020、2020-H1、2020-Q1、2020-03',
  points: '不小于 0 的数，如 6 或 0.5',
  decimal: '普通写法的数，如 6 或 0.5',
  'no-share': '分数，如 80，不是几成或百分之几',
  values:
    '列表，写可以取哪些值，如 [机关, 学校]，什么都可以的写 []；本单位是哪一种，写在 dangan.yaml 的 unit.profile 里',
  names: '列表，几个名称用逗号隔开，放在方括号里',
  window: '起止时间，如 2018..2020 或 2018-01-01..2020-12-31',
  'whole-number': '不小于 0 的整数',
  date: '日期，如 2020-03-12、2020-03、2020-Q1、2020，或起止 2020-03-12..2020-03-14',
  'one-day': '某一天，如 2020-03-12',
  sha256: '64 位十六进制的摘要；由 dangan 填写，可以删去这一行',
  measure: '一个数，如 4、40册，或百分比如 90%；越少越好的写 ≤5%',
  other: '另一种写法（编辑器里把鼠标停在键上，可以看到说明）',
};

const THINGS: Readonly<Record<Thing, string>> = {
  owner: '责任科室',
  window: '时限',
  indicator: '指标',
  evidence: '材料要求',
  occasion: '节日场合',
  file: '文件',
  criterion: '评分点',
  grade: '等次',
  mark: '标记或指标',
  'profile-field': '单位情况项目',
  'profile-value': '单位情况的值',
};

const guess = (nearest: string | undefined) => (nearest ? `，是不是想写“${nearest}”？` : '');

/** What there is, after what there is not. */
function choices(nearest: string | undefined, known: readonly string[] = []): string {
  return known.length === 0 ? '' : `${nearest ? '' : '；'}有的是：${known.join('、')}`;
}

function yaml(d: YamlFault): string {
  switch (d.fault) {
    case 'encoding':
      return d.encoding === 'GBK'
        ? '文件是按 GBK（ANSI）编码保存的，应为 UTF-8；请在编辑器里“另存为”，编码选 UTF-8'
        : '文件不是 UTF-8 编码的文本；请在编辑器里“另存为”，编码选 UTF-8';
    case 'binary':
      if (d.of === 'office')
        return '这是 Word、Excel 文件或压缩包，改了扩展名也不能用；请把内容写进 UTF-8 编码的文本文件，写法见示例';
      return d.of === 'pdf'
        ? '这是 PDF 文件，改了扩展名也不能用；请把内容写进 UTF-8 编码的文本文件，写法见示例'
        : '这不是文本文件；这里要的是 UTF-8 编码的 YAML 文本';
    case 'line-ends':
      return '换行用的是旧式的 CR，读出来只有一行；请在编辑器里把换行符改成 LF 或 CRLF，再保存';
    case 'empty':
      return '文件里没有内容；可以从 examples 里的示例改起';
    case 'too-large':
      return `文件有 ${d.megabytes} MB，超过 4 MB，没有读取；请看是不是给错了文件`;
    case 'too-many':
      return '文件里的条目多得不合常理，没有读完；请看是不是给错了文件';
    case 'too-deep':
      return '嵌套超过 200 层，没有读下去；请检查这里的括号和缩进';
    case 'alias-bomb':
      return '别名（*）层层套用，展开后大得不合常理，这一处没有读；请把内容直接写出来';
    case 'alias-cycle':
      return '别名（*）指到了它自己里面，这一处没有读；请把内容直接写出来';
    case 'alias-unknown':
      return `“*${d.name}”在 YAML 里是别名，前面没有“&${d.name}”；要写以 * 开头的文字，请加引号`;
    case 'merge-key':
      return '不支持用“<<”并入，这一处没有读；请把内容直接写出来';
    case 'tab':
      return '缩进用了制表符（Tab），YAML 只认空格；请改成空格';
    case 'documents':
      return '从这里起是第二份文档（--- 或 ... 之后），没有读；一个文件只能写一份';
    case 'key-not-text':
      return '键应当是文字，这里是列表或映射，没有读；以 [ 或 { 开头的文字请加引号';
    case 'tag':
      return '“!”开头的标记没有意义，请去掉；要写以 ! 开头的文字，请加引号';
    case 'duplicate-key':
      return `“${d.key}”在第 ${d.line} 行已经写过，这一处没有读；请合并或删去一处`;
    case 'dash-missing':
      return `“${d.key}”在第 ${d.line} 行那一项里已经写过，这里像是下一项，行首缺了“- ”；请写成“- ${d.key}: …”，和上面一项的“- ”对齐。这一项还没有读`;
    case 'fullwidth-colon':
      return `“${d.key}”后面用了全角冒号“：”，请改成“${d.key}: ”（半角冒号加一个空格）`;
    case 'colon-space':
      return `“${d.key}:”的冒号后面缺一个空格，请改成“${d.key}: ”`;
    case 'colon-missing':
      return `“${d.key}”后面没有冒号和值：请写成“${d.key}: 值”，用不上就删去`;
    case 'fullwidth-comma':
      return `括号里各项之间用了全角的“${d.key}”，请改成“, ”（半角逗号加一个空格）`;
    case 'fullwidth-mark':
      return /[“”‘’＂＇]/.test(d.key)
        ? `YAML 不认全角引号 ${d.key} ，这段文字里又有要加引号的符号；请把两头都改成半角的 "`
        : `YAML 不认全角括号 ${d.key} ；列表请用半角的 [ ]，“键: 值”请用半角的 { }`;
    case 'merge-conflict':
      return 'git 合并到这里没有做完，<<<<<<< 和 >>>>>>> 之间是两边的内容；台账、人工分值、豁免可以用 `dangan merge` 并起来，其他文件请留下要的一份，再删去标记';
    case 'quote':
      return '引号没有配对，请补上另一半引号';
    case 'bracket':
      return '方括号或花括号没有配对，或括号里缺逗号、换行后没有缩进';
    case 'after-value':
      return "引号或括号到这里已经配对，后面又有文字；文字里有引号、或以括号开头的，请把整段放进单引号：'…'";
    case 'odd-blank':
      return '这里是全角空格或不间断空格，YAML 只认普通空格；请改成普通空格';
    case 'list-sign':
      return d.key === '-'
        ? '列表的“-”后面要有一个空格，请改成“- ”'
        : `列表的每一项以“- ”开头（半角减号加一个空格），这里写的是“${d.key}”`;
    case 'remark-sign':
      return `备注以半角的“#”开头，这里写的是“${d.key}”`;
    case 'dash-lost':
      return '上面一项以“- ”开头，这一项的“- ”漏了；请补上，和上面对齐';
    case 'fence':
      return '``` 是 Markdown 的标记，不是 YAML；请删去这一行，文件末尾有的也删去';
    case 'escape':
      return '双引号里的反斜杠写法不对；文字里有反斜杠时请改用单引号';
    case 'indent':
      return '缩进与上下各行对不齐；同一级的各行要左对齐';
    case 'key':
      return '这里应当是“键: 值”；请检查冒号、缩进，以及文字里有没有“: ”或“#”（有的话给文字加引号）';
    case 'start':
      return '文字不能以这个符号开头；请给整段文字加引号';
    case 'syntax':
      return `不合 YAML 写法（${d.words}）；请检查这里的缩进、引号和括号`;
  }
}

/** As most systems have it; for the writer to change. */
const TAKES = {
  average: '请写 middle（去掉一个最高分和一个最低分），或取最高的几项，如 3',
  choose: '请写取几项，如 2',
  tiers:
    '请写 highest（取最高的一档）、all（各档相加）、between（两档之间按比例插值），或取几档，如 2',
};

const PER_WORDS: Readonly<Record<PerWord, string>> = {
  missing: '每缺一份，由程序数',
  late: '每迟一次，由程序数',
  occurrence: '每发生一次',
};

const SHARES = ['100%', '66%', '33%'];

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: validate.show.kinds,
  every: PERIODS,
};

/** `minutes（会议记录）` */
function inWords(key: string, word: string): string {
  const meaning = WORDS[key]?.[word];
  return meaning === undefined ? word : `${word}（${meaning}）`;
}

/** 多于这么多种的，说出想写的那一种就够了。 */
const FEW = 4;

/** 写的是什么，应当怎样写。 */
function writtenSo({ key, expected, found }: Extract<SchemaFault, { wrong: 'type' }>): string {
  if (expected.includes('truth') && /^(?:是|有|对|yes|y|on)$/iu.test(found)) return '；这里写 true';
  if (expected.includes('truth') && /^(?:否|无|没有|不|no|n|off)$/iu.test(found))
    return '；这里写 false';
  if (found === '' || found.length > 30) return '';
  if (['evidence', 'of', 'either'].includes(key))
    return `，如 ${expected.includes('list') ? '[' : ''}{ title: ${found} }${expected.includes('list') ? ']' : ''}`;
  return key === 'owners' ? '，如 { office: 办公室 }' : '';
}

function schema(d: SchemaFault): string {
  switch (d.wrong) {
    case 'unknown-key':
      return isHidden(d)
        ? `“${d.nearest ?? ''}”里有看不见的字符，请删去重写`
        : `没有“${d.key}”这个键${d.nearest ? guess(d.nearest) : '；备注请写在 note 里'}`;
    case 'missing-key':
      return `缺少“${d.key}”，或者没有写值`;
    case 'empty-key':
      return `“${d.key}”后面没有内容，等于没写；请补上，用不上就删去`;
    case 'type':
      if (/^[【［〔｛]/u.test(d.found))
        return yaml({ fault: 'fullwidth-mark', key: d.found[0] ?? '' });
      return `${d.key === '' ? '这个文件' : `“${d.key}”`}应当是${d.expected.map((type) => TYPES[type]).join('，或')}${writtenSo(d)}`;
    case 'value':
      if (d.allowed.length === 1)
        return `“${d.key}”应当是 ${d.allowed[0] ?? ''}，现在是“${d.found}”`;
      if (d.nearest && d.allowed.length > FEW)
        return `“${d.key}”不能是“${d.found}”，是不是想写 ${inWords(d.key, d.nearest)}？`;
      return `“${d.key}”不能是“${d.found}”${guess(d.nearest)}${d.nearest ? '' : '，'}可用的是 ${d.allowed.map((word) => inWords(d.key, word)).join('、')}`;
    case 'form':
      return `“${d.key}”写的是“${d.found}”，应当是${FORMS[d.form]}${d.meant === undefined ? '' : `；这里写 ${d.meant}`}`;
    case 'fact':
      return `“${d.key}”是单位情况，要写在 unit 里面：{ unit: { ${d.key}: … } }`;
    case 'one-of':
      return `${d.key ? `“${d.key}”` : '这里'}要在 ${d.keys.join('、')} 里写一个`;
    case 'too-few':
      return `“${d.key}”里面是空的，至少要写一项`;
    case 'not-here':
      return `“${d.key}”要和 extends 一起用；没有 extends 就没有可调整的上级体系`;
    case 'order':
      return `“${d.key}”写的是“${d.found}”，前大后小；请把两头对调`;
    case 'no-such':
      if (d.thing === 'window' && /^\d{4}/.test(d.nearest ?? ''))
        return `没有“${d.name}”这个时限${guess(d.nearest)}`;
      return `没有“${d.name}”这个${THINGS[d.thing]}${guess(d.nearest)}${choices(d.nearest, d.known)}${d.thing === 'window' && /^\d{4}/.test(d.name) ? '；起止时间写作 2018..2020 或 2018-01-01..2020-12-31，一年写作 2020' : ''}`;
    case 'twice':
      return `${THINGS[d.thing]}“${d.name}”在第 ${d.line} 行已经有了；请换一个代号`;
    case 'ambiguous':
      return `有 ${d.count} 项指标的编号都是“${d.name}”；请写编号路径，如 1/1.1`;
    case 'grades-unvalued':
      return `体系开头没有写 grades，不知道 ${d.grades.join('、')} 各值多少；请写上，如 grades: { ${d.grades.map((grade, at) => `${grade}: ${SHARES[at] ?? '0%'}`).join(', ')} }`;
    case 'band-unvalued':
      return `档次“${d.band}”要数有几项达到等次，各项却都没有分值；不计分的，每项都写 points: 1`;
    case 'rule-lacks':
      return `计分办法 ${d.rule} 要写明 ${d.key}，不写就没有可计的`;
    case 'rule-alone':
      return `计分办法 ${d.rule} 是从下级里取的，这一项没有下级；由人定分值请写 judgement 或 external`;
    case 'cap-above':
      return `下面各项都有自己的分值，这里的 cap 不知道摊到哪一项；请去掉 cap，各项合起来最多扣几分的，另写一条 { rule: deduct, cap: ${d.cap} }`;
    case 'limit-idle':
      return `只写了 cap 的扣分，说的是几条扣分合起来最多扣 ${d.cap} 分，这一项和它下面没有别的扣分；请写上 each，或写上 when`;
    case 'exempt-idle':
      return '有下级的指标不适用，只由单位情况定：请写上 applies，如 applies: { unit: { 食堂: 有 } }；不写，exempt 用不上';
    case 'measure':
      return d.key === 'full'
        ? `“full”写的是“${d.found}”，看不出是多少；请写 90%、10例、≤5% 这样的数`
        : `“${d.key}”写的是“${d.found}”，和 full（${d.full}）比不起来；请同样写${/[%％]/.test(d.full) ? '百分比，如 1%' : '数，如 1'}`;
    case 'tier-at-most':
      return `“${d.when}”是越少越好；请写成 from: ≤${d.found}`;
    case 'tier-share':
      return `“${d.when}”说的是百分比；请写成 from: ${d.found}`;
    case 'per-missing':
      return `“per”写的是“${d.found}”，这样写要由人来填次数；材料缺几份由程序数的，请写 per: missing`;
    case 'full-share':
      return `“${d.of}”是百分比；请写成 full: ${d.found}，from、per 有的也带上 %；不带的，填进去的百分比没法和它比`;
    case 'closing':
      return `“closes”写的是“${d.found}”，看不出${d.every === undefined ? '' : PERIODS[d.every]}截止到哪一天，迟了几次（per: late）要由人来填；由程序数的，请写成 ${d.every === undefined || d.every === 'year' ? '12-31、次年1月10日' : '次月5日、季度末月25日、季后10日内'} 这样`;
    case 'per-word':
      return `“per”写的是“${d.found}”，是不是想写“${d.meant}”（${PER_WORDS[d.meant]}）？照现在这样，次数要由人来填`;
    case 'take':
      return `“take”写的是“${d.found}”，看不出取哪几项；${TAKES[d.rule]}`;
    case 'extends-missing':
      return `找不到 ${d.path}；请核对 extends 的路径（相对于本文件）`;
    case 'extends-cycle':
      return `${d.path} 又绕回到已经读过的文件；请检查各文件的 extends`;
    case 'extends-broken':
      return `读不了 ${d.path}；请看它是不是文件、有没有读取权限`;
    case 'extends-deep':
      return `extends 一层接一层超过了 10 层，${d.path} 没有读`;
  }
}

export const faults: typeof en = { yaml, schema };
