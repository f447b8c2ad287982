import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../archive/settings.js';
import { archiveOf, mendsOf } from '../../../../test/helpers/archive-of.js';
import { portIllegalChar } from './index.js';

const seen = (...names: string[]) =>
  [...portIllegalChar.check(archiveOf({ A1: names }))].map(({ messageId, data, fix }) => [
    messageId.slice(18),
    'suggested' in data ? data.suggested : fix,
  ]);

test('an ASCII colon after the ordinal is told as what it does on Windows', () => {
  expect(seen('01:标题.docx')).toEqual([['colon', '01：标题.docx']]);
});

test('other characters are named', () => {
  const [found] = portIllegalChar.check(archiveOf({ A1: ['01：谁?什么*\t谁?.docx'] }));
  expect(found?.data).toEqual({
    name: '01：谁?什么*\t谁?.docx',
    characters: ['?', '*', 'U+0009'],
    suggested: '01：谁？什么＊ 谁？.docx',
  });
});

test('a name without an ordinal is given one by the rule for that, and only its characters by this one', () => {
  expect(seen('谁?.docx')).toEqual([['characters', '01：谁？.docx']]);
  expect([...mendsOf(portIllegalChar, archiveOf({ A1: ['谁?.docx'] }))]).toMatchObject([
    { to: '档案/A1/谁？.docx' },
  ]);
});

test('a name that is taken is not proposed', () => {
  expect(seen('01:标题.docx', '01：标题.docx')).toEqual([['colon', undefined]]);
});

test('what could not be read as UTF-8 is left to a person', () => {
  expect(seen('01：\ufffd\ufffd.docx')).toEqual([['undecodable', 'none']]);
});

test('with ASCII colons asked for, only the one after the ordinal is in order', () => {
  const naming = { ...DEFAULT_SETTINGS.naming, separator: 'ascii' } as const;
  const archive = archiveOf(
    { A1: ['01:标题.docx', '02:a:b.docx'] },
    { settings: { ...DEFAULT_SETTINGS, naming } },
  );
  expect([...mendsOf(portIllegalChar, archive)]).toEqual([
    { do: 'move', of: 'file', from: '档案/A1/02:a:b.docx', to: '档案/A1/02:a：b.docx', safe: true },
  ]);
});

test('folders are judged wherever they are, links are told and left alone', () => {
  const archive = archiveOf({ A1: [], '旧:资料': [] }, { system: ['A1'], links: ['A1/别处?'] });
  expect([...portIllegalChar.check(archive)].map(({ path }) => path)).toEqual([
    '档案/旧:资料',
    '档案/A1/别处?',
  ]);
  expect([...mendsOf(portIllegalChar, archive)]).toHaveLength(1);
});
