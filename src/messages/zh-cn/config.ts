import type { config as en } from '../en/config.js';

export const config: typeof en = {
  description: '列出生效的设置，以及各在哪里定的',
  show: '列出生效的各项设置、另定级别的规则和本单位的规则',
  get: '只看一项，给脚本用：列表一行一个，没有定的什么也不写',
  setting: '哪一项，照列表里的写：naming.digits、rules.tree-link',
  archive: '档案所在文件夹；不写时用当前文件夹所在的档案',
  origin: '也列出各在哪里定的：命令行、环境变量、dangan.yaml 的哪一行、默认',
  examples: {
    show: [
      ['dangan config show', '生效的各项设置'],
      ['dangan config show --origin', '也看各在哪里定的'],
    ],
    get: [['dangan config get naming.digits', '其中一项']],
  },
  default: '默认',
  file: (d) => `${d.name} 指 ${d.path}`,
};
