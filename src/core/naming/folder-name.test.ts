import { expect, test } from 'vitest';
import { folderNameOf, LONGEST_FOLDER_NAME } from './folder-name.js';

const named = (code: string, name: string, folder?: string, template = '{code} {name}') =>
  folderNameOf({ code, name, folder }, template);

test('a folder is named by code and name', () => {
  expect(named('1.1', '领导机构')).toEqual({ name: '1.1 领导机构', because: 'name' });
});

test('an alias stands for the name', () => {
  expect(named('1.1', '领导机构和工作制度', '领导机构')).toEqual({
    name: '1.1 领导机构',
    because: 'alias',
  });
});

test('what no system may hold is replaced, and that is told', () => {
  expect(named('1/2', '投入≥3%：“是”?')).toEqual({
    name: '1／2 投入≥3%：“是”？',
    because: 'unsafe',
  });
});

test('line breaks and tabs become one space', () => {
  expect(named('1', '组织\r\n\t领导')).toEqual({ name: '1 组织 领导', because: 'unsafe' });
});

test('without a code it is the name alone, without a name the code', () => {
  expect(named('', '组织领导').name).toBe('组织领导');
  expect(named('1', '').name).toBe('1');
});

test('fields are filled in once, whatever they hold', () => {
  expect(named('{name}', '$& {code}').name).toBe('{name} $& {code}');
});

test('the template decides the order', () => {
  expect(named('1', '组织领导', undefined, '{name}（{code}）').name).toBe('组织领导（1）');
});

test('a long name is cut and ends in a digest of the whole', () => {
  const { name, because } = named('Ⅲ-59', '测'.repeat(126));
  expect({ name, because }).toEqual({ name: `Ⅲ-59 ${'测'.repeat(18)}~c6tym0k4`, because: 'long' });
  expect(name).toHaveLength(LONGEST_FOLDER_NAME);
});

test('long names that differ only at their end stay apart', () => {
  const long = '测'.repeat(125);
  expect(named('1', `${long}甲`).name).not.toBe(named('1', `${long}乙`).name);
});

test('a text that looks shortened cannot pass for a shortened one', () => {
  const shortened = named('1', '测'.repeat(126)).name;
  expect(named('', shortened).name).not.toBe(shortened);
});

test('a device of Windows cannot be a folder', () => {
  expect(named('', 'CON')).toEqual({ name: 'CON_', because: 'unsafe' });
});
