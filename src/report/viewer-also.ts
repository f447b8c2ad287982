/** What the offline page tells of an indicator besides its own files: addresses, what is kept elsewhere, what does not apply. */
import type { ArchivePath } from '../core/archive/paths.js';
import type { Archive } from '../core/archive/types.js';
import type { Payload } from '../core/bundle/packing/payload.js';
import { statementsOf } from '../core/catalogue/additions.js';
import { coverageOf } from '../core/coverage/cover.js';
import { owingNothing } from '../core/coverage/owed.js';
import type { LeafCoverage, RequirementCoverage } from '../core/coverage/types.js';
import { spanLabel } from '../core/dates/label.js';
import { evidenceOf } from '../core/evidence/collect.js';
import { references } from '../core/evidence/references.js';
import type { Evidence } from '../core/evidence/types.js';
import { listIn } from '../core/group.js';
import { shownCode } from '../core/system/meant.js';
import type { Veto } from '../core/system/types.js';
import type { Messages } from '../messages/index.js';
import type { Unowed, ViewerAlso } from './viewer.js';

export interface ViewerBesides {
  /** By id; one that has nothing of it is not there. */
  readonly byIndicator: ReadonlyMap<string, readonly ViewerAlso[]>;
  readonly byVeto: ReadonlyMap<Veto, readonly ViewerAlso[]>;
  /** By id, those that owe no file of their own. */
  readonly unowed: ReadonlyMap<string, Unowed>;
}

export function viewerBesides(archive: Archive, payload: Payload, say: Messages): ViewerBesides {
  const { rows } = say.catalogue;
  const coverage = coverageOf(archive);
  const { leaves, vetoes } = coverage;
  const shared = sharedOf(archive, leaves);
  const proofs = vetoes.flatMap(({ proof }) => proof.flatMap(({ evidence }) => evidence));
  const pathOf = pathsOf(payload, [...shared.values()].flatMap((each) => [...each]).concat(proofs));
  const row = (is: 'reference' | 'proof', { path, title, home }: Evidence): ViewerAlso => {
    const kept = rows.keptIn({ code: shownCode(home, archive.system), number: undefined });
    return [is, title, pathOf.get(path) ?? '', kept];
  };
  const byVeto = new Map<Veto, readonly ViewerAlso[]>();
  for (const { veto, state, proof } of vetoes) {
    const rowsOf = ({ requirement: { title }, evidence }: RequirementCoverage): ViewerAlso[] =>
      evidence.length > 0
        ? evidence.map((each) => row('proof', each))
        : [['unproved', title, '', '']];
    if (state !== 'exempt') byVeto.set(veto, proof.flatMap(rowsOf));
  }
  const unowed = new Map(
    owingNothing(archive.system, coverage).map((each) => [each.indicator.id, why(each)]),
  );
  return { byIndicator: alsoOf(archive, shared, row, say), byVeto, unowed };
}

function why({ requirements }: LeafCoverage): Unowed {
  return requirements.some(({ elsewhere }) => elsewhere !== undefined) ? 'shared' : 'optional';
}

/** By id of an indicator, evidence of others that counts for it: what refers to it, and what its requirements name. */
function sharedOf(
  archive: Archive,
  leaves: readonly LeafCoverage[],
): ReadonlyMap<string, ReadonlySet<Evidence>> {
  const shared = new Map<string, Set<Evidence>>();
  const put = (id: string, evidence: Evidence) => {
    if (evidence.home.id === id) return;
    const known = shared.get(id);
    if (known) known.add(evidence);
    else shared.set(id, new Set([evidence]));
  };
  for (const [id, others] of references(archive)) {
    for (const { evidence } of others) put(id, evidence);
  }
  for (const { indicator, requirements } of leaves) {
    for (const { elsewhere, evidence } of requirements) {
      if (elsewhere !== undefined) for (const each of evidence) put(indicator.id, each);
    }
  }
  return shared;
}

function alsoOf(
  archive: Archive,
  shared: ReadonlyMap<string, ReadonlySet<Evidence>>,
  row: (is: 'reference', evidence: Evidence) => ViewerAlso,
  { catalogue: { rows } }: Messages,
): ReadonlyMap<string, readonly ViewerAlso[]> {
  const also = new Map<string, ViewerAlso[]>();
  const put = (id: string, row: ViewerAlso) => listIn(also, id).push(row);
  for (const [id, kept] of evidenceOf(archive)) {
    for (const each of kept) if (each.entry?.link !== undefined) put(id, linkRow(each));
  }
  for (const [id, others] of shared) for (const each of others) put(id, row('reference', each));
  for (const { place, said } of statementsOf(archive)) {
    const { requirement, reason, by, on } = said;
    const asked = place.indicator.evidence.find(({ id, title }) =>
      [id, title].includes(requirement),
    );
    const words = rows.notApplicable({ requirement: asked?.title ?? requirement, reason });
    const is = requirement === undefined ? 'exempt' : 'partly';
    put(place.indicator.id, [is, words, '', rows.said({ by, on, proof: undefined })]);
  }
  return also;
}

function linkRow({ title, entry, date }: Evidence): ViewerAlso {
  return ['link', title, entry?.link ?? '', date ? spanLabel(date) : ''];
}

/** Where the bundle has what is referred to, by its path in the archive. */
function pathsOf(
  { files }: Payload,
  shared: readonly Evidence[],
): ReadonlyMap<ArchivePath, string> {
  const wanted = new Set(shared.map(({ path }) => path));
  if (wanted.size === 0) return new Map();
  return new Map(
    files.flatMap(({ origin, path }) => (wanted.has(origin) ? [[origin, path] as const] : [])),
  );
}
