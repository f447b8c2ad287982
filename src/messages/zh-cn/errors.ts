import type { errors as en } from '../en/errors.js';
import { bundleErrors } from './errors-bundle.js';
import { packErrors } from './errors-pack.js';
import { settings } from './settings.js';

type SettingsFault = Parameters<(typeof en)['SETTINGS_INVALID']>[0]['problems'][number];

function faultLine({ at, messageId, data }: SettingsFault): string {
  return `第 ${at.line} 行：${(settings[messageId] as (data: object) => string)(data)}`;
}

export const errors: typeof en = {
  USAGE: (d) => [
    d.what,
    `用法见 \`dangan ${d.command === undefined ? '' : `${d.command} `}--help\`。`,
  ],
  ...bundleErrors,
  COMMAND_UNKNOWN: (d) => [
    `没有“${d.command}”这个命令`,
    d.nearest ? `是不是想用 \`dangan ${d.nearest}\`？` : '全部命令见 `dangan --help`。',
  ],
  OPTION_UNKNOWN: (d) => [
    `\`dangan ${d.command}\` 没有 ${d.option} 这个选项`,
    d.nearest ? `是不是想写 ${d.nearest}？` : `用法见 \`dangan ${d.command} --help\`。`,
  ],
  RULE_UNKNOWN: (d) => [
    `没有“${d.rule}”这条规则`,
    d.nearest
      ? `是不是想写 ${d.nearest}？全部规则见 \`dangan rules\`。`
      : '全部规则见 `dangan rules`。',
  ],
  ARCHIVE_NOT_FOUND: (d) => [
    `${d.path} 及其上级文件夹里没有创建档案（找不到 dangan.yaml）`,
    '请进入档案所在文件夹，或写明档案路径；还没有档案时，用 `dangan init` 新建。',
  ],
  ARCHIVE_UNREADABLE: (d) => [`读不了文件夹 ${d.path}`, '请看它是否还在、是否有读取权限。'],
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
    `运行 \`dangan validate "${d.path}"\` 逐条查看。`,
  ],
  FILE_NOT_FOUND: (d) => [`找不到 ${d.path}`, '请核对路径。'],
  FILE_UNREADABLE: (d) => [`读不了 ${d.path}（${d.reason}）`, '请检查磁盘或网络盘后重试。'],
  NOT_A_FILE: (d) => [`${d.path} 是文件夹，不是文件`, '请写文件的路径。'],
  NOT_A_FOLDER: (d) => [`${d.path} 不是文件夹`, '请写文件夹的路径。'],
  FILE_IN_USE: (d) => [
    `${d.path} 正被其他程序打开`,
    '请在 WPS、Word、Excel 或看图软件里关掉它，再运行一次。',
  ],
  PERMISSION_DENIED: (d) => [
    `没有权限读取或改动 ${d.path}`,
    '它可能是只读的，或正被其他程序打开。请关闭它或取得写入权限后再运行一次。',
  ],
  DISK_FULL: (d) => [
    `磁盘已满，${d.path} 没能写完`,
    '请腾出空间或换一个磁盘。原有的文件都没有丢。',
  ],
  TARGET_EXISTS: (d) => [`${d.path} 已经存在，没有动它`, '请换一个名称，或先把它移走。'],
  INTERRUPTED: () => ['已中断', '再运行一次即可继续。'],
  ...packErrors,
};
