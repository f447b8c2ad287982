/** What another copy of an archive has that this one has not, for people and for programs. */
import { nameOf, parentOf, type ArchivePath } from '../core/archive/paths.js';
import { groupBy } from '../core/group.js';
import type { Side, ValueClash } from '../core/merging/merge-values.js';
import type { Written } from '../core/yaml-file/node.js';
import type { Messages } from '../messages/index.js';
import type { CopyPlan, Registered } from '../io/merging/plan-copy.js';
import { columns, type Row } from './columns.js';
import { printable } from './printable.js';
import type { TextStyle } from './text-style.js';
import { wrap } from './wrap.js';

interface Shown {
  /** As the other one was named. */
  readonly path: string;
  readonly take: Side | undefined;
  readonly entry: string | undefined;
}

export function mergeCopyText(plan: CopyPlan, shown: Shown, style: TextStyle): string {
  const say = style.say.mergeCopy;
  const { brought, registered, differing, takenOut, homeless, files } = plan;
  const given = registered.filter(({ added }) => added.length > 0);
  const clashing = registered.filter(({ clashes }) => clashes.length > 0);
  const section = (head: string, lines: readonly string[], count: number) =>
    count === 0 ? [] : [[style.paint.bold(head), ...lines].join('\n')];
  const list = (paths: readonly string[]) => paths.map((path) => `  ${printable(path)}`);
  const next = `  ${style.paint.dim(say.alone)}`;
  const blocks = [
    ...section(say.brought({ count: brought.length }), broughtLines(plan, style), brought.length),
    ...section(
      say.registered({ count: given.length }),
      given.flatMap((each) => underPath(each.path, addedLines(each, style), style)),
      given.length,
    ),
    ...section(
      say.clashes({ count: clashing.length, take: shown.take }),
      clashing.flatMap(({ path, clashes }) =>
        underPath(
          path,
          clashes.map((each) => clashLine(each, style)),
          style,
        ),
      ),
      clashing.length,
    ),
    ...section(
      say.differing({ count: differing.length }),
      [...list(differing.map(({ path }) => path)), next],
      differing.length,
    ),
    ...section(
      say.takenOut({ count: takenOut.length }),
      [...list(takenOut), next],
      takenOut.length,
    ),
    ...section(say.homeless({ count: homeless.length }), list(homeless), homeless.length),
    ...section(say.files({ files }), [], files.length),
  ];
  blocks.push(lastLines(plan, shown, blocks.length > 0, style));
  return `${blocks.join('\n\n')}\n`;
}

function lastLines(
  { changes }: CopyPlan,
  { entry, path }: Shown,
  isListed: boolean,
  style: TextStyle,
): string {
  const say = style.say.mergeCopy;
  if (changes.length === 0)
    return isListed ? say.onlyListed : say.nothing({ path: printable(path) });
  if (entry !== undefined) return style.paint.green(say.done({ id: entry }));
  return wrap(style.say.move.again, style.columns).join('\n');
}

function broughtLines({ brought }: CopyPlan, { columns: width }: TextStyle): string[] {
  const folders = groupBy(brought, ({ to }) => parentOf(to));
  return [...folders].flatMap(([folder, files]) => [
    printable(folder),
    ...columns(
      files.map(({ from, to }): Row => [printable(nameOf(from)), printable(`→ ${nameOf(to)}`)]),
      { width },
    ),
  ]);
}

function underPath(path: ArchivePath, lines: readonly string[], { columns: width }: TextStyle) {
  const under = lines.flatMap((line) => wrap(printable(line), width - 4));
  return [`  ${printable(path)}`, ...under.map((line) => `    ${line}`)];
}

function addedLines({ added }: Registered, { say }: TextStyle): string[] {
  return added.map(({ path, value }) =>
    say.mergeCopy.value({ key: keyName(path, say), value: shownValue(value) }),
  );
}

function clashLine({ path, ours, theirs }: ValueClash, { say }: TextStyle): string {
  const said = { ours: shownValue(ours), theirs: shownValue(theirs) };
  return say.mergeCopy.clash({ key: keyName(path, say), ...said });
}

function keyName([key = '', ...rest]: readonly string[], say: Messages): string {
  return [say.mergeCopy.key({ key }), ...rest].join('.');
}

function shownValue(value: Written): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return (value as readonly Written[]).map(shownValue).join('、');
  return Object.entries(value)
    .map(([key, each]) => `${key} ${shownValue(each)}`)
    .join('、');
}

/** One document, `dangan/merge-copy@1`; see schemas/merge-copy.schema.json. */
export function mergeCopyJson(plan: CopyPlan, entry: string | undefined): string {
  const { brought, registered, differing, takenOut, homeless, files } = plan;
  const document = {
    schema: 'dangan/merge-copy@1',
    ok: true,
    brought,
    registered: registered.map(({ path, set, clashes }) => ({
      path,
      set: Object.fromEntries(set.map((each) => [each.path.join('.'), each.value ?? null])),
      clashes: clashes.map(({ path: keys, ours, theirs }) => ({
        key: keys.join('.'),
        ours,
        theirs,
      })),
    })),
    differing,
    takenOut,
    homeless,
    files,
    entry: entry ?? null,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
