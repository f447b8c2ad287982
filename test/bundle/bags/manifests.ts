/** RFC 8493, 2.1.3: payload manifests; 2.4: their algorithms; 6.1.3: manifests of checksum programs. */
import { createHash } from 'node:crypto';
import { declaration, digestOf, lacking, manifestOf } from '../../helpers/bags.js';
import {
  invalid,
  listing,
  minimal,
  onlyAsFolder,
  payload,
  row,
  rows,
  untagged,
  valid,
  warned,
  without,
  type BagCases,
} from './case.js';

const name = 'manifest-sha256.txt';
const trouble = (what: string) => `bundle-manifest-invalid/${what} ${name}`;
const unlisted = lacking(untagged, name);
const inAlgorithm = (file: string, algorithm: string) =>
  valid({ ...unlisted, [`manifest-${file}.txt`]: manifestOf(payload, algorithm) });
const and = (line: string) => listing(`${rows}${line}`);

/** Two manifests of which the second lists only one of the two files. */
const differing = (version: string) => ({
  ...untagged,
  'bagit.txt': declaration(version),
  'manifest-md5.txt': manifestOf({ 'data/a.txt': 'a' }, 'md5'),
});

export const MANIFESTS: BagCases = {
  '2.1.3 lines that end in CR LF': valid(listing(rows.replaceAll('\n', '\r\n'))),
  '2.1.3 lines that end in CR': valid(listing(rows.replaceAll('\n', '\r'))),
  '2.1.3 no end of the last line': valid(listing(rows.trimEnd())),
  '2.1.3 empty lines': valid(listing(`\n${rows.replaceAll('\n', '\n\n')}`)),
  '2.1.3 one space between': valid(listing(rows.replaceAll('  ', ' '))),
  '2.1.3 many spaces between': valid(listing(rows.replaceAll('  ', '       '))),
  '2.1.3 tabs between': valid(listing(rows.replaceAll('  ', '\t'))),
  '2.1.3 spaces and tabs between': valid(listing(rows.replaceAll('  ', ' \t '))),
  '2.1.3 digests in upper case': valid(
    listing(rows.replace(/^[0-9a-f]+/gm, (hex) => hex.toUpperCase())),
  ),
  '2.1.3 a space within a name': valid(minimal({ 'data/a b  c.txt': 'x' })),
  '2.1.3 a name that begins with #': valid(minimal({ 'data/#1.txt': 'x' })),
  '2.1.3 %25 for a percent sign': valid(
    minimal({ 'data/98%.txt': 'p' }, row('p', 'data/98%25.txt')),
  ),
  '2.1.3 %0A and %0D for the ends of lines': warned(
    minimal({ 'data/a\r\nb': 'p' }, row('p', 'data/a%0d%0Ab')),
    'bundle-name-unportable/name data/a\r\nb',
  ),
  '2.1.3 %250A for a name with %0A in it': valid(
    minimal({ 'data/a%0Ab': 'p' }, row('p', 'data/a%250Ab')),
  ),
  '2.1.3 no other letter is decoded': valid(minimal({ 'data/a%20b': 'p' }, row('p', 'data/a%20b'))),
  '2.1.3 a percent sign as it is, which most programs write': valid(
    minimal({ 'data/98%25.txt': 'p' }, row('p', 'data/98%25.txt')),
  ),
  '2.1.3 before 1.0 a percent sign is itself': valid(
    minimal({ 'data/98%25.txt': 'p', 'data/%7Ea': 'q' }, undefined, '0.97'),
  ),
  '2.1.3 before 1.0 %0A is what it says, if there is such a file': valid(
    minimal({ 'data/a%0Ab': 'p' }, row('p', 'data/a%0Ab'), '0.97'),
  ),
  '2.1.3 before 1.0 %0A is the end of a line, if there is none': warned(
    minimal({ 'data/a\nb': 'p' }, row('p', 'data/a%0Ab'), '0.97'),
    'bundle-name-unportable/name data/a\nb',
  ),
  '2.1.3 a line that is none': invalid(and('what is this\n'), trouble('malformed')),
  '2.1.3 a remark': invalid(and('# by hand\n'), trouble('malformed')),
  '2.1.3 a digest alone': invalid(and(`${digestOf('sha256', 'a')}\n`), trouble('malformed')),
  '2.1.3 a digest of another length': invalid(
    and(row('a', 'data/a.txt', 'md5')),
    trouble('malformed'),
  ),
  '2.1.3 a digest that is not hex': invalid(
    and(row('a', 'data/a.txt').replace(/^./, 'g')),
    trouble('malformed'),
  ),
  '2.1.3 a path outside the payload': invalid(
    and(row(declaration(), 'bagit.txt')),
    trouble('outside'),
  ),
  '2.1.3 a folder': invalid(and(row('', 'data/b')), 'bundle-file-missing/file data/b'),
  '2.1.3 a file twice': invalid(and(row('a', 'data/a.txt')), trouble('repeated')),
  '2.1.3 before 1.0 a file twice': warned(
    minimal(payload, rows + row('a', 'data/a.txt'), '0.97'),
    trouble('repeated'),
  ),
  '2.1.3 a file twice with two digests': invalid(
    and(row('other', 'data/a.txt')),
    trouble('contradicting'),
  ),
  '2.1.3 a file in two spellings with two digests': invalid(
    minimal({ 'data/98%.txt': 'p' }, row('p', 'data/98%25.txt') + row('q', 'data/98%.txt')),
    trouble('contradicting'),
  ),
  '2.1.3 ./ before a path': warned(listing(rows.replaceAll('data/', './data/')), trouble('dotted')),
  '5.1 a path that leads out': invalid(and(row('x', '../../etc/passwd')), trouble('unsafe')),
  '5.1 a path that leads out from within': invalid(
    and(row('x', 'data/../../etc/passwd')),
    trouble('unsafe'),
  ),
  '5.1 a path that leads back in': invalid(and(row('a', 'data/../data/a.txt')), trouble('unsafe')),
  '5.1 an absolute path': invalid(and(row('x', '/etc/passwd')), trouble('unsafe')),
  '5.1 the home folder': invalid(and(row('x', '~/a')), trouble('unsafe')),
  '5.1 the home folder of somebody': invalid(and(row('x', '~root/a')), trouble('unsafe')),
  '5.1 a drive of Windows': invalid(and(row('x', 'C:\\Windows\\a.exe')), trouble('unsafe')),
  '5.1 a network place of Windows': invalid(and(row('x', '\\\\server\\a.exe')), trouble('unsafe')),
  '5.1 a namespace of Windows': invalid(and(row('x', '\\\\?\\C:\\a.exe')), trouble('unsafe')),
  '5.1 a variable of Windows': invalid(and(row('x', '%HomeDrive%\\a.exe')), trouble('outside')),
  '5.1 an address': invalid(and(row('x', 'file:///etc/passwd')), trouble('unsafe')),
  '6.1.3 the asterisk of md5sum': warned(listing(rows.replaceAll('  ', ' *')), trouble('starred')),
  '6.1.3 the asterisk and ./ of md5sum': warned(
    listing(rows.replaceAll('  ', ' *./')),
    trouble('dotted'),
    trouble('starred'),
  ),
  '6.1.3 a name with a backslash, as md5sum writes it': onlyAsFolder(
    warned(
      minimal({ 'data/a\\b': 'x' }, `\\${row('x', 'data/a\\\\b')}`),
      'bundle-name-unportable/name data/a\\b',
    ),
  ),
  '2.4 MD5': inAlgorithm('md5', 'md5'),
  '2.4 SHA-1': inAlgorithm('sha1', 'sha1'),
  '2.4 SHA-224': inAlgorithm('sha224', 'sha224'),
  '2.4 SHA-384': inAlgorithm('sha384', 'sha384'),
  '2.4 SHA-512': inAlgorithm('sha512', 'sha512'),
  '2.4 SHA3-224': inAlgorithm('sha3224', 'sha3-224'),
  '2.4 SHA3-256': inAlgorithm('sha3256', 'sha3-256'),
  '2.4 SHA3-384': inAlgorithm('sha3384', 'sha3-384'),
  '2.4 SHA3-512': inAlgorithm('sha3512', 'sha3-512'),
  '2.4 SM3': inAlgorithm('sm3', 'sm3'),
  '2.4 BLAKE2b': inAlgorithm('blake2b512', 'blake2b512'),
  '2.4 the name of the algorithm not reduced': inAlgorithm('SHA-256', 'sha256'),
  '2.4 the name of the algorithm with its hyphen': inAlgorithm('sha3-256', 'sha3-256'),
  '2.4 an algorithm that is not known, beside one that is': warned(
    { ...untagged, 'manifest-whirl.txt': 'x' },
    'bundle-algorithm-unknown/manifest manifest-whirl.txt',
  ),
  '2.4 an algorithm that is not known, alone': invalid(
    { ...unlisted, 'manifest-whirl.txt': 'x' },
    'bundle-algorithm-unknown/manifest manifest-whirl.txt',
  ),
  '2.4 two manifests whose names differ in case': onlyAsFolder(
    warned(
      { ...untagged, 'manifest-SHA256.txt': rows },
      'bundle-name-collision/names manifest-sha256.txt',
    ),
  ),
  '3 every manifest is held against the files': invalid(
    { ...untagged, 'manifest-md5.txt': rows.replace(/^.*$/gm, (line) => md5Of(line)) },
    'bundle-file-changed/digest data/a.txt',
  ),
  '3 manifests that list different files': invalid(
    differing('1.0'),
    'bundle-manifest-mismatch/files data/b/c.txt',
  ),
  '3 before 1.0 a file need only be in one manifest': warned(
    differing('0.97'),
    'bundle-manifest-mismatch/files data/b/c.txt',
  ),
  '3 a manifest that the tag manifest lists is missing': invalid(
    lacking(without('manifest-sha256.txt'), 'bag-info.txt'),
    'bundle-manifest-missing/payload',
    'bundle-tag-missing/file bag-info.txt',
    'bundle-tag-missing/file manifest-sha256.txt',
  ),
};

/** The row of an MD5 manifest in place of one of SHA-256; that of `a.txt` is wrong. */
function md5Of(line: string): string {
  const path = line.slice(66);
  if (path === '') return '';
  const text = path === 'data/a.txt' ? 'changed' : 'c';
  return `${createHash('md5').update(text).digest('hex')}  ${path}`;
}
