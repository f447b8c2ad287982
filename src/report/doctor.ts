/** The surroundings of a run, for a report about a fault. */
import type { ArchiveFacts } from '../io/doctor/archive-facts.js';
import type { DiskTraits } from '../io/doctor/disk-traits.js';
import { sizeWords } from '../messages/size.js';
import { columns, type Row } from './columns.js';
import { printable } from './printable.js';
import type { TextStyle } from './text-style.js';

export interface Seen {
  readonly version: string;
  readonly node: string;
  readonly system: {
    readonly platform: string;
    readonly arch: string;
    readonly release: string;
    readonly processors: number;
    readonly memoryBytes: number;
  };
  /** `from` is an option, a variable, or `system`. */
  readonly language: { readonly chosen: string; readonly from: string };
  readonly terminal: {
    readonly isTerminal: boolean;
    readonly columns: number;
    readonly color: boolean;
  };
  /** Those that are set. */
  readonly variables: Readonly<Record<string, string>>;
  readonly git: string | undefined;
  readonly soffice: string | undefined;
  readonly disk: DiskTraits;
  readonly archive: ArchiveSeen | undefined;
}

export interface ArchiveSeen {
  readonly root: string;
  /** Absent where it cannot be read; then `problem` tells why. */
  readonly facts?: ArchiveFacts;
  readonly problem?: string;
}

/** One document, `dangan/doctor@1`; see schemas/doctor.schema.json. What is not known is null. */
export function doctorJson({ git, soffice, disk, archive, ...seen }: Seen): string {
  const { kind, freeBytes, caseSensitive, formSensitive, longestName } = disk;
  const document = {
    schema: 'dangan/doctor@1',
    ok: true,
    ...seen,
    git: git ?? null,
    soffice: soffice ?? null,
    disk: {
      kind: kind ?? null,
      freeBytes: freeBytes ?? null,
      caseSensitive: caseSensitive ?? null,
      formSensitive: formSensitive ?? null,
      longestName: longestName ?? null,
    },
    archive: archive
      ? { root: archive.root, problem: archive.problem ?? null, facts: archive.facts ?? null }
      : null,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function doctorText(seen: Seen, style: TextStyle): string {
  const { say, paint } = style;
  const { heads } = say.doctor;
  const parts: readonly (readonly [string, readonly Row[]])[] = [
    [heads.program, programRows(seen, style)],
    [heads.disk, diskRows(seen.disk, style)],
    [heads.archive, archiveRows(seen.archive, style)],
  ];
  const lines = parts.flatMap(([head, rows]) => [
    paint.bold(head),
    ...columns(
      rows.map(([left, right]): Row => [left, printable(right)]),
      { width: style.columns },
    ),
    '',
  ]);
  return lines.join('\n');
}

function programRows(seen: Seen, { say }: TextStyle): readonly Row[] {
  const { words, rows } = say.doctor;
  const { platform, arch, release, processors, memoryBytes } = seen.system;
  const { isTerminal, columns: width, color } = seen.terminal;
  const variables = Object.entries(seen.variables).map(([name, value]) => `${name}=${value}`);
  return [
    ['dangan', seen.version],
    ['Node.js', seen.node],
    [rows.system, `${platform} ${arch} ${release}`],
    [rows.machine, words.machine({ processors, memory: sizeWords(memoryBytes) })],
    [rows.language, words.language(seen.language)],
    [rows.terminal, words.terminal({ isTerminal, width, color })],
    [rows.variables, variables.join('  ') || words.none],
    ['git', seen.git ?? words.notFound],
    ['LibreOffice', seen.soffice ?? words.notFound],
  ];
}

function diskRows(
  { kind, freeBytes, caseSensitive, formSensitive, longestName }: DiskTraits,
  { say }: TextStyle,
): readonly Row[] {
  const { words, rows } = say.doctor;
  const told = (value: boolean | undefined) =>
    value === undefined ? words.unknown : value ? words.apart : words.alike;
  return [
    [rows.kind, kind ?? words.unknown],
    [rows.free, freeBytes === undefined ? words.unknown : sizeWords(freeBytes)],
    [rows.letters, told(caseSensitive)],
    [rows.forms, told(formSensitive)],
    [rows.longestName, longestName ? words.longestName(longestName) : words.unknown],
  ];
}

function archiveRows(archive: ArchiveSeen | undefined, { say }: TextStyle): readonly Row[] {
  const { words, rows } = say.doctor;
  if (!archive) return [[rows.place, words.noArchive]];
  const { root, facts, problem } = archive;
  if (!facts) {
    return [
      [rows.place, root],
      [rows.problem, problem ?? words.unknown],
    ];
  }
  const { missing, other } = facts.schemas;
  return [
    [rows.place, root],
    [rows.size, words.size(facts)],
    [rows.paths, words.paths(facts)],
    [rows.journal, words.journal(facts.journal)],
    [rows.cache, words.cache({ files: facts.cache.files, size: sizeWords(facts.cache.bytes) })],
    [rows.schemas, missing + other === 0 ? words.fresh : words.stale({ missing, other })],
  ];
}
