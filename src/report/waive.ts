/** What a waiver covers, for people and for programs. */
import type { Finding } from '../core/rules/findings.js';
import type { About } from '../core/waivers/decide.js';
import type { Waiver } from '../core/waivers/types.js';
import type { Messages } from '../messages/index.js';
import { quoted } from '../messages/quoted.js';
import { findingJson } from './finding-json.js';
import { printable } from './printable.js';
import type { TextStyle } from './text-style.js';
import { messageOf } from './words.js';
import { fit, wrap } from './wrap.js';

type Answers = Pick<Waiver, 'reason' | 'owner' | 'until'>;

export interface WaiveResult {
  readonly about: About;
  readonly answers: Answers;
  /** What stood there about the same. */
  readonly same: Waiver | undefined;
  /** The file says so already. */
  readonly isSame: boolean;
  readonly covered: readonly Finding[];
  /** Of the journal; `undefined` where nothing was written. */
  readonly entry: string | undefined;
  /** What to type to have it written, word by word. */
  readonly command: readonly string[];
}

/** One document, `dangan/waive@1`; see schemas/waive.schema.json. */
export function waiveJson(result: WaiveResult, say: Messages): string {
  const { about, answers, same, isSame, covered, entry } = result;
  const { rule, indicator, title } = about;
  const document = {
    schema: 'dangan/waive@1',
    ok: true,
    waiver: { rule, indicator: indicator ?? null, title: title ?? null, ...answers },
    before: same ? { reason: same.reason, owner: same.owner, until: same.until } : null,
    covers: covered.map((finding) => findingJson(finding, say)),
    changed: !isSame,
    entry: entry ?? null,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Of what is covered so many are shown. */
const FEW = 8;

export function waiveText(result: WaiveResult, style: TextStyle): string {
  const { about, answers, same, isSame, covered, entry, command } = result;
  const { say, paint, columns } = style;
  const { waive } = say;
  const shown = covered.slice(0, FEW);
  const rest = covered.length - shown.length;
  const next = isSame
    ? waive.unchanged
    : entry === undefined
      ? waive.toWrite({ command: command.map(quoted).join(' ') })
      : say.add.undo({ id: entry });
  const lines = [
    paint.green(printable(waive.head(about))),
    ...wrap(printable(waive.said(answers)), columns - 2).map((line) => `  ${line}`),
    ...(same && !isSame ? [`  ${paint.dim(printable(waive.before(same)))}`] : []),
    `  ${waive.covers({ count: covered.length })}`,
    ...shown.flatMap((finding) => coveredLines(finding, style)),
    ...(rest > 0 ? [`    ${waive.more({ count: rest })}`] : []),
    paint.dim(next),
  ];
  return `${lines.join('\n')}\n`;
}

function coveredLines(finding: Finding, { say, columns, paint }: TextStyle): string[] {
  const place = finding.file ?? finding.indicator?.path ?? '';
  return [
    ...(place === '' ? [] : [`    ${fit(printable(place), columns - 4)}`]),
    ...wrap(printable(messageOf(finding, say)), columns - 6).map(
      (line) => `      ${paint.dim(line)}`,
    ),
  ];
}
