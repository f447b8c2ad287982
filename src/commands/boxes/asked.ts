/** What `dangan boxes` is asked for, from its options. */
import { extname, resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { BOX_WIDTHS, SHEETS_PER_MM } from '../../core/archive/settings/boxes.js';
import type { BoxSettings } from '../../core/archive/settings.js';
import type { Box } from '../../core/catalogue/boxes.js';
import { foldName } from '../../core/text.js';
import { DanganError } from '../../errors.js';
import type { LabelPaper } from '../../report/boxes/papers.js';

export interface BoxesOptions {
  readonly spines?: string;
  readonly faces?: string;
  readonly notes?: string;
  readonly paper: LabelPaper;
  readonly widths?: string;
  readonly sheetsPerMm?: string;
  readonly doubleSided?: boolean;
  readonly together?: boolean;
  readonly box?: string;
  readonly force?: boolean;
  readonly format: 'text' | 'json';
}

const SHEETS = ['spines', 'faces', 'notes'] as const;
export type Sheet = (typeof SHEETS)[number];
/** By extension of the file. */
const EXTENSIONS: Readonly<Record<Sheet, readonly string[]>> = {
  spines: ['.pdf'],
  faces: ['.pdf'],
  notes: ['.docx', '.pdf', '.html'],
};

/** A file to be written. */
export interface Target {
  readonly sheet: Sheet;
  readonly target: string;
}

/** @throws {DanganError} USAGE - The extension is none that can be written, or a file is named twice. */
export function targetsOf(options: BoxesOptions, cli: Cli): readonly Target[] {
  const targets = SHEETS.flatMap((sheet): Target[] => {
    const path = options[sheet];
    if (path === undefined) return [];
    const target = resolve(cli.cwd, path);
    const known = EXTENSIONS[sheet];
    if (!known.includes(extname(target).toLowerCase())) {
      throw wrong(cli.say.boxes.badFile({ path, known }));
    }
    return [{ sheet, target }];
  });
  const twice = targets.find(({ target }, at) =>
    targets.slice(0, at).some((before) => foldName(before.target) === foldName(target)),
  );
  if (twice) throw wrong(cli.say.boxes.sameFile({ path: options[twice.sheet] ?? '' }));
  return targets;
}

/** What the command line says otherwise than the settings. */
export function rulesAsked(
  { widths, sheetsPerMm, doubleSided, together }: BoxesOptions,
  { say: { boxes: say } }: Cli,
): Partial<BoxSettings> {
  const asked = widths?.split(/[,，、\s]+/u).filter((each) => each !== '');
  const wide = asked?.map((each) => wholeNumber(each, BOX_WIDTHS));
  if (widths !== undefined && (wide?.length === 0 || wide?.includes(undefined) === true)) {
    throw wrong(say.badWidths({ value: widths, ...BOX_WIDTHS }));
  }
  const sheets = sheetsPerMm === undefined ? undefined : wholeNumber(sheetsPerMm, SHEETS_PER_MM);
  if (sheetsPerMm !== undefined && sheets === undefined) {
    throw wrong(say.badSheets({ value: sheetsPerMm, ...SHEETS_PER_MM }));
  }
  return {
    ...(wide && { widths: [...new Set(wide.flatMap((each) => each ?? []))].sort((a, b) => a - b) }),
    ...(sheets !== undefined && { sheetsPerMm: sheets }),
    ...(doubleSided === true && { doubleSided }),
    ...(together === true && { together }),
  };
}

function wholeNumber(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return number >= min && number <= max ? number : undefined;
}

/** @param asked - `3`, `3-5`, `3,7`; `undefined` for all. */
export function chosenOf(
  all: readonly Box[],
  asked: string | undefined,
  { say }: Cli,
): readonly Box[] {
  if (asked === undefined) return all;
  const numbers = new Set<number>();
  for (const part of asked.split(/[,，、]/u)) {
    const [, from, to = from] =
      /^\s*(\d{1,6})\s*(?:[-—–~～至到]\s*(\d{1,6}))?\s*$/u.exec(part) ?? [];
    const [first, last] = [Number(from ?? NaN), Number(to ?? NaN)];
    if (!(first >= 1 && last <= all.length && first <= last)) {
      throw wrong(say.boxes.badBox({ value: asked, boxes: all.length }));
    }
    for (let number = first; number <= last; number += 1) numbers.add(number);
  }
  return all.filter(({ number }) => numbers.has(number));
}

function wrong(what: string): DanganError {
  return new DanganError('USAGE', { what, command: 'boxes' });
}
