/** To-do sheets as lists on paper: one for each department, one line for each requirement. */
import type { PrintedColumn, PrintedList } from '../../core/catalogue/printed.js';
import { sheetNames } from '../../core/catalogue/sheet-name.js';
import type { RequirementCoverage } from '../../core/coverage/types.js';
import { linesOf, type Notice } from '../../core/status/notices.js';
import type { StatusLeaf, StatusRow } from '../../core/status/status.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Day } from '../../core/system/types.js';
import type { Messages } from '../../messages/index.js';
import { oneLine } from '../status/parts.js';
import { ratioOf } from '../status/text.js';
import { lackWords } from '../status/words.js';

/** What stands above each table. */
interface NoticeHead {
  /** Name of the unit; empty where the settings give none. */
  readonly unit: string;
  /** Of the scoring system. */
  readonly title: string;
  readonly today: Day;
  /** By which everything is to be handed in; `undefined` where nobody says. */
  readonly due: Day | undefined;
}

/** In the order of the notices. */
export function noticeLists(
  notices: readonly Notice[],
  head: NoticeHead,
  say: Messages,
): readonly PrintedList[] {
  const { notice: words } = say;
  const titles = notices.map((each) => oneLine(departmentOf(each, say)));
  const names = sheetNames(titles, words.heading);
  return notices.map((notice, at) => ({
    name: names[at] ?? '',
    title: titles[at] ?? '',
    heading: words.heading,
    about: aboutLines(notice, head, say),
    columns: columnsOf(say),
    rows: rowsOf(notice, say),
    landscape: true,
  }));
}

export function departmentOf({ owner }: Notice, { notice }: Messages): string {
  return owner ?? notice.nobody;
}

function aboutLines(notice: Notice, { unit, title, today, due }: NoticeHead, say: Messages) {
  const { about } = say.notice;
  const points = formatDecimal(notice.status.pointsToDo);
  return [
    unit === '' ? '' : about.unit({ unit }),
    about.system({ title }),
    about.owner({ owner: departmentOf(notice, say) }),
    about.count({
      today,
      count: linesOf(notice).length,
      points: points === '0' ? undefined : points,
    }),
    due === undefined ? '' : about.due({ due }),
    about.names,
  ]
    .filter((line) => line !== '')
    .map(oneLine);
}

type Key = 'number' | 'indicator' | 'points' | 'requirement' | 'state' | 'found' | 'lacks' | 'note';

/** In millimetres; together as wide as A4 lying down has room for. */
const COLUMNS: readonly (readonly [Key, number, 'left' | 'center'])[] = [
  ['number', 12, 'center'],
  ['indicator', 52, 'left'],
  ['points', 14, 'center'],
  ['requirement', 50, 'left'],
  ['state', 17, 'center'],
  ['found', 22, 'center'],
  ['lacks', 66, 'left'],
  ['note', 24, 'left'],
];

function columnsOf({ notice }: Messages): readonly PrintedColumn<Key>[] {
  return COLUMNS.map(([key, millimetres, align]) => ({
    ...{ key, millimetres, align },
    header: notice.columns[key],
  }));
}

function rowsOf({ status }: Notice, say: Messages): PrintedList['rows'] {
  const lines = status.leaves.flatMap((leaf) => {
    const rows: readonly (StatusRow | undefined)[] = leaf.rows.length > 0 ? leaf.rows : [undefined];
    return rows.map((row, at) => ({ leaf, row, isFirst: at === 0 }));
  });
  return lines.map(({ leaf, row, isFirst }, at) => {
    const { points } = leaf.leaf.indicator;
    const cells: Readonly<Record<Key, string | number>> = {
      number: at + 1,
      indicator: oneLine(`${leaf.leaf.indicator.code} ${leaf.leaf.indicator.name}`),
      // Once for all that an indicator asks for: nobody shall add them up twice.
      points: isFirst && points ? formatDecimal(points) : '',
      ...(row ? askedCells(leaf, row, say) : unaskedCells(leaf, say)),
      note: '',
    };
    return COLUMNS.map(([key]) => cells[key]);
  });
}

type Asked = Readonly<Record<'requirement' | 'state' | 'found' | 'lacks', string>>;

function askedCells(
  leaf: StatusLeaf,
  { coverage, parts, owners }: StatusRow,
  say: Messages,
): Asked {
  const { indicator } = leaf.leaf;
  const { status: words } = say;
  const wordsOf = (each: RequirementCoverage) =>
    lackWords(each, { say, at: indicator, whole: true });
  const lacks = [
    ...wordsOf(coverage),
    ...parts.flatMap((part) =>
      wordsOf(part).map((lack) => words.veto.lacking({ title: part.requirement.title, lack })),
    ),
    ...(owners.length > 1 ? [words.owner({ names: owners })] : []),
  ];
  return {
    requirement: oneLine(coverage.requirement.title),
    state: words.state[coverage.state],
    found: ratioOf(coverage, say),
    lacks: lacks.map(oneLine).join(words.pause),
  };
}

/** Of an indicator of which the scoring system does not say what it asks for. */
function unaskedCells({ leaf }: StatusLeaf, say: Messages): Asked {
  const { status: words } = say;
  const lacks = lackWords(
    { lacks: leaf.lacks.filter(({ is }) => is !== 'none'), counts: 'files' },
    { say, at: leaf.indicator, whole: true },
  );
  return {
    requirement: say.notice.unsaid,
    state: words.state[leaf.state],
    found: String(leaf.evidence.length),
    lacks: lacks.map(oneLine).join(words.pause),
  };
}
