import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { volumeOf } from '../../../test/helpers/volumes.js';
import { planBoxes, sheetsOf, thicknessOf, type Box } from './boxes.js';
import { DEFAULT_SETTINGS, type BoxSettings } from '../archive/settings.js';
import { labelOf } from './box-label.js';
import type { Volume } from './types.js';

/** Boxes of 20 and 50 mm: 160 and 400 sheets. */
const rules: BoxSettings = { ...DEFAULT_SETTINGS.boxes, widths: [20, 50], together: true };
const classOf = ({ part }: Volume) => part?.code ?? '';
const plan = (volumes: readonly Volume[], of: Partial<BoxSettings> = {}) =>
  planBoxes(volumes, { ...rules, ...of }, classOf);

/** `20: 1.1×2 1.2×1`: the spine, and how many files of each volume are in the box. */
const told = (boxes: readonly Box[]) =>
  boxes.map(({ width, contents }) => {
    const each = contents.map(({ volume, rows, piece, pieces }) => {
      const part = pieces === 1 ? '' : ` ${piece}/${pieces}`;
      return `${volume.indicator?.code ?? ''}×${rows.length}${part}`;
    });
    return `${width}: ${each.join(' ')}`;
  });

describe('volumes in boxes', () => {
  test('what fits goes into one box, the narrowest that holds it', () => {
    expect(told(plan([volumeOf('1.1 甲', [100]), volumeOf('1.2 乙', [60])]))).toEqual([
      '20: 1.1×1 1.2×1',
    ]);
  });

  test('a sheet more takes the next box', () => {
    expect(told(plan([volumeOf('1.1 甲', [100]), volumeOf('1.2 乙', [61])]))).toEqual([
      '50: 1.1×1 1.2×1',
    ]);
  });

  test('a volume that the rest of a box is too small for begins the next', () => {
    const volumes = [
      volumeOf('1.1 甲', [300]),
      volumeOf('1.2 乙', [100, 50]),
      volumeOf('1.3 丙', [9]),
    ];
    expect(told(plan(volumes))).toEqual(['50: 1.1×1', '20: 1.2×2 1.3×1']);
  });

  test('a volume larger than a box is divided between its files', () => {
    const volumes = [
      volumeOf('1.1 甲', [5]),
      volumeOf('1.2 乙', [200, 200, 200, 10]),
      volumeOf('1.3 丙', [9]),
    ];
    expect(told(plan(volumes))).toEqual(['20: 1.1×1', '50: 1.2×2 1/2', '50: 1.2×2 2/2 1.3×1']);
  });

  test('a file thicker than any box is alone in one, and said to be', () => {
    const boxes = plan([volumeOf('1.1 甲', [5, 900, 5])]);
    expect(told(boxes)).toEqual(['20: 1.1×1 1/3', '50: 1.1×1 2/3', '20: 1.1×1 3/3']);
    expect(boxes.map(({ overfull }) => overfull)).toEqual([false, true, false]);
  });

  test('classes do not share a box, unless they may', () => {
    const volumes = [volumeOf('1.1 甲', [5]), volumeOf('2.1 乙', [5])];
    expect(told(plan(volumes, { together: false }))).toEqual(['20: 1.1×1', '20: 2.1×1']);
    expect(told(plan(volumes))).toEqual(['20: 1.1×1 2.1×1']);
  });

  test('both sides of a sheet halve the paper, file by file', () => {
    const [box] = plan([volumeOf('1.1 甲', [3, 3, 3])], { doubleSided: true });
    expect([box?.sheets, box?.pages]).toEqual([6, 9]);
  });

  test('a file whose pages nobody counted is one sheet, and counted', () => {
    const [box] = plan([volumeOf('1.1 甲', [3, undefined])]);
    expect([box?.sheets, box?.pages, box?.uncounted]).toEqual([4, 3, 1]);
  });

  test('nothing in, nothing out', () => {
    expect(plan([volumeOf('1.1 甲', [])])).toEqual([]);
  });

  test('eight sheets are a millimetre', () => {
    expect([
      thicknessOf(160, DEFAULT_SETTINGS.boxes),
      thicknessOf(1, DEFAULT_SETTINGS.boxes),
    ]).toEqual([20, 0.2]);
  });
});

const pages = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 150 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 700 }) },
);
const volumes = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(pages, { maxLength: 12 })), {
    maxLength: 15,
  })
  .map((all) =>
    all
      .toSorted(([a], [b]) => a - b)
      .map(([part, counts], at) => volumeOf(`${part}.${at} 卷`, counts)),
  );
const anyRules = fc.record({
  widths: fc.subarray([20, 30, 40, 50], { minLength: 1 }),
  sheetsPerMm: fc.constantFrom(5, 8, 10),
  doubleSided: fc.boolean(),
  together: fc.boolean(),
});

describe('every plan', () => {
  const each = (holds: (boxes: readonly Box[], all: readonly Volume[], of: BoxSettings) => void) =>
    fc.assert(
      fc.property(volumes, anyRules, (all, of) => holds(planBoxes(all, of, classOf), all, of)),
    );

  test('has each file once, in order', () => {
    each((boxes, all) => {
      const rows = boxes.flatMap(({ contents }) => contents.flatMap((content) => content.rows));
      expect(rows).toEqual(all.flatMap((volume) => volume.rows));
    });
  });

  test('has no box thicker than its spine, unless a single file is', () => {
    each((boxes, _, of) => {
      for (const box of boxes) {
        const files = box.contents.flatMap(({ rows }) => rows);
        expect(box.overfull).toBe(thicknessOf(box.sheets, of) > box.width);
        if (box.overfull) expect(files.length).toBe(1);
      }
    });
  });

  test('keeps the sum of pages and of sheets', () => {
    each((boxes, all, of) => {
      const rows = all.flatMap((volume) => volume.rows);
      const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
      expect(sum(boxes.map((box) => box.pages))).toBe(sum(rows.map((row) => row.pages ?? 0)));
      expect(sum(boxes.map((box) => box.sheets))).toBe(sum(rows.map((row) => sheetsOf(row, of))));
    });
  });

  test('divides no volume that a box can hold', () => {
    each((boxes, _, of) => {
      const room = Math.max(...of.widths) * of.sheetsPerMm;
      for (const { volume, pieces } of boxes.flatMap(({ contents }) => contents)) {
        const sheets = volume.rows.reduce((total, row) => total + sheetsOf(row, of), 0);
        if (pieces > 1) expect(sheets).toBeGreaterThan(room);
      }
    });
  });
});

describe('the label of a box', () => {
  const [box] = plan([volumeOf('1.1 甲', [5, 5]), volumeOf('1.2 乙', [5, 5, 5])]);
  const label = box && labelOf(box);

  test('has the first and the last file', () => {
    expect([label?.first, label?.last]).toEqual([
      { code: '1.1', number: 1 },
      { code: '1.2', number: 3 },
    ]);
  });

  test('has the first and the last year', () => {
    expect(label?.years).toEqual(['2018', '2020']);
  });

  test('has each part and each retention once', () => {
    expect([label?.parts, label?.retentions]).toEqual([[{ code: '1', name: '组织领导' }], ['D30']]);
  });
});
