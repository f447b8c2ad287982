/** What a waiver covers, for people and for programs. */
import type { Finding } from '../../core/rules/findings.js';
import type { About } from '../../core/waivers/decide.js';
import type { Waiver } from '../../core/waivers/types.js';
import type { Messages } from '../../messages/index.js';
import { findingJson } from '../finding-json.js';
import { printable } from '../printable.js';
import type { TextStyle } from '../text-style.js';
import { messageOf } from '../words.js';
import { fit, wrap } from '../wrap.js';

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
  readonly command: string;
  /** It is taken back; what is covered counts again. */
  readonly removed?: boolean;
}

/** One document, `dangan/waive@1`; see schemas/waive.schema.json. */
export function waiveJson(result: WaiveResult, say: Messages): string {
  const { about, answers, same, isSame, covered, entry, removed = false } = result;
  const { rule, indicator, title } = about;
  const { reason, owner, until } = answers;
  const document = {
    schema: 'dangan/waive@1',
    ok: true,
    waiver: { rule, indicator: indicator ?? null, title: title ?? null, reason, owner, until },
    before: same ? { reason: same.reason, owner: same.owner, until: same.until } : null,
    covers: covered.map((finding) => findingJson(finding, say)),
    changed: !isSame,
    removed,
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
  const next = isSame
    ? waive.unchanged
    : entry === undefined
      ? waive.toWrite({ command })
      : say.add.undo({ id: entry });
  const lines = [
    paint.green(printable(waive.head(about))),
    ...wrap(printable(waive.said(answers)), columns - 2).map((line) => `  ${line}`),
    ...(same && !isSame ? [`  ${paint.dim(printable(waive.before(same)))}`] : []),
    `  ${waive.covers({ count: covered.length })}`,
    ...fewLines(covered, style),
    paint.dim(next),
  ];
  return `${lines.join('\n')}\n`;
}

/** Of a waiver that is taken back. */
export function removalText(result: WaiveResult, style: TextStyle): string {
  const { about, answers, covered, entry, command } = result;
  const { say, paint, columns } = style;
  const { waive } = say;
  const lines = [
    paint.green(printable(waive.removal(about))),
    ...wrap(printable(waive.was(answers)), columns - 2).map((line) => `  ${line}`),
    `  ${waive.back({ count: covered.length })}`,
    ...fewLines(covered, style),
    paint.dim(entry === undefined ? waive.toRemove({ command }) : say.add.undo({ id: entry })),
  ];
  return `${lines.join('\n')}\n`;
}

function fewLines(covered: readonly Finding[], style: TextStyle): readonly string[] {
  const shown = covered.slice(0, FEW);
  const rest = covered.length - shown.length;
  return [
    ...shown.flatMap((finding) => coveredLines(finding, style)),
    ...(rest > 0 ? [`    ${style.say.waive.more({ count: rest })}`] : []),
  ];
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
