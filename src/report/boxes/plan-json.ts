/** One document, `dangan/boxes@1`; see schemas/boxes.schema.json. */
import type { BoxSettings } from '../../core/archive/settings.js';
import { thicknessOf, type Box } from '../../core/catalogue/boxes.js';

export function planJson(
  boxes: readonly Box[],
  rules: BoxSettings,
  written: readonly string[],
): string {
  const document = {
    schema: 'dangan/boxes@1',
    ok: true,
    rules,
    boxes: boxes.map(({ contents, sheets, ...box }) => ({
      ...box,
      sheets,
      thickness: thicknessOf(sheets, rules),
      contents: contents.map(({ volume, rows, piece, pieces }) => ({
        code: volume.indicator?.code,
        title: volume.title,
        path: volume.path,
        piece,
        pieces,
        files: rows.map(({ path, number, pages }) => ({ path, number, pages })),
      })),
    })),
    written,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
