import { expect, test } from 'vitest';
import { archiveFromTree } from '../../../../test/helpers/archive-of.js';
import { coverageVeto } from './index.js';

const said = (veto: string, ...more: readonly string[]) =>
  [
    ...coverageVeto.check(
      archiveFromTree(
        [
          '#| indicators: [{ code: "1", name: 甲 }, { code: "2", name: 乙 }]',
          `#| vetoes: [{ code: "一", text: 重大事故, ${veto} }]`,
          ...more,
        ].join('\n'),
      ),
    ),
  ].map(({ messageId, severity, data }) => [messageId.slice(14), severity ?? 'error', data]);

const proof = 'evidence: [{ title: 无事故证明 }]';

test('one that occurred is told with what comes of it', () => {
  expect(said('effect: zero', '# veto: 一 = yes')).toEqual([
    ['occurred', 'error', { code: '一', text: '重大事故', effect: 'zero' }],
  ]);
});

test('one that did not occur needs no proof that is not asked for', () => {
  expect(said('effect: disqualify', '# veto: 一 = no')).toEqual([]);
});

test('one that lacks its proof is told', () => {
  expect(said(proof, '# veto: 一 = no', '1 甲/')).toEqual([
    ['unproven', 'error', { code: '一', text: '重大事故', proof: ['无事故证明'] }],
  ]);
});

test('proof is found wherever it is filed, by its title', () => {
  expect(said(proof, '# veto: 一 = no', '2 乙/', '  01：2020年无事故证明.pdf')).toEqual([]);
});

test('proof is looked for under its indicator where one is named', () => {
  const file = ['# veto: 一 = no', '1 甲/', '2 乙/', '  01：无事故证明.pdf'];
  expect([
    said(`${proof}, indicator: "2"`, ...file).length,
    said(`${proof}, indicator: "1"`, ...file).length,
  ]).toEqual([0, 1]);
});

test('one that nobody has said anything about is a warning', () => {
  expect(said('effect: disqualify')).toEqual([
    ['unsaid', 'warning', { code: '一', text: '重大事故' }],
  ]);
});

test('proof from outside of its window proves nothing', () => {
  const dated = `window: 2020..2020, ${proof}`;
  expect(said(dated, '# veto: 一 = no', '1 甲/', '  01：2019年无事故证明.pdf')).toHaveLength(1);
});

test('proof on which a seal is to be seen, and nobody has looked, is a warning', () => {
  const sealed = 'evidence: [{ title: 无事故证明, shows: [公章] }]';
  expect(said(sealed, '# veto: 一 = no', '2 乙/', '  01：2020年无事故证明.pdf')).toEqual([
    ['unseen', 'warning', { code: '一', text: '重大事故', proof: ['无事故证明'] }],
  ]);
});
