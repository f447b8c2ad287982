/** Every sentence shown, by language. A missing sentence does not compile. */
import { en } from './en/index.js';
import { LANGUAGES, type Language } from './language.js';
import { zhCn } from './zh-cn/index.js';

export { LANGUAGES, type Language };
export type Messages = typeof en;

export function messagesIn(language: Language): Messages {
  return language === 'en' ? en : zhCn;
}
