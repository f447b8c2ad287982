/** What counts only once a person has said so: its title says nothing, or that it is of a part of the year only. */
import { squash } from '../archive/folder-key.js';
import { isCovered } from '../dates/calendar.js';
import { namesPartOfYear } from '../dates/date-in-title.js';
import { isOfPeriod } from '../dates/periods.js';
import type { Span } from '../dates/span.js';
import type { Evidence } from '../evidence/types.js';
import { isVague } from '../naming/vague-title.js';
import type { EvidenceKind } from '../system/types.js';
import { KIND, NAMED, type Fit, type Offer } from './fits.js';
import type { Plain } from './nodes.js';

/** `title`: nothing but its kind speaks for it. `part`: of a quarter, where the year is asked for. */
export type Doubt = 'title' | 'part';

/** Evidence with what it may be for. */
export interface Fitting {
  readonly offer: Offer;
  readonly fits: readonly Fit[];
}

/**
 * Why a person has to say whether evidence is what is asked for; of nothing that somebody said it of.
 *
 * Papers of all quarters of a year together are of the year.
 */
export class Doubts {
  readonly #parts = new Map<Plain, Map<Evidence, Span>>();

  constructor(all: readonly Fitting[]) {
    for (const { offer, fits } of all) {
      for (const fit of fits) {
        const part = partOf(offer, fit);
        if (!part) continue;
        const own = this.#parts.get(fit.plain) ?? new Map<Evidence, Span>();
        this.#parts.set(fit.plain, own.set(offer.evidence, part));
      }
    }
  }

  of(offer: Offer, fit: Fit): Doubt | undefined {
    if (saysNothing(offer, fit)) return 'title';
    const parts = this.#parts.get(fit.plain);
    const part = parts?.get(offer.evidence);
    return parts && part && !makeWhole(part, [...parts.values()], fit.plain) ? 'part' : undefined;
  }
}

/** Is it filed by its kind alone, and does neither its name nor anything that was registered say what it shows? */
function saysNothing({ evidence, label }: Offer, { plain, rank }: Fit): boolean {
  if (rank !== KIND || plain.inActivity || label !== '' || !hasSubject(plain)) return false;
  const { name, title, entry } = evidence;
  if (!name || !isVague(title)) return false;
  const words = Object.entries(entry?.caption ?? {}).filter(([field]) => !NO_SUBJECT.test(field));
  return !entry?.seen && !entry?.occasion && words.every(([, text]) => text.trim() === '');
}

/** Fields of a caption that tell when, where and who, and not of what. */
const NO_SUBJECT = /时间|日期|地点|人物|摄|time|date|place|people/iu;

/** 活动图片 may be of anything. */
function hasSubject({ title }: Plain): boolean {
  return squash(title.key).replace(GENERIC, '') !== '';
}

const GENERIC =
  /图片|照片|图像|影像|截图|视频|录像|录音|音像|资料|材料|文件|文档|活动|现场|实景|工作|相关|有关|佐证|证明|其他|其它|等/gu;

/** What a paper's title says that it is of, where a whole year is asked for, once. */
function partOf({ evidence }: Offer, { plain, rank }: Fit): Span | undefined {
  if (rank === NAMED || !isOfYear(plain)) return undefined;
  const { name, title, date } = evidence;
  if (!name || !date || [...evidence.kinds, ...plain.kinds].some((kind) => OF_A_DAY.has(kind))) {
    return undefined;
  }
  return namesPartOfYear(title) ? date : undefined;
}

function isOfYear({ frame, count, requirement, inActivity }: Plain): boolean {
  if (inActivity || count.min !== 1 || frame.occasions.length > 0) return false;
  if (/[季月周旬]|半年|学期/u.test(requirement.title)) return false;
  if (frame.every === 'year') return true;
  const isOften = frame.every !== undefined && frame.every !== 'term';
  return !isOften && /年度|全年/u.test(requirement.title);
}

/** What happens on a day of the year, and not all through it. */
const OF_A_DAY: ReadonlySet<EvidenceKind> = new Set([
  ...(['photo', 'screenshot', 'audio', 'video', 'minutes', 'notice', 'news', 'bulletin'] as const),
  ...(['certificate', 'approval', 'link', 'object'] as const),
]);

/** Do all that are of parts of one year cover it? */
function makeWhole(part: Span, parts: readonly Span[], { frame }: Plain): boolean {
  const year = part.from.slice(0, 4);
  const whole = frame.periods.find((period) => isOfPeriod(part, period)) ?? {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  };
  return isCovered(whole, parts);
}
