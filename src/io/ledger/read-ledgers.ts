/** The ledgers of an archive, from disk. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { eachFolder, type Archive, type ArchivePath } from '../../core/archive/types.js';
import { decodeLedger } from '../../core/ledger/decode.js';
import { ledgerPath } from '../../core/ledger/file.js';
import { Settling, type Settled } from '../../core/ledger/settle.js';
import type { Ledger } from '../../core/ledger/types.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import type { YamlFault } from '../../messages/faults.js';
import { knownKeys, schemaProblems } from '../../core/yaml-file/schema-faults.js';
import { diskError } from '../../errors.js';
import validate, { schemaKeys } from '../../../schemas/ledger.schema.json?validator';
import { digestInPieces } from '../pieces.js';
import { breathing } from '../threads/threads.js';
import { parseYaml, readYamlNow } from '../yaml/yaml.js';

export const LEDGER_KEYS = knownKeys(schemaKeys);

/**
 * Read the ledgers beside the evidence, and find out which file each entry belongs to by now.
 *
 * Files are opened only where an entry that knows its file's digest has lost it, and only those of its size.
 *
 * @param root - The archive, absolute.
 * @throws {DanganError} when a ledger that is there cannot be read. What is in it never throws: it is in `problems`.
 */
export async function readLedgers(root: string, archive: Pick<Archive, 'root'>): Promise<Settled> {
  const ledgers: Ledger[] = [];
  for (const folder of eachFolder(archive.root)) {
    const path = ledgerPath(folder.path);
    if (isLedger(join(root, path))) ledgers.push(readLedger(root, path));
  }
  if (ledgers.length === 0) return { ledgers: new Map(), written: new Map(), followed: [] };
  const settling = new Settling(ledgers, archive.root, (path) => sizeOf(join(root, path)));
  return settling.settle(await digestsOf(root, settling.toDigest));
}

/** A ledger as it is written. @param path - Of its file, from the archive's folder. */
function readLedger(root: string, path: ArchivePath): Ledger {
  return ledgerFrom(path, readYamlNow(join(root, path), LEDGER_KEYS));
}

/** The ledger that a text is, or would be. */
export function parseLedger(path: ArchivePath, text: string, fault?: YamlFault): Ledger {
  return ledgerFrom(path, parseYaml(text, LEDGER_KEYS, fault));
}

function ledgerFrom(path: ArchivePath, yaml: YamlSource): Ledger {
  return decodeLedger(path, yaml, schemaProblems(yaml, validate, schemaKeys));
}

/** A link to one is none. */
function isLedger(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch (error) {
    throw diskError(path, error);
  }
}

function sizeOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.size;
}

/** What cannot be read follows no digest; that it cannot be read is told by whoever needs what is in it. */
async function digestsOf(
  root: string,
  paths: readonly ArchivePath[],
): Promise<Map<ArchivePath, string>> {
  const digests = new Map<ArchivePath, string>();
  const pause = breathing(() => undefined);
  for (const path of paths) {
    try {
      digests.set(path, await digestInPieces(join(root, path), pause));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return digests;
}
