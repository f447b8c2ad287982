import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../../test/helpers/archive-of.js';
import { allowancesIn } from '../../../test/helpers/waivers.js';
import { planFix } from '../change/plan-fix.js';
import { fingerprintOf } from '../rules/findings.js';
import type { RuleId } from '../rules/ids.js';
import { ARCHIVE_RULES } from '../rules/index.js';
import { sparing } from './sparing.js';

const FOLDER = '1.1 机构';
const WHO = 'reason: 借出, owner: 办公室, until: 2020-12-31';
const today = '2020-08-15';

/** What is renamed, made or put aside, below the indicator’s folder. */
const fixed = (
  names: readonly string[],
  waivers: string,
  { only = [] as readonly RuleId[], baseline = '', unsafe = true } = {},
) => {
  const archive = archiveOf({ [FOLDER]: names }, { system: [FOLDER, '1.2 制度'] });
  const allowances = allowancesIn(archive, waivers, baseline);
  const spare = sparing(allowances, { today, named: only });
  const { changes, spared } = planFix(archive, ARCHIVE_RULES, { unsafe, only, sparing: spare });
  const told = changes.map((change) =>
    change.do === 'move' ? change.from : change.do === 'file' ? change.to : change.path,
  );
  return { told: told.map((path) => path.replace(/^档案\/(1.1 机构\/)?/, '')), spared };
};
const waiver = (text: string) => `waivers:\n  - { ${text}, ${WHO} }\n`;

test('without waivers everything is mended', () => {
  expect(fixed(['1.通知.docx', '03：纪要.docx', 'Thumbs.db'], '')).toEqual({
    told: ['03：纪要.docx', '1.通知.docx', 'Thumbs.db', '1.2 制度'],
    spared: 0,
  });
});

describe('what is let pass stays as it is', () => {
  test.each<[string, readonly string[]]>([
    ['rule: tree-junk-file, title: Thumbs.db', ['03：纪要.docx', '1.通知.docx', '1.2 制度']],
    ['rule: name-sequence-gap, title: 纪要', ['1.通知.docx', 'Thumbs.db', '1.2 制度']],
    ['rule: tree-folder-missing, indicator: "1.2"', ['03：纪要.docx', '1.通知.docx', 'Thumbs.db']],
    ['rule: name, indicator: "1.1"', ['Thumbs.db', '1.2 制度']],
  ])('%s', (text, told) => {
    expect(fixed(['1.通知.docx', '03：纪要.docx', 'Thumbs.db'], waiver(text)).told).toEqual(told);
  });

  test('of two alike only the one that is named', () => {
    const names = ['01.通知.docx', '02.方案.docx'];
    const text = waiver('rule: name-separator, title: 通知');
    expect(fixed(names, text)).toEqual({ told: ['02.方案.docx', '1.2 制度'], spared: 1 });
  });

  test('ordinals that are there twice', () => {
    const names = ['01：甲.docx', '01：乙.docx', '02：丙.docx'];
    const text = waiver('rule: name-sequence-duplicate, indicator: "1.1"');
    expect([fixed(names, '').told, fixed(names, text).told]).toEqual([
      ['01：乙.docx', '1.2 制度'],
      ['1.2 制度'],
    ]);
  });

  test('what is in the baseline, too', () => {
    const fingerprint = fingerprintOf('name-separator', '1.1', '通知');
    const baseline = `findings:\n  - { rule: name-separator, indicator: "1.1", title: 通知, fingerprint: "${fingerprint}" }\n`;
    expect(fixed(['01.通知.docx'], '', { baseline }).told).toEqual(['1.2 制度']);
  });
});

test('whoever names the rule has it mended', () => {
  const text = waiver('rule: name, indicator: "1.1"');
  const only = ['name-separator'] as const;
  expect(fixed(['01.通知.docx'], text, { only })).toEqual({ told: ['01.通知.docx'], spared: 0 });
});

test('a waiver that is over spares nothing', () => {
  const text = waiver('rule: name-separator, title: 通知').replace('2020-12-31', '2020-08-14');
  expect(fixed(['01.通知.docx'], text).told).toEqual(['01.通知.docx', '1.2 制度']);
});
