import type { Day } from '../system/types.js';

/** A stretch of days, both ends included; a single day has `from` and `to` alike. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Does `inner` lie in `outer` with all its days? */
export function isWithinSpan(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}
