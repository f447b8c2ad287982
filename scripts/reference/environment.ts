import { code, pageOf, table, type Tongue, type Words } from './languages.js';

/** What the program asks of its environment; a test holds it against the source. */
export const VARIABLES: Readonly<Record<string, Words>> = {
  DANGAN_LANG: [
    '输出语言，`zh-CN` 或 `en`。`--lang` 比它优先；都没有时随系统',
    'language, `zh-CN` or `en`; `--lang` comes first, and without either the system’s is used',
  ],
  DANGAN_PRESET: [
    '`check` 列出哪些问题：`clerk`、`ci` 或 `inspector`；`--preset` 比它优先，它比 `dangan.yaml` 的 `preset` 优先',
    'which findings `check` tells: `clerk`, `ci` or `inspector`; `--preset` comes first, `preset` of `dangan.yaml` after it',
  ],
  DANGAN_FAIL_ON: [
    '有这一级及以上的问题时 `check` 的退出码为 1：`error`、`warning` 或 `info`；`--fail-on` 比它优先，它比 `dangan.yaml` 的 `failOn` 优先',
    'from which level on `check` exits with 1: `error`, `warning` or `info`; `--fail-on` comes first, `failOn` of `dangan.yaml` after it',
  ],
  DANGAN_KEY_PASSWORD: [
    '私钥的密码，供脚本用；没有时在终端上问',
    'password of the secret key, for scripts; asked for on the terminal when it is not there',
  ],
  DANGAN_SOFFICE: [
    'LibreOffice 的程序文件在哪里；不写时在常见的位置和 `PATH` 里找',
    'where the program of LibreOffice is; looked for in the usual places and in `PATH` otherwise',
  ],
  GITHUB_STEP_SUMMARY: [
    'GitHub Actions 设的：写到这个文件的报告接在已有内容后面，不覆盖',
    'set by GitHub Actions: a report to this file goes after what is in it',
  ],
  NO_COLOR: ['有值就不用颜色', 'no colours when it is set'],
  FORCE_COLOR: [
    '`1` 总用颜色，`0` 总不用；`--no-color` 比它优先',
    '`1` for colours always, `0` for never; `--no-color` comes first',
  ],
  TERM: ['`dumb` 时不用颜色', 'no colours when it is `dumb`'],
  COLUMNS: [
    '结果不是显示在终端上时，每行多宽；不写是 80',
    'width of a line when the result does not go to a terminal; 80 unless it is set',
  ],
  PATH: [
    '在里面找 LibreOffice、git 这样的外部程序',
    'where other programs, such as LibreOffice and git, are looked for',
  ],
  LC_ALL: [
    '系统语言；依次看 `LC_ALL`、`LC_MESSAGES`、`LANG`',
    'the system’s language: `LC_ALL`, `LC_MESSAGES`, `LANG`, in this order',
  ],
  LC_MESSAGES: ['同上', 'the same'],
  LANG: ['同上', 'the same'],
  PSModulePath: [
    'Windows 上看得出是不是在 PowerShell 里，要照着输入的命令按它的写法加引号',
    'on Windows it tells PowerShell from the command prompt: commands to be typed next are quoted for it',
  ],
  MSYSTEM: [
    'Windows 上由 Git Bash 设；有它或 `SHELL` 时，要照着输入的命令按 Unix 的写法加引号',
    'set on Windows by Git Bash: with it, or `SHELL`, commands to be typed next are quoted for a shell of Unix',
  ],
  SHELL: ['同上', 'the same'],
};

export function environmentPage(tongue: Tongue): string {
  const { pick } = tongue;
  const rows = Object.entries(VARIABLES).map(([name, words]) => [code(name), pick(words)]);
  return pageOf(
    tongue,
    ['环境变量', 'Environment variables'],
    [
      '先后：命令行上的选项、环境变量、`dangan.yaml`、默认值。',
      'Options on the command line come first, then the environment, then `dangan.yaml`, then what holds by default.',
    ],
    [table([pick(['变量', 'variable']), pick(['作用', 'what it does'])], rows)],
  );
}
