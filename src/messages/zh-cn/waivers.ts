import type {
  baseline as enBaseline,
  waive as enWaive,
  waiverErrors as enErrors,
  waiverFindings as enFindings,
} from '../en/waivers.js';
import { isWaiverFault, type OwnWaiverFault, type WaiverFault } from '../faults.js';
import { faults } from './faults.js';

function waiverFault(d: WaiverFault): string {
  if (d.wrong === 'one-of') return `这条豁免要写明对哪里：${d.keys.join('、')} 至少写一个`;
  return isWaiverFault(d) ? ownFault(d) : faults.schema(d);
}

function ownFault(d: OwnWaiverFault): string {
  switch (d.wrong) {
    case 'no-rule':
      return `没有“${d.name}”这条规则${d.nearest === undefined ? '；全部规则见 `dangan rules`' : `，是不是想写“${d.nearest}”？`}`;
    case 'no-indicator':
      return `没有“${d.name}”这个指标${d.nearest === undefined ? '；测评体系见 `dangan validate --show`' : `，是不是想写“${d.nearest}”？`}`;
    case 'indicators':
      return `有 ${d.ids.length} 项指标的编号都是“${d.name}”；请写编号路径：${d.ids.slice(0, 5).join('、')}${d.ids.length > 5 ? ' 等' : ''}`;
    case 'rule-elsewhere':
      return `“${d.name}”由 \`dangan ${d.command}\` 判断，那里不设豁免；请删去这一条`;
    case 'not-waivable':
      return `“${d.name}”说的是豁免本身，不能再豁免；请改好它指出的那一条`;
    case 'not-for-baseline':
      return `“${d.name}”的问题不进基线；确实可以不计入的，请用 \`dangan waive\` 写明理由`;
    case 'waived-twice':
      return `第 ${d.line} 行已经豁免过；两条请只留一条`;
    case 'fingerprint':
      return `这一行的规则、指标、题名与指纹 ${d.found} 不符，因此不起作用；可用 \`dangan baseline update\` 重新写`;
  }
}

const ANSWERS = { reason: '理由（reason）', owner: '负责的人（owner）', until: '截止日（until）' };

export const waiverFindings: typeof enFindings = {
  'waiver-invalid/entry': (d) => waiverFault(d),
  'waiver-no-reason/lacks': (d) =>
    `这条豁免没有写${d.keys.map((key) => ANSWERS[key]).join('、')}，不起作用；请补上`,
  'waiver-expired/expired': (d) =>
    `对 ${d.rule} 的豁免到 ${d.until} 为止，有 ${d.count} 个问题重新计入；请改正，或由${d.owner}另定截止日`,
  'waiver-unused/waiver': (d) => `${d.rule} 已经没有问题要用这条豁免，可以删去`,
  'waiver-unused/title': (d) =>
    `题名不写序号和扩展名：“${d.found}”应写“${d.title}”，改好以后这条豁免才起作用`,
  'waiver-unused/baseline': (d) =>
    `基线里有 ${d.count} 个问题已经不在了；\`dangan baseline prune\` 把它们删去`,
};

const inLine = (text: string) => text.split('\n').join('、');

const aboutWords = (d: Parameters<(typeof enWaive)['head']>[0]) =>
  `${d.rule}${d.indicator === undefined ? '' : `，指标 ${d.indicator}`}${d.title === undefined ? '' : `，“${inLine(d.title)}”`}`;
const aboutLines = (there: readonly Parameters<typeof aboutWords>[0][]) =>
  there.map((each) => `\n  ${aboutWords(each)}`).join('');

export const waive: typeof enWaive = {
  description: '豁免问题：哪些暂不计入，什么理由，谁负责，到哪天为止',
  options: {
    what: '规则（name-sequence-gap）、一类规则（name），或某个问题的指纹',
    indicator: '只限这项指标和它下面的：编号，或编号路径如 1/1.1',
    title: '只限这个题名的材料，不带序号和扩展名；写文件名也可以',
    reason: '为什么可以不计入',
    owner: '谁负责：科室或人',
    until: '到哪一天为止，当天还算；过后重新计入',
    remove: '撤销这条豁免，它放过的问题重新计入',
    list: '列出豁免了什么，各有多少问题',
    write: '写进去；不加就只看会改什么',
  },
  examples: [
    [
      'dangan waive name-sequence-gap --indicator 1.1 --reason 原件借出 --owner 办公室 --until 2026-12-31',
      '只看哪些问题会不再计入，什么都不动',
    ],
    [
      'dangan waive name-sequence-gap --indicator 1.1 --reason 原件借出 --owner 办公室 --until 2026-12-31 --write',
      '写进 waivers.yaml',
    ],
    [
      'dangan waive 3f2a9c0d11e4b7a8 --reason 上级尚未发文 --owner 党办 --until 2026-06-30 --write',
      '只豁免一个问题，指纹见 `dangan check --format json`',
    ],
    ['dangan waive name-sequence-gap --indicator 1.1 --remove --write', '撤销豁免'],
    ['dangan waive --list', '豁免了什么，哪些到期、哪些已经用不着'],
  ],
  remark: '暂不计入的问题：哪些，什么理由，谁负责，到哪天为止。可用 dangan waive 写。',
  what: '规则或指纹',
  needs: (d) =>
    `请写明豁免什么，并用 --reason、--owner、--until 写明理由、谁负责、到哪天为止；还缺 ${d.missing}`,
  removes:
    '--remove 只要写明撤销哪条豁免：规则，以及 --indicator、--title；不写 --reason、--owner、--until',
  noPlace:
    '请用 --indicator 或 --title 写明是哪里（可以都写）；整条规则都不要，请在 dangan.yaml 里设为 off',
  head: (d) => `豁免 ${aboutWords(d)}`,
  removal: (d) => `撤销豁免 ${aboutWords(d)}`,
  said: (d) => `${d.reason}；${d.owner}负责，到 ${d.until} 为止`,
  before: (d) => `原来是：${d.reason}；${d.owner}负责，到 ${d.until} 为止`,
  covers: (d) => `现有 ${d.count} 个问题不再计入：`,
  was: (d) => `原来是：${d.reason}；${d.owner}负责，到 ${d.until} 为止`,
  back: (d) => (d.count === 0 ? '没有问题因此重新计入。' : `有 ${d.count} 个问题重新计入：`),
  more: (d) => `……还有 ${d.count} 个`,
  unchanged: 'waivers.yaml 里已经是这样，没有改动。',
  toWrite: (d) => `以上只是方案，什么都没有动。要写进 waivers.yaml：${d.command}`,
  toRemove: (d) => `以上只是方案，什么都没有动。要从 waivers.yaml 里删去：${d.command}`,
  word: '豁免',
  removedWord: '豁免（已撤销）',
  list: {
    none: '没有豁免：waivers.yaml 里没有有效的条目。',
    head: (d) => `共 ${d.count} 条豁免`,
    holds: (d) => (d.days === 0 ? '今天截止' : `还有 ${d.days} 天`),
    over: '已到期',
    covers: (d) => `${d.count} 个问题`,
    problems: (d) => `有 ${d.count} 处写得不对、不起作用，见 \`dangan check --rule waiver\``,
    baseline: (d) => `另有基线里的 ${d.count} 个问题不计入（baseline.yaml）`,
  },
};

export const baseline: typeof enBaseline = {
  description: '把现有的问题记作基线，留待以后改；只有新的问题才计入',
  create: '把现有的问题全部记进 baseline.yaml',
  update: '照现有的问题重写 baseline.yaml：新的记入，没有了的删去',
  prune: '从 baseline.yaml 里删去已经没有的问题，不添新的',
  options: {
    archive: '档案所在文件夹；不写时用当前文件夹所在的档案',
    write: '写进去；不加就只看会改什么',
  },
  examples: [
    ['dangan baseline create', '只看会记下什么'],
    ['dangan baseline create --write', '写进 baseline.yaml'],
    ['dangan baseline update --write', '体系或设置变了以后，照现状重写'],
    ['dangan baseline prune --write', '改好一些以后，删去已经没有的'],
  ],
  head: {
    create: (d) => `${d.count} 个问题记入基线`,
    update: (d) => `记入基线 ${d.added} 个，删去 ${d.removed} 个，改后共 ${d.count} 个`,
    prune: (d) => `从基线删去 ${d.removed} 个，改后共 ${d.count} 个`,
  },
  added: '记入',
  removed: '删去',
  left: (d) =>
    `有 ${d.count} 个问题不进基线，照常计入（${d.rules.join('、')}）；其中确实可以不计入的，请用 \`dangan waive\` 写明理由`,
  unchanged: 'baseline.yaml 里已经是这样，没有改动。',
  toWrite: (d) => `以上只是方案，什么都没有动。要写进 baseline.yaml：${d.command}`,
};

type FileProblem = Parameters<(typeof enErrors)['WAIVERS_INVALID']>[0]['problems'][number];

const lineOf = (d: FileProblem) =>
  `第 ${d.at.line} 行：${'bare' in d ? `上面少了“${d.bare}:”一行；请补上，下面各条写在它的后面` : 'yaml' in d ? faults.yaml(d.yaml) : faults.schema(d.shape)}`;

export const waiverErrors: typeof enErrors = {
  WAIVERS_INVALID: (d) => [
    d.problems.length === 1
      ? `${d.path} ${d.problems.map(lineOf).join('')}`
      : `${d.path} 看不明白\n${d.problems.map((each) => `  ${lineOf(each)}`).join('\n')}`,
    '请先改好：现在无法知道哪些问题可以不计入。',
  ],
  WAIVERS_UNEDITABLE: (d) => [
    `${d.path} 的写法（多半是锚点和别名），改这一处会连带改到别处`,
    '请在编辑器里改。现在什么都没有动。',
  ],
  WAIVER_VALUE_INVALID: (d) => [d.faults.map(waiverFault).join('\n'), '现在什么都没有动。'],
  WAIVER_UNTIL_PAST: (d) => [
    `${d.until} 在 ${d.today} 之前，写下就已经到期`,
    '请用 --until 写一个还没有过去的日子。现在什么都没有动。',
  ],
  WAIVER_COVERS_NOTHING: (d) => [
    `${d.indicator === undefined ? '' : `指标 ${d.indicator} `}没有${d.title === undefined ? '' : `题名是“${inLine(d.title)}”的`} ${d.rule} 问题，没有什么要豁免`,
    d.others.length === 0
      ? `现有的问题见 \`dangan check --rule ${d.rule}\`。现在什么都没有动。`
      : `现有的题名：${d.others.map(inLine).slice(0, 5).join('；')}${d.others.length > 5 ? ' 等' : ''}。现在什么都没有动。`,
  ],
  WAIVER_NOT_THERE: (d) => [
    `waivers.yaml 里没有这条豁免${d.there.length === 0 ? '' : `；有的是：${aboutLines(d.there)}`}`,
    '各条见 `dangan waive --list`。现在什么都没有动。',
  ],
  WAIVER_AMBIGUOUS: (d) => [
    `这样写，说的可能是其中任何一条：${aboutLines(d.there)}`,
    '请用 --indicator、--title 写明是哪一条。现在什么都没有动。',
  ],
  FINGERPRINT_UNKNOWN: (d) => [
    `没有哪个问题的指纹是 ${d.fingerprint}`,
    '请看 `dangan check --format json`。现在什么都没有动。',
  ],
  BASELINE_EXISTS: (d) => [
    `已经有基线：${d.path}`,
    '要照现状更新，用 `dangan baseline update`；只删去已经没有的，用 `dangan baseline prune`。',
  ],
  BASELINE_TOO_LARGE: (d) => [
    `有 ${d.count} 种问题，基线最多记 ${d.most} 种`,
    '请先用 `dangan fix` 改正能改的，或在 dangan.yaml 里关掉个别规则。现在什么都没有动。',
  ],
  BASELINE_MISSING: (d) => [`还没有基线：${d.path} 不在`, '用 `dangan baseline create` 建立。'],
};
