import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { receiptFacts, type ReceiptFacts, type BundleFile } from '../../../core/bundle/receipt.js';
import { fileDigests, type Reading } from '../../signature/file-digest.js';
import { refuseBroken, verifyBundle, type VerifyOptions } from './verify.js';

/** Name of the file or folder, without what tells its format. */
export function bundleTitle(path: string): string {
  return basename(path).replace(/\.(zip|tar|tar\.gz|tgz)$/i, '');
}

interface ReceiptOptions extends VerifyOptions {
  /** `--key`, as it was typed. */
  readonly keyGiven: string | undefined;
  readonly onDigesting: NonNullable<Reading['onProgress']>;
}

/**
 * Verify a bundle for its hand-over: of one that does not hold there is no form.
 *
 * @throws {DanganError} BUNDLE_DOES_NOT_HOLD
 */
export async function readReceiptFacts(
  path: string,
  options: ReceiptOptions,
): Promise<ReceiptFacts> {
  const { report, facts } = await verifyBundle(path, options);
  refuseBroken(path, report, options.keyGiven);
  const file = statSync(path).isDirectory() ? undefined : await fileFacts(path, options);
  return receiptFacts(report, facts, file, bundleTitle(path));
}

async function fileFacts(path: string, options: ReceiptOptions): Promise<BundleFile> {
  const reading = { signal: options.signal, onProgress: options.onDigesting };
  const [digest = Buffer.alloc(0)] = await fileDigests(path, ['sha256'], reading);
  return {
    name: basename(path),
    sizeBytes: statSync(path).size,
    sha256: digest.toString('hex'),
  };
}
