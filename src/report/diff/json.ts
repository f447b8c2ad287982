import type { BundleDiff } from '../../core/bundle/diff/diff.js';
import type { SideFile } from '../../core/bundle/diff/sides.js';

/** One of the two, and how far it is known. */
export interface JudgedSide {
  readonly kind: 'bundle' | 'archive';
  readonly path: string;
  /** As far as it was read. */
  readonly holds: boolean;
  readonly filesRead: boolean;
  readonly digest: string | undefined;
}

/** The comparison as `dangan/diff@1`; see `schemas/diff.schema.json`. */
export function diffJson(diff: BundleDiff, old: JudgedSide, now: JudgedSide): string {
  const side = ({ kind, path, holds, filesRead, digest }: JudgedSide) => ({
    kind,
    path,
    holds,
    filesRead,
    digest,
  });
  const file = ({ path, bytes, digest }: SideFile) => ({ path, bytes, digest });
  const { counts, unchanged, system, tags, groups, algorithm } = diff;
  const changes = groups.flatMap(({ indicator, changes: own }) =>
    own.map(({ kind, from, to }) => ({
      kind,
      indicator,
      from: from && file(from),
      to: to && file(to),
    })),
  );
  const document = {
    schema: 'dangan/diff@1',
    ok: old.holds && now.holds,
    same: changes.length === 0,
    old: side(old),
    new: side(now),
    algorithm,
    changes,
    system: system && {
      fields: system.fields,
      added: system.added.map(indicatorJson),
      removed: system.removed.map(indicatorJson),
      changed: system.changed.map(({ path, from, to }) => ({
        path,
        from: indicatorJson({ path, ...from }),
        to: indicatorJson({ path, ...to }),
      })),
      rewritten: system.rewritten,
    },
    tags: tags && { paths: tags.paths, pageAlone: tags.isPageAlone },
    summary: { ...counts, unchanged },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function indicatorJson({
  path,
  code,
  name,
  points,
}: {
  readonly path: string;
  readonly code: string;
  readonly name: string | undefined;
  readonly points: string | undefined;
}) {
  return { path, code, name, points };
}
