/** By error code: what kept a bundle from being packed, and what to do. */
export const packErrors = {
  FILE_CHANGED: (d: { path: string }) => [
    `${d.path} changed while it was being packed`,
    'Nothing was packed. Close the programs that write to the archive, wait for a cloud drive to finish, and pack again.',
  ],
  PACK_NAMES_MEET: (d: { a: string; b: string }) => [
    `“${d.a}” and “${d.b}” would be one file in the bundle or on another system`,
    'Rename one of them and pack again.',
  ],
  PACK_INSIDE_EVIDENCE: (d: { path: string; root: string }) => [
    `${d.path} is inside the evidence folder ${d.root}, so that the bundle would become evidence itself`,
    'Choose a place outside of it with -o.',
  ],
  DISK_FILE_LIMIT: (d: { path: string }) => [
    `${d.path} is larger than this disk allows one file to be`,
    'A stick in FAT32 holds files of up to 4 GB. Format it as exFAT or NTFS, or pack with --folder.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
