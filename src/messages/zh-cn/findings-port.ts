import type { portFindings as en } from '../en/findings-port.js';

export const portFindings: typeof en = {};
