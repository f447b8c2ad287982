import type { completion as en } from '../en/completion.js';

export const completion: typeof en = {
  description: '生成命令行窗口的补全脚本：按 Tab 键补全命令、选项、规则和档案里的指标、科室',
  shell: '用的是哪一种 shell',
  examples: [
    [
      'dangan completion bash > ~/.local/share/bash-completion/completions/dangan',
      'bash，装有 bash-completion 时；没有装的，在 ~/.bashrc 里 source 这个文件',
    ],
    [
      'dangan completion zsh > ~/.zfunc/_dangan',
      'zsh；~/.zshrc 里要有：fpath+=~/.zfunc; autoload -Uz compinit; compinit',
    ],
    ['dangan completion fish > ~/.config/fish/completions/dangan.fish', 'fish'],
    [
      'dangan completion powershell | Out-String | Invoke-Expression',
      'PowerShell；写进 $PROFILE，每次打开窗口都有效',
    ],
  ],
};
