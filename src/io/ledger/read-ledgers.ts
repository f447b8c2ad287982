/** The ledgers of an archive. */
import { eachFolder, type Archive } from '../../core/archive/types.js';
import type { ArchivePath } from '../../core/archive/paths.js';
import { decodeLedger } from '../../core/ledger/decode.js';
import { ledgerPath } from '../../core/ledger/file.js';
import { Settling, type Settled } from '../../core/ledger/settle.js';
import type { Ledger } from '../../core/ledger/types.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import type { YamlFault } from '../../messages/faults.js';
import { knownKeys, schemaProblems } from '../../core/yaml-file/schema-faults.js';
import validate, { schemaKeys } from '../../../schemas/ledger.schema.json?validator';
import type { Store } from '../store/types.js';
import { parseYaml } from '../yaml/yaml.js';

export const LEDGER_KEYS = knownKeys(schemaKeys);

/**
 * Read the ledgers beside the evidence, and find out which file each entry belongs to by now.
 *
 * Files are opened only where an entry that knows its file's digest has lost it, and only those of its size.
 *
 * @throws {DanganError} when a ledger that is there cannot be read. What is in it never throws: it is in `problems`.
 */
export async function readLedgers(store: Store, archive: Pick<Archive, 'root'>): Promise<Settled> {
  const paths = [...eachFolder(archive.root)].map(({ path }) => ledgerPath(path));
  const files = await store.readYamls(paths, LEDGER_KEYS);
  const ledgers = paths.flatMap((path, at): Ledger | readonly Ledger[] => {
    const yaml = files[at];
    return yaml ? ledgerFrom(path, yaml) : [];
  });
  if (ledgers.length === 0) return { ledgers: new Map(), written: new Map(), followed: [] };
  const settling = new Settling(ledgers, archive.root, await store.sizes());
  return settling.settle(await store.readDigests(settling.toDigest));
}

/** The ledger that a text is, or would be. */
export function parseLedger(path: ArchivePath, text: string, fault?: YamlFault): Ledger {
  return ledgerFrom(path, parseYaml(text, LEDGER_KEYS, fault));
}

/** Of texts that were read before, as in an archive that is watched. */
const decoded = new WeakMap<YamlSource, Ledger>();

function ledgerFrom(path: ArchivePath, yaml: YamlSource): Ledger {
  const known = decoded.get(yaml);
  if (known?.path === path) return known;
  const ledger = decodeLedger(path, yaml, schemaProblems(yaml, validate, schemaKeys));
  decoded.set(yaml, ledger);
  return ledger;
}
