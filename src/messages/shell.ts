/** The shell into which people type what we print, and how it wants a word with blanks or marks in it. */

type Shell = 'unix' | 'powershell' | 'cmd';

/**
 * Which one started us.
 *
 * PowerShell puts its user's own modules into `PSModulePath`, beside those that Windows and programs keep there for
 * every process; Git Bash and its kin name themselves. What is left on Windows is the command prompt.
 */
export function shellIn(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): Shell {
  if (platform !== 'win32') return 'unix';
  if (environment['MSYSTEM'] !== undefined || environment['SHELL'] !== undefined) return 'unix';
  const modules = (environment['PSModulePath'] ?? '').split(';');
  return modules.some((folder) => OWN_MODULES.test(folder)) ? 'powershell' : 'cmd';
}

const OWN_MODULES = /^(?!.:\\(?:program files|windows\\)).+\\(?:windows)?powershell\\modules\\?$/i;

/** In double quotes, which every shell knows, unless something between them would be acted upon. */
export function inQuotesOf(shell: Shell, word: string): string {
  switch (shell) {
    case 'unix':
      return /[$`!"\\]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
    case 'powershell':
      // It takes the quotes of print for quotes, and titles are full of them.
      return /[$`"“”„]/.test(word) ? `'${word.replaceAll(/['‘’‚‛]/g, '$&$&')}'` : `"${word}"`;
    case 'cmd':
      return `"${word.replaceAll('"', '""')}"`;
  }
}

/** How to go to a folder: the command prompt stays on its drive unless told otherwise. */
export function changingTo(shell: Shell, folder: string): string {
  return shell === 'cmd' && /^[a-z]:/i.test(folder) ? 'cd /d' : 'cd';
}

/** What makes `dangan` run a file of ours until the window is closed. */
export function aliasFor(shell: Shell, program: string): string {
  switch (shell) {
    case 'unix':
      return `alias dangan='node "${program}"'`;
    case 'powershell':
      return `function dangan { node "${program}" @args }`;
    case 'cmd':
      return `doskey dangan=node "${program}" $*`;
  }
}
