import { thousands } from '../thousands.js';

/** Bytes of what must stay together, of what a bundle needs beside it, and of `--max-size`; and what to type. */
interface TooLarge {
  readonly bytes: number;
  readonly beside: number;
  readonly limit: number;
  readonly enough: string;
}

/** By error code: what kept a bundle from being packed, and what to do. */
export const packErrors = {
  FILE_CHANGED: (d: { path: string }) => [
    `${d.path} changed while it was being packed`,
    'Nothing was packed. Close the programs that write to the archive, wait for a cloud drive to finish, and pack again.',
  ],
  PACK_NAMES_MEET: (d: { a: string; b: string }) => [
    `“${d.a}” and “${d.b}” would be one file in the bundle or on another system`,
    'Rename one of them and pack again. `dangan check --rule port-name-collision` lists all such names.',
  ],
  PACK_PATHS_TOO_LONG: (d: { count: number; longest: string; length: number }) => [
    `In the bundle the path of ${d.longest} would be ${d.length} characters long${d.count > 1 ? `, and ${d.count - 1} more would be too long` : ''}; programs on Windows open 259, wherever the bundle is put`,
    'Shorten the title, or give the indicator a short name with `folder:` in the scoring system and run `dangan scaffold`. To pack them nevertheless, add --allow-errors.',
  ],
  PACK_INSIDE_EVIDENCE: (d: { path: string; root: string }) => [
    `${d.path} is inside the evidence folder ${d.root}, so that the bundle would become evidence itself`,
    'Choose a place outside of it with -o.',
  ],
  PACK_INSIDE_BUNDLE: (d: { path: string; bundle: string }) => [
    d.path === d.bundle
      ? `${d.path} is a bundle already`
      : `${d.path} is inside the bundle ${d.bundle}, which would no longer hold`,
    'Choose another place, or move that bundle away first.',
  ],
  UNPACK_INSIDE_EVIDENCE: (d: { path: string; root: string }) => [
    `${d.path} is inside the evidence folder ${d.root}, so that what is unpacked would become evidence`,
    'Choose a place outside of it with --to.',
  ],
  PACK_OUTDATED: (d: { path: string }) => [
    `${d.path} is there already, and is not what would be packed now: the archive, its scoring system, the program or the options have changed since`,
    'It was left alone. Move it away, or give the new bundle another name with -o.',
  ],
  PACK_INDICATOR_TOO_LARGE: (d: { place: string } & TooLarge) => [
    `“${d.place}” takes ${thousands(d.bytes)} bytes in a bundle, whose lists and page take ${thousands(d.beside)} more; --max-size is ${thousands(d.limit)}, and an indicator is not torn apart`,
    `Nothing was packed. --max-size ${d.enough} is enough for everything; or file some of it under other indicators, or pack with --folder onto a larger disk.`,
  ],
  PACK_FILE_TOO_LARGE: (d: { path: string } & TooLarge) => [
    `${d.path} takes ${thousands(d.bytes)} bytes in a bundle, whose lists and page take ${thousands(d.beside)} more; --max-size is ${thousands(d.limit)}`,
    `Nothing was packed. --max-size ${d.enough} is enough for everything; or make the file smaller (a video can be cut or compressed), or use a disk in exFAT or NTFS, which takes large files.`,
  ],
  PACK_LIMIT_TOO_SMALL: (d: Omit<TooLarge, 'bytes'>) => [
    `--max-size ${thousands(d.limit)} leaves no room for evidence: the lists and the page of a bundle take ${thousands(d.beside)} bytes`,
    `Nothing was packed. --max-size ${d.enough} is enough for everything.`,
  ],
  DISK_FILE_LIMIT: (d: { path: string }) => [
    `${d.path} is larger than this disk allows one file to be`,
    'A stick in FAT32 holds files of up to 4 GB: format it as exFAT or NTFS. A bundle can also be divided with --max-size 4G, or packed with --folder.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
