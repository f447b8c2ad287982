/** From files that a user names to the entries of ledgers that are to be changed. */
import { homesIn } from '../../core/archive/homes.js';
import { nameOf, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Archive } from '../../core/archive/types.js';
import { editLedger } from '../../core/ledger/edit.js';
import { changesFor, type EvidenceEdit, type KeyEdit } from '../../core/ledger/plan-edits.js';
import { entryFaults } from '../../core/ledger/references.js';
import type { Settled } from '../../core/ledger/settle.js';
import type { LedgerEntry } from '../../core/ledger/types.js';
import { isEvidence } from '../../core/naming/junk.js';
import type { Indicator } from '../../core/system/types.js';
import { foldName, nearest } from '../../core/text.js';
import { DanganError } from '../../errors.js';
import type { LedgerFault, ReferenceFault } from '../../messages/faults.js';
import { parseYaml } from '../yaml/yaml.js';
import { LEDGER_KEYS, parseLedger } from './read-ledgers.js';

interface NamedPlace {
  /** As the user wrote it. */
  readonly shown: string;
  /** From the archive's folder. */
  readonly path: ArchivePath;
}

/**
 * What is to be known of each evidence: of files, or of an address (`link`) in a folder.
 *
 * @throws {DanganError} LEDGER_NO_EVIDENCE, LEDGER_TWINS, LEDGER_VALUE_INVALID - nothing was changed.
 */
export function evidenceEdits(
  archive: Archive,
  { ledgers }: Settled,
  places: readonly NamedPlace[],
  set: readonly KeyEdit[],
): EvidenceEdit[] {
  const homeOf = homesIn(archive);
  const link = set.find(({ path: [key] }) => key === 'link')?.value;
  return places.map(({ shown, path }) => {
    const whole = homeOf(path);
    const home = whole ?? homeOf(parentOf(path));
    if (!home) throw new DanganError('LEDGER_NO_EVIDENCE', { path: shown, nearest: undefined });
    const { folder, indicator } = home;
    const file = whole ? undefined : fileNamed(nameOf(path), folder.files, shown);
    if (whole && link === undefined) {
      throw new DanganError('LEDGER_NO_EVIDENCE', { path: shown, nearest: undefined });
    }
    const entry = ledgers
      .get(folder.path)
      ?.entries.find((each) => (whole ? each.link === link : each.file === file));
    const edit = { folder: folder.path, file, entry, set };
    refuseFaults(edit, indicator, archive);
    return edit;
  });
}

/** @throws {DanganError} LEDGER_NO_EVIDENCE, LEDGER_TWINS */
function fileNamed(name: string, files: Archive['root']['files'], shown: string): string {
  const names = files.map((file) => file.name).filter(isEvidence);
  const folded = foldName(name);
  const [found, ...twins] = names.filter((each) => foldName(each) === folded);
  // A ledger takes them for one file, whichever of them it names.
  if (twins.length > 0)
    throw new DanganError('LEDGER_TWINS', { path: shown, count: twins.length + 1 });
  if (found !== undefined) return found;
  throw new DanganError('LEDGER_NO_EVIDENCE', { path: shown, nearest: nearest(name, names) });
}

/** What is typed is judged as it would be judged in a ledger. */
function refuseFaults(edit: EvidenceEdit, home: Indicator | undefined, archive: Archive): void {
  const { folder, file, set, entry } = edit;
  const whole = { folder, file, entry: undefined, set: [...witnessOf(entry, set), ...set] };
  const fresh = { schema: '', remark: '' };
  const parse = (text: string) => parseYaml(text, LEDGER_KEYS);
  const [changes = []] = changesFor([whole]).values();
  const { entries, problems } = parseLedger(
    '',
    editLedger(undefined, changes, fresh, parse)?.text ?? '',
  );
  const faults: (LedgerFault | ReferenceFault)[] = problems.flatMap((problem) =>
    problem.kind === 'shape' ? [problem.fault] : [],
  );
  for (const said of entries) faults.push(...entryFaults(said, home, archive.system));
  if (faults.length > 0) throw new DanganError('LEDGER_VALUE_INVALID', { faults });
}

/** What somebody saw is said whole or not at all. */
function witnessOf(entry: LedgerEntry | undefined, set: readonly KeyEdit[]): KeyEdit[] {
  const seen = entry?.seen;
  if (!seen || !set.some(({ path: [key] }) => key === 'seen')) return [];
  const { what, by, on } = seen;
  return [
    { path: ['seen', 'what'], value: what },
    { path: ['seen', 'by'], value: by },
    { path: ['seen', 'on'], value: on },
  ];
}
