import type { Examples } from '../examples.js';

/** What `keygen` says, and everything else about keys. */
export const keygen = {
  description: 'make a pair of keys to sign bundles with, in the format of minisign',
  examples: [
    ['dangan keygen', 'keys in .minisign of your home folder; asks for a password'],
    [
      'dangan keygen -o D:\\keys\\office.key',
      'somewhere else; the public key is office.pub beside it',
    ],
    ['dangan keygen --no-password -o ci.key', 'without a password, for machines'],
  ] as Examples,
  options: {
    output: 'file of the secret key; .minisign/dangan.key in your home folder when left out',
    passwordFile: 'file whose first line is the password (or set DANGAN_KEY_PASSWORD)',
    noPassword: 'leave the secret key without a password',
  },
  ask: (d: { path: string }) => `Password of ${d.path}: `,
  askNew: 'Password for the new key (not shown): ',
  askAgain: 'Once more: ',
  differ: 'The two differ; please try again.',
  empty: 'The password must not be empty; for a key without one there is --no-password.',
  unlocked:
    'This secret key has no password: whoever gets the file can sign as you. Let no one else read it.',
  done: (d: { id: string }) => `New pair of keys, id ${d.id}`,
  label: { secret: 'Secret key', public: 'Public key', next: 'Next' },
  secretFor: 'For you alone. Keep a copy in a safe place, never in an archive or a bundle.',
  publicFor: 'For whoever gets your bundles; hand it over once, and not together with a bundle.',
  next: (d: { path: string }) => `dangan pack --sign ${d.path}`,
  checkNext: (d: { key: string }) => `dangan verify bundle.zip --key ${d.key}`,
};

const kinds = { public: 'a public key', secret: 'a secret key', other: 'no key' };

export const keyErrors = {
  KEY_INVALID: (d: {
    key: string;
    wanted: 'secret' | 'public';
    is: 'secret' | 'public' | 'other';
  }) => [
    `${d.key} is ${kinds[d.is]}; ${kinds[d.wanted]} was expected`,
    d.wanted === 'secret'
      ? 'Sign with the secret key, the .key file that `dangan keygen` or `minisign -G` made.'
      : 'Give the public key: the .pub file, or its last line, which begins with RW.',
  ],
  KEY_PASSWORD_NEEDED: (d: { path: string | undefined }) => [
    d.path === undefined
      ? 'The new key needs a password, and nobody can be asked here'
      : `${d.path} needs its password, and nobody can be asked here`,
    'Run it in a terminal, or give the password with --password-file or in DANGAN_KEY_PASSWORD.',
  ],
  KEY_PASSWORD_WRONG: (d: { path: string }) => [
    `The password does not open ${d.path}`,
    'Try again: mind capital letters and the input method. If it is lost, make new keys with `dangan keygen`.',
  ],
  KEY_INSIDE_ARCHIVE: (d: { path: string; root: string }) => [
    `${d.path} is inside the archive ${d.root}: a secret key must not be handed on with it`,
    'Keep it elsewhere, for instance in .minisign of your home folder.',
  ],
  KEY_MEMORY: () => [
    'There is not enough memory to work with the password of the key (up to 1 GB for some seconds)',
    'Close other programs and run it again.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
