/** Tars that must be refused, by the code that they are refused with. */
import type { RefusalCode } from '../../src/core/bundle/judge/refusal.js';
import { bagOf } from './bags.js';
import { paxOf, tarBytes, tarEntriesOf, type TarFile } from './tar-bytes.js';

const honest = tarEntriesOf(bagOf({ 'data/a.txt': 'a' }));
const withEntries = (...files: TarFile[]) => tarBytes([...honest, ...files]);
const named = (name: string | Buffer) => withEntries({ name, data: 'x' });
const whole = tarBytes(honest);

type TarCode = Exclude<
  RefusalCode,
  | 'BUNDLE_ZIP_DAMAGED'
  | 'BUNDLE_TOO_MANY_ENTRIES'
  | 'BUNDLE_BOMB'
  | 'BUNDLE_TOTAL_TOO_LARGE'
  | 'BUNDLE_ENCRYPTED'
  | 'BUNDLE_METHOD_UNKNOWN'
  | 'BUNDLE_LINK'
  | 'BUNDLE_ENTRIES_OVERLAP'
  | 'BUNDLE_SIZE_WRONG'
  | 'BUNDLE_LIST_TOO_LARGE'
>;

export const HOSTILE_TARS: Readonly<Record<TarCode, Readonly<Record<string, Buffer>>>> = {
  BUNDLE_TRUNCATED: {
    'end-missing': whole.subarray(0, -1024),
    'within-a-file': whole.subarray(0, 700),
    'within-a-header': whole.subarray(0, 1024 + 100),
    'size-beyond-the-end': withEntries({ name: 'bag/data/b', size: 10_000_000 }),
  },
  BUNDLE_TAR_DAMAGED: {
    'checksum-wrong': withEntries({ name: 'bag/data/b', data: 'x', checksum: 7 }),
    // Python takes it for the end.
    'mode-that-is-no-number': withEntries({ name: 'bag/data/b', data: 'x', mode: '000x644' }),
    'size-negative': withEntries({ name: 'bag/data/b', size: -1 }),
    'prefix-where-gnu-has-none': withEntries({
      name: 'bag/data/b',
      data: 'x',
      format: 'gnu',
      prefix: 'bag/data',
    }),
    'kind-unknown': withEntries({ name: 'bag/data/b', data: 'x', type: 'Q' }),
    'folder-with-contents': withEntries({ name: 'bag/data/b', data: 'x', type: '5' }),
    'link-with-contents': withEntries({ name: 'bag/data/b', data: 'x', type: '2' }),
    'pax-length-wrong': withEntries({ name: 'p', type: 'x', data: '99 path=x\n' }),
    'pax-without-a-key': withEntries({ name: 'p', type: 'x', data: '5 =x\n' }),
    'pax-too-large': withEntries({ name: 'p', type: 'x', data: ' '.repeat(2 ** 20 + 1) }),
    'pax-for-all-with-a-path': withEntries({ name: 'p', type: 'g', data: paxOf({ path: 'x' }) }),
    'pax-for-nothing': withEntries({ name: 'p', type: 'x', data: paxOf({ path: 'x' }) }),
    'long-name-twice': withEntries(
      { name: 'L', type: 'L', data: 'bag/data/b\0' },
      { name: 'L', type: 'L', data: 'bag/data/c\0' },
      { name: 'bag/data/b', data: 'x' },
    ),
  },
  BUNDLE_SPARSE: {
    gnu: withEntries({ name: 'bag/data/b', data: 'x', type: 'S', format: 'gnu' }),
    pax: withEntries({ name: 'bag/data/b', data: 'x', pax: { 'GNU.sparse.major': '1' } }),
  },
  BUNDLE_MULTI_DISK: { 'second-volume': withEntries({ name: 'b', type: 'M', format: 'gnu' }) },
  BUNDLE_HIDDEN_DATA: {
    appended: Buffer.concat([whole, Buffer.from('more')]),
    'second-tar': Buffer.concat([whole, whole]),
    'after-one-empty-block': tarBytes(honest, Buffer.concat([Buffer.alloc(512), Buffer.from('x')])),
  },
  BUNDLE_PATH_TOO_LONG: {
    deep: withEntries({ name: 'b', data: 'x', pax: { path: `bag/${'a/'.repeat(30_000)}b` } }),
  },
  BUNDLE_PATH_UNSAFE: {
    parent: named('bag/../../b.txt'),
    absolute: named('/b.txt'),
    drive: named('C:/b.txt'),
    backslash: named('bag\\data\\b.txt'),
    home: named('~/b.txt'),
    'parent-after-dots': named('./../b.txt'),
    'in-pax': withEntries({ name: 'bag/data/b', data: 'x', pax: { path: '../b' } }),
    'in-a-long-name': withEntries(
      { name: 'L', type: 'L', data: '../b\0' },
      { name: 'bag/data/b', data: 'x' },
    ),
    'in-a-prefix': withEntries({ name: 'b', data: 'x', prefix: '../..' }),
    'empty-part': named('bag//b.txt'),
    'link-out-of-the-folder': withEntries({ name: '../b', type: '2' }),
  },
  BUNDLE_ENTRY_DUPLICATE: {
    twice: named('bag/data/a.txt'),
    'file-and-link': withEntries({ name: 'bag/data/a.txt', type: '2' }),
    'with-dots': named('./bag/data/a.txt'),
  },
  BUNDLE_NAME_COLLISION: {
    case: named('bag/data/A.TXT'),
    'folder-case': named('bag/DATA/b.txt'),
  },
  BUNDLE_FILE_AS_FOLDER: {
    below: named('bag/data/a.txt/b.txt'),
    'below-a-link': withEntries(
      { name: 'bag/data/l', type: '2' },
      { name: 'bag/data/l/b', data: 'x' },
    ),
  },
  BUNDLE_HEADERS_DISAGREE: {
    'size-in-pax': withEntries({ name: 'bag/data/b', data: 'x', pax: { size: '512' } }),
    'size-zero-in-the-header': withEntries({
      name: 'bag/data/b',
      data: 'x',
      size: 0,
      pax: { size: '1' },
    }),
    'two-long-names': tarBytes([
      ...honest,
      { name: 'L', type: 'L', data: 'bag/data/b\0' },
      { name: 'bag/data/b', data: 'x', pax: { path: 'bag/data/c' } },
    ]),
  },
};
