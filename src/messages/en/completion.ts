import type { Examples } from '../examples.js';

export const completion = {
  description:
    'a script by which a shell completes commands, options, rules, and the indicators of the archive',
  shell: 'the shell that you use',
  examples: [
    [
      'dangan completion bash > ~/.local/share/bash-completion/completions/dangan',
      'bash, where bash-completion is installed; without it: source that file in ~/.bashrc',
    ],
    [
      'dangan completion zsh > ~/.zfunc/_dangan',
      'zsh; ~/.zshrc has: fpath+=~/.zfunc; autoload -Uz compinit; compinit',
    ],
    ['dangan completion fish > ~/.config/fish/completions/dangan.fish', 'fish'],
    [
      'dangan completion powershell | Out-String | Invoke-Expression',
      'PowerShell; as a line of $PROFILE it holds for every window',
    ],
  ] as Examples,
};
