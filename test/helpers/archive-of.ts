/** Archives as values, so that a rule is tested with a literal. They hold what no disk could: twins, `CON`, `a:b`. */
import { folderFromNames } from '../../src/core/archive/folder-from-names.js';
import { expectedFolders } from '../../src/core/archive/layout.js';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/archive/settings.js';
import type { Archive, EvidenceFile, Folder, Oddity } from '../../src/core/archive/types.js';
import { joinPath } from '../../src/core/archive/paths.js';
import type { Mend } from '../../src/core/change/types.js';
import { LEDGER, ledgerPath } from '../../src/core/ledger/file.js';
import { Settling } from '../../src/core/ledger/settle.js';
import { compareNatural } from '../../src/core/naming/natural-order.js';
import { parseName } from '../../src/core/naming/parse.js';
import type { ArchiveRule } from '../../src/core/rules/types.js';
import type { Known } from '../../src/core/evidence/types.js';
import { NO_SCORES } from '../../src/core/scoring/scores.js';
import type { Indicator, ScoringSystem } from '../../src/core/system/types.js';
import { parseLedger } from '../../src/io/ledger/read-ledgers.js';
import { parseScores } from '../../src/io/scoring/read-scores.js';
import { withAllowances } from './waivers.js';
import { parseByteSize } from '../../src/core/bundle/packing/byte-size.js';
import { FILE_FORMATS, MARKS, type FileFacts } from '../../src/core/documents/types.js';
import { compareText } from '../../src/core/text.js';
import { indicatorOf, requirementOf, systemOf } from './indicator-of.js';
import { systemWith } from './system-of.js';

export interface ArchiveOverrides {
  /** Paths of the leaf indicators that the scoring system has; the folders given, when left out. */
  readonly system?: readonly string[];
  /** The scoring system itself, where it asks for more than folders. */
  readonly scoring?: ScoringSystem;
  /** What it is judged with, none of it unless given; the day of the check is 15 August 2020. */
  readonly known?: Partial<Known>;
  readonly settings?: Partial<Settings>;
  /** Paths of symbolic links. */
  readonly links?: readonly string[];
}

/**
 * `archiveOf({ '1.1 领导机构': ['01：通知.docx'] })`: by folder below the evidence root, the names of its files.
 * A `/` in a key nests folders. Unless `system` says otherwise, the scoring system asks for just these folders.
 */
export function archiveOf(
  folders: Readonly<Record<string, readonly string[]>>,
  overrides: ArchiveOverrides = {},
): Archive {
  const settings: Settings = { ...DEFAULT_SETTINGS, ...overrides.settings };
  const root = new Branch();
  for (const [path, files] of Object.entries(folders)) root.at(path).files.push(...files);
  for (const path of overrides.links ?? []) {
    const slash = path.lastIndexOf('/');
    root.at(path.slice(0, Math.max(0, slash))).links.push(path.slice(slash + 1));
  }
  const asked = overrides.system ?? Object.keys(folders).filter((path) => path !== '');
  const system = overrides.scoring ?? systemOf(indicatorsOf(asked.map((path) => path.split('/'))));
  return {
    settings,
    system,
    expected: expectedFolders(system, settings),
    root: root.toFolder(settings.evidence, settings.evidence),
    ...(overrides.known && { known: knownOf(overrides.known) }),
  };
}

/** What an archive is judged with, none of it unless given. */
export function knownOf(given: Partial<Known> = {}): Known {
  return { today: '2020-08-15', ledgers: new Map(), facts: new Map(), scores: NO_SCORES, ...given };
}

/** A folder while it is being put together. */
class Branch {
  readonly folders = new Map<string, Branch>();
  readonly files: string[] = [];
  readonly links: string[] = [];

  at(path: string): Branch {
    return path === ''
      ? this
      : path.split('/').reduce<Branch>((branch, name) => branch.child(name), this);
  }

  child(name: string): Branch {
    const known = this.folders.get(name) ?? new Branch();
    this.folders.set(name, known);
    return known;
  }

  toFolder(name: string, path: string): Folder {
    const folders = [...this.folders].sort(([a], [b]) => compareNatural(a, b));
    const place = {
      name,
      path,
      folders: folders.map(([child, branch]) => branch.toFolder(child, joinPath(path, child))),
      oddities: this.links
        .toSorted(compareText)
        .map((link): Oddity => ({ name: link, kind: 'link' })),
    };
    return folderFromNames(place, this.files.toSorted(compareText));
  }
}

export function fileOf(name: string, folder: string): EvidenceFile {
  return { name, path: joinPath(folder, name), parts: parseName(name) };
}

/** What a rule would mend. */
export function mendsOf(rule: ArchiveRule, archive: Archive): Mend[] {
  return [...(rule.mend?.(archive) ?? [])];
}

/** `1.1 领导机构` is code and name; without a space it is the code. */
function indicatorsOf(paths: readonly (readonly string[])[], parent = ''): Indicator[] {
  const below = new Map<string, string[][]>();
  for (const [first, ...rest] of paths) {
    if (first === undefined) continue;
    const others = below.get(first) ?? [];
    if (rest.length > 0) others.push(rest);
    below.set(first, others);
  }
  return [...below].map(([text, rest], index) => {
    const space = text.indexOf(' ');
    const code = space < 0 ? text : text.slice(0, space);
    const id = parent === '' ? code : `${parent}/${code}`;
    const children = indicatorsOf(rest, id);
    return indicatorOf({
      id,
      code,
      name: space < 0 ? '' : text.slice(space + 1),
      pointer: `/indicators/${index}`,
      children,
      evidence: children.length === 0 ? [requirementOf()] : [],
    });
  });
}

/**
 * The archive drawn in a `tree` block of a rule's page:
 *
 * ```tree
 * # system: 1.1 领导机构
 * # settings: naming.digits = 3
 * 1.1 领导机构/
 *   01：通知.docx
 *   快捷方式 -> ../别处
 *   "01：caf\u00e9.pdf"
 * ```
 *
 * - Two spaces for each level; a name with `/` at its end is a folder, with ` -> ` a symbolic link, anything else a
 *   file. A name in double quotes is a JSON string.
 * - The folders drawn are the indicators, those that no other folder is drawn in the leaf indicators.
 *   `# system:` lines, one for each leaf indicator's path, say otherwise.
 * - `# scores:` lines are the entries of `scores.yaml`, one each; so are those of `waivers.yaml` after `# waivers:`,
 *   and of `baseline.yaml` after `# baseline:`. Every rule has run then.
 * - Lines that begin with `#| ` are the scoring system instead, under its head; `# today:` is the day of the check,
 *   and `# veto: 1 = yes` what scores.yaml says of a veto.
 * - Lines below `ledger.yaml` that begin with `| ` are what is in it.
 * - `# footer:` lines tell what was found on the right of the footers of a document, by its path.
 * - What a file really is stands behind its name: `01：通知.doc = docx encrypted 60MB #a`, its format, marks and size;
 *   those with the same word behind `#` hold the same.
 * - `# settings:` lines set a value of dangan.yaml by its path.
 */
export function archiveFromTree(text: string): Archive {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const folders: Record<string, string[]> = {};
  const links: string[] = [];
  const system: string[] = [];
  const open: string[] = [];
  const ledgers: Record<string, string> = {};
  const files = new Map<string, FileFacts>();
  const scores: string[] = [];
  const vetoes: string[] = [];
  const waivers: string[] = [];
  const baseline: string[] = [];
  const footers: string[] = [];
  const day: { today?: string } = {};
  let scoring = '';
  const settings = structuredClone(DEFAULT_SETTINGS) as unknown as Record<string, unknown>;
  for (const line of lines) {
    if (line.startsWith('# system:')) system.push(line.slice(9).trim());
    else if (line.startsWith('# settings:')) set(settings, line.slice(11));
    else if (line.startsWith('# scores:')) scores.push(`  ${line.slice(9).trim()}\n`);
    else if (line.startsWith('# waivers:')) waivers.push(`  ${line.slice(10).trim()}\n`);
    else if (line.startsWith('# baseline:')) baseline.push(`  ${line.slice(11).trim()}\n`);
    else if (line.startsWith('# today:')) day.today = line.slice(8).trim();
    else if (line.startsWith('# footer:')) footers.push(line.slice(9));
    else if (line.startsWith('# veto:')) vetoes.push(vetoEntry(line.slice(7)));
    else if (line.startsWith('#|')) scoring += `${line.slice(3)}\n`;
    else {
      const depth = (line.length - line.trimStart().length) / 2;
      open.length = depth;
      const entry = line.trimStart();
      const parent = open.join('/');
      if (entry.startsWith('|')) {
        const folder = open.slice(0, depth - 1).join('/');
        open.length = depth - 1;
        ledgers[folder] = `${ledgers[folder] ?? ''}${entry.slice(2)}\n`;
      } else if (entry === LEDGER) continue;
      else if (entry.includes(' -> '))
        links.push(joinPath(parent, entry.slice(0, entry.indexOf(' -> '))));
      else if (/\/"?$/.test(entry)) {
        open.push(nameIn(entry).slice(0, -1));
        folders[open.join('/')] ??= [];
      } else {
        const [own = '', facts] = entry.split(' = ');
        (folders[parent] ??= []).push(nameIn(own));
        if (facts !== undefined) files.set(joinPath(parent, nameIn(own)), factsIn(facts));
      }
    }
  }
  const archive = archiveOf(folders, {
    system: system.length > 0 ? system : leavesOf(folders),
    settings: settings as unknown as Settings,
    links,
    ...(scoring !== '' && { scoring: systemWith(scoring).system, known: day }),
  });
  const known = Object.keys(ledgers).length === 0 ? archive : withLedgers(archive, ledgers);
  if (footers.length > 0) return withFooters(known, footers);
  if (files.size > 0) return withFiles(known, files);
  if (waivers.length + baseline.length > 0) return withAllowances(known, waivers, baseline);
  const lists = { scores, vetoes };
  const texts = Object.entries(lists).filter(([, entries]) => entries.length > 0);
  if (texts.length === 0) return known;
  return withScores(known, texts.map(([list, all]) => `${list}:\n${all.join('')}`).join(''));
}

/** With what was found in footers, ` 1.1/01：通知.docx = 01：通知` by path below the evidence root. */
function withFooters(archive: Archive, lines: readonly string[]): Archive {
  const footers = lines.map((line) => {
    const [path = '', name = ''] = line.split('=').map((part) => part.trim());
    const names = name === '' ? [] : [name];
    return [joinPath(archive.root.path, path), { names, everywhere: true }] as const;
  });
  return { ...archive, known: knownOf({ ...archive.known, footers: new Map(footers) }) };
}

/** With what its files are, by path below the evidence root. */
export function withFiles(archive: Archive, files: ReadonlyMap<string, FileFacts>): Archive {
  const placed = [...files].map(
    ([path, facts]) => [joinPath(archive.root.path, path), facts] as const,
  );
  return { ...archive, known: knownOf({ ...archive.known, files: new Map(placed) }) };
}

/** Of `docx encrypted 60MB #a`; a thousand bytes where no size is given. */
function factsIn(text: string): FileFacts {
  const words = text.split(' ');
  const marks = MARKS.filter((mark) => words.includes(mark));
  return {
    format: FILE_FORMATS.find((format) => words.includes(format)),
    marks,
    sizeBytes: marks.includes('empty')
      ? 0
      : (words.map((word) => parseByteSize(word)).find((bytes) => bytes !== undefined) ?? 1000),
    sha256: words.find((word) => word.startsWith('#'))?.slice(1),
  };
}

/** With what people decided, in `scores.yaml`. */
function withScores(archive: Archive, text: string): Archive {
  const scores = parseScores(text, archive.system);
  return { ...archive, known: { ...knownOf({}), ...archive.known, scores } };
}

/** With ledgers by folder below the evidence root. */
export function withLedgers(archive: Archive, texts: Readonly<Record<string, string>>): Archive {
  const written = Object.entries(texts).map(([folder, text]) =>
    parseLedger(ledgerPath(joinPath(archive.root.path, folder)), text),
  );
  const { ledgers } = new Settling(written, archive.root, () => undefined).settle(new Map());
  return { ...archive, known: knownOf({ ...archive.known, ledgers }) };
}

/** Of ` 1 = yes`, the entry of `scores.yaml`. */
function vetoEntry(line: string): string {
  const [veto = '', occurred] = line.split('=').map((part) => part.trim());
  const decision = 'by: 王芳, on: 2020-07-01, because: 有关部门书面证明';
  return `  - { veto: "${veto}", occurred: ${String(occurred === 'yes')}, ${decision} }\n`;
}

/** The folders that no other folder is drawn in. */
function leavesOf(folders: Readonly<Record<string, unknown>>): string[] {
  const paths = Object.keys(folders).filter((path) => path !== '');
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}

function nameIn(entry: string): string {
  return entry.startsWith('"') ? (JSON.parse(entry) as string) : entry;
}

/** ` naming.digits = 3`. */
function set(settings: Record<string, unknown>, line: string): void {
  const [path = '', value = ''] = line.split('=').map((part) => part.trim());
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let target = settings;
  for (const key of keys) target = target[key] as Record<string, unknown>;
  target[last] = /^\d+$/.test(value)
    ? Number(value)
    : value.startsWith('[')
      ? value.slice(1, -1).split(', ')
      : value;
}
