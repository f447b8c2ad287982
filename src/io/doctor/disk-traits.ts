/** What the file system of a folder does with names. Asked without writing anything: `undefined` is what that cannot tell. */
import { lstatSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

export interface DiskTraits {
  /** `ext4`, or the number by which the system knows it. */
  readonly kind: string | undefined;
  readonly freeBytes: number | undefined;
  /** Are `a` and `A` two names? */
  readonly caseSensitive: boolean | undefined;
  /** Are the two forms of one Unicode text two names? */
  readonly formSensitive: boolean | undefined;
  /** The longest name, in ASCII and in Han characters. */
  readonly longestName: { readonly ascii: number; readonly han: number } | undefined;
}

export function diskTraits(folder: string): DiskTraits {
  const space = quietly(() => statfsSync(folder));
  const ascii = longest(folder, 'a');
  const han = longest(folder, '档');
  return {
    kind: space && kindOf(space.type),
    freeBytes: space && space.bavail * space.bsize,
    caseSensitive: tellsApart(folder, (name) => [name.toUpperCase(), name.toLowerCase()]),
    formSensitive: tellsApart(folder, (name) => [name.normalize('NFC'), name.normalize('NFD')]),
    longestName: ascii === undefined || han === undefined ? undefined : { ascii, han },
  };
}

/** What `statfs` on Linux says, of those that archives are found on. */
const KINDS: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x2fc12fc1: 'zfs',
  0x01021994: 'tmpfs',
  0x794c7630: 'overlay',
  0x6969: 'nfs',
  0x517b: 'smb',
  0xfe534d42: 'smb2',
  0xff534d42: 'cifs',
  0x65735546: 'fuse',
  0x4d44: 'fat',
  0x2011bab0: 'exfat',
  0x5346544e: 'ntfs',
  0x7366746e: 'ntfs3',
  0x01021997: '9p',
};

/** Windows does not tell: it says 0. */
function kindOf(type: number): string | undefined {
  if (type === 0) return undefined;
  return KINDS[type >>> 0] ?? `0x${(type >>> 0).toString(16)}`;
}

/** A name that is there is asked for in its other forms. */
function tellsApart(
  folder: string,
  formsOf: (name: string) => readonly string[],
): boolean | undefined {
  const names = quietly(() => readdirSync(folder)) ?? [];
  for (const name of names) {
    const other = formsOf(name).find((each) => each !== name);
    // Where both are there, they are two.
    if (other === undefined) continue;
    if (names.includes(other)) return true;
    return quietly(() => lstatSync(join(folder, other), { throwIfNoEntry: false })) === undefined;
  }
  return undefined;
}

/** How often a character may stand in a name: of one that is too long the system says something else than “not there”. */
function longest(folder: string, character: string): number | undefined {
  const fits = (count: number) => {
    const name = join(folder, character.repeat(count));
    return quietly(() => [lstatSync(name, { throwIfNoEntry: false })]) !== undefined;
  };
  let [least, most] = [1, 1024];
  if (!fits(least) || fits(most)) return undefined;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle;
  }
  return least;
}

function quietly<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
