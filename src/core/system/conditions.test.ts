import { expect, test } from 'vitest';
import { appliesTo } from './conditions.js';

const profile = { 部门: '水利局', 人数: '120', 类型: 'A' };

test.each([
  [undefined, 'yes'],
  [{ unit: { 部门: ['水利局'] } }, 'yes'],
  [{ unit: { 部门: ['环保局', '水利局'] } }, 'yes'],
  [{ unit: { 部门: ['环保局'] } }, 'no'],
  [{ unit: { 类型: ['a'] } }, 'yes'],
  [{ unit: { 人数: ['>=120'] } }, 'yes'],
  [{ unit: { 人数: ['＜6', '<6'] } }, 'no'],
  [{ unit: { 人数: ['≥200'] } }, 'no'],
  [{ unit: { 级别: ['县'] } }, 'person'],
  [{ unit: { 级别: ['县'], 部门: ['环保局'] } }, 'no'],
  [{ text: '有党组织的' }, 'person'],
  [{ not: { text: '有党组织的' } }, 'person'],
  [{ not: { unit: { 部门: ['水利局'] } } }, 'no'],
  [{ any: [{ text: '甲' }, { unit: { 部门: ['水利局'] } }] }, 'yes'],
  [{ any: [{ text: '甲' }, { unit: { 部门: ['环保局'] } }] }, 'person'],
  [{ all: [{ text: '甲' }, { unit: { 部门: ['环保局'] } }] }, 'no'],
] as const)('%j: %s', (condition, answer) => {
  expect(appliesTo(condition, profile)).toBe(answer);
});
