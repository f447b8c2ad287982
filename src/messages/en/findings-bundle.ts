import { counted } from './counted.js';
import { refusals } from './errors-bundle.js';

const files = (count: number) => counted(count, 'file');
const andMore = (count: number) => (count === 1 ? '' : ` (and ${count - 1} more)`);
const bytes = (count: number) => counted(count, 'byte');

const onlyDots =
  'a name of dots or spaces alone, which Windows cannot hold and takes for another folder';

/** What `verify` found in a bundle: what is there, what was expected. */
export const bundleFindings = {
  'bundle-refused/zip': (d: { code: keyof typeof refusals; entry: string; detail: string }) =>
    refusals[d.code](d)[0],
  'bundle-refused/more': (d: { code: keyof typeof refusals; count: number }) =>
    `${d.count} more entries refused for the same reason (${d.code}) are not listed here`,
  'bundle-declaration-invalid/missing': () => 'There is no bagit.txt',
  'bundle-declaration-invalid/mark': () =>
    'bagit.txt begins with a byte order mark, which it must not have',
  'bundle-declaration-invalid/lines': () =>
    'bagit.txt is not made of its two lines, BagIt-Version and Tag-File-Character-Encoding',
  'bundle-declaration-invalid/version': () =>
    'bagit.txt names a version of BagIt that is not known (0.93 to 1.0 are)',
  'bundle-declaration-invalid/encoding': () => 'bagit.txt names an encoding that is not known',
  'bundle-declaration-invalid/data': () => 'There is no folder data',
  'bundle-manifest-missing/payload': () => 'There is no manifest of the files in data',
  'bundle-manifest-missing/tags': () =>
    'There is no tagmanifest-sha256.txt, so the tag files may have been changed unseen',
  'bundle-manifest-invalid/text': (d: { encoding: string }) =>
    `Not text in the encoding that bagit.txt names (${d.encoding})`,
  'bundle-manifest-invalid/malformed': (d: { line: number; text: string }) =>
    `Line ${d.line} is not a digest and a path: ${d.text}`,
  'bundle-manifest-invalid/contradicting': (d: { line: number; text: string }) =>
    `Line ${d.line} lists ${d.text} again with another digest`,
  'bundle-manifest-invalid/repeated': (d: { line: number; text: string }) =>
    `Line ${d.line} lists ${d.text} again`,
  'bundle-manifest-invalid/unsafe': (d: { line: number; text: string }) =>
    `Line ${d.line} leads out of the bundle: ${d.text}`,
  'bundle-manifest-invalid/dots': (d: { line: number; text: string }) =>
    `Line ${d.line} has ${onlyDots}: ${d.text}`,
  'bundle-manifest-invalid/outside': (d: { line: number; text: string }) =>
    `Line ${d.line} lists a file that does not belong in this manifest: ${d.text}`,
  'bundle-manifest-invalid/dotted': (d: { line: number; text: string; count: number }) =>
    `Line ${d.line}${andMore(d.count)} begins the path with ./, which is not needed: ${d.text}`,
  'bundle-manifest-invalid/starred': (d: { line: number; text: string; count: number }) =>
    `Line ${d.line}${andMore(d.count)} has the asterisk of md5sum before the path; strict programs refuse it: ${d.text}`,
  'bundle-manifest-invalid/mark': () =>
    'Begins with a byte order mark, which a file in UTF-8 must not have',
  'bundle-manifest-invalid/form': () =>
    'Not written as `dangan pack` writes it, so it has been changed since',
  'bundle-manifest-invalid/more': (d: { count: number }) =>
    `${d.count} more lines of the same kind are not listed here`,
  'bundle-manifest-mismatch/files': (d: { manifest: string; path: string }) =>
    `${d.path} is in another manifest, but not in ${d.manifest}`,
  'bundle-manifest-mismatch/payload-manifest': (d: { manifest: string; path: string }) =>
    `${d.manifest} does not list ${d.path}, so nobody can tell whether that was changed`,
  'bundle-manifest-mismatch/tag-manifest': (d: { manifest: string; path: string }) =>
    `${d.manifest} lists ${d.path}, which no tag manifest should`,
  'bundle-algorithm-unknown/manifest': (d: { manifest: string }) =>
    `${d.manifest} uses an algorithm that is not known here and was not checked`,
  'bundle-file-missing/file': () => 'Listed in the manifest, not in the bundle',
  'bundle-file-missing/to-fetch': (d: { url: string }) =>
    `Not in the bundle: fetch.txt wants it downloaded from ${d.url}, which \`dangan\` never does`,
  'bundle-file-changed/digest': (d: { algorithm: string; expected: string; actual: string }) =>
    `Contents changed: ${d.algorithm} should be ${d.expected.slice(0, 12)}…, is ${d.actual.slice(0, 12)}…`,
  'bundle-file-changed/damaged': () => 'Contents damaged: cannot be unpacked from the zip',
  'bundle-file-changed/crc': () => 'Contents differ from the checksum (CRC-32) in the zip',
  'bundle-file-unexpected/file': () => 'In the bundle, not listed in any manifest',
  'bundle-file-moved/file': (d: { from: string; to: string }) =>
    `Same contents, other place: listed as ${d.from}`,
  'bundle-file-unreadable/file': () => 'Cannot be read',
  'bundle-tag-missing/file': () => 'Listed in the tag manifest, not in the bundle',
  'bundle-tag-changed/digest': (d: { algorithm: string; expected: string; actual: string }) =>
    `Contents changed: ${d.algorithm} should be ${d.expected.slice(0, 12)}…, is ${d.actual.slice(0, 12)}…`,
  'bundle-stray-file/file': () => 'Beside the tag files, not listed in the tag manifest',
  'bundle-stray-file/outside': () => 'Beside the bundle, outside its own folder',
  'bundle-stray-file/others': (d: { folder: string; count: number; example: string }) =>
    `The bundle is the folder “${d.folder}” in it; ${files(d.count)} beside it (such as ${d.example}) ${d.count === 1 ? 'is' : 'are'} no part of it, and not verified`,
  'bundle-oxum-mismatch/count': (d: {
    saidBytes: number;
    saidFiles: number;
    bytes: number;
    files: number;
  }) =>
    `bag-info.txt tells ${files(d.saidFiles)} and ${bytes(d.saidBytes)} in data; there are ${files(d.files)} and ${bytes(d.bytes)}`,
  'bundle-info-invalid/line': (d: { line: number }) => `Line ${d.line} is not “Label: value”`,
  'bundle-info-invalid/more': (d: { count: number }) =>
    `${d.count} more lines of the same kind are not listed here`,
  'bundle-info-invalid/oxum': (d: { value: string }) =>
    `Payload-Oxum is not “bytes.files”: ${d.value}`,
  'bundle-info-invalid/repeated': (d: { label: string }) => `${d.label} is given more than once`,
  'bundle-fetch-invalid/line': (d: { line: number; text: string }) =>
    `Line ${d.line} is not “URL length path”: ${d.text}`,
  'bundle-fetch-invalid/more': (d: { count: number }) =>
    `${d.count} more lines of the same kind are not listed here`,
  'bundle-fetch-invalid/unsafe': (d: { line: number; text: string }) =>
    `Line ${d.line} leads out of the bundle: ${d.text}`,
  'bundle-fetch-invalid/dots': (d: { line: number; text: string }) =>
    `Line ${d.line} has ${onlyDots}: ${d.text}`,
  'bundle-fetch-invalid/outside': (d: { line: number; text: string }) =>
    `Line ${d.line} has a path that is not in data: ${d.text}`,
  'bundle-fetch-invalid/length': (d: { line: number; path: string; said: number; bytes: number }) =>
    `Line ${d.line} tells ${bytes(d.said)} for ${d.path}, which has ${bytes(d.bytes)}`,
  'bundle-fetch-invalid/unlisted': (d: { line: number; path: string }) =>
    `Line ${d.line}: ${d.path} is in no manifest`,
  'bundle-link/link': () => 'A link or a device; it was not followed',
  'bundle-name-collision/names': (d: { other: string }) =>
    `One and the same name as ${d.other} on Windows or macOS`,
  'bundle-name-collision/kept-one': (d: { other: string }) =>
    `Listed beside ${d.other}, with the same contents; a disk that does not tell their names apart has kept one of them`,
  'bundle-name-unportable/name': () => 'Windows cannot hold this name',
  'bundle-name-unportable/long': (d: { length: number }) =>
    `A path of ${d.length} characters; with its drive it is above 259, which most programs on Windows cannot open`,
  'bundle-name-form/name': (d: { listed: string }) =>
    `Listed in another Unicode form or spelling: ${d.listed}`,
  'bundle-name-guessed/backslashes': (d: { count: number }) =>
    `${counted(d.count, 'name has', 'names have')} \\ between folders, as old programs on Windows write it; read as /`,
  'bundle-name-guessed/names': (d: { count: number; encoding: string }) =>
    `${d.count === 1 ? 'One name' : `${d.count} names`} in the package without an encoding, read as ${d.encoding}`,
  'bundle-litter/files': (d: { count: number; example: string }) =>
    `${files(d.count)} that a system makes in folders it looks at (such as ${d.example}), in no manifest, set aside; the listed files are not touched`,
  'bundle-litter/listed': (d: { count: number; example: string }) =>
    `${files(d.count)} that a system makes for itself (such as ${d.example}) ${d.count === 1 ? 'is' : 'are'} in a manifest and may change or go unseen`,
  'bundle-litter/gone': () =>
    'Listed, but made by a system for itself, and gone; no evidence is lost',
  'bundle-empty-folder/folder': () =>
    'Nothing is in it; if it is lost on the way, no program can tell',
  'bundle-index-mismatch/none': () =>
    'Every bundle that `dangan` makes has an index.json; it was taken out of this one, and there is nothing to compare',
  'bundle-index-mismatch/json': () => 'Not a JSON document that `dangan pack` would write',
  'bundle-index-mismatch/file-only': () => 'In data, but not in index.json',
  'bundle-index-mismatch/index-only': () => 'In index.json, but not in data',
  'bundle-index-mismatch/digest': () => 'Not the size or digest that index.json tells',
  'bundle-index-mismatch/folder': () => 'An empty folder that index.json tells is not there',
  'bundle-system-changed/digest': (d: { told: string }) =>
    `criteria.yaml is not the scoring system that ${d.told} tells`,
  'bundle-signature-invalid/malformed': () => 'Not a signature in the format of minisign',
  'bundle-signature-invalid/contents': () =>
    'Not made over what is there now: what was signed has been changed, or this signature is for something else',
  'bundle-signature-invalid/comment': () => 'The signed comment in it was changed',
  'bundle-signature-invalid/uncovered': () =>
    'Made over a tagmanifest-sha256.txt that does not list every manifest, so it says nothing of the files',
  'bundle-signature-invalid/too-long': () =>
    'In the old form of minisign, which is checked for files of up to 1 GB only',
  'bundle-signature-key/other': (d: { expected: string; actual: string }) =>
    `Signed with key ${d.actual}; the key given is ${d.expected}`,
  'bundle-signature-key/besides': (d: { expected: string; actual: string; valid: string }) =>
    `Signed with ${d.actual}, which proves nothing; by the key that was given, ${d.expected}, the signature in ${d.valid} is valid, and the whole bundle is as it was signed`,
  'bundle-signature-missing/file': (d: { key: string }) =>
    `A signature with key ${d.key} was expected, and there is none`,
  'bundle-signature-unchecked/no-key': (d: { key: string }) =>
    `Says that it was signed with key ${d.key}; check it with --key and the public key of the sender`,
  'bundle-signature-unchecked/unread': () =>
    'Made over the zip as a whole, which a spot check does not read',
};
