import { validate } from './validate.js';

/** Of each kind one word, for lists of them: the words of a requirement (`方案、计划`) have the sign of a list in them. */
export const kindWord = { ...validate.show.kinds, plan: '方案', list: '名单' };
