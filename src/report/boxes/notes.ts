/** The note at the end of each box (备考表, DA/T 22-2015, annex E), before it is put on paper. */
import type { BoxEnd } from '../../core/catalogue/box-label.js';
import { labelOf } from '../../core/catalogue/box-label.js';
import type { Box } from '../../core/catalogue/boxes.js';
import type { Messages } from '../../messages/index.js';

export interface BoxNote {
  /** `第 3 盒`. */
  readonly box: string;
  /** Whose it is, and which box. */
  readonly about: string;
  /** What is known of its papers. */
  readonly told: readonly string[];
}

interface NoteAbout {
  readonly unit: string;
  readonly fonds: string | undefined;
}

export function boxNotes(
  boxes: readonly Box[],
  { unit, fonds }: NoteAbout,
  { boxes: say }: Messages,
): readonly BoxNote[] {
  return boxes.map((box) => ({
    box: say.numbered({ number: box.number }),
    about: [
      unit,
      fonds === undefined ? '' : `${say.spine.fonds} ${fonds}`,
      say.numbered({ number: box.number }),
    ]
      .filter((each) => each !== '')
      .join('\u3000\u3000'),
    told: toldOf(box, say),
  }));
}

function toldOf(box: Box, say: Messages['boxes']): readonly string[] {
  const { contents, pages, sheets, uncounted, overfull } = box;
  const { first, last } = labelOf(box);
  const rows = contents.flatMap((content) => content.rows);
  const paperless = rows.filter((row) => row.pages === 0).length;
  const divided = contents.filter(({ pieces }) => pieces > 1);
  const ends = [first, last].map((end) => endWords(end, say));
  return [
    say.note.holds({ volumes: contents.length, files: rows.length, pages, sheets }),
    say.note.from({ first: ends[0] ?? '', last: ends[1] ?? '' }),
    ...divided.map(({ volume, piece, pieces }) =>
      say.note.divided({ volume: volume.indicator?.code ?? volume.title, piece, pieces }),
    ),
    ...(uncounted > 0 ? [say.note.uncounted({ count: uncounted })] : []),
    ...(paperless > 0 ? [say.note.paperless({ count: paperless })] : []),
    ...(overfull ? [say.note.overfull] : []),
  ];
}

function endWords(end: BoxEnd, say: Messages['boxes']): string {
  return say.endOf(end).replaceAll('\n', ' ');
}
