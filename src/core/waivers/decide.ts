/** What a person types of a waiver, as a change of `waivers.yaml`: in the place of what stood there about the same. */
import { DanganError } from '../../errors.js';
import { parseDate } from '../dates/parse-date.js';
import { nameOf } from '../archive/paths.js';
import type { Finding } from '../rules/findings.js';
import type { Day } from '../system/types.js';
import { foldName } from '../text.js';
import type { ListChange } from '../yaml-file/edit-list.js';
import type { Waiver } from './types.js';

interface Typed {
  /** A rule, an area of rules, or the fingerprint of a finding. */
  readonly what: string;
  readonly indicator: string | undefined;
  readonly title: string | undefined;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
}

/** What a waiver is about. */
export interface About {
  readonly rule: string;
  readonly indicator: string | undefined;
  readonly title: string | undefined;
}

/** The last day, as it is written. @throws {DanganError} WAIVER_VALUE_INVALID, WAIVER_UNTIL_PAST */
export function lastDay(typed: string, today: Day): Day {
  const span = parseDate(typed);
  if (span?.from === undefined || span.from !== span.to) {
    const fault = { wrong: 'form', key: '--until', found: typed, form: 'one-day' } as const;
    throw new DanganError('WAIVER_VALUE_INVALID', { faults: [fault] });
  }
  if (span.from < today) throw new DanganError('WAIVER_UNTIL_PAST', { until: span.from, today });
  return span.from;
}

/**
 * What is meant: of a fingerprint the finding that has it; of a name of a file the title of what was found about it.
 *
 * @throws {DanganError} FINGERPRINT_UNKNOWN
 */
export function aboutOf(
  { what, indicator, title }: Pick<Typed, 'what' | 'indicator' | 'title'>,
  found: readonly Finding[],
): About {
  if (isFingerprint(what)) {
    const finding = found.find(({ fingerprint }) => fingerprint === what.toLowerCase());
    if (!finding) throw new DanganError('FINGERPRINT_UNKNOWN', { fingerprint: what });
    return {
      rule: finding.rule,
      indicator: finding.indicator?.path,
      title: finding.title === '' ? undefined : finding.title,
    };
  }
  return { rule: what, indicator, title: title === undefined ? undefined : titleOf(title, found) };
}

export function isFingerprint(word: string): boolean {
  return /^[\da-f]{16}$/i.test(word);
}

/** A title that was found, or that of a file so called. */
function titleOf(typed: string, found: readonly Finding[]): string {
  const folded = foldName(typed.trim());
  const isTitle = found.some(({ title }) => foldName(title) === folded);
  if (isTitle) return typed.trim();
  const named = found.find(
    ({ file, title }) =>
      file !== undefined &&
      title !== '' &&
      [file, nameOf(file)].some((each) => foldName(each) === folded),
  );
  return named ? named.title : typed.trim();
}

/** The waiver that says something about the same: it is written anew. */
export function sameAbout(
  waivers: readonly Waiver[],
  { rule, indicator, title }: About,
): Waiver | undefined {
  const folded = title && foldName(title);
  return waivers.find(
    (each) =>
      each.rule === rule &&
      each.indicator === indicator &&
      (each.title && foldName(each.title)) === folded,
  );
}

/** Those of a rule, of an indicator and with a title, as far as these are said; the one about just that where it is. */
export function entriesAbout(waivers: readonly Waiver[], about: About): readonly Waiver[] {
  const same = sameAbout(waivers, about);
  if (same) return [same];
  const { rule, indicator, title } = about;
  return waivers.filter(
    (each) =>
      each.rule === rule &&
      (indicator === undefined || each.indicator === indicator) &&
      (title === undefined || (each.title && foldName(each.title)) === foldName(title)),
  );
}

export function changeFor(
  about: About,
  said: Pick<Typed, 'reason' | 'owner'> & { readonly until: Day; readonly since: Day },
  same: Waiver | undefined,
): ListChange {
  const { rule, indicator, title } = about;
  const { reason, owner, until, since } = said;
  const answers = { reason, owner, until, since };
  return same
    ? { list: 'waivers', at: same.nth - 1, values: answers }
    : { list: 'waivers', at: undefined, values: { rule, indicator, title, ...answers } };
}
