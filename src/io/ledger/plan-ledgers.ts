/** Changes of ledgers as changes of the disk, to be carried out with the journal. */
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../pieces.js';
import { schemaSeenFrom } from '../../core/archive/schema-line.js';
import { parentOf, type ArchivePath } from '../../core/archive/paths.js';
import { compareFolders } from '../../core/archive/reading-order.js';
import type { Change, Said } from '../../core/change/types.js';
import { groupBy, listIn } from '../../core/group.js';
import { ledgerPath } from '../../core/ledger/file.js';
import { editLedger, entryText, type LedgerChange } from '../../core/ledger/edit.js';
import {
  type EvidenceEdit,
  type Following,
  type LedgerChanges,
  changesFor,
  digestKeys,
  followingOf,
} from '../../core/ledger/plan-edits.js';
import type { Settled } from '../../core/ledger/settle.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import { MARK } from '../../core/yaml-file/decode-text.js';
import { DanganError } from '../../errors.js';
import { metered, type ByteLine } from '../change/copying.js';
import { beginsWithMark } from '../yaml/begins-with-mark.js';
import { parseYaml, readYaml } from '../yaml/yaml.js';
import { LEDGER_KEYS } from './read-ledgers.js';

interface LedgerPlanOptions {
  /** What a ledger is, in a line, for new ones. */
  readonly remark: string;
  /** Changes of the tree that are carried out together with those of the ledgers. */
  readonly moves?: readonly Change[];
  readonly signal?: AbortSignal;
  /** Shown while files are read for their digests. */
  readonly reading?: ByteLine | undefined;
  /** `false`: no file is read for its digest, since the plan is only shown, or they are among the edits. */
  readonly readsFiles?: boolean;
}

/**
 * The changes of the disk that edits come to. With them go the digests of the files that they are about, and entries
 * whose files were renamed or moved.
 *
 * @throws {DanganError} LEDGER_INVALID - a ledger that is to be changed cannot be read as it was meant.
 *   LEDGER_UNEDITABLE - it is written in a way in which the change would touch something else.
 */
export async function planLedgers(
  root: string,
  settled: Settled,
  edits: readonly EvidenceEdit[],
  { remark, moves = [], readsFiles = true, ...reading }: LedgerPlanOptions,
): Promise<Change[]> {
  const texts = new LedgerTexts(root, remark);
  const known = readsFiles ? await withDigests(root, edits, reading) : edits;
  for (const [path, changes] of changesFor(known)) await texts.change(path, changes);
  await follow(texts, followingOf(settled, moves));
  return texts.changes(saidIn(edits));
}

/**
 * Changes of one ledger besides its entries.
 *
 * @param path - Of the ledger, which may not be there yet.
 * @param said - What the log shows.
 * @throws {DanganError} LEDGER_INVALID, LEDGER_UNEDITABLE
 */
export async function planLedger(
  root: string,
  path: ArchivePath,
  changes: readonly LedgerChange[],
  { remark, said }: { readonly remark: string; readonly said: Said },
): Promise<Change[]> {
  const texts = new LedgerTexts(root, remark);
  await texts.change(path, changes);
  return texts.changes(new Map([[path, [said]]]));
}

/** For the log: the keys that edits are about, by the path of the ledger. */
function saidIn(edits: readonly EvidenceEdit[]): ReadonlyMap<ArchivePath, readonly Said[]> {
  const said = new Map<ArchivePath, Said[]>();
  for (const { folder, file, entry, set } of edits) {
    const keys = set.map(({ path }) => path.join('.'));
    const link = set.find(({ path: [key] }) => key === 'link')?.value;
    const of = file ?? entry?.link ?? (typeof link === 'string' ? link : '');
    listIn(said, entry?.at.file ?? ledgerPath(folder)).push({ of, keys });
  }
  return said;
}

async function withDigests(
  root: string,
  edits: readonly EvidenceEdit[],
  { signal, reading: line }: Pick<LedgerPlanOptions, 'signal' | 'reading'>,
): Promise<EvidenceEdit[]> {
  const files = edits.map((edit) => ({ edit, ...fileToRead(root, edit) }));
  const totalBytes = files.reduce((sum, { size = 0 }) => sum + size, 0);
  return metered({ line, signal, totalBytes, work: totalBytes }, async (onPiece) => {
    const known: EvidenceEdit[] = [];
    for (const { edit, place, size } of files) {
      if (place === undefined) {
        known.push(edit);
        continue;
      }
      const set = digestKeys(size ?? 0, await digestOf(place, onPiece));
      known.push({ ...edit, set: [...edit.set, ...set] });
    }
    return known;
  });
}

/** One of the same size is taken for the same: large files are not read at every change. */
function fileToRead(
  root: string,
  { folder, file, entry }: EvidenceEdit,
): { readonly place?: string; readonly size?: number } {
  if (file === undefined) return {};
  const place = join(root, folder, file);
  const stat = lstatSync(place, { throwIfNoEntry: false });
  const isKnown = entry?.sha256 !== undefined && entry.bytes === stat?.size;
  return stat?.isFile() !== true || isKnown ? {} : { place, size: stat.size };
}

/**
 * Entries follow their files; those of files that go to the trash are taken out. Where a ledger cannot be changed its entries stay as they are written: they are found by
 * their digests as before.
 */
async function follow(texts: LedgerTexts, { renamed, transfers }: Following): Promise<void> {
  for (const [path, changes] of renamed) await texts.tryAll([[path, changes]]);
  for (const [from, leaving] of groupBy(transfers, (each) => each.from)) {
    const source = await texts.at(from);
    if (!source || source.broken) continue;
    const pasted = new Map<ArchivePath, LedgerChange[]>();
    for (const { nth, to } of leaving) {
      if (to !== undefined) listIn(pasted, to).push({ do: 'paste', text: entryText(source, nth) });
    }
    const left = leaving.map(({ nth }): LedgerChange => ({ do: 'remove', nth }));
    await texts.tryAll([[from, left], ...pasted]);
  }
}

interface LedgerText {
  /** `undefined` for a ledger that is not there. */
  readonly yaml: YamlSource | undefined;
  /** It begins with a byte order mark. */
  readonly marked: boolean;
  /** As it was read. */
  readonly before: string | undefined;
}

/** Ledgers as they will be. */
class LedgerTexts {
  readonly #root: string;
  readonly #remark: string;
  readonly #texts = new Map<ArchivePath, LedgerText>();

  constructor(root: string, remark: string) {
    this.#root = root;
    this.#remark = remark;
  }

  async at(path: ArchivePath): Promise<YamlSource | undefined> {
    return (await this.#read(path)).yaml;
  }

  /** @throws {DanganError} LEDGER_INVALID, LEDGER_UNEDITABLE */
  async change(path: ArchivePath, changes: readonly LedgerChange[]): Promise<void> {
    const [fault] = (await this.at(path))?.problems ?? [];
    if (!(await this.tryAll([[path, changes]]))) {
      throw fault
        ? new DanganError('LEDGER_INVALID', { path, line: fault.at.line, fault })
        : new DanganError('LEDGER_UNEDITABLE', { path });
    }
  }

  /** Change all of them or none. */
  async tryAll(all: LedgerChanges | readonly (readonly [ArchivePath, readonly LedgerChange[]])[]) {
    const edited = new Map<ArchivePath, LedgerText>();
    for (const [path, changes] of all) {
      const before = await this.#read(path);
      const yaml = before.yaml?.broken ? undefined : this.#edit(path, before.yaml, changes);
      if (!yaml) return false;
      edited.set(path, { ...before, yaml });
    }
    for (const [path, text] of edited) this.#texts.set(path, text);
    return true;
  }

  /** As people read their folders. */
  changes(said: ReadonlyMap<ArchivePath, readonly Said[]>): Change[] {
    return [...this.#texts]
      .filter(([, { yaml, before }]) => yaml !== undefined && yaml.text !== before)
      .sort(([a], [b]) => compareFolders(parentOf(a), parentOf(b)))
      .map(([path, { yaml, marked }]) => {
        const text = (marked ? MARK : '') + (yaml?.text ?? '');
        const what = said.get(path);
        return { do: 'rewrite', path, text, why: [], ...(what && { said: what }) };
      });
  }

  #edit(path: ArchivePath, yaml: YamlSource | undefined, changes: readonly LedgerChange[]) {
    const fresh = { schema: schemaSeenFrom(path, 'ledger'), remark: this.#remark };
    return editLedger(yaml, changes, fresh, (text) => parseYaml(text, LEDGER_KEYS));
  }

  async #read(path: ArchivePath): Promise<LedgerText> {
    const known = this.#texts.get(path);
    if (known) return known;
    const place = join(this.#root, path);
    const isThere = existsSync(place);
    const yaml = isThere ? await readYaml(place, LEDGER_KEYS) : undefined;
    const text = { yaml, before: yaml?.text, marked: isThere && beginsWithMark(place) };
    this.#texts.set(path, text);
    return text;
  }
}
