import type { Messages } from './index.js';

/** The messages of findings: those whose id has a `/` and whose rule stands before it. */
export type FindingMessages = Messages['findings'];
