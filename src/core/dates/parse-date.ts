import { parseWindow } from '../system/windows.js';
import type { Span } from './span.js';

/** The days that a date means: a day, or all of its week, month, quarter, half-year, year or stretch. */
export function parseDate(text: string): Span | undefined {
  const whole = text.includes('..') ? text : `${text}..${text}`;
  const window = parseWindow(whole);
  return window && 'from' in window && window.to !== undefined
    ? { from: window.from, to: window.to }
    : undefined;
}
