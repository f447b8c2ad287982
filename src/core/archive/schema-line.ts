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

/**
 * Let the editor's line of a scoring system point at the schema as it is seen from `file`; nothing else is changed.
 *
 * @param text - In latin1 also of a file whose bytes are to stay: a byte order mark is then three characters.
 */
export function withSystemSchema(text: string, file: ArchivePath): string {
  const line =
    /^(?:\uFEFF|\u00EF\u00BB\u00BF)?(?:[^\n]*\n)?# yaml-language-server: \$schema=\S*scoring-system\.schema\.json/;
  const schema = schemaSeenFrom(file, 'scoring-system');
  return text.replace(line, (found) => found.slice(0, found.lastIndexOf('$schema=') + 8) + schema);
}
