/** What the offline page needs so that an inspector can score in it. */
import type { BundlePart } from '../core/bundle/types.js';
import type { ReviewForm, ReviewItem } from '../core/review/types.js';
import {
  formatDecimal,
  multiplyDecimals,
  parsePercent,
  type Decimal,
} from '../core/system/decimal.js';

export interface ViewerReview {
  /** SHA-256 of `manifest-sha256.txt`: the evidence that is looked at. */
  readonly manifest: string;
  /** In their order; what is in another part is scored there. */
  readonly items: readonly ViewerItem[];
  /** Those that apply to the unit. */
  readonly vetoes: readonly { readonly code: string; readonly text: string }[];
}

interface ViewerItem {
  readonly id: string;
  readonly name: string;
  /** Exact decimal; absent where the system gives no number. */
  readonly full: string | undefined;
  readonly bonus: true | undefined;
  /** Of a system that has grades; each with the points that it is worth, where that is known. */
  readonly grades: readonly (readonly [name: string, points: string])[] | undefined;
}

export function viewerReview(
  form: ReviewForm,
  part: BundlePart | undefined,
  manifest: string,
): ViewerReview {
  const elsewhere = new Set(part?.others.flatMap(({ holds }) => holds));
  const items = form.items.filter(
    ({ indicator, above }) => ![indicator, ...above].some(({ id }) => elsewhere.has(id)),
  );
  return {
    manifest,
    items: items.map((item) => viewerItem(item, form)),
    vetoes: form.vetoes.map(({ code, text }) => ({ code, text })),
  };
}

function viewerItem({ indicator, full, part }: ReviewItem, form: ReviewForm): ViewerItem {
  const { id, name } = indicator;
  const isGraded = form.grades.length > 0 && part === 'indicators';
  return {
    ...{ id, name, full: full && formatDecimal(full) },
    bonus: part === 'bonus' ? true : undefined,
    grades: isGraded ? form.grades.map((grade) => [grade, worth(grade, full, form)]) : undefined,
  };
}

function worth(grade: string, full: Decimal | undefined, { system }: ReviewForm): string {
  const share = parsePercent(system.grades[grade] ?? '');
  return share && full ? formatDecimal(multiplyDecimals(share, full)) : '';
}
