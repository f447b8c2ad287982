/** The hand-over form as rows and cells, whatever it is written as. */
import type { ReceiptFacts } from '../../core/bundle/receipt.js';
import type { Messages } from '../../messages/index.js';
import { groupsOfFour } from '../digest-groups.js';
import { fit } from '../wrap.js';

/** Columns of the grid, in mm: rows of three cells and rows of four fit both. */
export const GRID = [34, 51, 17, 17, 51] as const;

export interface Cell {
  /** Columns of the grid. */
  readonly span: number;
  readonly kind: 'label' | 'text' | 'digest' | 'sign' | 'code';
  readonly lines: readonly string[];
  /** Smaller, below the lines. */
  readonly note?: string;
}

export interface Row {
  /** At least, in mm. */
  readonly height: number;
  readonly cells: readonly Cell[];
}

export interface Form {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** Columns of text that two lines over the whole width have room for. An office's full name must not be cut. */
const TWO_LINES = 128;

/** Fits one page of A4 whatever the facts say: what is too long is cut. */
export function formOf(facts: ReceiptFacts, say: Messages): Form {
  const { receipt: words } = say;
  return {
    title: words.title,
    rows: [
      row(9, label(words.task), text(4, fit(words.taskOf(facts), TWO_LINES))),
      row(18, label(words.content), text(4, ...contentLines(facts, say))),
      row(
        11,
        label(words.quantity),
        text(1, words.items(facts)),
        label(words.volume, undefined, 2),
        text(1, volumeOf(facts.bytes), words.bytes({ bytes: facts.bytes })),
      ),
      row(11, label(words.medium), text(1), label(words.mediumKind, undefined, 2), text(1)),
      row(
        9,
        label(words.checks),
        text(2, fit(words.sender({ unit: facts.unit }), 84)),
        text(2, words.receiver),
      ),
      ...words.checkRows.map(([name, note]) => row(10.5, label(name, note), text(2), text(2))),
      row(45, label(words.digest, words.digestNote), digestCell(facts, say), code()),
      ...words.signRows.map((name) => row(12, label(name), sign(words.date), sign(words.date))),
      row(23, label(words.seal), sign(words.date), sign(words.date)),
    ],
    notes: [words.measured({ software: fit(facts.software, 40) }), words.howToCheck],
  };
}

function row(height: number, ...cells: Cell[]): Row {
  return { height, cells };
}

function label(name: string, note?: string, span = 1): Cell {
  return { span, kind: 'label', lines: [name], ...(note !== undefined && { note }) };
}

function text(span: number, ...lines: string[]): Cell {
  return { span, kind: 'text', lines };
}

function sign(date: string): Cell {
  return { span: 2, kind: 'sign', lines: [date] };
}

function code(): Cell {
  return { span: 1, kind: 'code', lines: [] };
}

function contentLines(facts: ReceiptFacts, { receipt: words }: Messages): string[] {
  const form = words.form({ version: facts.version, kind: facts.kind });
  return [
    words.about(facts),
    facts.period === '' ? '' : fit(words.period({ period: facts.period.split('/') }), 68),
    words.bundle({
      name: facts.name,
      form,
      packed: fit(facts.packed, 20),
      bagCount: fit(facts.bagCount, 20),
      signature: words.signature(facts.signature),
    }),
  ]
    .filter((line) => line !== '')
    .map((line) => fit(line, TWO_LINES));
}

/** In GB or MB with three decimals, as the form asks. */
function volumeOf(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(3)} GB` : `${(bytes / 1e6).toFixed(3)} MB`;
}

function digestCell(facts: ReceiptFacts, { receipt: words }: Messages): Cell {
  const { file, digest } = facts;
  const lines = [
    ...(file
      ? [fit(words.file({ name: file.name, bytes: file.sizeBytes }), 50), ...halves(file.sha256)]
      : []),
    ...(digest === undefined ? [] : [words.tagManifest, ...halves(digest)]),
  ];
  return { span: 3, kind: 'digest', lines };
}

/** Sixteen groups of four, on two lines. */
function halves(digest: string): string[] {
  return [groupsOfFour(digest.slice(0, 32)), groupsOfFour(digest.slice(32))];
}

/** Is a line of a `digest` cell part of a digest? It is set in letters of one width. */
export function isDigestLine(line: string): boolean {
  return /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/.test(line);
}
