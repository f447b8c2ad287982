/** RFC 8493, 2.2.1: tag manifests; 2.2.2: bag-info.txt; 2.3: their encoding. */
import {
  bagOf,
  declaration,
  digestOf,
  lacking,
  manifestOf,
  type BagContents,
} from '../../helpers/bags.js';
import {
  bag,
  invalid,
  payload,
  row,
  rows,
  tagged,
  untagged,
  valid,
  warned,
  without,
  type BagCases,
} from './case.js';

const tags = 'tagmanifest-sha256.txt';
const info = (text: string, version = '1.0'): BagContents => ({
  ...untagged,
  'bagit.txt': declaration(version),
  'bag-info.txt': text,
});
const inEncoding = (encoding: string, text: Buffer): BagContents => ({
  ...payload,
  'bagit.txt': declaration('1.0', encoding),
  'manifest-sha256.txt': text,
});
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const latin1 = (encoding: string) =>
  valid({
    'data/é': 'e',
    'bagit.txt': declaration('0.97', encoding),
    'manifest-sha256.txt': Buffer.from(row('e', 'data/é'), 'latin1'),
  });
const marked = (version: string): BagContents => ({
  ...untagged,
  'bagit.txt': declaration(version),
  'manifest-sha256.txt': `\ufeff${rows}`,
});
const packageInfo = (oxum: string): BagContents => ({
  ...lacking(untagged, 'bag-info.txt'),
  'bagit.txt': declaration('0.95'),
  'package-info.txt': `Packing-Date: 2009-10-14\nPayload-Oxum: ${oxum}\n`,
});
const incomplete = (version: string): BagContents => ({
  ...bagOf(payload, version),
  [tags]: manifestOf({ 'bagit.txt': declaration(version) }, 'sha256', 'tags'),
});

/** With a second tag manifest, which lists the first. */
const listingAnother = (files: BagContents): BagContents => ({
  ...files,
  'tagmanifest-md5.txt':
    manifestOf(lacking(files, tags), 'md5', 'tags') + row(String(files[tags]), tags, 'md5'),
});

export const TAG_FILES: BagCases = {
  '2.2.1 a tag manifest in a folder of tags': valid(tagged(bag, { 'notes/a.txt': 'x' })),
  '2.2.1 a tag manifest that does not list all tag files': warned(
    { ...bag, 'notes.txt': 'x' },
    'bundle-stray-file/file notes.txt',
  ),
  '2.2.1 a tag manifest without the payload manifest': invalid(
    incomplete('1.0'),
    'bundle-manifest-mismatch/payload-manifest manifest-sha256.txt',
    'bundle-stray-file/file bag-info.txt',
    'bundle-stray-file/file manifest-sha256.txt',
  ),
  '2.2.1 before 1.0 without the payload manifest': warned(
    incomplete('0.97'),
    'bundle-manifest-mismatch/payload-manifest manifest-sha256.txt',
    'bundle-stray-file/file bag-info.txt',
    'bundle-stray-file/file manifest-sha256.txt',
  ),
  '2.2.1 a tag manifest that lists another': invalid(
    listingAnother(bag),
    `bundle-manifest-mismatch/files ${tags}`,
    `bundle-manifest-mismatch/tag-manifest ${tags}`,
  ),
  '2.2.1 before 1.0 a tag manifest that lists another': warned(
    listingAnother(bagOf(payload, '0.97')),
    `bundle-manifest-mismatch/files ${tags}`,
    `bundle-manifest-mismatch/tag-manifest ${tags}`,
  ),
  '2.2.1 tag manifests that list different files': warned(
    {
      ...bag,
      'tagmanifest-md5.txt': manifestOf(lacking(untagged, 'bag-info.txt'), 'md5', 'tags'),
    },
    'bundle-manifest-mismatch/files bag-info.txt',
  ),
  '2.2.1 a tag manifest that lists the payload': invalid(
    { ...bag, [tags]: `${String(bag[tags])}${rows}` },
    `bundle-manifest-invalid/outside ${tags}`,
    `bundle-manifest-invalid/outside ${tags}`,
  ),
  '2.2.1 a tag manifest that leads out': invalid(
    { ...bag, [tags]: `${String(bag[tags])}${row('x', '../x.txt')}` },
    `bundle-manifest-invalid/unsafe ${tags}`,
  ),
  '3 a tag file changed': invalid(
    { ...bag, 'bag-info.txt': 'Source-Organization: other\n' },
    'bundle-tag-changed/digest bag-info.txt',
  ),
  '3 a tag file is missing': invalid(
    without('bag-info.txt'),
    'bundle-tag-missing/file bag-info.txt',
  ),
  '2.2.2 no bag-info.txt': valid(tagged(lacking(bag, 'bag-info.txt'), {})),
  '2.2.2 a label twice, and a folded value': valid(
    info('Contact-Name: a\nContact-Name: b\nExternal-Description: long\n  and longer\n'),
  ),
  '2.2.2 labels in another case': valid(info('payload-OXUM: 2.2\n')),
  '2.2.2 a tab after the colon': valid(info('Contact-Name:\ta\n')),
  '2.2.2 lines that end in CR': valid(info('Contact-Name: a\rPayload-Oxum: 2.2\r')),
  '2.2.2 before 1.0 white space around the colon': valid(info('Contact-Name  :a\n', '0.97')),
  '2.2.2 white space before the colon': invalid(
    info('Contact-Name : a\n'),
    'bundle-info-invalid/line bag-info.txt',
  ),
  '2.2.2 no white space after the colon': invalid(
    info('Contact-Name:a\n'),
    'bundle-info-invalid/line bag-info.txt',
  ),
  '2.2.2 a line without a colon': invalid(
    info('Contact-Name = a\n'),
    'bundle-info-invalid/line bag-info.txt',
  ),
  '2.2.2 before 1.0 a line without a colon': warned(
    info('Contact-Name = a\n', '0.97'),
    'bundle-info-invalid/line bag-info.txt',
  ),
  '2.2.2 before 1.0 an Oxum twice': warned(
    info('Payload-Oxum: 2.2\nPayload-Oxum: 2.2\n', '0.97'),
    'bundle-info-invalid/repeated bag-info.txt',
  ),
  '2.2.2 before 1.0 an Oxum that agrees, and one that does not': invalid(
    info('Payload-Oxum: 2.2\nPayload-Oxum: 3.2\n', '0.97'),
    'bundle-info-invalid/repeated bag-info.txt',
    'bundle-oxum-mismatch/count bag-info.txt',
  ),
  '2.2.2 what should not be given twice': warned(
    info('Bag-Size: 2 B\nBag-Size: 2 B\n'),
    'bundle-info-invalid/repeated bag-info.txt',
  ),
  '2.2.2 an Oxum that does not agree': invalid(
    info('Payload-Oxum: 3.2\n'),
    'bundle-oxum-mismatch/count bag-info.txt',
  ),
  '2.2.2 an Oxum that does not agree, and the file that is why': invalid(
    { ...untagged, 'data/b/c.txt': 'longer' },
    'bundle-oxum-mismatch/count bag-info.txt',
    'bundle-file-changed/digest data/b/c.txt',
  ),
  '2.2.2 an Oxum that is none': invalid(
    info('Payload-Oxum: many\n'),
    'bundle-info-invalid/oxum bag-info.txt',
  ),
  '2.2.2 an Oxum twice': invalid(
    info('Payload-Oxum: 2.2\nPayload-Oxum: 2.2\n'),
    'bundle-info-invalid/repeated bag-info.txt',
  ),
  '2.2.2 up to 0.95 it was package-info.txt': valid(packageInfo('2.2')),
  '2.2.2 the Oxum of package-info.txt is held against the files': invalid(
    packageInfo('2.3'),
    'bundle-oxum-mismatch/count package-info.txt',
  ),
  '2.2.4 other tag files of any kind': valid(
    tagged(bag, { 'signature.bin': Buffer.from([0, 255]), '说明文件.txt': '说明' }),
  ),
  '2.2.4 a stray file beside the tag files': warned(
    { ...bag, 'extra.exe': 'MZ' },
    'bundle-stray-file/file extra.exe',
  ),
  '2.3 UTF-16 with its mark, little-endian': valid(
    inEncoding('UTF-16', Buffer.from(`\ufeff${rows}`, 'utf16le')),
  ),
  '2.3 UTF-16 with its mark, big-endian': valid(inEncoding('UTF-16', utf16be(`\ufeff${rows}`))),
  '2.3 UTF-16 without a mark, big-endian': valid(inEncoding('UTF-16', utf16be(rows))),
  '2.3 UTF-16 without a mark, little-endian as Windows writes it': valid(
    inEncoding('UTF-16', Buffer.from(rows, 'utf16le')),
  ),
  '2.3 UTF-16BE': valid(inEncoding('UTF-16BE', utf16be(rows))),
  '2.3 UTF-16BE with a mark': valid(inEncoding('UTF-16BE', utf16be(`\ufeff${rows}`))),
  '2.3 UTF-16LE': valid(inEncoding('UTF-16LE', Buffer.from(rows, 'utf16le'))),
  '2.3 UTF-16BE that is UTF-8': invalid(
    inEncoding('UTF-16BE', Buffer.from(rows)),
    'bundle-manifest-invalid/malformed manifest-sha256.txt',
    'bundle-file-unexpected/file data/a.txt',
    'bundle-file-unexpected/file data/b/c.txt',
  ),
  '2.3 ISO-8859-1': latin1('ISO-8859-1'),
  '2.3 Latin-1 by its other name': latin1('latin1'),
  '2.3 GBK': valid({
    'data/中.txt': 'x',
    'bagit.txt': declaration('0.97', 'GBK'),
    'manifest-sha256.txt': Buffer.concat([
      Buffer.from(`${digestOf('sha256', 'x')}  data/`),
      Buffer.from([0xd6, 0xd0]),
      Buffer.from('.txt\n'),
    ]),
  }),
  '2.3 US-ASCII': valid(inEncoding('US-ASCII', Buffer.from(rows))),
  '2.3 US-ASCII with other letters': invalid(
    { ...inEncoding('US-ASCII', Buffer.from(row('e', 'data/é'))), 'data/é': 'e' },
    'bundle-manifest-invalid/text manifest-sha256.txt',
  ),
  '2.3 a manifest that is not in the encoding': invalid(
    { ...untagged, 'manifest-sha256.txt': Buffer.from([0xff, 0xfe, 0x00]) },
    'bundle-manifest-invalid/text manifest-sha256.txt',
  ),
  '2.3 a byte order mark in UTF-8': invalid(
    marked('1.0'),
    'bundle-manifest-invalid/mark manifest-sha256.txt',
  ),
  '2.3 before 1.0 a byte order mark in UTF-8': warned(
    marked('0.97'),
    'bundle-manifest-invalid/mark manifest-sha256.txt',
  ),
};
