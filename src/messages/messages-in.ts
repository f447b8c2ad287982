import { en } from './en/index.js';
import type { Language } from './language.js';
import { zhCn } from './zh-cn/index.js';

/** The build makes the programs of the command line load one of the two: see scripts/program-plugins.mjs. */
export function messagesIn(language: Language): typeof en {
  return language === 'en' ? en : zhCn;
}
