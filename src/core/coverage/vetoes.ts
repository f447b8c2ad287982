/** Vetoes (一票否决): whether they were triggered, as a person says, and what proves that they were not. */
import type { Archive } from '../archive/types.js';
import { resolveWindow } from '../dates/windows.js';
import { compareEvidence, evidenceOf } from '../evidence/collect.js';
import type { Evidence, Known } from '../evidence/types.js';
import { Kept } from '../kept.js';
import { appliesTo } from '../system/conditions.js';
import type { Indicator, Veto } from '../system/types.js';
import { eachIndicator, type IndicatorPlace } from '../system/walk.js';
import { foldName } from '../text.js';
import { offerOf } from './fits.js';
import { judgeAll } from './judge.js';
import { nodesOf } from './nodes.js';
import type { Terms } from './terms.js';
import type { RequirementCoverage, State, VetoCoverage } from './types.js';
import { worstOf } from './verdict.js';

export function judgeVetoes(archive: Archive, known: Known, terms: Terms): readonly VetoCoverage[] {
  const { vetoes } = archive.system;
  if (vetoes.length === 0) return [];
  const places = new Map(
    [...eachIndicator(archive.system)].map((each) => [each.indicator.id, each]),
  );
  return vetoes.map((veto): VetoCoverage => {
    const place = veto.indicator === undefined ? undefined : places.get(veto.indicator);
    const entry = known.scores.vetoes.find((each) => foldName(each.veto) === foldName(veto.code));
    const window = resolveWindow(veto.window ?? terms.window, terms.system, terms.today);
    const proof = judgeProof(veto, place, archive, terms);
    const witness = entry && { by: entry.by, on: entry.on };
    const state = vetoState(veto, entry?.occurred, proof, terms);
    return { veto, state, occurred: entry?.occurred, witness, window, proof };
  });
}

function vetoState(
  { applies }: Veto,
  occurred: boolean | undefined,
  proof: readonly RequirementCoverage[],
  { profile }: Terms,
): State {
  const answer = appliesTo(applies, profile);
  if (answer === 'no') return 'exempt';
  if (occurred === true) return 'short';
  if (occurred === undefined) return 'person';
  const owed = proof.filter(({ requirement }) => !requirement.optional);
  // What proves it is there or is not: that more than enough is, or that it came late, makes no difference here.
  const state = worstOf(owed.map((each) => (each.state === 'over' ? 'met' : each.state)));
  return state === 'late' || state === 'open' ? 'short' : state;
}

/** Proof has no folder of its own: it is filed under the indicator that asks for it, or wherever it belongs. */
function judgeProof(
  veto: Veto,
  place: IndicatorPlace | undefined,
  archive: Archive,
  terms: Terms,
): readonly RequirementCoverage[] {
  if (veto.evidence.length === 0) return [];
  const filed = filedUnder(place?.indicator, archive);
  return judged.get(veto, [terms, ...filed], () => {
    const above = place ? [...place.above, place.indicator] : [];
    const places = [...above, { window: veto.window, period: undefined }];
    const nodes = nodesOf(veto.evidence, places, terms).flatMap((node) => node ?? []);
    const offers = filed
      .flat()
      .sort(compareEvidence)
      .map((evidence) => offerOf(evidence, evidence.entry?.requirements ?? []));
    return judgeAll(nodes, offers, terms, false);
  });
}

const judged = new Kept<Veto, readonly RequirementCoverage[]>();

/** A list for each indicator. */
function filedUnder(
  indicator: Indicator | undefined,
  archive: Archive,
): readonly (readonly Evidence[])[] {
  const all = evidenceOf(archive);
  const wanted = indicator
    ? [
        indicator,
        ...[...eachIndicator({ indicators: indicator.children, bonus: [] })].map(
          (each) => each.indicator,
        ),
      ]
    : undefined;
  if (!wanted) return [...all.values()];
  return wanted.flatMap(({ id }) => {
    const evidence = all.get(id);
    return evidence ? [evidence] : [];
  });
}
