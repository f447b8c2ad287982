/** What inspectors gave, as `dangan/review-show@1`; see schemas/review-show.schema.json. */
import type { ReviewForm } from '../../core/review/types.js';
import { hasOccurred, pointsOfMark, type Outcome } from '../../core/review/settle.js';
import { toMend } from '../../core/review/rectify.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Shown } from './show-text.js';

export function showJson(
  { form, reviews, outcome, self }: Shown,
  problems: readonly string[],
): string {
  const { low, high } = outcome;
  const result = {
    schema: 'dangan/review-show@1',
    ok: problems.length === 0,
    reviews: reviews.map(({ path, by, lead, on, bundle, marks, note }) => ({
      path,
      by,
      lead,
      on,
      bundle: bundle?.name ?? null,
      manifest: bundle?.manifest ?? null,
      marks: marks.length,
      note: note ?? null,
    })),
    total: {
      worth: formatDecimal(low.total.atStake),
      self: formatDecimal(self.total.earned),
      low: formatDecimal(low.total.earned),
      high: formatDecimal(high.total.earned),
      open: formatDecimal(low.total.undecided),
    },
    disqualified: disqualifiedIn(form, outcome),
    items: form.items.map((item) => {
      const settled = outcome.items.get(item.indicator);
      return {
        indicator: item.indicator.id,
        worth: item.full ? formatDecimal(item.full) : null,
        agreement: settled?.agreement ?? 'open',
        given: (settled?.given ?? []).map((mark) => {
          const points = pointsOfMark(mark, item, form);
          return { points: points ? formatDecimal(points) : null, grade: mark.grade ?? null };
        }),
        said: (settled?.said ?? []).map(({ review, mark }) => ({
          by: review.by,
          points: mark.points ? formatDecimal(mark.points) : null,
          grade: mark.grade ?? null,
          remark: mark.remark ?? null,
          rectify: mark.rectify ?? null,
        })),
      };
    }),
    vetoes: form.vetoes.map((veto) => {
      const settled = outcome.vetoes.get(veto);
      const occurred = hasOccurred(settled) ?? null;
      return { code: veto.code, agreement: settled?.agreement ?? 'open', occurred };
    }),
    mend: toMend(form, outcome).length,
    problems,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** `null` while nobody has said of one that puts out of the running, or they differ. */
function disqualifiedIn({ vetoes }: ReviewForm, outcome: Outcome): boolean | null {
  const barring = vetoes.filter(({ effect }) => effect === 'disqualify');
  const said = barring.map((veto) => hasOccurred(outcome.vetoes.get(veto)));
  if (said.includes(true)) return true;
  return said.includes(undefined) ? null : false;
}
