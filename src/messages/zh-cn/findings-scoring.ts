import type { scoringFindings as en } from '../en/findings-scoring.js';

export const scoringFindings: typeof en = {};
