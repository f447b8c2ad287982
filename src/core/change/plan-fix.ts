import type { Archive } from '../archive/types.js';
import type { RuleId } from '../rules/ids.js';
import type { ArchiveRule } from '../rules/types.js';
import { compareText } from '../text.js';
import type { Sparing } from '../waivers/sparing.js';
import { Draft } from './draft.js';
import { tryMends } from './try-mends.js';
import type { Plan, RefusedMend } from './types.js';

/** Rules whose mends undo each other would go on for ever. */
const MOST_ROUNDS = 8;

export interface FixOptions {
  /** Also mends that are not safe: renumbering, moving to another indicator, putting aside. */
  readonly unsafe: boolean;
  /** These rules only; all of them when there are none. */
  readonly only: readonly RuleId[];
  /** What is let pass, and left as it is. */
  readonly sparing?: Sparing;
}

export interface FixPlan extends Plan {
  /** The archive as the plan would leave it; what is elsewhere on disk says so in `origin`. */
  readonly after: Archive;
  /** Mends that were left out because what they are about is let pass. */
  readonly spared: number;
}

/**
 * What would mend the archive, worked out and not done.
 *
 * Rules mend in the order given, each on the tree that those before it leave behind, until none has anything left to
 * mend; so the plan of the mended archive is empty. The changes are the net of it all: a file renamed by three rules
 * is one change.
 */
export function planFix(
  archive: Archive,
  rules: readonly ArchiveRule[],
  { unsafe, only, sparing }: FixOptions,
): FixPlan {
  const draft = new Draft(archive);
  const { rules: levels, naming } = archive.settings;
  const wanted = rules.filter(
    ({ id }) => levels[id] !== 'off' && (only.length === 0 || only.includes(id)),
  );
  let refused: RefusedMend[] = [];
  let spared = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let accepted = 0;
    refused = [];
    spared = 0;
    for (const rule of wanted) {
      if (!rule.mend) continue;
      const options = { rule: rule.id, unsafe, asciiColon: naming.separator === 'ascii' };
      const all = [...rule.mend(draft.archive())];
      const isSpared = all.length > 0 ? sparing?.(rule, draft.archive()) : undefined;
      const mends = isSpared ? all.filter((mend) => !isSpared(mend)) : all;
      spared += all.length - mends.length;
      const tried = tryMends(draft, mends, options);
      accepted += tried.accepted;
      refused.push(...tried.refused);
    }
    if (accepted === 0) break;
  }
  const after = draft.archive();
  return { changes: draft.changes(), refused: refused.sort(byPath), after, spared };
}

function byPath(a: RefusedMend, b: RefusedMend): number {
  return compareText(a.path, b.path) || compareText(a.rule, b.rule);
}
