/** A file and a line for every finding, as they are shown beside the files of a repository. */
import type { ArchivePath } from '../../core/archive/paths.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Messages } from '../../messages/index.js';
import { messageOf } from '../words.js';
import type { Outcome } from './outcome.js';

interface PlaceShown {
  /** In the archive. */
  readonly file: ArchivePath;
  readonly line: number;
  readonly column: number;
  /** What the finding is about, where that is not the file: a folder, something that is missing. */
  readonly about: ArchivePath | undefined;
  /** The line that asks for what a file lacks, where the finding is shown at the file. */
  readonly asked: Finding['at'];
}

/**
 * The file it is about, at the finding's line where that is in it; else its own line. A folder, what is not there, and nothing at all have no lines: then it is
 * the indicator's line of the scoring system, since that is what asks for them.
 */
export function placeShown(
  { at, file, indicator }: Finding,
  { where, report }: Outcome,
): PlaceShown {
  if (at && file === at.file) return { ...at, about: undefined, asked: undefined };
  if (file !== undefined && !report.isFolder(file) && where.isFile(file))
    return { file, line: 1, column: 1, about: undefined, asked: at };
  return { ...(at ?? where.lineOf(indicator?.path)), about: file, asked: undefined };
}

/** What a finding says where one place is shown beside it: another one is named in the sentence. */
export function placedMessage(finding: Finding, { about }: PlaceShown, say: Messages): string {
  const message = messageOf(finding, say);
  return about === undefined ? message : say.reports.about({ place: about, message });
}

/** What a finding is about, for a person: the file or folder, with the line if it is about one; else the indicator. */
export function placeWords({ file, at, indicator }: Finding): string {
  const place = file ?? at?.file ?? indicator?.code ?? '';
  return at && (file === undefined || file === at.file) ? `${place}:${at.line}` : place;
}

/**
 * A path of the archive as its repository has it. What is outside of that (a scoring system further up that is
 * extended) can be shown beside no file of it: the settings stand for it, which lead there.
 */
export function repositoryPath({ prefix }: Pick<Outcome, 'prefix'>, path: ArchivePath): string {
  const parts: string[] = [];
  for (const part of `${prefix}/${path}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return repositoryPath({ prefix }, 'dangan.yaml');
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A relative URI reference of a path, RFC 3986. Half characters, which Windows allows in names, are replaced. */
export function uriOf(path: string): string {
  const whole = Buffer.from(path).toString();
  return whole.split('/').map(encodeURIComponent).join('/');
}
