import { expect, test } from 'vitest';
import { GitFolders, GitListing } from './listing.js';

const OID = '56a6051ca2b02b04ef92d5150c9ef600403cb1de';

/** A listing as git gives it; names may be bytes. */
function listingOf(...records: readonly (string | Buffer)[]): GitListing {
  return new GitListing(
    Buffer.concat(
      records.flatMap((record) => {
        const bytes = Buffer.from(record);
        const isHeaded = /^\d{6} /.test(bytes.toString('latin1', 0, 7));
        return [Buffer.from(isHeaded ? '' : `100644 blob ${OID}\t`), bytes, Buffer.of(0)];
      }),
    ),
  );
}

const tree = (listing: GitListing, top = '') =>
  [...new GitFolders(listing, top, 'top')].flatMap(([path, { entries }]) =>
    entries.filter((entry) => !entry.isDirectory()).map(({ name }) => `${path}/${name}`),
  );

test('files are found by their whole path, and a tab in a name leads nobody astray', () => {
  const listing = listingOf('a\tdangan.yaml', 'b/dangan.yaml');
  expect(listing.at('dangan.yaml')).toBeUndefined();
  expect(listing.at('a\tdangan.yaml')?.oid).toBe(OID);
  expect(listing.foldersWith('dangan.yaml')).toEqual(['b']);
});

test('only what lies below a folder is listed, not what begins alike', () => {
  const listing = listingOf('a-b/1', 'a/1', 'a/b/2', 'a1', '甲/3');
  expect(tree(listing, 'a')).toEqual(['top/1', 'top/b/2']);
  expect(tree(listing, '甲')).toEqual(['top/3']);
  expect([listing.isFolder('a'), listing.isFolder('a1'), listing.isFolder('b')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('names with quotes, line ends and tabs are names', () => {
  const names = ['"引号".docx', '换\n行.docx', '制\t表.docx', '01:通知.docx'];
  expect(tree(listingOf(...names)).sort()).toEqual(names.map((name) => `top/${name}`).sort());
});

test('what is no UTF-8 is told once, in the folder that it lies in', () => {
  const bad = (text: string) => Buffer.from(text, 'latin1');
  const listing = listingOf('好.docx', bad('x/\xff/1'), bad('x/\xff/2'), bad('x/\xfe.txt'));
  const folders = new GitFolders(listing, '', 'top');
  expect(folders.list('top/x').entries.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    '� folder',
    '�.txt file',
  ]);
  expect([...(folders.list('top/x').garbled ?? [])]).toEqual(['�', '�.txt']);
});

test('the index tells stages, and links and submodules are told apart', () => {
  const listing = listingOf(`100644 ${OID} 2\ta`, `120000 ${OID} 0\tl`, `160000 commit ${OID}\tm`);
  expect(listing.at('a')?.stage).toBe(2);
  expect([listing.at('l')?.kind, listing.at('m')?.kind]).toEqual(['link', 'repository']);
});
