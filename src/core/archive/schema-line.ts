import type { ArchivePath } from './paths.js';

/** Schemas that are beside an archive, for its editors. */
type Schema =
  'baseline' | 'ledger' | 'review' | 'scores' | 'scoring-system' | 'settings' | 'waivers';

/** The schema's path as seen from a file of the archive. */
export function schemaSeenFrom(file: ArchivePath, schema: Schema): string {
  const depth = file.split('/').length - 1;
  return `${depth === 0 ? './' : '../'.repeat(depth)}schemas/${schema}.schema.json`;
}

/** The first line of a file that a person edits: by it an editor completes and checks the file, without a network. */
export function schemaLine(file: ArchivePath, schema: Schema): string {
  return `# yaml-language-server: $schema=${schemaSeenFrom(file, schema)}`;
}
