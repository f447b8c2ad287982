/** Days out of what programs and cameras write into files, and those that are not worth believing. */
import type { Day } from '../system/types.js';

/**
 * What programs put into every new file: the moment when their template was made, or nothing at all. A workbook of Excel
 * says 2006 or 2015 whenever it was begun, a WPS document 2014.
 */
const TEMPLATES = new Set([
  '1996-12-17T01:32:42',
  '2006-08-16T00:00:00',
  '2006-09-13T11:21:51',
  '2006-09-16T00:00:00',
  '2013-01-27T09:14:16',
  '2013-12-23T23:15:00',
  '2014-10-29T12:08:00',
  '2015-06-05T18:17:20',
  '2015-06-05T18:19:34',
  // Phones whose program never asked the clock.
  '2002-12-08T12:00:00',
  '2000-01-01T00:00:00',
]);

/** Where clocks begin: 1601, 1904, 1970, and 1980 for FAT and zip. */
const EARLIEST = '1980-01-02';

/** What `docProps/core.xml` has: `2020-03-12T08:30:00Z`, a part of it, or with an offset. */
const W3C = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)[.\d]*(Z|[-+]\d\d:?\d\d)?)?$/;
/** `D:20200312083000+08'00'`; all but the year may be missing. */
const PDF = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(Z|[-+]\d\d'?\d\d)?/;
/** `2020:03:12 08:30:00`, in the time of the place where the photo was taken. */
const EXIF = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d:\d\d:\d\d))?/;

export function dayOfW3c(text: string): Day | undefined {
  const [, day, time, zone] = W3C.exec(text.trim()) ?? [];
  return day === undefined ? undefined : believed(day, time, zone);
}

export function dayOfPdf(text: string): Day | undefined {
  const [, year = '', month = '', day = '', hour, minute, second, zone] =
    PDF.exec(text.trim()) ?? [];
  const time = hour && minute ? `${hour}:${minute}:${second ?? '00'}` : undefined;
  return believed(`${year}-${month}-${day}`, time, zone);
}

export function dayOfExif(text: string): Day | undefined {
  const [, year = '', month = '', day = '', time] = EXIF.exec(text.trim()) ?? [];
  return believed(`${year}-${month}-${day}`, time, undefined);
}

/** What the older formats of Office have: 100 nanoseconds since 1601, in UTC. */
export function dayOfFileTime(ticks: bigint): Day | undefined {
  const ms = Number(ticks / 10_000n) - FILE_TIME_MS;
  if (ms < 0 || ms > LAST_MS) return undefined;
  const [day = '', time] = new Date(ms).toISOString().slice(0, 19).split('T');
  return believed(day, time, 'Z');
}

const FILE_TIME_MS = 11_644_473_600_000;
/** 9999-12-31: later ones have more digits. */
const LAST_MS = 253_402_300_799_000;

function believed(
  day: string,
  time: string | undefined,
  zone: string | undefined,
): Day | undefined {
  const seconds = time === undefined || time.length === 8 ? time : `${time}:00`;
  const moment = new Date(`${day}T${seconds ?? '00:00:00'}Z`);
  // February 30 would be taken for March 1 or 2.
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(day)) return undefined;
  if (seconds !== undefined && isOfTemplate(moment)) return undefined;
  const local = seconds !== undefined && isUtc(zone) ? later(moment, 8).slice(0, 10) : day;
  return local < EARLIEST ? undefined : local;
}

/** Programs that make one format of another have taken UTC for the time of the place, or the other way round. */
function isOfTemplate(moment: Date): boolean {
  return [-8, 0, 8].some((hours) => TEMPLATES.has(later(moment, hours)));
}

/**
 * The evidence is Chinese, and all of China has one time: what is in UTC is told in it, whatever this computer's is.
 * Another offset is that of the writer's place, where the day is the one that is written.
 */
function isUtc(zone: string | undefined): boolean {
  return zone !== undefined && /^(?:Z|[-+]00'?:?00)$/.test(zone);
}

/** `2020-03-12T08:30:00`, some hours later. */
function later(moment: Date, hours: number): string {
  return new Date(moment.getTime() + hours * 3_600_000).toISOString().slice(0, 19);
}
