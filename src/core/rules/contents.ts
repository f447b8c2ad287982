/** What rules about the contents of files share: the files that somebody looked at. */
import { eachFolder, type Archive, type EvidenceFile, type Folder } from '../archive/types.js';
import type { ArchivePath } from '../archive/paths.js';
import type { FileFacts, Mark } from '../documents/types.js';
import type { Known } from '../evidence/types.js';
import { isEvidence } from '../naming/junk.js';

export interface SeenFile {
  readonly file: EvidenceFile;
  readonly facts: FileFacts;
  readonly placeholder: Placeholder | undefined;
}

/** Why a file is not the file itself. */
export type Placeholder = 'pointer' | 'placeholder' | 'download';

const listed = new WeakMap<Archive, readonly SeenFile[]>();

/** The files that are no leftovers of programs, wherever they lie; worked out once for each archive value. */
export function seenFiles(archive: Archive): readonly SeenFile[] {
  let files = listed.get(archive);
  if (!files) {
    files = listSeenFiles(archive);
    listed.set(archive, files);
  }
  return files;
}

function listSeenFiles({ root, known }: Archive): readonly SeenFile[] {
  const seen: SeenFile[] = [];
  const looked = known?.files;
  if (!looked) return seen;
  for (const file of judgedFiles(root)) {
    const identified = looked.get(file.origin ?? file.path);
    if (!identified) continue;
    const facts = isBroken(file, known) ? damaged(identified) : identified;
    seen.push({ file, facts, placeholder: placeholderOf(file, facts) });
  }
  return seen;
}

/** Its beginning and its end are in order, and it was found out while it was read. */
function isBroken({ path, origin }: EvidenceFile, { facts }: Known): boolean {
  return facts.size > 0 && facts.get(origin ?? path)?.failed === 'damaged';
}

function judgedFiles(root: Folder): EvidenceFile[] {
  const files: EvidenceFile[] = [];
  for (const folder of eachFolder(root)) {
    for (const file of folder.files) if (isEvidence(file.name)) files.push(file);
  }
  return files;
}

/** Paths of the files whose contents are judged. */
export function judgedPaths({ root }: Archive): ArchivePath[] {
  return judgedFiles(root).map(({ path }) => path);
}

/** Extensions that clients of clouds give to what they have not fetched: ownCloud, Nextcloud, odrive, iCloud. */
const PLACEHOLDERS = new Set(['.owncloud', '.nextcloud', '.cloud', '.cloudf', '.icloud']);
/** And to what they have half fetched: Baidu, Thunder and others. */
const DOWNLOADS = new Set(['.bdownload', '.xltd', '.aria2', '.opdownload']);
/** Such a placeholder holds nothing, or a single blank. */
const HOLDS_NOTHING = 1;

function placeholderOf(
  { name, parts }: EvidenceFile,
  { marks, sizeBytes }: FileFacts,
): Placeholder | undefined {
  if (marks.length > 0) {
    if (marks.includes('pointer')) return 'pointer';
    if (marks.includes('placeholder')) return 'placeholder';
  }
  const { extension } = parts;
  if (sizeBytes <= HOLDS_NOTHING && PLACEHOLDERS.has(extension.toLowerCase())) return 'placeholder';
  return DOWNLOADS.has(extension) || name.endsWith('.downloading') ? 'download' : undefined;
}

/** Of one that is cut off it is known why. */
function damaged(facts: FileFacts): FileFacts {
  const { marks } = facts;
  return marks.includes('truncated') ? facts : { ...facts, marks: [...marks, 'damaged'] };
}

/** Of those marks, the first that it has. */
export function firstMark<M extends Mark>({ marks }: FileFacts, of: readonly M[]): M | undefined {
  return marks.length === 0 ? undefined : of.find((mark) => marks.includes(mark));
}
