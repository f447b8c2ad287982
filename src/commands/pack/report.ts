/** What a packing came to, for people and for programs. */
import { basename, dirname } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { groupBy } from '../../core/group.js';
import type { Amount } from '../../core/bundle/packing/payload.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Judgement } from '../../core/waivers/judge.js';
import type { Waived } from '../../core/waivers/types.js';
import { quoted } from '../../messages/quoted.js';
import { formatBytes } from '../../report/bytes.js';
import { padded } from '../../report/columns.js';
import { digestLines } from '../../report/digest-groups.js';
import { findingJson } from '../../report/finding-json.js';
import type { Packed, PackedBundle, Progress } from './archive.js';
import { countBySeverity, isForOthers } from './bag.js';
import { printable } from '../../report/printable.js';
import { textWidth } from '../../report/text-width.js';
import { wrap } from '../../report/wrap.js';
import { ruleTitle } from '../../report/words.js';

const MOST_PLACES = 3;

/** The errors by rule, a few places of each. */
export function packStopped(errors: readonly Finding[], cli: Cli): string {
  const { say, paint } = cli;
  const groups = groupBy(errors, ({ rule }) => rule);
  const lines = [paint.red(say.pack.stopped({ count: errors.length })), ''];
  for (const [rule, group] of groups) {
    lines.push(
      `  ${say.pack.finding({ title: ruleTitle(rule, say), count: group.length })}  ${paint.dim(rule)}`,
    );
    const places = groupBy(group, ({ file, indicator }) => file ?? indicator?.code ?? '');
    for (const [place, own] of [...places].slice(0, MOST_PLACES)) {
      lines.push(`    ${say.pack.place({ place: printable(place), count: own.length })}`);
    }
    if (places.size > MOST_PLACES) lines.push('    …');
  }
  return [...lines, '', ...say.pack.stoppedHint, ''].join('\n');
}

export function packDone(
  packed: Packed,
  errors: readonly Finding[],
  waived: readonly Waived[],
  cli: Cli,
): string {
  const { say, paint } = cli;
  tellBeside(packed, errors, waived, cli);
  const { unplaced } = packed;
  const loud =
    unplaced === 0 ? [] : ['', paint.yellow(`! ${say.pack.unplaced({ count: unplaced })}`)];
  const [first, second] = packed.bundles;
  const told = first && !second ? oneLines(packed, first, cli) : partsLines(packed, cli);
  return [...told, ...loud, ''].join('\n');
}

function oneLines({ payload, key }: Packed, bundle: PackedBundle, cli: Cli): string[] {
  const { say, paint } = cli;
  const { path, size, digest } = bundle;
  const { label } = say.pack;
  const rows: readonly Row[] = [
    [label.payload, say.pack.payload(amountWords(payload))],
    [label.size, say.pack.size({ size: formatBytes(size), bytes: size })],
    [label.digest, (room) => digestLines(digest, room)],
    ['', (room) => wrap(say.pack.digestMeans, room).map((line) => paint.dim(line))],
    ...(key === undefined ? [] : signatureRows(key, bundle, cli)),
    nextRow(path, cli),
  ];
  const verdict = bundle.unchanged ? say.pack.unchanged({ path }) : say.pack.done({ path });
  return [paint.green(verdict), '', ...columns(rows, cli.columns)];
}

/** Ledgers tell of the evidence, and are none. */
function amountWords({ files, ledgers, bytes }: Amount) {
  return { items: files - ledgers, ledgers, size: formatBytes(bytes) };
}

/** With the key's id, which the receiver compares; and the file that goes with the zip. */
function signatureRows(
  key: string,
  { signature }: PackedBundle,
  { say, paint }: Cli,
): readonly Row[] {
  const { label, signed, signedBeside } = say.pack;
  const row: Row = [label.signature, signed({ key })];
  if (signature === undefined) return [row];
  const words = signedBeside({ name: basename(signature) });
  return [row, ['', (room) => wrap(words, room).map((line) => paint.dim(line))]];
}

/** A command is typed as it stands, and so on one line. */
function nextRow(path: string, { say, paint }: Cli): Row {
  return [say.pack.label.next, () => [paint.cyan(say.pack.next({ path: quoted(path) }))]];
}

/** A label, and what stands beside it: words, or lines made for the room that there is. */
type Row = readonly [label: string, words: string | ((room: number) => readonly string[])];

function columns(rows: readonly Row[], terminal: number): string[] {
  const width = Math.max(...rows.map(([label]) => textWidth(label)));
  const room = terminal - width - 4;
  return rows.flatMap(([label, words]) => {
    const lines = typeof words === 'string' ? wrap(words, room) : words(room);
    return lines.map((line, at) => `  ${padded(at === 0 ? label : '', width)}  ${line}`);
  });
}

/** Indicators that are listed of a part. */
const HELD_AT_MOST = 8;

/** Each part with what it holds. */
function partsLines({ bundles, payload, key }: Packed, cli: Cli): string[] {
  const { say, paint } = cli;
  const paths = bundles.map(({ path }) => path);
  const place = dirname(paths[0] ?? '');
  return [
    paint.green(say.pack.doneParts({ count: bundles.length, place })),
    `  ${say.pack.payload(amountWords(payload))}`,
    ...bundles.flatMap((each) => ['', ...partLines(each, key, cli)]),
    '',
    ...wrap(say.pack.digestIs, cli.columns - 2).map((line) => `  ${paint.dim(line)}`),
    '',
    ...columns([nextRow(paths[0] ?? '', cli), ['', say.pack.eachVerifies]], cli.columns),
  ];
}

function partLines(part: PackedBundle, key: string | undefined, cli: Cli): string[] {
  const { say, paint } = cli;
  const { path, size, digest, payload, holds, signature, unchanged } = part;
  const { label } = say.pack;
  const rows: readonly Row[] = [
    [label.digest, (room) => digestLines(digest, room)],
    ...(key === undefined ? [] : [[label.signature, say.pack.signed({ key })] as const]),
  ];
  const left = holds.length - HELD_AT_MOST;
  return [
    `  ${paint.bold(basename(path))}${unchanged ? `  ${say.pack.partUnchanged}` : ''}`,
    `    ${say.pack.partSize({ ...amountWords(payload), size: formatBytes(size), bytes: size })}`,
    ...holds.slice(0, HELD_AT_MOST).map((each) => `    ${each}`),
    ...(left > 0 ? [`    ${say.pack.moreHeld({ count: left })}`] : []),
    ...columns(rows, cli.columns - 2).map((line) => `  ${line}`),
    ...(signature === undefined ? [] : [`    ${basename(signature)}`]),
  ];
}

/** What is said of a packing that stopped and can be gone on with. */
export function keptWords(kept: Progress, folder: string, { say }: Cli): string {
  const size = formatBytes(kept.bytes);
  return say.pack
    .kept({ files: kept.files, size, folder })
    .map((line) => `${line}\n`)
    .join('');
}

function tellBeside(
  packed: Packed,
  errors: readonly Finding[],
  waived: readonly Waived[],
  cli: Cli,
): void {
  const { pack: say } = cli.say;
  const { payload, leftOut, ignored, cleared, renamed, kept, bundles } = packed;
  const size = formatBytes(kept.bytes);
  if (bundles.every(({ unchanged }) => unchanged)) {
    if (kept.files > 0) cli.note(`${say.notRead({ files: kept.files, size })}\n`);
  } else if (kept.files > 0) cli.note(`${say.resumed({ files: kept.files, size })}\n`);
  if (cleared > 0) cli.note(`${say.cleared({ count: cleared })}\n`);
  if (renamed.example) cli.note(`${say.renamed({ count: renamed.count, ...renamed.example })}\n`);
  const [example] = leftOut;
  if (example !== undefined) cli.note(`${say.leftOut({ count: leftOut.length, example })}\n`);
  if (ignored[0] !== undefined) {
    cli.note(`${say.ignored({ count: ignored.length, example: ignored[0] })}\n`);
  }
  if (payload.files === 0) cli.note(`${say.noEvidence}\n`);
  const recorded = errors.filter(isForOthers).length;
  if (recorded > 0) cli.note(`${say.withErrors({ count: recorded })}\n`);
  const passed = waived.filter(({ finding }) => isForOthers(finding)).length;
  if (passed > 0) cli.note(`${say.withWaived({ count: passed })}\n`);
  const withheld = errors.length - recorded;
  if (withheld > 0) cli.note(`${say.withheld({ count: withheld })}\n`);
}

export function packJson(
  ok: boolean,
  { findings, waived }: Judgement,
  packed: Packed | undefined,
  { say }: Cli,
): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const document = {
    schema: 'dangan/pack@1',
    ok,
    ...(packed && bundlesJson(packed)),
    findings: errors.map((finding) => findingJson(finding, say)),
    summary: { ...countBySeverity(findings), waived: waived.length },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** One bundle as `bundle`; the parts of several as `bundles`, with what is told of all of them. */
function bundlesJson(packed: Packed): object {
  const { name, form, payload, leftOut, ignored, renamed, unplaced, key } = packed;
  const beside = { leftOut, ignored, renamed: renamed.count, unplaced };
  const of = (each: PackedBundle) => ({
    path: each.path,
    name: each.name,
    form,
    files: each.payload.files,
    payloadBytes: each.payload.bytes,
    bytes: each.size,
    digest: each.digest,
    unchanged: each.unchanged,
    signature: key === undefined ? undefined : { key, file: each.signature },
  });
  const [first, second] = packed.bundles;
  if (first && !second) return { bundle: { ...of(first), ...beside } };
  const group = { name, files: payload.files, payloadBytes: payload.bytes, ...beside };
  return { group, bundles: packed.bundles.map((each) => ({ ...of(each), holds: each.holds })) };
}
