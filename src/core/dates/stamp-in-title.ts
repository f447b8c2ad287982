import { beijingDay } from './beijing-day.js';
import type { Span } from './span.js';

/** `mmexport1683871204567`, `wx_camera_1683871204567`: milliseconds since 1970, as WeChat names what it saves. */
const STAMP = /(?:mmexport|wx_camera_)(1[3-9]\d{11})(?!\d)/i;

/** The day on which a telephone saved it, in Beijing: not before it was taken, and often on the same day. */
export function stampInTitle(title: string): Span | undefined {
  const [, digits] = STAMP.exec(title) ?? [];
  if (digits === undefined) return undefined;
  const day = beijingDay(Number(digits));
  return { from: day, to: day };
}
