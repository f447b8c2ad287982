import { describe, expect, test } from 'vitest';
import { changesIn, Clerk, sheetArchive } from '../../../test/helpers/ledger-sheet.js';
import { readLedgerSheet } from './sheet-reading.js';
import { cellName } from '../workbook/grid.js';

const files = {
  '1 组织领导': ['01：年度工作计划.docx', '02：活动照片.jpg'],
  '2 活动': ['01：总结.docx'],
};
const march = { from: '2020-03-01', to: '2020-03-31' };
const known = { '1 组织领导': [{ file: '01：年度工作计划.docx', date: march, owner: 'office' }] };
const archive = sheetArchive(files, known);

describe('a sheet that comes back', () => {
  test('as it was exported changes nothing', () => {
    expect(new Clerk(archive).into(archive)).toMatchObject({
      changes: [],
      stale: [],
      gone: [],
      problems: [],
    });
  });

  test('changes what the clerk changed, in ledgers and where there is none yet', () => {
    const clerk = new Clerk(archive)
      .write(2, '形成日期', '2020-03-12')
      .write(2, '责任科室', undefined)
      .write(3, '说明·地点', '人民广场')
      .write(4, '种类', '总结');
    expect(changesIn(clerk.into(archive))).toEqual({
      '01：年度工作计划.docx': ['date: 2020-03 → 2020-03-12', 'owner: office → '],
      '02：活动照片.jpg': ['caption.地点:  → 人民广场'],
      '01：总结.docx': ['kind:  → summary'],
    });
  });

  test('leaves alone what the ledger has got since, where the clerk wrote nothing', () => {
    const clerk = new Clerk(archive).write(2, '备注', '已核');
    const since = sheetArchive(files, {
      '1 组织领导': [{ file: '01：年度工作计划.docx', date: march, owner: 'party' }],
    });
    expect(changesIn(clerk.into(since))).toEqual({ '01：年度工作计划.docx': ['note:  → 已核'] });
  });

  test('of a field that both have changed, nothing of the row is taken, and all three are told', () => {
    const clerk = new Clerk(archive).write(2, '责任科室', '机关党委').write(2, '备注', '已核');
    const since = sheetArchive(files, {
      '1 组织领导': [{ file: '01：年度工作计划.docx', date: march }],
    });
    const { changes, stale } = clerk.into(since);
    expect(changes).toEqual([]);
    expect(stale[0]?.conflicts).toEqual([
      {
        key: 'owner',
        cell: clerk.name(2, '责任科室'),
        exported: 'office',
        sheet: 'party',
        now: '',
      },
    ]);
  });

  test('both having come to the same is no conflict', () => {
    const clerk = new Clerk(archive).write(2, '责任科室', '机关党委');
    const since = sheetArchive(files, {
      '1 组织领导': [{ file: '01：年度工作计划.docx', date: march, owner: '机关党委' }],
    });
    expect(clerk.into(since)).toMatchObject({ changes: [], stale: [] });
  });

  test('may be sorted, and have columns elsewhere and new ones', () => {
    const clerk = new Clerk(archive).write(4, '备注', '末行');
    const [header = [], ...rows] = clerk.rows;
    const turned = [header, ...rows.reverse()].map((cells) => [
      { is: 'text', text: cells === header ? '我的列' : '随手' } as const,
      ...Array.from({ length: header.length }, (_, at) => cells[at]).reverse(),
    ]);
    clerk.rows.splice(0, clerk.rows.length, ...turned);
    expect(clerk.read().others).toEqual(['我的列']);
    expect(changesIn(clerk.into(archive))).toEqual({ '01：总结.docx': ['note:  → 末行'] });
  });

  test('may have a heading above and blank rows between', () => {
    const clerk = new Clerk(archive).write(2, '备注', '已核');
    clerk.rows.splice(0, 0, [{ is: 'text', text: '二〇二〇年台账' }], []);
    clerk.rows.splice(4, 0, []);
    expect(changesIn(clerk.into(archive))).toEqual({ '01：年度工作计划.docx': ['note:  → 已核'] });
  });

  test('without a row leaves its entry alone, and tells', () => {
    const clerk = new Clerk(archive);
    clerk.rows.splice(1, 1);
    expect(clerk.read().removed.map(({ id }) => id)).toEqual([
      '档案/1 组织领导/01：年度工作计划.docx',
    ]);
    expect(clerk.into(archive).changes).toEqual([]);
  });
});

describe('evidence that is elsewhere by now', () => {
  test('is found by its title when it was numbered anew', () => {
    const clerk = new Clerk(archive).write(3, '备注', '已核');
    const since = sheetArchive({ ...files, '1 组织领导': ['03：活动照片.jpg'] });
    expect(changesIn(clerk.into(since))).toEqual({ '03：活动照片.jpg': ['note:  → 已核'] });
  });

  test('is found by its digest when it was called otherwise', () => {
    const sha256 = 'a'.repeat(64);
    const before = sheetArchive(files, { '2 活动': [{ file: '01：总结.docx', sha256 }] });
    const after = sheetArchive(
      { ...files, '2 活动': ['05：工作总结.docx'] },
      { '2 活动': [{ file: '05：工作总结.docx', sha256 }] },
    );
    const clerk = new Clerk(before).write(4, '备注', '已核');
    expect(changesIn(clerk.into(after))).toEqual({ '05：工作总结.docx': ['note:  → 已核'] });
  });

  test('is told when it is gone and something was written about it', () => {
    const clerk = new Clerk(archive).write(4, '备注', '已核');
    const since = sheetArchive({ ...files, '2 活动': [] });
    expect(clerk.into(since).gone.map(({ recorded, cell }) => [recorded.id, cell])).toEqual([
      ['档案/2 活动/01：总结.docx', clerk.name(4, '备注')],
    ]);
  });

  test('is not told when nothing was', () => {
    const since = sheetArchive({ ...files, '1 组织领导': [] });
    expect(new Clerk(archive).into(since).gone).toEqual([]);
  });
});

/** Problems as `cell wrong`. */
function faults(clerk: Clerk): string[] {
  const read = clerk.read();
  const merge = clerk.into(archive);
  return [...read.problems, ...merge.problems].map(({ cell, fault }) => `${cell} ${fault.wrong}`);
}

describe('what is refused, with its cell', () => {
  test('a word that nobody knows', () => {
    const clerk = new Clerk(archive).write(3, '种类', '照相');
    expect(faults(clerk)).toEqual([`${clerk.name(3, '种类')} kind`]);
  });

  test('a column that was removed', () => {
    const clerk = new Clerk(archive);
    const column = clerk.column('文号');
    for (const cells of clerk.rows) cells.splice(column, 1);
    expect(faults(clerk)).toEqual(['1:1 column-missing']);
  });

  test('a header that was changed, with the one it may be now', () => {
    const clerk = new Clerk(archive).write(1, '退回原因', '退回的原因');
    expect(clerk.read().problems.map(({ fault }) => fault)).toEqual([
      { wrong: 'column-missing', column: '退回原因', like: '退回的原因' },
    ]);
  });

  test('a column that is there twice', () => {
    const clerk = new Clerk(archive);
    clerk.rows[0]?.push({ is: 'text', text: '备注' });
    expect(faults(clerk)).toEqual([`${cellName(0, clerk.column('备注') + 1)} column-twice`]);
  });

  test('merged cells', () => {
    const clerk = new Clerk(archive);
    const column = clerk.column('种类');
    const block = `${clerk.name(2, '种类')}:${clerk.name(3, '种类')}`;
    expect(faults(clerk.merge(1, column, 2, column))).toEqual([`${block} merged`]);
  });

  test('merged cells beside our columns and above the header are nobody’s business', () => {
    const clerk = new Clerk(archive).merge(1, 40, 2, 40).merge(0, 0, 0, 3);
    clerk.rows.splice(0, 0, [{ is: 'text', text: '二〇二〇年台账' }]);
    expect(faults(clerk)).toEqual([]);
  });

  test('a formula', () => {
    const clerk = new Clerk(archive).write(2, '备注', { is: 'formula' });
    expect(faults(clerk)).toEqual([`${clerk.name(2, '备注')} formula`]);
  });

  test('a row without an id, with one that is there already, and with one of another sheet', () => {
    const clerk = new Clerk(archive);
    clerk.rows.push([undefined, { is: 'text', text: '新加的' }]);
    clerk.rows.push(clerk.rows[1] ?? []);
    clerk.rows.push([{ is: 'text', text: '档案/9 别处/01：甲.docx' }]);
    expect(faults(clerk)).toEqual(['A5 id-missing', 'A6 id-twice', 'A7 id-unknown']);
  });

  test('rows of which only some columns were sorted', () => {
    const clerk = new Clerk(archive);
    const id = clerk.column('编号（勿改）');
    const [, second = [], third = []] = clerk.rows;
    [second[id], third[id]] = [third[id], second[id]];
    expect(new Set(clerk.read().problems.map(({ fault }) => fault.wrong))).toEqual(
      new Set(['fixed']),
    );
  });

  test('what was seen, without who saw it', () => {
    const clerk = new Clerk(archive).write(2, '核对结果', '公章');
    expect(faults(clerk)).toEqual([`${clerk.name(2, '核对人')} needs`]);
  });
});

describe('a workbook that is none of ours', () => {
  test.each([
    ['not-exported', (clerk: Clerk) => clerk.grids.slice(0, 2)],
    ['sheet-missing', (clerk: Clerk) => clerk.grids.slice(1)],
    ['sheet-twice', (clerk: Clerk) => [...clerk.grids, ...clerk.grids.slice(0, 1)]],
  ])('is told: %s', (why, gridsOf) => {
    expect(readLedgerSheet(gridsOf(new Clerk(archive)))).toBe(why);
  });

  test('is told when its record was changed', () => {
    const clerk = new Clerk(archive);
    const [data, guide, record] = clerk.grids;
    if (!data || !guide || !record) throw new Error('three sheets');
    const [first = [], ...rest] = record.rows;
    const changed = { ...record, rows: [first, [{ is: 'text', text: 'x' } as const], ...rest] };
    expect(readLedgerSheet([data, guide, changed])).toBe('record-damaged');
  });
});

test('a sheet with English headers comes back as well', () => {
  const clerk = new Clerk(archive, 'en').write(2, 'Kind', 'minutes').write(3, 'Kind', '图片');
  expect(changesIn(clerk.into(archive))).toEqual({
    '01：年度工作计划.docx': ['kind:  → minutes'],
    '02：活动照片.jpg': ['kind:  → photo'],
  });
});
