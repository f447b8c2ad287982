/** Codes of indicators, wherever people wrote them down, changed together with the folders. */
import { join } from 'node:path';
import { doubtfulFolders } from '../../core/archive/match.js';
import { namedIndicators, type NamingFile } from '../../core/archive/named-indicators.js';
import { renumbering, type CodeDoubt } from '../../core/archive/renumbering.js';
import { SETTINGS_KEYS } from '../../core/archive/settings/keys.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { eachFolder, type Archive } from '../../core/archive/types.js';
import type { Change } from '../../core/change/types.js';
import { ledgerPath } from '../../core/ledger/file.js';
import { NO_SCORES } from '../../core/scoring/scores.js';
import { idsByName, onlyId } from '../../core/system/ids.js';
import { eachIndicator } from '../../core/system/walk.js';
import { NO_BASELINE, NO_WAIVERS } from '../../core/waivers/types.js';
import { MARK } from '../../core/yaml-file/decode-text.js';
import type { KnownKeys, YamlSource, YamlText } from '../../core/yaml-file/node.js';
import { replaceTexts } from '../../core/yaml-file/replace-texts.js';
import { DanganError } from '../../errors.js';
import { beginsWithMark } from '../yaml/begins-with-mark.js';
import { LEDGER_KEYS } from '../ledger/read-ledgers.js';
import { SCORES_KEYS } from '../scoring/read-scores.js';
import { diskStore } from '../store/disk-store.js';
import { parseYaml } from '../yaml/yaml.js';
import { BASELINE_KEYS, WAIVER_KEYS } from '../waivers/read-waivers.js';
import { SETTINGS_FILE } from './read-settings.js';

/** A code that stands for another indicator's folder than its own by now. */
export interface CodeChange {
  readonly file: ArchivePath;
  readonly from: string;
  readonly to: string;
}

/** A code that a person has to look at. */
export interface CodeUnsure {
  readonly file: ArchivePath;
  readonly line: number;
  readonly name: string;
  readonly because: CodeDoubt;
  /** Name of the indicator that has this code now, if one has it. */
  readonly now: string | undefined;
}

export interface FollowedCodes {
  /** Those that were given, with the files in which codes change. */
  readonly changes: readonly Change[];
  /** Each once, in the order in which they stand. */
  readonly codes: readonly CodeChange[];
  readonly unsure: readonly CodeUnsure[];
}

/**
 * Change the codes in `scores.yaml`, `waivers.yaml`, `baseline.yaml`, `dangan.yaml` and the ledgers as the folders of
 * their indicators are renamed, all at once; and those beside which a name was kept as that name tells.
 *
 * @param changes - What is carried out together; texts that it gives are changed further.
 * @param options - `alsoByName`: also where no folder is renamed.
 * @throws {DanganError} SCORES_INVALID, WAIVERS_INVALID, LEDGER_INVALID - one of them cannot be read, so that its codes
 *   would mean others from now on. SCORES_UNEDITABLE, WAIVERS_UNEDITABLE, LEDGER_UNEDITABLE
 */
export async function followCodes(
  root: string,
  archive: Archive,
  changes: readonly Change[],
  { alsoByName = false }: { readonly alsoByName?: boolean } = {},
): Promise<FollowedCodes> {
  const isMoved = changes.some((change) => change.do === 'move' && change.of === 'folder');
  // A folder that is left alone may be the one whose code was written down.
  const isByFolders = isMoved || doubtfulFolders(archive).length > 0;
  const given = new Map(
    changes.flatMap((change) => (change.do === 'rewrite' ? [[change.path, change.text]] : [])),
  );
  const keepingNames = alsoByName ? () => filesThatKeepNames(root, given) : () => [];
  const files = isByFolders ? await filesThatName(root, archive, given) : await keepingNames();
  if (files.length === 0) return { changes, codes: [], unsure: [] };
  const meaning = renumbering(archive, changes);
  const nameNow = namesNow(archive);
  const followed = files.map((file) => ({ file, ...followIn(file, meaning, nameNow) }));
  const texts = new Map<ArchivePath, string>();
  for (const { file, edits } of followed) {
    if (edits.size === 0) continue;
    const { path, kind, keys, yaml } = file;
    const text = changedText(path, kind, yaml, edits, (each) => parseYaml(each, keys));
    texts.set(path, text);
  }
  return {
    changes: [...withTexts(root, changes, texts, given)],
    codes: followed.flatMap(({ codes }) => codes),
    unsure: followed.flatMap(({ unsure }) => unsure),
  };
}

/** The codes and kept names of one file that change, and those that a person has to look at. */
function followIn(
  { path: file, kind, yaml }: NamingSource,
  meaning: ReturnType<typeof renumbering>,
  nameNow: (name: string) => string | undefined,
) {
  const [codes, unsure]: [CodeChange[], CodeUnsure[]] = [[], []];
  const edits = new Map<YamlText, string>();
  const all = namedIndicators(kind, yaml.root);
  const now = meaning(all.map(({ name, keptName }) => ({ name, kept: keptName?.text.trim() })));
  for (const [nth, { name, node, keptName, renamed }] of all.entries()) {
    const told = now[nth];
    if (told?.is === 'unsure') {
      const { line } = yaml.placeOf(node.start);
      unsure.push({ file, line, name, because: told.because, now: nameNow(name) });
      continue;
    }
    if (told?.is === 'other') {
      for (const [code, text] of renamed(told.to)) edits.set(code, text);
      tell(codes, { file, from: name, to: told.to });
    }
    const calledNow = told?.of?.name;
    if (keptName && calledNow !== undefined && keptName.text.trim() !== calledNow) {
      edits.set(keptName, calledNow);
      tell(codes, { file, from: keptName.text.trim(), to: calledNow });
    }
  }
  return { codes, unsure, edits };
}

function tell(codes: CodeChange[], change: CodeChange): void {
  const { file, from, to } = change;
  const isTold = codes.some((each) => each.file === file && each.from === from && each.to === to);
  if (!isTold) codes.push(change);
}

function namesNow({ system }: Archive): (name: string) => string | undefined {
  const ids = idsByName(system);
  const names = new Map(
    [...eachIndicator(system)].map(({ indicator: { id, name } }) => [id, name]),
  );
  return (name) => {
    const id = onlyId(ids, name);
    return id === undefined ? undefined : names.get(id);
  };
}

interface NamingSource {
  readonly path: ArchivePath;
  readonly kind: NamingFile;
  readonly keys: KnownKeys;
  readonly yaml: YamlSource;
}

async function filesThatName(
  root: string,
  archive: Archive,
  given: ReadonlyMap<ArchivePath, string>,
): Promise<NamingSource[]> {
  const store = diskStore(root);
  const files: NamingSource[] = [];
  const see = (file: NamingSource) => {
    const { path, kind, yaml } = file;
    const [fault] = yaml.problems.filter((each) => each.fault !== 'empty');
    const mayName = kind !== 'ledger' || yaml.text === '' || yaml.text.includes('references');
    if (yaml.broken && fault && mayName) throw unreadable(path, kind, fault);
    files.push(file);
  };
  for (const { path, kind, keys } of BESIDE) {
    const text = given.get(path);
    if (text === undefined && !store.has(path)) continue;
    const yaml = text === undefined ? await store.readYaml(path, keys) : parseYaml(text, keys);
    see({ path, kind, keys, yaml });
  }
  const paths = [...eachFolder(archive.root)].map(({ path }) => ledgerPath(path));
  const keys = LEDGER_KEYS;
  for (const [at, read] of (await store.readYamls(paths, keys)).entries()) {
    const path = paths[at] ?? '';
    const text = given.get(path);
    const yaml = text === undefined ? read : parseYaml(text.replace(MARK, ''), keys);
    if (yaml) see({ path, kind: 'ledger', keys, yaml });
  }
  return files;
}

/** Where no folder is renamed, only a name that was kept beside a code tells; what cannot be read keeps its codes. */
async function filesThatKeepNames(
  root: string,
  given: ReadonlyMap<ArchivePath, string>,
): Promise<NamingSource[]> {
  const { path } = NO_SCORES;
  const keys = SCORES_KEYS;
  const store = diskStore(root);
  const text = given.get(path);
  if (text === undefined && !store.has(path)) return [];
  const yaml = text === undefined ? await store.readYaml(path, keys) : parseYaml(text, keys);
  const isKept = namedIndicators('scores', yaml.root).some(({ keptName }) => keptName);
  return isKept && !yaml.broken ? [{ path, kind: 'scores', keys, yaml }] : [];
}

const BESIDE: readonly Omit<NamingSource, 'yaml'>[] = [
  { path: NO_SCORES.path, kind: 'scores', keys: SCORES_KEYS },
  { path: NO_WAIVERS.path, kind: 'waivers', keys: WAIVER_KEYS },
  { path: NO_BASELINE.path, kind: 'baseline', keys: BASELINE_KEYS },
  { path: SETTINGS_FILE, kind: 'settings', keys: SETTINGS_KEYS },
];

/** Those that are not in the evidence tree. */
export const NAMING_FILES: readonly ArchivePath[] = BESIDE.map(({ path }) => path);

function unreadable(path: ArchivePath, kind: NamingFile, problem: YamlSource['problems'][number]) {
  const { at, ...fault } = problem;
  if (kind === 'scores') return new DanganError('SCORES_INVALID', { path, line: at.line, fault });
  if (kind === 'ledger') return new DanganError('LEDGER_INVALID', { path, line: at.line, fault });
  return new DanganError('WAIVERS_INVALID', { path, problems: [{ at, yaml: fault }] });
}

function changedText(
  path: ArchivePath,
  kind: NamingFile,
  yaml: YamlSource,
  texts: ReadonlyMap<YamlText, string>,
  parse: (text: string) => YamlSource,
): string {
  const edited = replaceTexts(yaml, texts, parse);
  if (edited) return edited.text;
  if (kind === 'scores') throw new DanganError('SCORES_UNEDITABLE', { path });
  if (kind === 'waivers' || kind === 'baseline') {
    throw new DanganError('WAIVERS_UNEDITABLE', { path });
  }
  throw new DanganError('LEDGER_UNEDITABLE', { path });
}

function* withTexts(
  root: string,
  changes: readonly Change[],
  texts: ReadonlyMap<ArchivePath, string>,
  given: ReadonlyMap<ArchivePath, string>,
): Generator<Change> {
  for (const change of changes) {
    const text = change.do === 'rewrite' ? texts.get(change.path) : undefined;
    if (change.do !== 'rewrite' || text === undefined) yield change;
    else yield { ...change, text: (change.text.startsWith(MARK) ? MARK : '') + text };
  }
  for (const [path, text] of texts) {
    if (given.has(path)) continue;
    const mark = beginsWithMark(join(root, path)) ? MARK : '';
    yield { do: 'rewrite', path, text: mark + text, why: [] };
  }
}
