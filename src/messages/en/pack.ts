/** The words of `dangan pack`. */
import type { Examples } from '../examples.js';
import { thousands } from '../thousands.js';
import { countedLarge } from './counted.js';
import { itemsOf } from './items.js';

export const pack = {
  needs: (d: { option: string; other: string }) => `${d.option} goes with ${d.other}`,
  description: 'check the archive, then pack it into a bundle that anyone can verify',
  examples: [
    ['dangan pack', 'the archive here, as <unit>-<year>-<id>.zip beside its evidence'],
    ['dangan pack -o E:\\', 'onto a stick'],
    ['dangan pack --folder -o E:\\', 'as a folder, for sticks in FAT32 and files over 4 GB'],
    ['dangan pack --max-size 4G -o E:\\', 'in parts of at most 4 GB, each verifiable alone'],
    ['dangan pack --resume -o E:\\', 'go on with a packing that was interrupted'],
    ['dangan pack --allow-errors', 'although errors were found; the bundle records them'],
    ['dangan pack --sign office.key', 'signed; make the key with `dangan keygen`'],
  ] as Examples,
  options: {
    archive: 'the archive; the one around the working folder when left out',
    output: 'where to write: a new file or folder, or a folder that is there',
    folder: 'write the bundle as a folder, not as a zip',
    maxSize:
      'divide between indicators into bundles of at most this size: 4G, 700M, 4GiB or bytes; FAT32 takes files up to 4 GiB less one byte, so 4G fits',
    resume:
      'go on where an interrupted packing stopped; a bundle that is there already is only compared. Files of the same size, time and inode are not read again',
    paranoid: 'with --resume: read every file again, whatever is remembered of it',
    allowErrors: 'pack although errors were found, and record them in the bundle',
    sign: 'sign the bundle with this secret key',
    passwordFile: 'file whose first line is the password of the key (or set DANGAN_KEY_PASSWORD)',
    today: 'packing date; the day of the run when left out',
    format: 'form of the result',
  },
  badSize: (d: { value: string }) =>
    `--max-size cannot be “${d.value}”; it is a size such as 4G, 700M, 4GiB or a number of bytes`,
  progress: (d: { percent: number; files: string; size: string; rate: string }) =>
    `Packing ${d.percent}%  ${d.files}  ${d.size}  ${d.rate}/s`,
  fileOf: (d: { done: number; all: number }) =>
    `${thousands(d.done)} of ${countedLarge(d.all, 'file')}`,
  stopped: (d: { count: number }) => `Not packed: ${countedLarge(d.count, 'error')} to mend first`,
  finding: (d: { title: string; count: number }) => `${d.title} (${thousands(d.count)})`,
  place: (d: { place: string; count: number }) =>
    d.count === 1 ? d.place : `${d.place} (${d.count})`,
  stoppedHint: [
    'See all of them with `dangan check`; `dangan fix` shows what it can mend.',
    'To pack all the same: `dangan pack --allow-errors`. The bundle then records the errors.',
  ],
  done: (d: { path: string }) => `Packed: ${d.path}`,
  unchanged: (d: { path: string }) => `Nothing has changed; the bundle is complete: ${d.path}`,
  partUnchanged: '(unchanged)',
  notRead: (d: { files: number; size: string }) =>
    `Lists and directory were compared; ${countedLarge(d.files, 'file')} (${d.size}) of the same size, time and inode ${d.files === 1 ? 'was' : 'were'} not read again. --paranoid reads them; \`dangan verify\` reads the bundle.`,
  resumed: (d: { files: number; size: string }) =>
    `Went on where the last run had stopped: ${countedLarge(d.files, 'file')} (${d.size}) ${d.files === 1 ? 'was' : 'were'} packed already.`,
  kept: (d: { files: number; size: string; folder: string }) => [
    `${countedLarge(d.files, 'file')} (${d.size}) ${d.files === 1 ? 'is' : 'are'} packed and kept in ${d.folder}`,
    '--resume goes on from there; without it the next packing begins anew and clears this away.',
  ],
  doneParts: (d: { count: number; place: string }) => `Packed as ${d.count} bundles in ${d.place}`,
  partSize: (d: { items: number; ledgers: number; size: string; bytes: number }) =>
    `Evidence: ${itemsOf(d)}; bundle ${d.size} (${thousands(d.bytes)} bytes)`,
  moreHeld: (d: { count: number }) => `… and ${countedLarge(d.count, 'indicator')} more`,
  eachVerifies: 'Each of them can be verified, unpacked and browsed alone. Hand over all of them.',
  payload: (d: { items: number; ledgers: number; size: string }) => `${itemsOf(d)}, ${d.size}`,
  size: (d: { size: string; bytes: number }) => `${d.size} (${thousands(d.bytes)} bytes)`,
  label: {
    payload: 'Evidence',
    size: 'Bundle',
    digest: 'Digest',
    signature: 'Signature',
    next: 'Next',
  },
  digestMeans: 'SHA-256 of tagmanifest-sha256.txt, which covers everything in the bundle',
  signing: (d: { percent: number; size: string }) => `Signing ${d.percent}% of ${d.size}`,
  signed: (d: { key: string }) => `with key ${d.key}`,
  signedBeside: (d: { name: string }) =>
    `In the bundle; and for those who have only minisign, beside it in ${d.name}`,
  digestIs: 'Digest: the SHA-256 of tagmanifest-sha256.txt, which covers everything in its bundle',
  next: (d: { path: string }) => `dangan verify ${d.path}`,
  leftOut: (d: { count: number; example: string }) =>
    `Left out: ${countedLarge(d.count, 'temporary file or link', 'temporary files and links')}, such as ${d.example}`,
  ignored: (d: { count: number; example: string }) =>
    `Left out as \`ignore\` of dangan.yaml says: ${countedLarge(d.count, 'file or folder', 'files and folders')}, such as ${d.example}`,
  cleared: (d: { count: number }) =>
    `Removed what interrupted runs had left: ${countedLarge(d.count, 'temporary file')}.`,
  renamed: (d: { count: number; from: string; to: string }) =>
    `${countedLarge(d.count, 'file has', 'files have')} another name in the bundle; index.json keeps the old ${d.count === 1 ? 'one' : 'ones'}: ${d.from} → ${d.to}`,
  unplaced: (d: { count: number }) =>
    `${countedLarge(d.count, 'file is', 'files are')} under no indicator; inspectors find ${d.count === 1 ? 'it' : 'them'} only under “Evidence outside the indicators”`,
  unportable: (d: { name: string; portable: string }) =>
    `Windows cannot hold the name ${d.name}: choose another one with -o, such as ${d.portable}.`,
  withErrors: (d: { count: number }) =>
    `Packed with ${countedLarge(d.count, 'error')}; the bundle records ${d.count === 1 ? 'it' : 'them'}.`,
  withWaived: (d: { count: number }) =>
    `${countedLarge(d.count, 'finding is', 'findings are')} let pass; the bundle records ${d.count === 1 ? 'it' : 'them'}, with the reasons.`,
  withheld: (d: { count: number }) =>
    `${countedLarge(d.count, 'error')} in the self score; the bundle says nothing of ${d.count === 1 ? 'it' : 'them'}.`,
  noEvidence: 'There is no evidence in the archive yet: the bundle holds its folders only.',
};
