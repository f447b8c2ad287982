import { parseDate } from '../dates/parse-date.js';
import { daysIn } from '../dates/calendar.js';
import type { Fields } from './fields.js';
import type { Day, Window } from './types.js';

/** `window: recent`, `window: 2018..2020`, or a mapping of one of the forms. */
export function windowOf(fields: Fields, key: string): Window | undefined {
  const text = fields.text(key);
  const window = text === undefined ? windowIn(fields.fields(key), fields, key) : parseWindow(text);
  if (text !== undefined && !window) {
    fields.reportAt(key, { wrong: 'form', key, found: text, form: 'window' });
  }
  if (window && 'from' in window && window.to !== undefined && window.to < window.from) {
    fields.reportAt(key, { wrong: 'order', key, found: `${window.from}..${window.to}` });
    return undefined;
  }
  return window;
}

const FORMS = ['from', 'years', 'months', 'term'];

function windowIn(window: Fields | undefined, fields: Fields, key: string): Window | undefined {
  if (!window) return undefined;
  // One that has none of them is either empty or misspelt: the schema tells that.
  if (window.present(FORMS).length > 1) {
    fields.reportAt(key, { wrong: 'one-of', key, keys: FORMS });
    return undefined;
  }
  const years = window.range('years');
  if (years) return { years: years.min, current: window.truth('current') ?? false };
  const months = window.range('months');
  if (months) return { months: months.min, before: window.range('before')?.min ?? 0 };
  const term = window.range('term');
  if (term) return { term: term.min };
  const from = dayOf(window, 'from', 'first');
  return from === undefined ? undefined : { from, to: dayOf(window, 'to', 'last') };
}

function dayOf(window: Fields, key: string, end: 'first' | 'last'): Day | undefined {
  const text = window.text(key);
  const day = dayAt(text, end);
  // The schema has seen to the digits; a thirteenth month or 30 February is left.
  if (text !== undefined && day === undefined && /^\d{4}(-\d{2}){0,2}$/.test(text)) {
    window.reportAt(key, { wrong: 'form', key, found: text, form: 'day' });
  }
  return day;
}

/** Days, months or years at both ends of `..`, both included; one year, quarter or month; anything else is a name. */
export function parseWindow(text: string): Window | undefined {
  if (!text.includes('..')) {
    // From one year to another is written with `..`, as everywhere.
    const isOne = (text.match(/\d{4}/g) ?? []).length === 1;
    return (isOne ? parseDate(text) : undefined) ?? { name: text };
  }
  const [first = '', last = '', more] = text.split('..');
  if (more !== undefined) return undefined;
  const from = dayAt(first, 'first');
  const to = dayAt(last, 'last');
  return from && (to !== undefined || last === '') ? { from, to } : undefined;
}

/** The first or last day of a year, month or day. */
function dayAt(text: string | undefined, end: 'first' | 'last'): Day | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text ?? '');
  if (!match) return undefined;
  const [, year = '', month = end === 'first' ? '01' : '12', day] = match;
  if (month < '01' || month > '12') return undefined;
  const lastDay = String(daysIn(Number(year), Number(month)));
  if (day !== undefined && (day < '01' || day > lastDay)) return undefined;
  return `${year}-${month}-${day ?? (end === 'first' ? '01' : lastDay)}`;
}
