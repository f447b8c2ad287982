/** What a change of the baseline comes to, for people and for programs. */
import type { Finding } from '../../core/rules/findings.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import { countIn, type BaselineRow } from '../../core/waivers/baseline.js';
import { compareText } from '../../core/text.js';
import type { Messages } from '../../messages/index.js';
import { findingJson } from '../finding-json.js';
import { padded } from '../columns.js';
import { textWidth } from '../text-width.js';
import type { TextStyle } from '../text-style.js';
import { ruleTitle } from '../words.js';
import { wrap } from '../wrap.js';

interface BaselineResult {
  readonly verb: 'create' | 'update' | 'prune';
  /** Findings in it afterwards. */
  readonly count: number;
  readonly added: readonly BaselineRow[];
  readonly removed: readonly BaselineRow[];
  /** Findings that do not go into a baseline. */
  readonly left: readonly Finding[];
  /** The file is so already. */
  readonly isSame: boolean;
  /** Of the journal; `undefined` where nothing was written. */
  readonly entry: string | undefined;
  /** What to type to have it written. */
  readonly command: string;
}

/** One document, `dangan/baseline-change@1`; see schemas/baseline-change.schema.json. */
export function baselineJson(result: BaselineResult, say: Messages): string {
  const { verb, count, added, removed, left, isSame, entry } = result;
  const row = ({ rule, indicator, title, count: times, fingerprint }: BaselineRow) => {
    return { rule, indicator, title, count: times, fingerprint };
  };
  const document = {
    schema: 'dangan/baseline-change@1',
    ok: true,
    do: verb,
    count,
    added: added.map(row),
    removed: removed.map(row),
    left: left.map((finding) => findingJson(finding, say)),
    changed: !isSame,
    entry: entry ?? null,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function baselineText(result: BaselineResult, style: TextStyle): string {
  const { verb, count, added, removed, left, isSame, entry, command } = result;
  const { say, paint, columns } = style;
  const words = say.baseline;
  const counts = { count, added: countIn(added), removed: countIn(removed) };
  const next = isSame
    ? words.unchanged
    : entry === undefined
      ? words.toWrite({ command })
      : say.add.undo({ id: entry });
  const rules = [...new Set(left.map(({ rule }) => rule))].sort(compareText);
  const lines = [
    paint.green(words.head[verb](counts)),
    ...rowsText(added, verb === 'create' ? '' : words.added, style),
    ...rowsText(removed, words.removed, style),
    ...(left.length === 0
      ? []
      : wrap(words.left({ count: left.length, rules }), columns).map((line) => paint.yellow(line))),
    paint.dim(next),
  ];
  return `${lines.join('\n')}\n`;
}

/** By rule, how many. */
function rowsText(rows: readonly BaselineRow[], mark: string, { say, paint }: TextStyle): string[] {
  const counts = new Map<AnyRuleId, number>();
  for (const { rule, count } of rows) counts.set(rule, (counts.get(rule) ?? 0) + count);
  const sorted = [...counts].sort(([a], [b]) => compareText(a, b));
  const most = Math.max(textWidth(say.baseline.added), textWidth(say.baseline.removed));
  const number = Math.max(0, ...sorted.map(([, count]) => String(count).length));
  const width = Math.max(0, ...sorted.map(([rule]) => textWidth(rule)));
  return sorted.map(([rule, count]) => {
    const head = mark === '' ? '' : `${padded(mark, most)}  `;
    return `  ${head}${String(count).padStart(number)}  ${padded(rule, width)}  ${paint.dim(ruleTitle(rule, say))}`;
  });
}
