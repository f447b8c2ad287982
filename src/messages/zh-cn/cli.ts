import type { cli as en } from '../en/cli.js';

export const cli: typeof en = {
  description: '对照测评体系建立、检查、打包创建档案，随时可以迎检',
  help: {
    usage: '用法：',
    arguments: '参数：',
    options: '选项：',
    globalOptions: '通用选项：',
    optionsWord: '选项',
    commandWord: '命令',
    commands: '命令：',
    examples: '示例：',
    choices: (d) => `（${d.values}）`,
    default: (d) => `（默认 ${d.value}）`,
    help: '显示帮助',
    version: '显示版本号',
    language: '输出语言：zh-CN 或 en',
    noColor: '不用颜色',
  },
  examples: [
    ['dangan demo', '先看一遍全过程（在临时文件夹里）'],
    ['dangan init --help', '怎样新建一个档案'],
    ['dangan add *.docx --to 1.1', '把材料归到指标 1.1 下'],
    ['dangan check', '检查当前档案有哪些问题'],
    ['dangan fix --write', '改好可以放心改的问题'],
    ['dangan pack', '打成迎检包'],
    ['dangan verify 迎检包.zip', '核对迎检包里每个文件是否原样'],
  ],
  error: (d) => `错误：${d.message}`,
  hint: (d) => `  → ${d.hint}`,
  missingArgument: (d) => `\`dangan ${d.command}\` 还要写上 ${d.argument}`,
  reading: (d) => `正在读取文件内容：${d.done} / ${d.all}`,
  badDay: (d) => `--today 不能是“${d.value}”，要写成 2026-03-01 这样的日期，不早于 1980 年`,
  missingOption: (d) => `\`dangan ${d.command}\` 还要写上 ${d.option}`,
  missingValue: (d) => `${d.option} 后面要写值`,
  invalidValue: (d) =>
    `${d.option} 不能是“${d.value}”，可用的是 ${d.allowed}${d.nearest ? `，是不是想写 ${d.nearest}？` : ''}`,
  variable: (d) =>
    `环境变量 ${d.name} 不能是“${d.value}”，可用的是 ${d.allowed}${d.nearest ? `，是不是想写 ${d.nearest}？` : ''}`,
  tooManyArguments: (d) => `\`dangan ${d.command}\` 的参数太多`,
  unknownLanguage: (d) => `${d.from} 不能是“${d.value}”，可用 zh-CN 或 en`,
  internal: '这是 dangan 自身的故障，请连同下面的内容一起反馈。',
};
