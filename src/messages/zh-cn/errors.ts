import type { PathMeant } from '../faults.js';
import { inQuotes, quoted } from '../quoted.js';
import { shortened, someOf } from '../lists.js';
import type { errors as en } from '../en/errors.js';
import { bagProfileErrors } from './bag-profile.js';
import { bundleErrors } from './errors-bundle.js';
import { gitErrors } from './errors-git.js';
import { filingErrors } from './errors-filing.js';
import { ledgerErrors } from './ledger.js';
import { mergeErrors } from './merge.js';
import { scoreSetErrors } from './score-set.js';
import { waiverErrors } from './waivers.js';
import { officeErrors } from './errors-office.js';
import { packErrors } from './errors-pack.js';
import { ledgerSheetErrors } from './ledger-sheet.js';
import { reviewErrors } from './review.js';
import { scoreErrors } from './score.js';
import { keyErrors } from './signing.js';
import { settings } from './settings.js';

type SettingsFault = Parameters<(typeof en)['SETTINGS_INVALID']>[0]['problems'][number];

function faultLine({ at, messageId, data }: SettingsFault): string {
  return `第 ${at.line} 行：${(settings[messageId] as (data: object) => string)(data)}`;
}

const because = {
  missing: (path: string) => `${path} 已经不在`,
  changed: (path: string) => `${path} 之后又改动过`,
  edited: (path: string) => `${path} 之后又编辑过`,
  taken: (path: string) => `${path} 这个名称已被占用`,
};

const MOST_LATER = 3;

function laterFirst(d: { id: string; later: readonly string[] }): string {
  if (d.later.length === 0) return '';
  const more = d.later.length - MOST_LATER;
  const commands = d.later.slice(0, MOST_LATER).map((id) => `\`dangan undo ${id}\``);
  const rest = more > 0 ? `……还有 ${more} 次（见 \`dangan log\`）` : '';
  return `先撤销之后的改动，从新到旧：${commands.join('、')}${rest}；再运行 \`dangan undo ${d.id}\`。`;
}

function stopped(reason: string, path: string): string {
  switch (reason) {
    case 'FILE_IN_USE':
      return `${path} 正被其他程序打开`;
    case 'PERMISSION_DENIED':
      return `没有权限改动 ${path}，或它正被其他程序打开`;
    case 'DISK_FULL':
      return `写 ${path} 时磁盘已满`;
    case 'TARGET_EXISTS':
      return `${path} 已经存在，没有动它`;
    case 'CHANGED_SINCE':
      return `${path} 在这期间被别人改动过`;
    case 'FILE_NOT_FOUND':
      return `${path} 已经不在`;
    case 'ANOTHER_DISK':
      return `${path} 不能直接移到另一个磁盘`;
    default:
      return `${path} 没能改动`;
  }
}

/** How a change that was begun is gone on with; nobody asked the other commands to. */
function goOn(verb: string): string {
  return `运行 \`dangan ${verb === 'undo' ? 'undo' : 'fix --write'}\` `;
}

function pathMeant(meant: PathMeant | undefined): string {
  switch (meant?.is) {
    case 'quotes':
      return '路径里有中文的引号，命令行不认；请改成英文的双引号 "…"，路径里没有空格的也可以不写引号。';
    case 'dead-link':
      return '它是一个断了的链接，指向的文件已经不在；请找到原来的文件。';
    case 'beside':
      return `那里有 ${inQuotes(meant.name)}，是不是它？请核对路径。`;
    case 'indicator':
      return `“${meant.code}”是指标的编号或名称，不是文件夹；请写 \`dangan ${meant.command} --indicator ${quoted(meant.code)}\`。`;
    case 'folders':
      return `“${meant.word}”是指标的编号或名称；这里要写文件夹：\n${someOf(meant.folders.map(inQuotes), (more) => `……还有 ${more} 个`)}`;
    case 'not-indicator':
      return meant.wants === 'file'
        ? `“${meant.word}”是指标的编号或名称；这里要写材料的文件。`
        : `“${meant.word}”是指标的编号或名称；这个命令管整个档案，不用写指标，在档案里直接运行就行。只要一项指标的材料，用 \`dangan bind --indicator ${quoted(meant.code)} -o 材料.pdf\`。`;
    case 'owner':
      return `“${meant.owner}”是责任科室；请写 \`dangan ${meant.command} --owner ${quoted(meant.owner)}\`。`;
    case 'blanks':
      return `路径里有空格，要放在双引号里：${inQuotes(meant.path)}`;
    case 'strokes':
      return `这里的路径用 / 分隔：${inQuotes(meant.path)}`;
    case 'pattern':
      return '没有名称合乎这个写法的文件；请看是不是在另一个文件夹里。';
    case 'setting':
      return `dangan.yaml 里的 system 写的是 ${meant.written}；请改成测评体系文件的路径，从档案文件夹写起${meant.name === undefined ? '' : `，是不是 ${meant.name}？`}`;
    case 'new-folder':
      return '请先建好这个文件夹，或换一个已有的。';
    case undefined:
    default:
      return '请核对路径。';
  }
}

function ownersOf({ option, owners }: { option: string; owners: readonly string[] }): string {
  return owners.length === 0
    ? ''
    : `${option} 是 ${owners.map((each) => `\`dangan ${each}\``).join('、')} 的选项。`;
}

function named(command: string): string {
  return command === '' ? 'dangan' : `dangan ${command}`;
}

export const errors: typeof en = {
  ...filingErrors,
  ...gitErrors,
  ...mergeErrors,
  ...ledgerErrors,
  ...scoreSetErrors,
  ...waiverErrors,
  USAGE: (d) => [
    d.what,
    `用法见 \`dangan ${d.command === undefined ? '' : `${d.command} `}--help\`。`,
  ],
  ...bundleErrors,
  ...bagProfileErrors,
  COMMAND_UNKNOWN: (d) => [
    `没有“${d.command}”这个命令`,
    d.nearest
      ? `是不是想用 \`dangan ${d.nearest}\`？`
      : `全部命令见 \`${named(d.within ?? '')} --help\`。`,
  ],
  OPTION_UNKNOWN: (d) => [
    `\`${named(d.command)}\` 没有 ${d.option} 这个选项`,
    d.instead ??
      (d.nearest
        ? `是不是想写 ${d.nearest}？`
        : `${ownersOf(d)}用法见 \`${named(d.command)} --help\`。`),
  ],
  RULE_UNKNOWN: (d) => [
    d.area.length > 0 ? `“${d.rule}”是一类规则，一次只说明一条` : `没有“${d.rule}”这条规则`,
    d.area.length > 0
      ? `这一类有：\n${someOf(d.area, (more) => `……还有 ${more} 条（见 \`dangan rules\`）`)}`
      : d.nearest
        ? `是不是想写 ${d.nearest}？全部规则见 \`dangan rules\`。`
        : '全部规则见 `dangan rules`。',
  ],
  RULES_IN_ONE: (d) => [
    `一个 --rule 后面只能写一条规则（或一类），“${d.word}”里有 ${d.several.length} 条`,
    `请分开写：${d.several.map((each) => `--rule ${each}`).join(' ')}`,
  ],
  SETTING_UNKNOWN: (d) => [
    `没有“${d.key}”这项设置`,
    d.like.length > 0
      ? `有的是 ${d.like.join('、')}。`
      : d.nearest
        ? `是不是想写 ${d.nearest}？全部设置见 \`dangan config show\`。`
        : '全部设置见 `dangan config show`。',
  ],
  RULE_ELSEWHERE: (d) => [`这个命令不查 ${d.rule}`, `这类规则由 \`dangan ${d.command}\` 来查。`],
  WORKING_FOLDER_GONE: () => [
    '当前所在的文件夹已经不在了：可能被删除、改名，或者磁盘已断开',
    '请用 `cd` 进入一个存在的文件夹，再运行一次。',
  ],
  ARCHIVE_NOT_FOUND: (d) =>
    d.bundle === undefined
      ? [
          `${d.path} 及其上级文件夹里没有创建档案（找不到 dangan.yaml）`,
          '请进入档案所在文件夹，或写明档案路径；还没有档案时，用 `dangan init` 新建。',
        ]
      : [
          `${d.path} 是打好的包，不是创建档案`,
          `请用 \`dangan verify ${inQuotes(d.bundle)}\` 核验，材料齐不齐一并列出；逐项看材料，打开包里的 index.html。自评分在单位自己的档案里算；测评组打分，在 index.html 上打，或用 \`dangan review sheet\` 出打分表。`,
        ],
  EVIDENCE_FOLDER_MISSING: (d) => [
    `没有文件夹 ${d.path}，没有材料可查`,
    `运行 \`dangan scaffold\` 建立；材料在别处的，请改 dangan.yaml 里的“evidence”（现为“${d.evidence}”）。`,
  ],
  ARCHIVE_UNREADABLE: (d) => [`文件夹 ${d.path} 读不了`, '请看它是否还在、是否有读取权限。'],
  WATCH_LIMIT: (d) => [
    `系统能同时监视的文件夹数已经用完：监视了 ${d.folders} 个之后被拒绝（${d.code}）`,
    'Linux 上用 `sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024` 调高上限；关掉别的监视文件的程序（编辑器、网盘）也有用。不加 --watch 的 `dangan check` 不受影响。',
  ],
  ARCHIVE_TOO_DEEP: (d) => [
    `${d.path} 处的文件夹套了 ${d.deepest} 层以上`,
    '档案不会有这么深。请查看这些文件夹的来历，移出后再运行一次。',
  ],
  SETTINGS_INVALID: (d) => [
    d.problems.length === 1
      ? `${d.path} ${d.problems.map(faultLine).join('')}`
      : `${d.path} 有 ${d.problems.length} 处设置写得不对\n${d.problems.map((each) => `  ${faultLine(each)}`).join('\n')}`,
    '请改好 dangan.yaml，再运行一次。',
  ],
  SYSTEM_INVALID: (d) => [
    `${d.path} 有 ${d.count} 处错误，不能作为测评体系使用`,
    `运行 \`dangan validate ${inQuotes(d.path)}\` 逐条查看。`,
  ],
  ARCHIVE_LOCKED: (d) => [
    `另一个 dangan 正在改动这个档案（${d.host} 上的进程 ${d.pid}）`,
    `请等它结束。如果确实没有在运行，删除 ${d.path} 后再运行一次。`,
  ],
  JOURNAL_DAMAGED: (d) => [
    `日志读不出来：${d.path}`,
    '请从档案备份中找回这个文件，或把它所在的文件夹移出 .dangan/journal（这次改动就不能再撤销了）。',
  ],
  JOURNAL_UNFINISHED: (d) => [
    `上次的改动中断了：${d.verb} ${d.id}，共 ${d.steps} 步，做完 ${d.done} 步`,
    `${goOn(d.verb)}把它做完${d.verb === 'undo' ? '' : '，或运行 `dangan undo` 撤销'}，然后再运行这个命令。`,
  ],
  ENTRY_NOT_FOUND: (d) => [`日志里没有 ${d.id} 这次改动`, '用 `dangan log` 查看全部改动。'],
  ENTRY_AMBIGUOUS: (d) => [
    `${d.id} 可能是下面 ${d.entries.length} 次改动中的一次\n${someOf(
      d.entries.map(({ id, verb }) => `${id}  ${verb}`),
      (count) => `……还有 ${count} 次`,
    )}`,
    `请写出完整的编号，如 \`dangan undo ${d.entries[0]?.id ?? ''}\`；每一次改了什么，见 \`dangan log\`。`,
  ],
  ENTRY_UNDONE: (d) => [
    `${d.id} 已经由 ${d.by} 撤销`,
    `想恢复这次改动，运行 \`dangan undo ${d.by}\`。`,
  ],
  NOTHING_TO_UNDO: () => ['没有可以撤销的改动', '用 `dangan log` 查看全部改动。'],
  NOTHING_INTERRUPTED: () => [
    '没有中断的改动，用不着 `--leave`',
    '`--leave` 只用于中断了的改动。要撤销已经做完的改动，运行 `dangan undo`。',
  ],
  UNDO_BLOCKED: (d) => [
    [
      `${d.id} 没有撤销，有 ${d.count} 处撤不回去`,
      ...d.shown.map((each) => `  ${because[each.because](each.path)}`),
      ...(d.count > d.shown.length
        ? [`  ……还有 ${d.count - d.shown.length} 处（加 \`--all\` 全部列出）`]
        : []),
    ].join('\n'),
    `什么都没有动。${laterFirst(d)}${d.edited && d.later.length === 0 ? `用 \`dangan undo ${d.id} --edited\` 把编辑过的文件也退回去，写的内容保留；` : ''}${d.canSkip ? `用 \`dangan undo ${d.id} --skip\` 跳过这几处，其余的都撤销。` : ''}${d.later.length > 0 ? '' : '更早的改动可以按编号撤销，编号见 `dangan log`。'}`,
  ],
  CHANGED_SINCE: (d) => [
    `${d.path} 在这期间被别人改动过`,
    '没有覆盖任何内容。再运行一次，就会按现在的情况处理。',
  ],
  CHANGE_STOPPED: (d) => [
    `${stopped(d.reason, d.path)}，共 ${d.total} 步，做到第 ${d.done} 步停下，没有丢失任何内容`,
    `处理好后${goOn(d.verb)}即可继续${d.verb === 'undo' ? '' : `，或用 \`dangan undo\` 撤销`}（${d.id}）。`,
  ],
  PLAN_INVALID: (d) => [
    `${d.path} 不是 dangan 的方案文件：${d.what}`,
    '用 `dangan fix -o PLAN.json` 生成方案文件。',
  ],
  PLAN_STALE: (d) => [
    `${d.path} 生成之后，档案又有变动`,
    '请用 `dangan fix -o PLAN.json` 重新生成方案。',
  ],
  FILE_NOT_FOUND: (d) => [`找不到 ${d.path}`, pathMeant(d.meant)],
  REPORT_OVER_FILE: (d) => [
    `${d.path} 是别的文件，写上去原来的内容就没有了；没有动它`,
    '请另取一个文件名，如 check.json。',
  ],
  FILE_UNREADABLE: (d) => [`读不了 ${d.path}（${d.reason}）`, '请检查磁盘或网络盘后重试。'],
  LINK_LOOP: (d) => [`${d.path} 是绕回自身的链接`, '请把链接换成它要指向的文件或文件夹本身。'],
  NAME_TOO_LONG: (d) => [
    `路径里有名称过长，磁盘不接受：${shortened(d.path)}`,
    '请改用短一些的名称；一个名称最多 255 字节，约 85 个汉字。',
  ],
  PATH_NOT_UTF8: (d) => [
    `${shortened(d.path)} 里显示成 � 的地方不是 UTF-8 编码的名称（多是旧系统的 GBK），程序打不开`,
    '请先把那个文件夹或文件改个名，再运行一次；很多的话，在它上一层运行 `convmv -r -f gbk -t utf8 --notest 文件夹`。',
  ],
  NOT_A_FILE: (d) => [`${d.path} 是文件夹或特殊文件，不是普通文件`, '请写文件的路径。'],
  NOT_A_FOLDER: (d) => [`${d.path} 不是文件夹`, '请写文件夹的路径。'],
  FILE_IN_USE: (d) => [
    `${d.path} 正被其他程序打开`,
    '请在 WPS、Word、Excel 或看图软件里关掉它，再运行一次。',
  ],
  FILES_IN_USE: (d) => [
    [
      `有 ${d.count} 个文件正被其他程序打开，这次什么都没有动`,
      ...d.paths.map((path) => `  ${path}`),
      ...(d.count > d.paths.length ? [`  ……还有 ${d.count - d.paths.length} 个`] : []),
    ].join('\n'),
    `请在 WPS、Word、Excel 或看图软件里关掉它们，再运行一次。${d.denied ? '没有打开的，请取得权限。' : ''}`,
  ],
  PERMISSION_DENIED: (d) => [
    `没有权限读取或改动 ${d.path}`,
    '它可能是只读的，归别的用户，或正被其他程序打开；是文件夹的，里面有文件打开也一样。请关闭，或取得权限后再运行一次。',
  ],
  DISK_FULL: (d) => [
    `磁盘已满，${d.path} 没能写完`,
    '请腾出空间或换一个磁盘。原有的文件都没有丢。',
  ],
  TARGET_EXISTS: (d) => [`${d.path} 已经存在，没有动它`, '请换一个名称，或先把它移走。'],
  OUTPUT_UNWRITABLE: (d) => [
    `结果没能全部写出（${d.reason}）`,
    '请检查输出到的位置是否已满或不能写，换个位置再运行一次。已经做的改动仍然有效，可用 `dangan log` 查看。',
  ],
  ANOTHER_DISK: (d) => [
    d.to === undefined
      ? `${d.path} 不能直接移到另一个磁盘`
      : `${d.path} 不能直接移到 ${d.to}：它们不在同一个磁盘上`,
    '文件夹和链接不能跨磁盘移动。请先自己复制过去，核对无误后删掉原来的，再运行一次；`dangan add` 不加 --move 也可以。',
  ],
  INTERRUPTED: (d) =>
    d.id === undefined || d.verb === undefined
      ? [
          '已中断',
          d.resume === true ? '同一条命令加上 --resume 即可接着打。' : '再运行一次即可继续。',
        ]
      : [
          '已中断，没有丢失任何内容',
          `${goOn(d.verb)}即可继续${d.verb === 'undo' ? '' : `，或用 \`dangan undo\` 撤销`}（${d.id}）。`,
        ],
  ...officeErrors,
  ...packErrors,
  ...keyErrors,
  ...ledgerSheetErrors,
  ...reviewErrors,
  ...scoreErrors,
};
