import { inQuotes } from '../quoted.js';
import type { check as en } from '../en/check.js';
import { profileFault } from './profile.js';

function listed(parts: readonly (readonly [count: number, word: string])[]): string {
  const some = parts.filter(([count]) => count > 0);
  return some.length === 0 ? '没有' : some.map(([count, word]) => `${word} ${count} 份`).join('，');
}

type Counts = Parameters<(typeof en)['summary']>[0];

function levels({ error, warning, info }: Counts): string {
  return [
    error > 0 ? `错误 ${error}` : '',
    warning > 0 ? `警告 ${warning}` : '',
    info > 0 ? `提示 ${info}` : '',
  ]
    .filter((part) => part !== '')
    .join('，');
}

export const check: typeof en = {
  description: '按全部规则检查档案；只看不改',
  examples: [
    ['dangan check', '检查当前文件夹所在的档案'],
    ['dangan check "档案/1 组织领导"', '只看这个文件夹的问题'],
    ['dangan check --rule name-pattern --all', '只查一条规则，问题全部列出'],
    ['dangan check --rule tree --rule name --rule port', '只查文件夹和名称，不看台账和内容，最快'],
    ['dangan check --report html=检查结果.html', '另存一份网页，可以打印、转发'],
    ['dangan check --watch', '一直开着，边整理边看；按 Ctrl-C 结束'],
    ['dangan check --ref origin/main', '检查一个提交，不用检出'],
    ['dangan check --changed-since origin/main', '只看这个分支上的改动'],
    ['dangan check --format json', '给程序用；也可写成文件 --report json=check.json'],
  ],
  options: {
    paths: '同一个档案里的文件夹或文件；不写时用当前文件夹所在的档案',
    format: '结果的格式，不写就是 text',
    report: '另写一份报告：格式=文件；只写格式就输出到屏幕。可以写多次',
    failOn:
      '有这一级及以上的问题时退出码为 1；不写时依 DANGAN_FAIL_ON，再依 dangan.yaml 的 failOn，都没有就是 error',
    preset:
      '列出哪些问题：clerk 全部，ci 不含提示，inspector 只查材料是否齐全、内容能否使用；不写时依 DANGAN_PRESET，再依 dangan.yaml 的 preset，都没有就是 clerk',
    severity: '这一次把规则（或一类规则）定为哪一级，如 name-title-vague=off，可以写多次',
    all: '列出全部问题，不只是每条规则的前几个',
    rule: '只查这条规则，或这一类规则（如 name），可以写多次',
    ref: '检查这个提交（分支、标签或编号）在 git 里的内容，不用检出',
    staged: '检查已暂存、将要提交的内容；单份材料的问题只报这次暂存的',
    changedSince: '单份材料的问题，只报与这个提交分开以后改动过的',
    today: '按哪一天判断是否到期（2026-03-01），不写就是今天',
  },
  level: { error: '错误', warning: '警告', info: '提示' },
  fix: {
    safe: '可用 `dangan fix --write` 改正',
    unsafe: '看过方案后，可用 `dangan fix --unsafe --write` 改正',
    proposes: '只是建议，由人决定',
  },
  mark: { safe: '可自动改', unsafe: '核对后可改', proposes: '', none: '' },
  atLine: (d) => `第 ${d.line} 行：${d.message}`,
  more: (d) => `还有 ${d.count} 个`,
  moreHead: '没有列在上面的：',
  inOrder: (d) => `检查了 ${d.folders} 个文件夹、${d.files} 个文件，没有发现问题`,
  inOrderHere: (d) =>
    `写明的地方没有发现问题${d.count === 0 ? '，别处也没有' : `；档案里别处有 ${d.count} 个，见 \`dangan check\``}`,
  summary: (d) => `共 ${d.total} 个问题：${levels(d)}`,
  looked: (d) => `（检查了 ${d.folders} 个文件夹、${d.files} 个文件）`,
  next: {
    safe: (d) => `其中 ${d.count} 个可以自动改：\`dangan fix\` 看方案，\`dangan fix --write\` 改正`,
    unsafe: (d) =>
      `${d.more ? '另有' : '其中'} ${d.count} 个核对方案后可改：\`dangan fix --unsafe\``,
    explain: (d) => `规则要求什么、为什么：\`dangan explain ${d.rule}\``,
    all: '列出全部问题：`dangan check --all`',
  },
  overview: {
    empty: (d) => `还没有材料的末级指标：${d.empty} / ${d.leaves} 个`,
    notApplicable: (d) => `不适用本单位的末级指标：${d.count} 项`,
    outside: (d) => `有 ${d.count} 份材料不在任何末级指标之下，测评时看不到`,
    preset: {
      ci: '按预设 ci，提示一级的问题没有列出',
      inspector: '按预设 inspector，只查了材料是否齐全、内容能否使用',
    },
    ignored: (d) => `依 dangan.yaml 的 ignore，没有查也不会打包的文件和文件夹：${d.count} 个`,
  },
  notices: {
    profile: (d) =>
      `注意：dangan.yaml 里的单位情况与测评体系对不上：\n${d.faults.map((fault) => `  ${profileFault(fault)}`).join('\n')}`,
    unanswered: (d) =>
      `注意：哪些指标适用要看${d.fields.join('、')}；在 dangan.yaml 的 unit.profile 里写明之前，各种情况的指标都按适用对待`,
    archiveAround: (d) =>
      `注意：档案 ${d.inner} 在另一个档案 ${d.outer} 里面，这里检查的是里面这个`,
    noEvidenceFolder: (d) =>
      `注意：没有“${d.evidence}”这个文件夹，佐证材料一份也没有看到。运行 \`dangan scaffold\` 建立；如果材料在别处，请改 dangan.yaml 里的“evidence”`,
    merging:
      '注意：git 合并还没有做完，有的材料可能有两份，这里只看得到一份；还要做什么，见 `dangan merge`',
    system: (d) =>
      `注意：测评体系本身有 ${d.total} 个问题（${levels(d)}），逐个查看用 \`dangan validate ${inQuotes(d.path)}\``,
  },
  severityForm: (d) =>
    `--severity 应写成 规则=级别，级别是 ${d.levels.join('、')}，现在是“${d.value}”${d.nearest ? `，是不是想写 ${d.nearest}？` : ''}`,
  watchDisk: '--watch 看的是磁盘，请不要同时用 --ref 或 --staged',
  refOrStaged: '--ref 和 --staged 检查的不是同一处，请只用一个',
  judged: {
    commit: (d) => `检查的是提交 ${d.ref}（${d.commit}）`,
    index: '检查的是已暂存、将要提交的内容',
    since: (d) =>
      `与${d.ref === undefined ? '上一次提交' : ` ${d.ref} `}相比改动的材料：${listed([
        [d.added, '新增'],
        [d.modified, '修改'],
        [d.renamed, '改名'],
        [d.deleted, '删去'],
      ])}；单份材料的问题只报这些，涉及整个档案的照常全部检查`,
    everything: '设置或测评体系也改动了，所以每份材料的问题都报',
  },
  pathOutside: (d) => `${d.path} 不在档案 ${d.root} 里，一次只能检查一个档案`,
};
