import type { Severity } from './seen.js';

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What a rule may be set to: `off` does not run it. */
export const LEVELS: readonly Level[] = [...SEVERITIES, 'off'];
export type Level = Severity | 'off';
