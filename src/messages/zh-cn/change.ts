import { inQuotes } from '../quoted.js';
import type { change as en } from '../en/change.js';

type Counts = Parameters<(typeof en)['log']['counts']>[0];

export const change: typeof en = {
  fix: {
    description: '列出可以改好的问题和改法；加 --write 才动手',
    examples: [
      ['dangan fix', '列出要改名、新建、移动的内容，什么都不动'],
      ['dangan fix --write', '照方案改好；`dangan undo` 可以撤销'],
      ['dangan fix --rule name-separator', '只按一条规则改'],
      ['dangan fix --unsafe', '连同重新编号、移动、移出的也列出来'],
      [
        'dangan fix -o plan.json',
        '把方案存成文件；以后用 `dangan fix --plan plan.json --write` 执行',
      ],
    ],
    options: {
      path: '档案，或单独一个测评体系文件',
      write: '照方案动手改',
      rule: '只按这条规则改，或这一类规则（如 name），可以写多次',
      unsafe: '也包括要先由人看过的改法',
      output: '把方案存成文件',
      plan: '执行存好的方案；档案在这之后有变动就不执行',
      format: '结果的格式',
      all: '列出全部改动，而不是每个文件夹的前几项',
    },
    nothing: '没有能自动改的；要由人处理的，见 `dangan check`。',
    toTrash: '（废件箱）',
    rewritten: '（改文件内容）',
    written: '（写入）',
    ledgerFollows: '（台账里的文件名跟着改）',
    byRule: '按规则',
    moreInFolder: (d) => `……还有 ${d.count} 项`,
    moreFolders: (d) => `另有 ${d.folders} 个文件夹的 ${d.changes} 项，加 \`--all\` 全部列出`,
    planned: (d) => `方案：${counts(d)}`,
    done: (d) => `已完成（${d.id}）：${counts(d)}`,
    refusedHead: '没有列入方案的：',
    refused: {
      taken: (d) => `名称已被 ${d.by} 占用`,
      collision: (d) => `在有的系统上会与 ${d.by} 同名`,
      'not-portable': () => '新名称不是在所有系统上都能用',
      'needs-unsafe': () => '要先由人看过',
    },
    keptHead: '序号相同的材料，保留序号的是',
    keptFirst: (d) => `${d.day} 最先提交`,
    keptByName: '名称在前；请看打印好的目录指的是不是它',
    leftHead: '还要由人处理的：',
    leftCount: (d) => `${d.count} 处`,
    next: {
      write: (d) => `现在什么都没有动。\`${d.command}\` 照此改好，\`dangan undo\` 可以撤销。`,
      spared: (d) =>
        `另有 ${d.count} 项已豁免或在基线内，没有列入；要改，请用 \`--rule 规则\` 指明`,
      unsafe: (d) => `另有 ${d.count} 项要加 \`--unsafe\`，请先看过方案再写入`,
      check: '还剩下哪些，用 `dangan check` 查看',
      undo: '要撤销，用 `dangan undo`',
    },
    saved: (d) => `方案存在 ${d.path}；用 \`dangan fix --plan ${inQuotes(d.path)} --write\` 执行`,
    earlierFinished: (d) =>
      `上次中断的改动已经接着做完（${d.verb} ${d.id}）；要撤销，用 \`dangan undo ${d.id}\``,
    earlierUnfinished: (d) =>
      `上次的改动中断了（${d.verb} ${d.id}，共 ${d.steps} 步，做完 ${d.done} 步）：${d.verb === 'undo' ? '`dangan undo` 会接着把它做完' : '`dangan fix --write` 会先把它做完，`dangan undo` 可以撤销'}`,
    progress: (d) => `第 ${d.done} 步，共 ${d.total} 步`,
    reading: (d) => `正在读取 ${d.percent}%，共 ${d.size}`,
    copying: (d) => `正在复制并核对 ${d.percent}%，共 ${d.size}`,
    planPlace: (d) => `${d.pointer} 处的内容不对`,
    notJson: '不是 JSON',
  },
  undo: {
    description: '撤销一次改动：最近一次，或指定的一次',
    examples: [
      ['dangan undo', '撤销最近一次改动，或中断了的改动'],
      ['dangan undo 2020-11-22-001', '撤销这一次；编号见 `dangan log`'],
    ],
    options: {
      id: '改动的编号，见 `dangan log`；只写序号或日期也可以',
      archive: '档案所在文件夹；不写时用当前文件夹所在的档案',
      skip: '跳过撤不回去的，其余的都撤销',
      edited: '之后又编辑过的文件也退回去，写的内容保留',
      all: '列出全部撤不回去的',
      leave: '中断的改动就停在现在这样：什么都不移动，不再当作未完成',
      format: '结果的格式',
    },
    skippedHead: (d) => `跳过 ${d.count} 处，保持现状：`,
    skipped: {
      missing: (d) => `${d.path} 已经不在`,
      changed: (d) => `${d.path} 在这之后改动过`,
      edited: (d) => `${d.path} 之后又编辑过`,
      taken: (d) => `${d.path} 这个名称已被占用`,
    },
    skippedMore: (d) => `……还有 ${d.count} 处（加 \`--all\` 全部列出）`,
    left: (d) => `${d.id} 就停在现在这样`,
    inLedger: (d) =>
      `${d.path} 里有 ${d.count} 条写的是刚撤走的文件，还留着（${d.by} 写的）。不要了，用 \`dangan undo ${d.by}\` 接着撤销；想恢复文件，用 \`dangan undo ${d.id}\``,
    done: (d) => `已撤销 ${d.undoes}（${d.verb}：${d.what}）`,
    more: (d) => `……还有 ${d.count} 项`,
    back: (d) => `想恢复，用 \`dangan undo ${d.id}\``,
  },
  log: {
    description: '列出 dangan 对档案做过的改动',
    examples: [
      ['dangan log', '全部改动，最近的在前'],
      ['dangan log --format json', '供程序使用'],
    ],
    options: { archive: '档案所在文件夹；不写时用当前文件夹所在的档案', format: '结果的格式' },
    empty: 'dangan 还没有改动过这个档案。',
    head: { id: '编号', time: '北京时间', verb: '命令', counts: '内容', state: '状态' },
    touched: (d) =>
      `${[d.files > 0 ? `${d.files} 个文件` : '', d.folders > 0 ? `${d.folders} 个文件夹` : '']
        .filter((part) => part !== '')
        .join(
          '、',
        )}：${d.shown.join('；')}${d.more > 0 ? ` 等 ${d.shown.length + d.more} 处` : ''}`,
    said: (d) => `${d.of} 的${d.keys.join('、')}`,
    saidOf: (d) => `${d.shown.join('；')}${d.more > 0 ? ` 等 ${d.shown.length + d.more} 份` : ''}`,
    state: {
      finished: () => '',
      unfinished: (d) => `中断，共 ${d.steps} 步，做完 ${d.done} 步`,
      undone: (d) => `已由 ${d.by} 撤销`,
      closed: () => '停在中途',
    },
    undoes: (d) => `撤销 ${d.id}${d.skipped > 0 ? `，跳过 ${d.skipped} 处` : ''}`,
    counts: (d) => counts(d),
  },
};

function counts(d: Counts): string {
  const parts = [
    d.created > 0 ? `新建文件夹 ${d.created} 个` : '',
    d.renamed > 0 ? `改名 ${d.renamed} 个` : '',
    d.moved > 0 ? `移动 ${d.moved} 项` : '',
    d.trashed > 0 ? `移到废件箱 ${d.trashed} 项` : '',
    d.added > 0 ? `归入文件 ${d.added} 个` : '',
    d.replaced > 0 ? `更新文件 ${d.replaced} 个` : '',
    d.rewritten > 0 ? `写入文件 ${d.rewritten} 个` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '–' : parts.join('，');
}
