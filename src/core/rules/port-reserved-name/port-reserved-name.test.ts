import { expect, test } from 'vitest';
import { archiveOf, mendsOf } from '../../../../test/helpers/archive-of.js';
import { DEFAULT_SETTINGS } from '../../archive/settings.js';
import { namePattern } from '../name-pattern/index.js';
import { portReservedName } from './index.js';

test.each(['CON', 'nul.txt', 'Com1.docx', 'LPT³.pdf', 'aux .txt', 'CONOUT$'])(
  '%j cannot be opened on Windows',
  (name) => {
    expect([...portReservedName.check(archiveOf({ A1: [name] }))]).toHaveLength(1);
  },
);

test('with an ordinal before it, it can', () => {
  expect([...portReservedName.check(archiveOf({ A1: ['01：CON.docx', 'CON说明.docx'] }))]).toEqual(
    [],
  );
});

test('an underscore makes a name of it, when asked twice', () => {
  expect([...mendsOf(portReservedName, archiveOf({ A1: ['con.tar.gz'], 'A1/NUL': [] }))]).toEqual([
    { do: 'move', of: 'file', from: '档案/A1/con.tar.gz', to: '档案/A1/con_.tar.gz', safe: false },
    { do: 'move', of: 'folder', from: '档案/A1/NUL', to: '档案/A1/NUL_', safe: false },
  ]);
});

test('evidence without an ordinal has one proposal: the name that `name-pattern` gives it', () => {
  const archive = archiveOf({ A1: ['CON.txt', '01：通知.docx'] });
  const proposals = [namePattern, portReservedName].flatMap((rule) =>
    [...rule.check(archive)].map(({ data, fix }) => ['suggested' in data && data.suggested, fix]),
  );
  expect(proposals).toEqual([
    ['02：CON.txt', 'safe'],
    ['02：CON.txt', 'safe'],
  ]);
});

test('unless that rule is off', () => {
  const settings = { ...DEFAULT_SETTINGS, rules: { 'name-pattern': 'off' } } as const;
  const archive = archiveOf({ A1: ['CON.txt'] }, { settings });
  expect([...portReservedName.check(archive)]).toMatchObject([
    { data: { suggested: 'CON_.txt' }, fix: 'unsafe' },
  ]);
});
