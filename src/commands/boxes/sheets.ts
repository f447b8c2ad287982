/** What `dangan boxes` prints. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import type { Box } from '../../core/catalogue/boxes.js';
import { fontFile } from '../../io/package-files.js';
import type { LabelPaper } from '../../report/boxes/papers.js';
import type { PdfMade, PdfPaper } from '../../report/pdf/pdf-file.js';
import type { Sheet } from './asked.js';

interface Printing {
  readonly archive: Archive;
  readonly chosen: readonly Box[];
  readonly target: string;
  readonly paper: LabelPaper;
}

/** Only a PDF can lack characters. */
type Made = Pick<PdfMade, 'bytes'> & Partial<PdfMade>;

/** Only what is asked for is loaded. */
export async function madeOf(
  sheet: Sheet,
  { archive, chosen, target, paper }: Printing,
  cli: Cli,
): Promise<Made> {
  const { settings, system } = archive;
  const { say } = cli;
  const { name: unit } = settings.unit;
  const { fonds } = settings.catalogue;
  if (sheet === 'notes') return noteSheets({ chosen, target, unit, fonds }, cli);
  const { labelOf } = await import('../../core/catalogue/box-label.js');
  const labels = { labels: chosen.map(labelOf), unit, fonds, system: system.title };
  if (sheet === 'spines') {
    const { spinesPdf } = await import('../../report/boxes/spines.js');
    return spinesPdf(labels, paper, pdfPaper(say.boxes.sheets.spines, cli), say);
  }
  const { facesPdf } = await import('../../report/boxes/faces.js');
  return facesPdf(labels, paper, pdfPaper(say.boxes.sheets.faces, cli), say);
}

async function noteSheets(
  {
    chosen,
    target,
    unit,
    fonds,
  }: Pick<Printing, 'chosen' | 'target'> & {
    readonly unit: string;
    readonly fonds: string | undefined;
  },
  cli: Cli,
): Promise<Made> {
  const { say, language } = cli;
  const { boxNotes } = await import('../../report/boxes/notes.js');
  const notes = boxNotes(chosen, { unit, fonds }, say);
  const title = say.boxes.sheets.notes;
  switch (extname(target).toLowerCase()) {
    case '.docx': {
      const { notesDocx } = await import('../../report/boxes/notes-docx.js');
      return { bytes: notesDocx(notes, say) };
    }
    case '.html': {
      const { notesHtml } = await import('../../report/boxes/notes-html.js');
      return { bytes: Buffer.from(notesHtml(notes, { title, language }, say)) };
    }
    default: {
      const { notesPdf } = await import('../../report/boxes/notes-pdf.js');
      return notesPdf(notes, pdfPaper(title, cli), say);
    }
  }
}

function pdfPaper(title: string, { language }: Cli): PdfPaper {
  return { font: readFileSync(fontFile()), title, language };
}
