import type { Language } from '../messages/index.js';

/** `--lang`, then `DANGAN_LANG`, then the system's locale; Chinese when none of them says. */
export function chooseLanguage(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  systemLocale: () => string,
): Language | undefined {
  const flag = optionValue(words, '--lang');
  if (flag !== undefined) return languageOf(flag);
  const asked = environment['DANGAN_LANG'];
  if (asked) return languageOf(asked);
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'];
  const named = locale && !/^(C|POSIX)\b/.test(locale) ? locale : systemLocale();
  return named.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** What `chooseLanguage` went by: an option, a variable, or `system`. */
export function languageOrigin(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (optionValue(words, '--lang') !== undefined) return '--lang';
  if (environment['DANGAN_LANG']) return 'DANGAN_LANG';
  const name = LOCALE.find((each) => environment[each]);
  return name && !/^(C|POSIX)\b/.test(environment[name] ?? '') ? name : 'system';
}

const LOCALE = ['LC_ALL', 'LC_MESSAGES', 'LANG'];

function languageOf(text: string): Language | undefined {
  if (/^zh\b|^zh[-_]/i.test(text)) return 'zh-CN';
  if (/^en\b|^en[-_]/i.test(text)) return 'en';
  return undefined;
}

export function optionValue(words: readonly string[], option: string): string | undefined {
  for (const [at, word] of words.entries()) {
    if (word === '--') return undefined;
    if (word === option) return words[at + 1] ?? '';
    if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
  }
  return undefined;
}
