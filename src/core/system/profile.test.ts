import { expect, test } from 'vitest';
import { indicatorOf, systemOf } from '../../../test/helpers/indicator-of.js';
import { profileFaults, unansweredFields } from './profile.js';

const bureaus = systemOf(
  [
    indicatorOf({ code: '1', applies: { unit: { 部门: ['县水利局'] } } }),
    indicatorOf({ code: '2', applies: { not: { unit: { 部门: ['县环保局'] } } } }),
    indicatorOf({ code: '3', applies: { all: [{ unit: { 人数: ['>=50'] } }] } }),
  ],
  { profile: { 部门: ['县水利局', '县环保局', '县林业局'] } },
);
/** The same conditions where no list of values is given. */
const unlisted = { ...bureaus, profile: {} };

test.each([
  ['县林业局', []],
  ['水利局', [{ wrong: 'value', nearest: '县水利局' }]],
  ['教育局', [{ wrong: 'value', nearest: undefined }]],
])('of listed values %s is judged by the list', (部门, faults) => {
  expect(profileFaults(bureaus, { 部门 })).toMatchObject(faults);
});

test.each([
  ['县水利局', []],
  ['水利局', [{ wrong: 'value', nearest: '县水利局' }]],
  ['教育体育部门', []],
])('of values that conditions name %s is a slip only when it is like one', (部门, faults) => {
  expect(profileFaults(unlisted, { 部门 })).toMatchObject(faults);
});

test('a field that no condition asks for is told with the one that it is like', () => {
  expect(profileFaults(bureaus, { 部们: '县水利局' })).toEqual([
    { wrong: 'field', field: '部们', nearest: '部门', known: ['部门', '人数'] },
  ]);
});

test('what is compared must be a number', () => {
  expect(profileFaults(bureaus, { 人数: '很多' })).toEqual([
    { wrong: 'number', field: '人数', value: '很多' },
  ]);
});

test('fields that are not answered are those that conditions ask for', () => {
  expect(unansweredFields(bureaus, { 人数: '60' }).map(({ name }) => name)).toEqual(['部门']);
});
