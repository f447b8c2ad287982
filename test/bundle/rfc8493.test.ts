/** Bags made clause by clause from RFC 8493; each is judged as a folder and as a zip, alike. */
import { expect, test } from 'vitest';
import {
  bagOf,
  declaration,
  digestOf,
  folderWith,
  lacking,
  manifestOf,
  seenIn,
  zipOf,
  type BagContents,
} from '../helpers/bags.js';

const payload = { 'data/a.txt': 'a', 'data/b/c.txt': 'c' };
const bag = bagOf(payload);
const untagged = lacking(bag, 'tagmanifest-sha256.txt');
const without = (path: string) => lacking(bag, path);
const manifest = (text: string): BagContents => ({ ...untagged, 'manifest-sha256.txt': text });
const rows = manifestOf(payload);
const of = (data: string, path: string) => `${digestOf('sha256', data)}  ${path}\n`;

const HOLDS: Readonly<Record<string, BagContents>> = {
  '2 a bag in order': bag,
  '2.1.1 version 0.97': bagOf(payload, '0.97'),
  '2.1.1 version 0.93': bagOf(payload, '0.93'),
  '2.1.1 no tag manifest and no bag-info': {
    ...payload,
    'bagit.txt': declaration(),
    'manifest-sha256.txt': rows,
  },
  '2.1.1 tag files in UTF-16': {
    ...payload,
    'bagit.txt': declaration('1.0', 'UTF-16'),
    'manifest-sha256.txt': Buffer.from(`\ufeff${rows}`, 'utf16le'),
  },
  '2.1.1 tag files in ISO-8859-1': {
    'data/é': 'e',
    'bagit.txt': declaration('0.97', 'ISO-8859-1'),
    'manifest-sha256.txt': Buffer.from(of('e', 'data/é'), 'latin1'),
  },
  '2.1.1 a byte order mark in a manifest': manifest(`\ufeff${rows}`),
  '2.1.2 an empty payload': {
    'data/.keep': '',
    'bagit.txt': declaration(),
    'manifest-md5.txt': manifestOf({ 'data/.keep': '' }, 'md5'),
  },
  '2.1.3 lines that end in CR LF': manifest(rows.replaceAll('\n', '\r\n')),
  '2.1.3 lines that end in CR': manifest(rows.replaceAll('\n', '\r')),
  '2.1.3 no end of the last line': manifest(rows.trimEnd()),
  '2.1.3 digests in upper case': manifest(rows.replace(/^[0-9a-f]+/gm, (hex) => hex.toUpperCase())),
  '2.1.3 tabs between': manifest(rows.replaceAll('  ', '\t')),
  '2.1.3 the asterisk of md5sum': manifest(rows.replaceAll('  ', ' *')),
  '2.1.3 %25 for a percent sign': {
    'data/98%.txt': 'p',
    'bagit.txt': declaration(),
    'manifest-sha256.txt': of('p', 'data/98%25.txt'),
  },
  '2.1.3 a percent sign as it is, which all other programs write': {
    'data/98%25.txt': 'p',
    'bagit.txt': declaration(),
    'manifest-sha256.txt': of('p', 'data/98%25.txt'),
  },
  '2.1.3 a space at the end of a name is part of it': {
    'data/a　': 'p',
    'bagit.txt': declaration(),
    'manifest-sha256.txt': of('p', 'data/a　'),
  },
  '2.2.1 a tag manifest that does not list all tag files': {
    ...bag,
    'notes.txt': 'x',
    'tagmanifest-sha256.txt': manifestOf({ 'bagit.txt': declaration() }, 'sha256', 'tags'),
  },
  '2.2.2 a label twice, and a folded value': {
    ...untagged,
    'bag-info.txt': 'Contact-Name: a\nContact-Name: b\nExternal-Description: long\n  and longer\n',
  },
  '2.2.3 a fetch.txt whose files are there': {
    ...untagged,
    'fetch.txt': 'http://example.org/a 1 data/a.txt\n',
  },
  '2.4 several algorithms': {
    ...untagged,
    'manifest-md5.txt': manifestOf(payload, 'md5'),
    'manifest-sha1.txt': manifestOf(payload, 'sha1'),
    'manifest-sha224.txt': manifestOf(payload, 'sha224'),
    'manifest-sha384.txt': manifestOf(payload, 'sha384'),
    'manifest-sha512.txt': manifestOf(payload, 'sha512'),
  },
};

const warnings = (found: readonly string[]) =>
  found.filter((each) => !/^bundle-(stray-file\/file|name-unportable)/.test(each));

test.each(Object.entries(HOLDS))('%s: holds', async (_name, files) => {
  expect(warnings(await seenIn(folderWith(files)))).toEqual([]);
});

const FAILS: Readonly<Record<string, readonly [BagContents, ...string[]]>> = {
  '2.1.1 no bagit.txt': [
    { ...payload, 'manifest-sha256.txt': rows },
    'bundle-declaration-invalid/missing bagit.txt',
  ],
  '2.1.1 a byte order mark in bagit.txt': [
    { ...untagged, 'bagit.txt': `\ufeff${declaration()}` },
    'bundle-declaration-invalid/mark bagit.txt',
  ],
  '2.1.1 a third line': [
    { ...untagged, 'bagit.txt': `${declaration()}More: x\n` },
    'bundle-declaration-invalid/lines bagit.txt',
  ],
  '2.1.1 space before the colon': [
    { ...untagged, 'bagit.txt': declaration().replace(':', ' :') },
    'bundle-declaration-invalid/lines bagit.txt',
  ],
  '2.1.1 a version that is not known': [
    { ...untagged, 'bagit.txt': declaration('2.0') },
    'bundle-declaration-invalid/version bagit.txt',
  ],
  '2.1.1 an encoding that is not known': [
    { ...untagged, 'bagit.txt': declaration('1.0', 'EBCDIC-XX') },
    'bundle-declaration-invalid/encoding bagit.txt',
  ],
  '2.1.1 a manifest that is not in the encoding': [
    { ...untagged, 'manifest-sha256.txt': Buffer.from([0xff, 0xfe, 0x00]) },
    'bundle-manifest-invalid/text manifest-sha256.txt',
  ],
  '2.1.3 no manifest': [
    without('manifest-sha256.txt'),
    'bundle-manifest-missing/payload',
    'bundle-tag-missing/file manifest-sha256.txt',
  ],
  '2.1.3 a line that is none': [
    manifest(`${rows}what is this\n`),
    'bundle-manifest-invalid/malformed manifest-sha256.txt',
  ],
  '2.1.3 a path that leads out': [
    manifest(`${rows}${of('x', '../../etc/passwd')}`),
    'bundle-manifest-invalid/unsafe manifest-sha256.txt',
  ],
  '2.1.3 an absolute path': [
    manifest(`${rows}${of('x', '/etc/passwd')}`),
    'bundle-manifest-invalid/unsafe manifest-sha256.txt',
  ],
  '2.1.3 the home folder': [
    manifest(`${rows}${of('x', '~/a')}`),
    'bundle-manifest-invalid/unsafe manifest-sha256.txt',
  ],
  '2.1.3 a path outside data': [
    manifest(`${rows}${of(declaration(), 'bagit.txt')}`),
    'bundle-manifest-invalid/outside manifest-sha256.txt',
  ],
  '2.1.3 a file twice with two digests': [
    manifest(`${rows}${of('other', 'data/a.txt')}`),
    'bundle-manifest-invalid/contradicting manifest-sha256.txt',
  ],
  '2.1.3 a file twice': [
    manifest(`${rows}${of('a', 'data/a.txt')}`),
    'bundle-manifest-invalid/repeated manifest-sha256.txt',
  ],
  '2.1.3 ./ before a path': [
    manifest(rows.replaceAll('data/', './data/')),
    'bundle-manifest-invalid/dotted manifest-sha256.txt',
    'bundle-manifest-invalid/dotted manifest-sha256.txt',
  ],
  '2.1.3 manifests that list different files': [
    { ...untagged, 'manifest-md5.txt': manifestOf({ 'data/a.txt': 'a' }, 'md5') },
    'bundle-manifest-mismatch/files data/b/c.txt',
  ],
  '2.2.2 an Oxum that does not agree': [
    { ...untagged, 'bag-info.txt': 'Payload-Oxum: 3.2\n' },
    'bundle-oxum-mismatch/count bag-info.txt',
  ],
  '2.2.2 an Oxum that is none': [
    { ...untagged, 'bag-info.txt': 'Payload-Oxum: many\n' },
    'bundle-info-invalid/oxum bag-info.txt',
  ],
  '2.2.2 an Oxum twice': [
    { ...untagged, 'bag-info.txt': 'Payload-Oxum: 2.2\nPayload-Oxum: 2.2\n' },
    'bundle-info-invalid/repeated bag-info.txt',
  ],
  '2.2.3 a fetch.txt that leads out': [
    { ...untagged, 'fetch.txt': 'http://example.org/a 1 data/../../a\n' },
    'bundle-fetch-invalid/line fetch.txt',
  ],
  '2.2.3 a fetch.txt with a file that no manifest lists': [
    { ...untagged, 'fetch.txt': 'http://example.org/a - data/z\n' },
    'bundle-fetch-invalid/unlisted fetch.txt',
  ],
  '2.4 an algorithm that is not known': [
    { ...untagged, 'manifest-whirl.txt': 'x' },
    'bundle-algorithm-unknown/manifest manifest-whirl.txt',
  ],
  '3 a file is missing': [
    lacking(untagged, 'data/a.txt'),
    'bundle-oxum-mismatch/count bag-info.txt',
    'bundle-file-missing/file data/a.txt',
  ],
  '3 a file changed': [{ ...untagged, 'data/a.txt': 'b' }, 'bundle-file-changed/digest data/a.txt'],
  '3 a file that is not listed': [
    { ...untagged, 'data/z.txt': '' },
    'bundle-oxum-mismatch/count bag-info.txt',
    'bundle-file-unexpected/file data/z.txt',
  ],
  '3 a file in another place': [
    { ...without('data/a.txt'), 'data/z.txt': 'a' },
    'bundle-file-moved/file data/z.txt',
  ],
  '3 a tag file changed': [
    { ...bag, 'bag-info.txt': 'Source-Organization: other\n' },
    'bundle-tag-changed/digest bag-info.txt',
  ],
  '3 a tag file is missing': [without('bag-info.txt'), 'bundle-tag-missing/file bag-info.txt'],
  'more than BagIt: a stray file': [
    { ...bag, 'extra.exe': 'MZ' },
    'bundle-stray-file/file extra.exe',
  ],
  'more than BagIt: two Unicode forms': [
    {
      'data/cafe\u0301': 'x',
      'bagit.txt': declaration(),
      'manifest-sha256.txt': of('x', 'data/caf\u00e9'),
    },
    'bundle-name-form/name data/cafe\u0301',
  ],
  'more than BagIt: a name that Windows cannot hold': [
    bagOf({ 'data/01:标题.txt': 'x' }),
    'bundle-name-unportable/name data/01:标题.txt',
  ],
};

test.each(Object.entries(FAILS))('%s', async (_name, [files, ...expected]) => {
  expect(await seenIn(folderWith(files))).toEqual(expected);
});

const all = [
  ...Object.entries(HOLDS),
  ...Object.entries(FAILS).map(([name, [files]]) => [name, files] as const),
];

test.each(all)('a folder and a zip agree: %s', async (_name, files) => {
  expect(await seenIn(zipOf(files))).toEqual(await seenIn(folderWith(files)));
});
