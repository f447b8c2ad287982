import type { cli as en } from '../en/cli.js';

export const cli: typeof en = {
  description: '对照测评体系建立、检查、打包创建档案，随时可以迎检',
  help: {
    usage: '用法：',
    arguments: '参数：',
    options: '选项：',
    commands: '命令：',
    examples: '示例：',
    default: (d) => `（默认 ${d.value}）`,
    help: '显示帮助',
    version: '显示版本号',
    language: '输出语言：zh-CN 或 en',
    noColor: '不用颜色',
  },
  error: (d) => `错误：${d.message}`,
  hint: (d) => `  → ${d.hint}`,
  missingArgument: (d) => `\`dangan ${d.command}\` 还要写上 ${d.argument}`,
  missingValue: (d) => `${d.option} 后面要写值`,
  invalidValue: (d) => `${d.option} 不能是“${d.value}”，可用的是 ${d.allowed}`,
  tooManyArguments: (d) => `\`dangan ${d.command}\` 的参数太多`,
  unknownLanguage: (d) => `--lang 不能是“${d.value}”，可用 zh-CN 或 en`,
  internal: '这是 dangan 自身的故障，请连同下面的内容一起反馈。',
  rules: { description: '列出全部检查规则' },
};
