import type { BundleDiff, ComparedSide } from '../core/bundle/diff/diff.js';
import type { SideFile } from '../core/bundle/diff/sides.js';

/** The comparison as `dangan/diff@1`; see `schemas/diff.schema.json`. */
export function diffJson(
  diff: BundleDiff,
  sides: readonly [old: ComparedSide, now: ComparedSide],
  paths: readonly [old: string, now: string],
): string {
  const side = (at: 0 | 1) => {
    const { report } = sides[at];
    const { holds, share, digest } = report;
    return { path: paths[at], holds, filesRead: share === undefined, digest };
  };
  const file = ({ path, bytes, digest }: SideFile) => ({ path, bytes, digest });
  const { counts, unchanged, system, groups, algorithm } = diff;
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
    ok: sides.every(({ report }) => report.holds),
    same: changes.length === 0,
    old: side(0),
    new: side(1),
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
