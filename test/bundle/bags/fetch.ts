/** RFC 8493, 2.2.3: fetch.txt. Nothing is ever downloaded. */
import { declaration, lacking, type BagContents } from '../../helpers/bags.js';
import { invalid, row, rows, untagged, valid, warned, type BagCases } from './case.js';

const url = 'https://example.org/a';
const fetching = (lines: string, version = '1.0'): BagContents => ({
  ...untagged,
  'bagit.txt': declaration(version),
  'fetch.txt': lines,
});
const oxum = 'bundle-oxum-mismatch/count bag-info.txt';
const trouble = (what: string) => `bundle-fetch-invalid/${what} fetch.txt`;
const leading = (path: string) => invalid(fetching(`${url} 1 ${path}\n`), trouble('unsafe'));

export const FETCH: BagCases = {
  '2.2.3 a file that is there': valid(fetching(`${url} 1 data/a.txt\n`)),
  '2.2.3 an empty fetch.txt': valid(fetching('')),
  '2.2.3 a length that is not told': valid(fetching(`${url} - data/a.txt\n`)),
  '2.2.3 tabs between, CR LF at the end': valid(fetching(`${url}\t1\tdata/a.txt\r\n`)),
  '2.2.3 a file of this computer': valid(fetching('file:///home/a 1 data/a.txt\n')),
  '2.2.3 a name with a percent sign': valid({
    ...fetching(`${url} 1 data/98%25.txt\n`),
    'bag-info.txt': '',
    'data/98%.txt': 'p',
    'manifest-sha256.txt': rows + row('p', 'data/98%25.txt'),
  }),
  '2.2.3 a file that is not there': invalid(
    lacking(fetching(`${url} 1 data/a.txt\n`), 'data/a.txt'),
    oxum,
    'bundle-file-missing/to-fetch data/a.txt',
  ),
  '2.2.3 a file that is there and is another': invalid(
    { ...fetching(`${url} 1 data/a.txt\n`), 'data/a.txt': 'b' },
    'bundle-file-changed/digest data/a.txt',
  ),
  '5.3 a length that the file does not have': warned(
    fetching(`${url} 2 data/a.txt\n`),
    trouble('length'),
  ),
  '2.2.3 a file that no manifest lists': invalid(
    fetching(`${url} - data/z\n`),
    trouble('unlisted'),
  ),
  '2.2.3 before 1.0 a file that no manifest lists': warned(
    fetching(`${url} - data/z\n`, '0.97'),
    trouble('unlisted'),
  ),
  '2.2.3 a tag file': invalid(fetching(`${url} - bag-info.txt\n`), trouble('outside')),
  '2.2.3 before 1.0 a tag file': warned(
    fetching(`${url} - bag-info.txt\n`, '0.97'),
    trouble('outside'),
  ),
  '2.2.3 no length': invalid(fetching(`${url} data/a.txt\n`), trouble('line')),
  '2.2.3 a length that is no number': invalid(
    fetching(`${url} many data/a.txt\n`),
    trouble('line'),
  ),
  '2.2.3 an address that is not absolute': invalid(
    fetching('a.txt 1 data/a.txt\n'),
    trouble('line'),
  ),
  '5.1 a path that leads out': leading('data/../../a'),
  '5.1 a path that leads out at once': leading('../a'),
  '5.1 an absolute path': leading('/tmp/a'),
  '5.1 the home folder': leading('~/a'),
  '5.1 the home folder of somebody': leading('~root/a'),
  '5.1 a drive of Windows': leading('C:\\Windows\\a.exe'),
  '5.1 a network place of Windows': leading('\\\\server\\a.exe'),
};
