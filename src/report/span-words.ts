import { spanLabel } from '../core/dates/label.js';
import type { Span } from '../core/dates/span.js';
import { semesterIn } from '../messages/semester.js';
import type { Messages } from '../messages/index.js';

type SpanWords = Messages['status']['span'];

/** A stretch of days; where only a part of a period is meant, it is called by the whole of it. */
type Told = Span & { readonly whole?: Span };

/** A stretch of days in the user's language: `2020年一季度`; a day stays `2020-03-12`. */
export function spanWords(span: Told, say: Messages): string {
  const words = say.status.span;
  const { year, part } = partsOf(spanLabel(span.whole ?? span), words);
  if (year === undefined) return part;
  return part === '' ? words.year({ year }) : words.inYear({ year, part });
}

/** Several, those of one year in a row together: 2019年四季度, 2020年一季度、三季度. */
export function spansWords(spans: readonly Told[], say: Messages): readonly string[] {
  const { span: words, listMark } = say.status;
  const groups: { readonly year: string | undefined; readonly parts: string[] }[] = [];
  for (const span of spans) {
    const { year, part } = partsOf(spanLabel(span.whole ?? span), words);
    const last = groups.at(-1);
    if (last && part !== '' && year !== undefined && year === last.year) last.parts.push(part);
    // A whole year stands by itself.
    else
      groups.push({ year: part === '' ? undefined : year, parts: [part || spanWords(span, say)] });
  }
  return groups.map(({ year, parts }) => {
    const part = parts.join(listMark);
    return year === undefined ? part : words.inYear({ year, part });
  });
}

/** The year of what is shorter than one, and what it is of that year; without a year where there are several. */
function partsOf(
  label: string,
  words: SpanWords,
): { readonly year: string | undefined; readonly part: string } {
  if (label.includes('..')) {
    const [from = '', to = ''] = label.split('..');
    const isYears = from.length === 4;
    const semester = semesterIn(label);
    if (semester) return { year: undefined, part: words.semester(semester) };
    const part = isYears ? words.years({ first: from, last: to }) : words.stretch({ from, to });
    return { year: undefined, part };
  }
  if (label.length === 10) return { year: undefined, part: label };
  const [year = '', part = ''] = label.split('-');
  return { year, part: part === '' ? '' : partOf(part, words) };
}

function partOf(part: string, words: SpanWords): string {
  const number = Number(part.replace(/^[A-Z]/, ''));
  switch (part.charAt(0)) {
    case 'Q':
      return words.quarter({ quarter: number });
    case 'H':
      return words.half({ half: number });
    case 'W':
      return words.week({ week: number });
    default:
      return words.month({ month: number });
  }
}
