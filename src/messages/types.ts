import type { Messages } from './index.js';

/** The messages of findings: those whose id has a `/` and whose rule stands before it. */
export type FindingMessages = Messages['findings'];

/** The messages of what is wrong in `dangan.yaml`. */
type SettingsMessages = Messages['settings'];
export type SettingsMessageId = keyof SettingsMessages;
export type SettingsData<Id extends SettingsMessageId> =
  Parameters<SettingsMessages[Id]> extends [infer Data] ? Data : object;
