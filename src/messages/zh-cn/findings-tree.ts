import type { treeFindings as en } from '../en/findings-tree.js';

export const treeFindings: typeof en = {};
