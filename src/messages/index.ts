/** Every sentence shown, by language. A missing sentence does not compile. */
import type { en } from './en/index.js';

export { LANGUAGES, type Language } from './language.js';
export { messagesIn } from './messages-in.js';
export type Messages = typeof en;
