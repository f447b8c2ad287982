/** RFC 8493, 2.1.1: bagit.txt; 2.1.2: the payload folder. */
import { bagOf, declaration, lacking, manifestOf } from '../../helpers/bags.js';
import {
  bag,
  invalid,
  minimal,
  payload,
  rows,
  untagged,
  valid,
  without,
  type BagCases,
} from './case.js';

const declared = (text: string | Buffer) => ({ ...untagged, 'bagit.txt': text });
const lines = 'bundle-declaration-invalid/lines bagit.txt';
const version = 'bundle-declaration-invalid/version bagit.txt';

const old = (name: string) => valid({ ...bagOf(payload, name) });

export const DECLARATION: BagCases = {
  '2 a bag in order': valid(bag),
  '2 only what is required': valid(minimal(payload)),
  '2.1.1 version 0.93': old('0.93'),
  '2.1.1 version 0.94': old('0.94'),
  '2.1.1 version 0.95': old('0.95'),
  '2.1.1 version 0.96': old('0.96'),
  '2.1.1 version 0.97': old('0.97'),
  '2.1.1 lines that end in CR LF': valid(declared(declaration().replaceAll('\n', '\r\n'))),
  '2.1.1 lines that end in CR': valid(declared(declaration().replaceAll('\n', '\r'))),
  '2.1.1 no end of the last line': valid(declared(declaration().trimEnd())),
  '2.1.1 no bagit.txt': invalid(
    lacking(minimal(payload), 'bagit.txt'),
    'bundle-declaration-invalid/missing bagit.txt',
  ),
  '2.1.1 an empty bagit.txt': invalid(declared(''), lines),
  '2.1.1 a byte order mark': invalid(
    declared(`\ufeff${declaration()}`),
    'bundle-declaration-invalid/mark bagit.txt',
  ),
  '2.1.1 not in UTF-8': invalid(declared(Buffer.from(`\ufeff${declaration()}`, 'utf16le')), lines),
  '2.1.1 no line of the encoding': invalid(declared('BagIt-Version: 1.0\n'), lines),
  '2.1.1 the lines the other way round': invalid(
    declared(declaration().split('\n').reverse().join('\n').trim()),
    lines,
  ),
  '2.1.1 a third line': invalid(declared(`${declaration()}More: x\n`), lines),
  '2.1.1 a space before the colon': invalid(declared(declaration().replace(':', ' :')), lines),
  '2.1.1 two spaces after the colon': invalid(declared(declaration().replace(': ', ':  ')), lines),
  '2.1.1 no space after the colon': invalid(declared(declaration().replace(': ', ':')), lines),
  '2.1.1 a space at the start': invalid(declared(` ${declaration()}`), lines),
  '2.1.1 a version without a first number': invalid(declared(declaration('.97')), lines),
  '2.1.1 a version of three numbers': invalid(declared(declaration('1.0.0')), lines),
  '2.1.1 a version that is not known': invalid(declared(declaration('2.0')), version),
  '2.1.1 the version that never was, with all in a hidden folder': invalid(
    declared(declaration('0.98')),
    version,
  ),
  '2.1.1 an encoding that is not known': invalid(
    declared(declaration('1.0', 'EBCDIC-XX')),
    'bundle-declaration-invalid/encoding bagit.txt',
  ),
  '2.1.2 an empty file in the payload': valid(minimal({ 'data/.keep': '' })),
  '2.1.2 a bag in the payload': valid(
    bagOf(Object.fromEntries(Object.entries(bag).map(([path, text]) => [`data/${path}`, text]))),
  ),
  '2.1.2 no payload folder': invalid(
    { 'bagit.txt': declaration(), 'manifest-sha256.txt': '' },
    'bundle-declaration-invalid/data data',
  ),
  '2.1.2 the payload folder in upper case': invalid(
    {
      'bagit.txt': declaration(),
      'manifest-sha256.txt': rows,
      'DATA/a.txt': 'a',
      'DATA/b/c.txt': 'c',
    },
    'bundle-stray-file/file DATA/a.txt',
    'bundle-stray-file/file DATA/b/c.txt',
    'bundle-declaration-invalid/data data',
    'bundle-file-missing/file data/a.txt',
    'bundle-file-missing/file data/b/c.txt',
  ),
  '2.1.3 no manifest at all': invalid(
    { ...payload, 'bagit.txt': declaration() },
    'bundle-manifest-missing/payload',
  ),
  '2.1.3 no payload manifest': invalid(
    without('manifest-sha256.txt'),
    'bundle-manifest-missing/payload',
    'bundle-tag-missing/file manifest-sha256.txt',
  ),
  '2.1.3 a manifest for other files': invalid(
    minimal(payload, manifestOf({ 'data/x': 'x' })),
    'bundle-file-missing/file data/x',
    'bundle-file-unexpected/file data/a.txt',
    'bundle-file-unexpected/file data/b/c.txt',
  ),
};
