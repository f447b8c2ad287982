import { sizeWords } from '../size.js';
import { identify } from './identify.js';

type Format = keyof typeof identify.formats;
type Allowed = Format | keyof typeof identify.classes;

const { formats, classes } = identify;

/** `a PDF`, `a Word (docx)`; `the file` where it cannot be told. */
const named = (format: Format | undefined) => (format === undefined ? 'The file' : formats[format]);

const nameOf = (allowed: Allowed) =>
  allowed in classes ? classes[allowed as keyof typeof classes] : allowed;

/** What files are, and whether they open. */
export const fileFindings = {
  'content-empty/empty': () =>
    'There is nothing in this file: 0 bytes. Copy it here once more from where it came',
  'content-type-mismatch/extension': (d: { format: Format; extension: string; wanted: string }) =>
    `Named ${d.extension}, but its contents are ${formats[d.format]}: a double click may not open it. The extension can become ${d.wanted}, or save it anew as ${d.extension}`,
  'content-type-mismatch/text': (d: { extension: string }) =>
    `Named ${d.extension}, but its contents are text and nothing else. Ask for the file once more`,
  'content-type-mismatch/none': (d: { format: Format; wanted: string }) =>
    `It has no extension; its contents are ${formats[d.format]}. With ${d.wanted} at its end it opens with a double click`,
  'content-type-mismatch/unknown': (d: { extension: string }) =>
    `Named ${d.extension}, which its contents are not, and they are of no format that is known. Ask for the file once more`,
  'content-type-mismatch/encrypted': (d: { format: Format | undefined }) =>
    `${named(d.format)} with a password: inspectors cannot open it. Ask whoever has the password to save it without one, or as PDF`,
  'content-type-mismatch/truncated': (d: { format: Format | undefined }) =>
    `${named(d.format)} whose end is missing: it was not copied or fetched to the end. Copy it here once more`,
  'content-type-mismatch/damaged': (d: { format: Format | undefined }) =>
    `${named(d.format)}, damaged: it does not open. Ask for it once more, or take it from a backup`,
  'content-type-mismatch/unreadable': () =>
    'The disk gives nothing of this file. See whether another program has it open and whether you may read it, and check once more',
  'content-type-not-allowed/format': (d: { format: Format; allowed: readonly Allowed[] }) =>
    `${formats[d.format]}; allowed are ${d.allowed.map(nameOf).join(', ')}`,
  'content-type-not-allowed/packed': () =>
    'An archive of files: nobody sees what is in it, and it counts for nothing. Unpack it, file what is inside with `dangan add`, and take the archive away',
  'content-too-large/bytes': (d: { bytes: number; largest: number }) =>
    `${sizeWords(d.bytes)}, over the limit of ${sizeWords(d.largest)}`,
  'content-pointer-only/lfs': () =>
    'Only a pointer of Git LFS or git-annex, not the file. Fetch it in the repository: `git lfs pull` (git-annex: `git annex get`)',
  'content-pointer-only/cloud': () =>
    'The file is still in the cloud; here is only a placeholder. Fetch it with the client of the cloud drive (“always keep on this device”), and check once more',
  'content-pointer-only/download': () =>
    'A download that did not end. Let it end, or copy the file here once more',
  'content-duplicate/same': (d: { first: string }) =>
    `The same bytes as ${d.first}. One is enough: keep it, and let its ledger name the other indicators that it serves (references)`,
};
