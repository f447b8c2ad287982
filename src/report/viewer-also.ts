/** What the offline page tells of an indicator besides its own files: addresses, what is kept elsewhere, what does not apply. */
import type { ArchivePath } from '../core/archive/paths.js';
import type { Archive } from '../core/archive/types.js';
import type { Payload } from '../core/bundle/packing/payload.js';
import { statementsOf } from '../core/catalogue/additions.js';
import { spanLabel } from '../core/dates/label.js';
import { evidenceOf } from '../core/evidence/collect.js';
import { references, type Referring } from '../core/evidence/references.js';
import type { Evidence } from '../core/evidence/types.js';
import { listIn } from '../core/group.js';
import { shownCode } from '../core/system/meant.js';
import type { Messages } from '../messages/index.js';
import type { ViewerAlso } from './viewer.js';

/** By id of the indicator; one that has nothing of it is not there. */
export function viewerAlso(
  archive: Archive,
  payload: Payload,
  { catalogue: { rows } }: Messages,
): ReadonlyMap<string, readonly ViewerAlso[]> {
  const also = new Map<string, ViewerAlso[]>();
  const put = (id: string, row: ViewerAlso) => listIn(also, id).push(row);
  for (const [id, kept] of evidenceOf(archive)) {
    for (const each of kept) if (each.entry?.link !== undefined) put(id, linkRow(each));
  }
  const referring = references(archive);
  const pathOf = pathsOf(payload, [...referring.values()].flat());
  for (const [id, others] of referring) {
    for (const { path, title, home } of new Set(others.map(({ evidence }) => evidence))) {
      if (home.id === id) continue;
      const kept = rows.keptIn({ code: shownCode(home, archive.system), number: undefined });
      put(id, ['reference', title, pathOf.get(path) ?? '', kept]);
    }
  }
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
  referring: readonly Referring[],
): ReadonlyMap<ArchivePath, string> {
  const wanted = new Set(referring.map(({ evidence }) => evidence.path));
  if (wanted.size === 0) return new Map();
  return new Map(
    files.flatMap(({ origin, path }) => (wanted.has(origin) ? [[origin, path] as const] : [])),
  );
}
