/** A waiver as a change of `waivers.yaml`, judged before it is written. */
import { schemaLine } from '../../core/archive/schema-line.js';
import type { Change } from '../../core/change/types.js';
import type { Nameable } from '../../core/waivers/decode.js';
import { NO_WAIVERS, type WaiverProblem, type Waivers } from '../../core/waivers/types.js';
import { editList, type ListChange } from '../../core/yaml-file/edit-list.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import { DanganError } from '../../errors.js';
import type { WaiverFault } from '../../messages/faults.js';
import { parseWaiversText, waiversIn } from './read-waivers.js';

/** The file as it will be, and what it lets pass then. */
interface PlannedWaivers {
  readonly change: Change & { readonly do: 'rewrite' };
  readonly waivers: Waivers;
}

/**
 * @param yaml - `waivers.yaml`, `undefined` where it is not there yet.
 * @throws {DanganError} WAIVER_VALUE_INVALID - what is to be written is about no rule or indicator that there is.
 *   WAIVERS_UNEDITABLE
 */
export function planWaiver(
  yaml: YamlSource | undefined,
  change: ListChange,
  nameable: Nameable,
  remark: string,
): PlannedWaivers {
  const { path } = NO_WAIVERS;
  const head = `${schemaLine(path, 'waivers')}\n# ${remark}\n`;
  const edited = editList(yaml, change, head, parseWaiversText);
  if (!edited) throw new DanganError('WAIVERS_UNEDITABLE', { path });
  const waivers = waiversIn(edited, nameable);
  const before = new Set((yaml ? waiversIn(yaml, nameable).problems : []).map(keyOf));
  const faults = waivers.problems.flatMap((each): WaiverFault[] =>
    each.kind === 'shape' && !before.has(keyOf(each)) ? [each.fault] : [],
  );
  if (faults.length > 0) throw new DanganError('WAIVER_VALUE_INVALID', { faults });
  return { change: { do: 'rewrite', path, text: edited.text, why: [] }, waivers };
}

/** A problem that was there before is nobody's of now; its line may be another. */
function keyOf(problem: WaiverProblem): string {
  return JSON.stringify(problem.kind === 'shape' ? { ...problem.fault, line: 0 } : problem.keys);
}
