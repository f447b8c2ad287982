/** What stamping comes to, for a person: by folder, then what is left as it is and why. */
import { nameOf, parentOf } from '../../core/archive/paths.js';
import { groupBy } from '../../core/group.js';
import { parseName } from '../../core/naming/parse.js';
import type { LeftReason, StampRow } from '../../core/stamp/plan.js';
import { thousands } from '../../messages/thousands.js';
import { columns, type Row } from '../columns.js';
import { printable } from '../printable.js';
import type { TextStyle } from '../text-style.js';
import { fit, wrap } from '../wrap.js';

interface StampReport {
  readonly rows: readonly StampRow[];
  readonly write: boolean;
  /** The journal's id; `undefined` when nothing was changed. */
  readonly entry: string | undefined;
  /** Could old formats be converted here, and are not? */
  readonly canConvert: boolean;
  /** What to type to have it done. */
  readonly command: string;
}

/** Of each folder so many, of all together so many; of each reason so many examples. */
const FEW = 12;
const ENOUGH = 120;
const EXAMPLES = 3;

export function stampText(report: StampReport, all: boolean, style: TextStyle): string {
  const stamped = report.rows.filter(({ outcome }) => outcome.did === 'stamped');
  const blocks = [
    ...foldersText(stamped, all, style),
    leftText(report.rows, all, style),
    summaryText(report, stamped, style),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function foldersText(rows: readonly StampRow[], all: boolean, style: TextStyle): string[] {
  const say = style.say.stamp;
  const folders = [...groupBy(rows, ({ path }) => parentOf(path))];
  const blocks: string[] = [];
  let shown = 0;
  for (const [folder, group] of folders) {
    if (!all && shown >= ENOUGH) break;
    const some = all || group.length <= FEW + 1 ? group : group.slice(0, FEW);
    const rest = group.length - some.length;
    blocks.push(
      [
        style.paint.bold(printable(folder)),
        ...columns(
          some.map((row) => cellsOf(row, style)),
          { width: style.columns },
        ),
        ...(rest > 0 ? [`  ${say.moreInFolder({ count: rest })}`] : []),
      ].join('\n'),
    );
    shown += group.length;
  }
  const more = { files: rows.length - shown, folders: folders.length - blocks.length };
  if (more.folders > 0) blocks.push(say.moreFolders(more));
  return blocks;
}

/** The name; beside it the text where that is another than the name, and what it replaces. */
function cellsOf({ path, text, outcome }: StampRow, { say, paint }: TextStyle): Row {
  const name = nameOf(path);
  const words = say.stamp;
  const { before = [], converted } = outcome.did === 'stamped' ? outcome : {};
  const notes = [
    ...(converted ? [words.becomes({ name: printable(nameOf(converted.to)) })] : []),
    ...(isItsName(name, text) ? [] : [words.footer({ text: printable(text) })]),
    ...(before.length > 0 ? [words.replaces({ names: before.map(printable) })] : []),
  ];
  return [printable(name), paint.dim(notes.join(say.marks.comma))];
}

function isItsName(name: string, text: string): boolean {
  const { extension } = parseName(name);
  return name.slice(0, name.length - extension.length) === text;
}

/** A person has to do something about these, so that some are named. */
const NAMED: ReadonlySet<LeftReason> = new Set<LeftReason>([
  'protected',
  'signed',
  'encrypted',
  'pdf-a',
  'damaged',
  'no-pages',
  'too-large',
  'no-room',
  'no-glyph',
  'absent',
  'open',
  'changed',
  'unreadable',
  'gave-up',
  'not-converted',
  'name-taken',
]);

function leftText(rows: readonly StampRow[], all: boolean, style: TextStyle): string {
  const { say, paint } = style;
  const left = rows.flatMap(({ outcome, ...row }) =>
    outcome.did === 'left' ? [{ ...row, because: outcome.because }] : [],
  );
  if (left.length === 0) return '';
  const groups = groupBy(left, ({ because }) => because);
  // In the order of the words, whatever comes first in the archive.
  const reasons = (Object.keys(say.stamp.left) as LeftReason[]).filter((each) => groups.has(each));
  const width = Math.max(...[...groups.values()].map(({ length }) => thousands(length).length));
  const lines = reasons.flatMap((reason) => {
    const group = groups.get(reason) ?? [];
    const count = thousands(group.length).padStart(width);
    const [first = '', ...others] = wrap(
      say.stamp.left[reason] + formatsIn(reason, group, style),
      style.columns - width - 4,
    );
    const indent = ' '.repeat(width + 4);
    const named = all || NAMED.has(reason) ? group : [];
    const shown = all ? named : named.slice(0, EXAMPLES);
    const rest = named.length - shown.length;
    return [
      `  ${count}  ${first}`,
      ...others.map((line) => indent + line),
      ...shown.map(({ path }) =>
        paint.dim(indent + fit(printable(path), style.columns - width - 4)),
      ),
      ...(rest > 0 ? [paint.dim(indent + say.stamp.others({ count: rest }))] : []),
    ];
  });
  return [paint.bold(say.stamp.leftHead({ count: left.length })), ...lines].join('\n');
}

/** Of formats that nothing is written into, which they are. */
function formatsIn(
  reason: LeftReason,
  rows: readonly Pick<StampRow, 'path' | 'format'>[],
  { say }: TextStyle,
): string {
  if (reason !== 'old' && reason !== 'unsupported') return '';
  // WPS has extensions of its own for them, and those are what a clerk sees.
  const shown = ({ path, format }: Pick<StampRow, 'path' | 'format'>) =>
    parseName(path).extension.slice(1).toLowerCase() || (format ?? '');
  return say.marks.aside({ text: counted(rows.map(shown), say) });
}

/** `docx 12, pdf 3`, the most first. */
function counted(words: readonly string[], say: TextStyle['say']): string {
  return [...groupBy(words, (word) => word)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([format, { length: count }]) => say.stamp.format({ format, count }))
    .join(say.marks.comma);
}

function summaryText(
  report: StampReport,
  stamped: readonly StampRow[],
  { say, paint, columns: width }: TextStyle,
): string {
  const { rows, write, entry, command } = report;
  const words = say.stamp;
  const { length: count } = stamped;
  const formats = counted(
    stamped.map(({ format, outcome }) =>
      outcome.did === 'stamped' && outcome.converted ? outcome.converted.into : (format ?? ''),
    ),
    say,
  );
  const same = rows.filter(({ outcome }) => outcome.did === 'same').length;
  const head =
    count === 0
      ? paint.green(words.nothing)
      : write
        ? paint.green(words.done({ count, formats, id: entry ?? '' }))
        : paint.bold(words.planned({ count, formats }));
  const isOld = rows.some(({ outcome }) => 'because' in outcome && outcome.because === 'old');
  const isConverted = stamped.some(({ outcome }) => 'converted' in outcome);
  const untitled = stamped.filter(({ path }) => parseName(nameOf(path)).ordinal === undefined);
  const { next } = words;
  const hints = [
    ...(same > 0 ? [words.same({ count: same })] : []),
    ...(untitled.length > 0 ? [next.untitled({ count: untitled.length })] : []),
    ...(isOld ? [report.canConvert ? next.convert : next.noOffice] : []),
    ...(write && isConverted ? [next.lookAt] : []),
    ...(count === 0 ? [] : [write ? next.undo : next.write({ command })]),
  ];
  return [head, ...hints.flatMap((text) => wrap(text, width - 2).map((line) => `  ${line}`))].join(
    '\n',
  );
}
