import { spanLabel } from '../../dates/label.js';
import { daysOf, termsOf, type Terms } from '../../coverage/terms.js';
import { partOfYear } from '../../evidence/effective-date.js';
import type { Evidence } from '../../evidence/types.js';
import { eachFlaw, eachJudgedLeaf, fileOf, toldOf, type LeafPlace } from '../owed.js';
import type { ArchiveRule } from '../types.js';
import type { Seen } from '../seen.js';

/**
 * Where the date decides whether evidence counts, there is one, it is fine enough, and nothing contradicts it.
 *
 * The time of a file is no date: copying changes it.
 */
export const metaDateUnknown: ArchiveRule = {
  id: 'meta-date-unknown',
  severity: 'warning',
  fix: 'none',
  properties: ['GD-1-5', 'GD-2-3'],

  *check(archive) {
    for (const { owed, lack } of eachFlaw(archive, 'date')) {
      const { evidence, periods = [] } = lack;
      const { date } = evidence;
      const { title } = owed;
      const labels = periods.map(({ label }) => label);
      const at = { ...toldOf(lack.evidence, owed), severity: 'warning' } as const;
      if (date) {
        yield {
          messageId: 'meta-date-unknown/rough',
          data: { title, date: spanLabel(date), periods: labels },
          ...at,
        };
      } else {
        const messageId = partOfYear(evidence)
          ? 'meta-date-unknown/year'
          : 'meta-date-unknown/none';
        yield { messageId, data: { title, periods: labels }, ...at };
      }
    }
    if (!archive.known) return;
    const terms = termsOf(archive, archive.known);
    for (const place of eachJudgedLeaf(archive)) {
      if (!dateDecides(place, terms)) continue;
      for (const evidence of place.leaf.evidence) yield* conflict(evidence, place);
    }
  },
};

/** Does anything of the indicator ask for evidence of certain days? */
function dateDecides({ leaf: { requirements }, places }: LeafPlace, terms: Terms): boolean {
  return requirements.some(
    ({ requirement }) =>
      requirement.every !== undefined || daysOf(requirement, places, terms).window !== undefined,
  );
}

function* conflict(evidence: Evidence, { leaf: { indicator } }: LeafPlace): Generator<Seen> {
  const { date, otherDate, title } = evidence;
  if (!date || !otherDate) return;
  const data = {
    date: spanLabel(date),
    source: date.source,
    other: spanLabel(otherDate),
    otherSource: otherDate.source,
  };
  const at = { path: fileOf(evidence), title, indicator, at: indicator.at };
  yield { messageId: 'meta-date-unknown/conflict', data, ...at };
}
