import { countChanges } from '../../core/change/entry.js';
import type { KeptOrdinal } from '../../core/change/kept-ordinals.js';
import { beijingDay } from '../../core/dates/beijing-day.js';
import type { Messages } from '../../messages/index.js';
import { findingJson } from '../finding-json.js';
import type { PlanReport } from './text.js';

/**
 * One document, `dangan/plan@1`; see schemas/plan.schema.json. What `fix --plan` reads is in it, so that the result
 * of one run can be given to another.
 *
 * @param tree - Digest of the tree that the plan was made for.
 */
export function planJson(report: PlanReport, tree: string, ok: boolean, say: Messages): string {
  const { changes, refused, spared, left, entry, kept = [] } = report;
  const document = {
    schema: 'dangan/plan@1',
    ok,
    tree,
    changes,
    refused,
    left: left.map((finding) => findingJson(finding, say)),
    summary: { ...countChanges(changes), refused: refused.length, spared, left: left.length },
    ...(kept.length === 0 ? {} : { kept: kept.map(keptJson) }),
    ...(entry === undefined ? {} : { entry }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Who keeps an ordinal that several had, and why. */
function keptJson({ path, since }: KeptOrdinal): object {
  return since === undefined
    ? { path, because: 'name' }
    : { path, because: 'committed-first', on: beijingDay(since * 1000) };
}
