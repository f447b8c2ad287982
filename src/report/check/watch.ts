/** What a change of a watched archive has brought. */
import type { Delta } from '../../core/rules/delta.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Messages } from '../../messages/index.js';
import { findingJson } from '../finding-json.js';
import { printable } from '../printable.js';
import type { TextStyle } from '../text-style.js';
import { messageOf } from '../words.js';
import { summaryJson } from './json.js';
import type { Outcome } from './outcome.js';
import { findingLines, totalText } from './text.js';

/** One document a line, `dangan/watch@1`; see schemas/watch.schema.json. */
export function watchJson(
  { report, ok }: Pick<Outcome, 'report' | 'ok'>,
  { added, mended }: Delta,
  say: Messages,
): string {
  const document = {
    schema: 'dangan/watch@1',
    ok,
    new: added.map((finding) => findingJson(finding, say)),
    mended: mended.map((finding) => findingJson(finding, say)),
    summary: summaryJson(report),
  };
  return `${JSON.stringify(document)}\n`;
}

export function watchText(
  { report }: Pick<Outcome, 'report'>,
  { added, mended }: Delta,
  style: TextStyle,
): string {
  const { say, paint } = style;
  const gone = (finding: Finding) => [`  ${paint.dim(messageOf(finding, say))}`];
  const found = (finding: Finding) => findingLines(finding, '  ', style);
  const lines = [
    ...(mended.length === 0 ? [] : [paint.green(say.watch.mended({ count: mended.length }))]),
    ...listOf(mended, gone, say),
    ...(added.length === 0 ? [] : [paint.bold(say.watch.added({ count: added.length }))]),
    ...listOf(added, found, say),
    ...(added.length + mended.length === 0 ? [paint.dim(say.watch.same)] : []),
    report.findings.length === 0
      ? paint.green(say.check.inOrder(report))
      : totalText(report, style),
  ];
  return `\n${lines.join('\n')}\n`;
}

/** Of many that come at once only so many are listed. */
const MOST = 20;

/** Under the name of the file or folder that they are about. */
function listOf(
  findings: readonly Finding[],
  linesOf: (finding: Finding) => readonly string[],
  say: Messages,
): readonly string[] {
  const shown = findings.slice(0, MOST);
  const rest = findings.length - shown.length;
  return [
    ...shown.flatMap((finding, at) => {
      const before = shown[at - 1];
      const isSame = before !== undefined && placeOf(before) === placeOf(finding);
      return [...(isSame ? [] : [placeOf(finding)]), ...linesOf(finding)];
    }),
    ...(rest > 0 ? [`  ${say.check.more({ count: rest })}`] : []),
  ];
}

function placeOf({ file, at }: Finding): string {
  return printable(file ?? at?.file ?? '');
}
