import { expect, test } from 'vitest';
import { archiveOf, withLedgers } from '../../../../test/helpers/archive-of.js';
import { messagesIn } from '../../../messages/index.js';
import { metaLedgerInvalid } from './index.js';

const archive = archiveOf({ '1.1 机构': ['01：通知.docx'] });
const found = (text: string) => [
  ...metaLedgerInvalid.check(withLedgers(archive, { '1.1 机构': text })),
];

test('without ledgers there is nothing to find', () => {
  expect([...metaLedgerInvalid.check(archive)]).toEqual([]);
});

test('it points to the line in the ledger, and names the key that is meant', () => {
  expect(found('entries:\n  - file: 01：通知.docx\n    ownr: office\n')).toEqual([
    {
      messageId: 'meta-ledger-invalid/entry',
      data: { wrong: 'unknown-key', key: 'ownr', nearest: 'owner' },
      path: '档案/1.1 机构/ledger.yaml',
      at: { file: '档案/1.1 机构/ledger.yaml', line: 3, column: 5 },
      title: 'ownr',
      fix: 'proposes',
    },
  ]);
});

test('what is wrong with the text as YAML is told too', () => {
  expect(found('entries: [').map(({ messageId }) => messageId)).toEqual([
    'meta-ledger-invalid/yaml',
  ]);
});

test.each([
  ['zh-CN', '01：通知.docx 在第 2 行已经有一条；请把两条并成一条'],
  ['en', '01：通知.docx has an entry already, on line 2; make one of the two'],
] as const)('a second entry for a file in %s', (language, expected) => {
  const { findings } = messagesIn(language);
  const [seen] = found('entries:\n  - file: 01：通知.docx\n  - file: 01：通知.docx\n');
  expect(findings['meta-ledger-invalid/entry'](seen?.data as never)).toBe(expected);
});
