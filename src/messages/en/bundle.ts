/** What `verify` and `unpack` say. */
import { thousands } from '../thousands.js';
import { countedLarge } from './counted.js';
import { noSignature } from './errors-bundle.js';

const files = (value: number) => countedLarge(value, 'file');
const indicators = (value: number) => countedLarge(value, 'indicator');
const points = (value: string) => `${value} ${value === '1' ? 'point' : 'points'}`;

/** What the empty ones are worth, as far as the scoring system tells. */
function atStake(d: { count: number; points: string; pointless: number }): string {
  if (d.pointless === d.count) return '';
  const rest = d.pointless === 0 ? '' : `, and those of ${thousands(d.pointless)} are not told`;
  return `; ${points(d.points)} at stake${rest}`;
}

export const bundle = {
  verify: {
    description:
      'judge a bundle, or any BagIt bag (folder, zip, tar, tar.gz), without unpacking it',
    path: 'the zip or tar, or the folder that holds bagit.txt',
    format: 'form of the result',
    system: 'your scoring system (YAML): was it packed for that one?',
    profile: 'BagIt profile (JSON) that the bag is to meet',
    key: 'public key that it must be signed with: its file, or its last line (RW…)',
    coverage: (d: { files: number }) =>
      `judge each requirement, whether the evidence is enough; above ${thousands(d.files)} files only when asked for`,
    today: 'the day by which evidence is due (2026-03-01); the day of packing when left out',
    all: 'list every file in question, not only the first 20 of each kind',
    quiet: 'no report; only what is the matter, on stderr',
    examples: [
      ['dangan verify unit-2020-ab12.zip', 'judge a zip where it lies'],
      ['dangan verify E:\\bundle', 'judge a bundle that is a folder'],
      ['dangan verify bag.zip --profile office.json', 'and whether it is what the office asks for'],
      ['dangan verify E:\\bundle --sample 50', 'read 50 files by chance, of a slow disc'],
      [
        'dangan verify bundle.zip --report four=report.html',
        'also a four-property report, to print',
      ],
      [
        'dangan verify bundle.zip --system 2020.yaml',
        'and whether it was packed for your scoring system',
      ],
      ['dangan verify bundle.zip --format json', 'the same for programs'],
      ['dangan verify bundle.zip --key office.pub', 'is it signed by that office?'],
    ] as [string, string][],
    progress: (d: { percent: number; size: string }) => `Verifying ${d.percent}% of ${d.size}`,
  },
  unpack: {
    description: 'verify a bundle and unpack it; the folder appears only if all of it holds',
    to: 'new folder for what is unpacked',
    examples: [
      ['dangan unpack unit-2020-ab12.zip --to unit-2020', 'into a new folder, if it holds'],
      ['dangan unpack bundle.zip --to 2020 --key office.pub', 'and if that office signed it'],
    ] as [string, string][],
    progress: (d: { percent: number; size: string }) =>
      `Verifying and unpacking ${d.percent}% of ${d.size}`,
    cleared: (d: { count: number }) =>
      `Removed what interrupted runs had left: ${countedLarge(d.count, 'temporary folder')}.`,
    done: (d: { files: number; size: string; to: string }) =>
      `Verified and unpacked ${files(d.files)} (${d.size}) to ${d.to}`,
  },
  holds: 'Holds',
  doesNotHold: 'Does not hold',
  wholeBut: (d: { words: string }) => `Whole, but ${d.words}`,
  parts: {
    fixity: { yes: 'as listed', no: 'not as listed' },
    form: { yes: 'in proper form', no: 'not in proper form' },
    contents: { yes: 'agrees with its index', no: 'does not agree with its index' },
    system: { yes: 'made for your system', no: 'made for another system' },
    profile: { yes: 'as its profile asks', no: 'not as its profile asks' },
    signature: { yes: 'signature valid', no: 'signature not valid' },
  },
  /** In place of “no”, where there is nothing to judge. */
  partsLacking: {
    index: 'no index to compare',
    system: 'no system to compare',
    ...noSignature,
  },
  unchanged: 'Unchanged?',
  about: {
    fixity: (d: { files: number; ledgers: number; size: string; algorithms: string }) => {
      const all = `${files(d.files)}${d.ledgers === 0 ? '' : ` (${countedLarge(d.ledgers, 'ledger')})`}`;
      return d.algorithms === ''
        ? `${all}, ${d.size}, no digests`
        : `${all}, ${d.size}, by digests (${d.algorithms})`;
    },
    form: (d: { version: string | undefined; tagFiles: number; ours: boolean }) =>
      `BagIt${d.version === undefined ? '' : ` ${d.version}`}, ${d.ours ? 'made by dangan' : 'not made by dangan'}, ${countedLarge(d.tagFiles, 'tag file')}`,
    contents: 'files, index and scoring system against each other',
    system: (d: { title: string }) => `“${d.title}” by its digest`,
    carried: 'the one that it carries, by its sender',
    signed: (d: { key: string; comment: string }) =>
      `key ${d.key}; signed with the words ${d.comment}`,
    expected: (d: { key: string }) => `held against key ${d.key}`,
    given: (d: { description: string }) => `“${d.description}”`,
  },
  counts: {
    missing: (d: { count: number }) => `${thousands(d.count)} missing`,
    changed: (d: { count: number }) => `${thousands(d.count)} changed`,
    unexpected: (d: { count: number }) => `${thousands(d.count)} not listed`,
    moved: (d: { count: number }) => `${thousands(d.count)} moved or renamed (contents unchanged)`,
    unreadable: (d: { count: number }) => `${thousands(d.count)} unreadable`,
    echo: 'because of the files',
    errors: (d: { count: number }) => countedLarge(d.count, 'error'),
  },
  enough: {
    title: 'Enough?',
    apart: ' Another question: it does not change the verdict above.',
    part: (d: { number: number; count: number }) =>
      `Bundle ${thousands(d.number)} of ${thousands(d.count)}: only the indicators that belong in this one are counted here; the rest is in the others.`,
    asked: (d: { codes: readonly string[] }) =>
      `Only what --indicator asked for is counted here: ${d.codes.join(', ')}.`,
    all: (d: { asking: number }) =>
      d.asking === 1
        ? 'The one indicator that asks for evidence has files.'
        : `All ${indicators(d.asking)} that ask for evidence have files.`,
    some: (d: { asking: number; count: number; points: string; pointless: number }) =>
      `Of ${indicators(d.asking)} that ${d.asking === 1 ? 'asks' : 'ask'} for evidence, ${countedLarge(d.count, 'has', 'have')} no file${atStake(d)}.`,
    points: (d: { points: string }) => points(d.points),
    asks: (d: { asks: readonly string[] }) => `asks for ${d.asks.join(', ')}`,
    outside: (d: { count: number }) =>
      `${files(d.count)} ${d.count === 1 ? 'is' : 'are'} in no folder of a leaf indicator and ${d.count === 1 ? 'was' : 'were'} not counted.`,
    doubtful: 'Counted by the index, which does not agree with the files: take it as a hint.',
    judged: (d: { today: string }) =>
      `Judged as of ${d.today}, requirement by requirement, by the scoring system and the ledgers in it:`,
    unsure:
      'Files, index or ledgers are not as they were packed: take what is told of requirements as a hint.',
    otherParts: 'What these indicators take from the other bundles is not seen here.',
    vetoes: (d: { count: number }) =>
      `${countedLarge(d.count, 'veto', 'vetoes')}: no file tells whether ${d.count === 1 ? 'it was' : 'they were'} triggered; please find out.`,
    proof: (d: { code: string; title: string; isThere: boolean; isPart: boolean }) =>
      `Proof for veto ${d.code}, “${d.title}”:${d.isThere ? '' : d.isPart ? ' not in this part' : ' not in the bundle'}`,
    unopened:
      'Kind, number, date and length are taken from names, ledgers and what was read at packing; what the evidence says was not looked at.',
    left: 'With so many files requirements were not judged one by one; --coverage does so.',
    only: 'Only whether there is a file was looked at; not its kind, number or date, nor what it says.',
  },
  notChecked: {
    title: 'Not checked',
    otherParts: (d: { count: number }) =>
      `The other ${d.count === 2 ? 'bundle' : `${thousands(d.count - 1)} bundles`}: verify each of them, and leave none out.`,
    sender: (d: { digest: boolean; ours: boolean }) =>
      `Who made it, and whether it was changed since: the lists can be made anew together with the files${d.ours ? ', and index.html and checks.json are held against nothing else' : ''}. ${d.digest ? 'Compare the digest above with the one that the sender was shown, by telephone, or ask' : 'Ask'} the sender for the public key and check the signature with --key.`,
    contents: 'The evidence itself: whether it opens, is genuine, and meets the standard.',
  },
  part: (d: { number: number; count: number | undefined; group: string | undefined }) =>
    `Part ${d.number}${d.count === undefined ? '' : ` of ${d.count}`}${d.group === undefined ? '' : ` of ${d.group}`}: what follows is about this one only`,
  notRead: 'The files in it were not read.',
  digest: 'Digest',
  waivedAtPacking: (d: { count: number }) =>
    `${countedLarge(d.count, 'finding was', 'findings were')} let pass when it was packed (see index.html; all in checks.json)`,
  errorsAtPacking: (d: { count: number }) =>
    `Packed with ${countedLarge(d.count, 'error')} not mended (see index.html; all in checks.json)`,
  weak: (d: { algorithms: string }) =>
    `Weak digests (${d.algorithms}): they show damage, but do not keep out somebody who means to change a file`,
  more: (d: { count: number }) => `and ${thousands(d.count)} more; --all lists them`,
  group: (d: { title: string; count: number }) => `${d.title} (${thousands(d.count)})`,
  todo: {
    title: 'What to do',
    resend:
      'Copy or download it once more and verify again. If it still does not hold, send this list to the sender and ask for a new bundle.',
    doubt:
      'The files agree with their list, but not all that the bundle tells of itself agrees: it may have been changed after packing, and the list made anew. Compare the digest with the sender by telephone before you use the bundle; to replace it, ask for one packed again with `dangan pack`.',
    contents:
      'The signature is valid: it was so when the sender signed it. Ask the sender to pack it again with `dangan pack`.',
    system: 'Score by the edition that it was packed for, or ask the sender to pack it for yours.',
    noSystem:
      'There is no scoring system in it to compare. Ask the sender what it was made for, or verify without --system.',
    profile: 'Tell the sender what the profile asks for, and ask for a bag that meets it.',
    signature:
      'The signature is not for this: what was signed may have been changed or exchanged, list and all. Ask the sender by telephone before you use the bundle.',
    unsigned:
      'Without a signature nothing proves who made it, nor that it was not changed since. If the sender has a signature (.minisig), put it beside the bundle and verify again; if not, ask for one packed with `dangan pack --sign`.',
    otherKey:
      'A signature with another key than the one given is as good as none: it does not prove who made it, nor that it was not changed since. Compare the id of the key with the sender by telephone before you use the bundle.',
    unread:
      'The signature is over the whole file, of which only a sample was read: verify again without --sample and --indicator.',
    warnings: 'It holds. The warnings are worth telling the sender.',
  },
};
