/** The hand-over form, and what `receipt` says. */
import type { Examples } from '../examples.js';
import { thousands } from '../thousands.js';
import { itemsOf } from './items.js';

export const receipt = {
  description: 'verify a bundle and make the form of its hand-over (HTML or Word)',
  examples: [
    ['dangan receipt bundle.zip', '“bundle-receipt.html”, to be printed on one page'],
    ['dangan receipt bundle.zip -o receipt.docx', 'as a Word file, to be filled in further'],
    [
      'dangan receipt bundle.zip --key office.pub',
      'check the signature, and write none if it is not valid',
    ],
  ] as Examples,
  output:
    'file of the form, .html or .docx; “<bundle>-receipt.html” in the working folder when left out, beside the bundle where that is in an archive',
  badOutput: (d: { path: string }) => `The form is written as .html or .docx, not as “${d.path}”`,
  progress: (d: { percent: number; size: string }) => `Verifying ${d.percent}% of ${d.size}`,
  digesting: (d: { percent: number; size: string }) => `Digesting ${d.percent}% of ${d.size}`,
  fileName: (d: { name: string }) => `${d.name}-receipt.html`,
  done: (d: { path: string }) => `The files are as listed; the form was written: ${d.path}`,
  inArchive:
    'The form is in the folder of the archive: it is no evidence, and goes into no bundle. Move it before you commit to git, or write it elsewhere with -o.',
  next: 'Print it; both sides check, sign and seal it. What is blank is for people to fill in.',
  title: 'Hand-over of Electronic Records',
  task: 'Hand-over',
  taskOf: (d: { unit: string; name: string }) =>
    `Evidence${d.unit === '' ? '' : ` of ${d.unit}`} for inspection (${d.name})`,
  content: 'Contents',
  about: (d: { about: string; issuer: string }) =>
    d.about === '' ? '' : `For the scoring system ${d.about}${d.issuer && ` (${d.issuer})`}`,
  period: (d: { period: readonly string[] }) => `Evidence from ${d.period.join(' to ')}`,
  form: (d: { version: string; kind: string }) =>
    `BagIt${d.version && ` ${d.version}`} ${d.kind === 'folder' ? 'as a folder' : `in a ${d.kind}`}`,
  bundle: (d: {
    name: string;
    form: string;
    packed: string;
    bagCount: string;
    signature: string;
  }) =>
    [d.form, d.packed && `packed on ${d.packed}`, d.bagCount && `bag ${d.bagCount}`, d.signature]
      .filter((each) => each !== '')
      .join(', '),
  signature: (d: { is: 'none' | 'unchecked' } | { is: 'valid'; key: string }) =>
    d.is === 'valid'
      ? `signature valid (key ${d.key})`
      : d.is === 'none'
        ? 'not signed'
        : 'signature not checked',
  signatureNote: (d: { is: 'none' | 'unchecked' }): string =>
    d.is === 'none'
      ? 'The bundle is not signed: the form does not prove that nothing was changed since packing. Compare the digest with the one that was shown at packing.'
      : 'The bundle has a signature that was not checked; to check it, give the key of who signed with --key. The form says so, too.',
  quantity: 'Quantity',
  items: itemsOf,
  volume: 'Volume of data',
  bytes: (d: { bytes: number }) => `(${thousands(d.bytes)} bytes)`,
  medium: 'Media numbers',
  mediumKind: 'Kind of media',
  checks: 'Checks',
  sender: (d: { unit: string }) => `Handed over by: ${d.unit}`,
  receiver: 'Received by:',
  checkRows: [
    ['Accuracy', 'scope, unchanged'],
    ['Completeness', 'all that is due'],
    ['Usability', 'opens, can be read'],
    ['Security', 'no virus, no strays'],
    ['Media', 'clean, no scratches'],
  ] as readonly (readonly [string, string])[],
  digest: 'Digest',
  digestNote: '(algorithm: SHA-256)',
  file: (d: { name: string; bytes: number }) => `${d.name} (${thousands(d.bytes)} bytes):`,
  tagManifest: 'Digest (tagmanifest-sha256.txt):',
  signRows: ['Filled in by', 'Checked by'] as readonly string[],
  seal: 'Office (seal)',
  date: 'Date: ____________',
  measured: (d: { software: string }) =>
    `Quantity, volume and digests are from the verified bundle${d.software && ` (packed by ${d.software})`}; both sides fill in the rest, in two copies.`,
  howToCheck:
    'To compare: dangan verify shows the second digest; certutil -hashfile FILE SHA256 or sha256sum gives that of the zip. The square code holds the name and both digests.',
};
