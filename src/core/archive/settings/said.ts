import type { Settings } from '../settings.js';

/** What is said for one run, on the command line or in the environment, in place of what the archive's file says. */
export type Said = Partial<Pick<Settings, 'preset' | 'failOn' | 'rules'>>;

/** @param said - The later over the earlier; levels of rules one by one. */
export function withSaid(settings: Settings, ...said: readonly Said[]): Settings {
  return said.reduce<Settings>(
    (before, each) => ({ ...before, ...each, rules: { ...before.rules, ...each.rules } }),
    settings,
  );
}
