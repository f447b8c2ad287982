import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { systemWith } from '../../../../test/helpers/system-of.js';
import { allowancesIn } from '../../../../test/helpers/waivers.js';
import { isDanganError } from '../../../errors.js';
import { fingerprintOf } from '../findings.js';
import { waiverInvalid } from './index.js';

const { system } = systemWith(`indicators:
  - code: "1"
    name: 组织领导
    children:
      - { code: "1.1", name: 机构 }
      - { code: "1.2", name: 制度 }
  - { code: "4", name: 现场, children: [{ code: "1.1", name: 现场 }] }
`);
const WHO = 'reason: 原件借出, owner: 办公室, until: 2020-12-31';
const waiver = (value: string) => `waivers:\n  - { ${value}, ${WHO} }\n`;

const told = (waivers: string, baseline = '') => {
  const outcome = { ...allowancesIn({ system }, waivers, baseline), ...NOTHING };
  return [...waiverInvalid.check({ ...archiveOf({}), waivers: outcome })];
};
const NOTHING = { expired: [], unused: [], misnamed: [], gone: [] };
const faults = (...texts: Parameters<typeof told>) =>
  told(...texts).map(({ data, at }) => ({ ...data, line: at?.line }));

describe('in order', () => {
  test.each([
    '',
    '# 还没有写\n',
    'waivers: []',
    'waivers:',
    waiver('rule: name-sequence-gap, indicator: "1/1.1"'),
    waiver('rule: name, indicator: "1.2", title: 通知'),
    waiver('rule: "name-*", title: 2020'),
    waiver('rule: coverage-veto, indicator: "4", since: 2020-01-05, note: 已报文明办'),
    `format: dangan/waivers@1\nnote: 说明\n${waiver('rule: port-name-too-long, title: 甲')}`,
  ])('%s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('told with its line', () => {
  test.each<[string, object]>([
    [
      'rule: name-seqence-gap, title: 甲',
      { wrong: 'no-rule', name: 'name-seqence-gap', nearest: 'name-sequence-gap' },
    ],
    ['rule: names, title: 甲', { wrong: 'no-rule', name: 'names', nearest: undefined }],
    [
      'rule: scoring-sum-mismatch, title: 甲',
      { wrong: 'rule-elsewhere', name: 'scoring-sum-mismatch', command: 'validate' },
    ],
    ['rule: bundle, title: 甲', { wrong: 'rule-elsewhere', name: 'bundle', command: 'verify' }],
    ['rule: waiver-unused, title: 甲', { wrong: 'not-waivable', name: 'waiver-unused' }],
    ['rule: waiver, title: 甲', { wrong: 'not-waivable', name: 'waiver' }],
    ['rule: name, indicator: "1.3"', { wrong: 'no-indicator', name: '1.3', nearest: '1.1' }],
    ['rule: name, indicator: "1.1"', { wrong: 'indicators', name: '1.1', ids: ['1/1.1', '4/1.1'] }],
    ['rule: name', { wrong: 'one-of', keys: ['indicator', 'title'] }],
    [
      'rule: name, titel: 甲, indicator: "4"',
      { wrong: 'unknown-key', key: 'titel', nearest: 'title' },
    ],
    [
      'rule: name, title: 甲, since: 某天',
      { wrong: 'form', key: 'since', found: '某天', form: 'one-day' },
    ],
    ['rule: [name], title: 甲', { wrong: 'type', key: 'rule', expected: ['text'], found: '' }],
    ['rule: , title: 甲', { wrong: 'missing-key', key: 'rule' }],
    ['title: 甲', { wrong: 'missing-key', key: 'rule' }],
  ])('%s', (value, fault) => {
    const [first, ...others] = faults(waiver(value));
    expect([first, others]).toEqual([expect.objectContaining({ ...fault, line: 2 }), []]);
  });

  test('a date that no calendar has', () => {
    const text = waiver('rule: name, title: 甲').replace('2020-12-31', '2020-02-30');
    expect(faults(text)).toMatchObject([{ wrong: 'form', key: 'until', found: '2020-02-30' }]);
  });

  test('the second of two about the same', () => {
    const text = waiver('rule: name, title: ABC') + waiver('rule: name, title: abc').slice(9);
    expect(faults(text)).toEqual([{ wrong: 'waived-twice', line: 3 }]);
  });

  test('an entry that is none', () => {
    expect(faults('waivers: [甲]')).toMatchObject([{ wrong: 'type', expected: ['mapping'] }]);
  });
});

test('where it stands, and what is proposed', () => {
  expect(told(waiver('rule: name, indicator: "1.3"'))).toMatchObject([
    { path: 'waivers.yaml', at: { file: 'waivers.yaml', line: 2 }, title: '1.3', fix: 'proposes' },
  ]);
});

describe('a file that cannot be understood is refused', () => {
  test.each([
    'waivers:\n  - { rule: name',
    'waivers：\n  - { rule: name }',
    'waiver:\n  - { rule: name }',
    'waivers: { rule: name }',
    'format: dangan/waivers@2',
    '- rule: name',
    '甲',
    'waivers: &a [*a]',
  ])('%j', (text) => {
    expect(() => faults(text)).toThrow(expect.objectContaining({ code: 'WAIVERS_INVALID' }));
  });

  test('so is a baseline, by its own name', () => {
    try {
      faults('', 'finding: []');
    } catch (error) {
      expect(isDanganError(error) && error.data).toMatchObject({ path: 'baseline.yaml' });
    }
  });
});

describe('a line of the baseline', () => {
  const fingerprint = fingerprintOf('name-separator', '1/1.1', '通知');
  const line = (text: string) => `findings:\n  - { ${text} }\n`;
  const own = `rule: name-separator, indicator: 1/1.1, title: 通知, fingerprint: "${fingerprint}"`;

  test.each([line(own), line(`${own}, count: 3`), line(own) + line(own).slice(10), 'findings: []'])(
    'in order: %s',
    (text) => {
      expect(faults('', text)).toEqual([]);
    },
  );

  test.each<[string, object]>([
    [own.replace('通知', '通报'), { wrong: 'fingerprint', found: fingerprint }],
    [own.replace('name-separator', 'name-pattern'), { wrong: 'fingerprint', found: fingerprint }],
    [own.replace('name-separator', 'name-sep'), { wrong: 'no-rule', name: 'name-sep' }],
    ['rule: coverage-veto, fingerprint: "0123456789abcdef"', { wrong: 'not-for-baseline' }],
    ['rule: waiver-unused, fingerprint: "0123456789abcdef"', { wrong: 'not-for-baseline' }],
    [`${own}, count: 0`, { wrong: 'form', key: 'count', form: 'whole-number' }],
    [`${own}, cuont: 2`, { wrong: 'unknown-key', key: 'cuont', nearest: 'count' }],
    [own.replace(fingerprint, 'abc'), { wrong: 'form', key: 'fingerprint', found: 'abc' }],
  ])('told: %s', (text, fault) => {
    expect(faults('', line(text))).toMatchObject([{ ...fault, line: 2 }]);
  });
});
