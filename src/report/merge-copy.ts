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
  /** Names of the departments, by key. */
  readonly owners: ReadonlyMap<string, string>;
}

export function mergeCopyText(plan: CopyPlan, shown: Shown, style: TextStyle): string {
  const say = style.say.mergeCopy;
  const { brought, registered, differing, takenOut, homeless, files } = plan;
  const given = registered.filter(({ added }) => added.length > 0);
  const clashing = registered.filter(({ clashes }) => clashes.length > 0);
  const section = (head: string, lines: readonly string[], count: number) =>
    count === 0 ? [] : [[style.paint.bold(head), ...lines].join('\n')];
  const list = (paths: readonly ArchivePath[]) =>
    byFolder(paths, (path) => path).flatMap(([folder, files]) => [
      printable(folder),
      ...files.map((path) => `  ${printable(nameOf(path))}`),
    ]);
  const next = `  ${style.paint.dim(say.alone)}`;
  const blocks = [
    ...section(say.brought({ count: brought.length }), broughtLines(plan, style), brought.length),
    ...section(
      say.registered({ count: given.length }),
      underNames(given, (each) => addedLines(each, shown, style), style),
      given.length,
    ),
    ...section(
      say.clashes({ count: clashing.length, take: shown.take }),
      underNames(
        clashing,
        ({ clashes }) => clashes.map((each) => clashLine(each, shown, style)),
        style,
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
  return byFolder(brought, ({ to }) => to).flatMap(([folder, files]) => [
    printable(folder),
    ...columns(
      files.map(({ from, to }): Row => [printable(nameOf(from)), printable(`→ ${nameOf(to)}`)]),
      { width },
    ),
  ]);
}

function byFolder<T>(things: readonly T[], path: (thing: T) => ArchivePath) {
  return [...groupBy(things, (thing) => parentOf(path(thing)))];
}

function underNames(
  registered: readonly Registered[],
  linesOf: (each: Registered) => readonly string[],
  { columns: width }: TextStyle,
): string[] {
  const under = (each: Registered) =>
    linesOf(each).flatMap((line) => wrap(printable(line), width - 4));
  return byFolder(registered, ({ path }) => path).flatMap(([folder, files]) => [
    printable(folder),
    ...files.flatMap((each) => [
      `  ${printable(nameOf(each.path))}`,
      ...under(each).map((line) => `    ${line}`),
    ]),
  ]);
}

/** Of a caption, what it says of each fact. */
function addedLines({ added }: Registered, shown: Shown, { say }: TextStyle): string[] {
  return added.flatMap(({ path, value }) =>
    fieldsIn(path, value).map((field) =>
      say.mergeCopy.value({ key: field.path.join('.'), value: shownValue(field, shown, say) }),
    ),
  );
}

interface Field {
  /** Keys that lead to it in an entry. */
  readonly path: readonly string[];
  readonly value: Written;
}

function fieldsIn(path: readonly string[], value: Written): readonly Field[] {
  if (typeof value === 'string' || Array.isArray(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, each]) => fieldsIn([...path, key], each));
}

function clashLine({ path, ours, theirs }: ValueClash, shown: Shown, { say }: TextStyle): string {
  return say.mergeCopy.clash({
    key: path.join('.'),
    ours: shownValue({ path, value: ours }, shown, say),
    theirs: shownValue({ path, value: theirs }, shown, say),
  });
}

function shownValue({ path, value }: Field, shown: Shown, say: Messages): string {
  if (typeof value === 'string') {
    return path[0] === 'owner' ? (shown.owners.get(value) ?? value) : value;
  }
  const within = (each: Written) => shownValue({ path, value: each }, shown, say);
  if (Array.isArray(value)) return (value as readonly Written[]).map(within).join(say.marks.list);
  return Object.entries(value)
    .map(([key, each]) => `${key} ${within(each)}`)
    .join(say.marks.list);
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
