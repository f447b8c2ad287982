/** The manifests of a BagIt bag as text. */

/** One row of a manifest: a file of the bag and its digest. */
export interface ManifestRow {
  /** Relative to the bag, `/` between the parts. */
  readonly path: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

/**
 * A row as `sha256sum` writes and reads it.
 *
 * RFC 8493 wants `%`, CR and LF in a path written as `%25`, `%0D`, `%0A`, and its readers do not agree on the first:
 * no path of ours may hold any of them. `toPayloadPath` sees to it.
 */
export function formatManifestRow({ path, sha256 }: ManifestRow): string {
  if (/[%\r\n\\]/.test(path)) throw new Error(`Not a path for a manifest: ${JSON.stringify(path)}`);
  return `${sha256}  ${path}\n`;
}

export function* formatManifest(rows: Iterable<ManifestRow>): Generator<string> {
  for (const row of rows) yield formatManifestRow(row);
}
