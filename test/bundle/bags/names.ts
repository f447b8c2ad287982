/** RFC 8493, 3 and 6.1: which file a name means, and what BagIt itself does not ask. */
import { bagOf, lacking, manifestOf } from '../../helpers/bags.js';
import {
  invalid,
  minimal,
  onlyAsFolder,
  row,
  untagged,
  warned,
  without,
  type BagCases,
} from './case.js';

const oxum = 'bundle-oxum-mismatch/count bag-info.txt';
/** The space of Chinese text, which many programs cut off. */
const WIDE = '\u3000';
const composed = 'data/caf\u00e9';
const decomposed = 'data/cafe\u0301';
const told = (files: string, bag = minimal({})) => ({
  ...bag,
  'bag-info.txt': `Payload-Oxum: ${files}\n`,
});
const unportable = (path: string) =>
  warned(bagOf({ [path]: 'x' }), `bundle-name-unportable/name ${path}`);

export const NAMES: BagCases = {
  '3 a file is missing': invalid(
    lacking(untagged, 'data/a.txt'),
    oxum,
    'bundle-file-missing/file data/a.txt',
  ),
  '3 a file changed': invalid(
    { ...untagged, 'data/a.txt': 'b' },
    'bundle-file-changed/digest data/a.txt',
  ),
  '3 a file that is not listed': invalid(
    { ...untagged, 'data/z.txt': '' },
    oxum,
    'bundle-file-unexpected/file data/z.txt',
  ),
  '3 a hidden file that is not listed': invalid(
    { ...untagged, 'data/.hidden': '' },
    oxum,
    'bundle-file-unexpected/file data/.hidden',
  ),
  '3 a file in another place': invalid(
    { ...without('data/a.txt'), 'data/z.txt': 'a' },
    'bundle-file-moved/file data/z.txt',
  ),
  '3 a name in another case is another name': invalid(
    minimal({ 'data/A.txt': 'x' }, row('x', 'data/a.txt')),
    'bundle-file-moved/file data/A.txt',
  ),
  '6.1.1 a name in another Unicode form': warned(
    minimal({ [decomposed]: 'x' }, row('x', composed)),
    `bundle-name-form/name ${decomposed}`,
  ),
  '6.1.1 a name listed in another Unicode form': warned(
    minimal({ [composed]: 'x' }, row('x', decomposed)),
    `bundle-name-form/name ${composed}`,
  ),
  '6.1.1 one file listed in both Unicode forms': warned(
    minimal({ [composed]: 'x' }, row('x', decomposed) + row('x', composed)),
    `bundle-name-form/name ${composed}`,
  ),
  '6.1.1 one file listed in both Unicode forms with two digests': invalid(
    minimal({ [composed]: 'x' }, row('x', composed) + row('y', decomposed)),
    `bundle-name-form/name ${composed}`,
    'bundle-manifest-invalid/contradicting manifest-sha256.txt',
  ),
  '6.1.1 two files in two Unicode forms': onlyAsFolder(
    warned(
      minimal({ [composed]: 'x', [decomposed]: 'x' }),
      `bundle-name-collision/names ${composed}`,
    ),
  ),
  '6.1.1 two names that differ in case': onlyAsFolder(
    warned(
      minimal({ 'data/A.txt': 'x', 'data/a.txt': 'y' }),
      'bundle-name-collision/names data/a.txt',
    ),
  ),
  '6.1.1 two folders that differ in case': onlyAsFolder(
    warned(
      minimal({ 'data/A/x.txt': 'x', 'data/a/y.txt': 'y' }),
      'bundle-name-collision/names data/a',
    ),
  ),
  '6.1.1 a file and a folder that differ in case': onlyAsFolder(
    warned(minimal({ 'data/A': 'x', 'data/a/y.txt': 'y' }), 'bundle-name-collision/names data/a'),
  ),
  '6.1.1 of two names that differ in case the disk kept one': warned(
    told('0.2', minimal({ 'data/a.txt': '' }, row('', 'data/A.txt') + row('', 'data/a.txt'))),
    'bundle-oxum-mismatch/count bag-info.txt',
    'bundle-name-collision/kept-one data/A.txt',
  ),
  '6.1.1 of two names that differ in case the disk kept one, with other contents': invalid(
    minimal({ 'data/a.txt': 'y' }, row('x', 'data/A.txt') + row('y', 'data/a.txt')),
    'bundle-file-missing/file data/A.txt',
  ),
  '6.1.2 a colon': unportable('data/01:标题.txt'),
  '6.1.2 a question mark': unportable('data/为什么?.txt'),
  '6.1.2 a device of Windows': unportable('data/CON.txt'),
  '6.1.2 a space at the end': unportable('data/a '),
  '6.1.2 a full stop at the end': unportable('data/a.'),
  'an ideographic space at the end is part of a name': unportable(`data/a${WIDE}`),
  'an ideographic space that the manifest lacks': invalid(
    minimal({ [`data/a${WIDE}`]: 'p' }, row('p', 'data/a')),
    `bundle-file-moved/file data/a${WIDE}`,
    `bundle-name-unportable/name data/a${WIDE}`,
  ),
  'a listed file that systems make for themselves': warned(
    minimal({ 'data/Thumbs.db': 'x', 'data/.DS_Store': 'y', 'data/a': 'z' }),
    'bundle-litter/listed',
  ),
  'a listed file that systems make, gone': warned(
    told(
      '6.2',
      minimal({ 'data/a': 'z' }, manifestOf({ 'data/.DS_Store': 'litter', 'data/a': 'z' })),
    ),
    'bundle-oxum-mismatch/count bag-info.txt',
    'bundle-litter/gone data/.DS_Store',
  ),
  'a file that systems make, not listed': warned(
    { ...untagged, 'data/Thumbs.db': 'x' },
    'bundle-litter/files',
  ),
};
