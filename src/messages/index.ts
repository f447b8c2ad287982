/** Every sentence shown, by language. A missing sentence does not compile. */
import { en } from './en/index.js';
import { zhCn } from './zh-cn/index.js';

export type Messages = typeof en;
export type Language = 'zh-CN' | 'en';

export function messagesIn(language: Language): Messages {
  return language === 'en' ? en : zhCn;
}
