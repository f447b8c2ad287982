/** What is wrong with a BagIt profile, and what a bag lacks to meet one. */
import type { BagProfileFault, JsonFault } from '../faults.js';

const EXPECTED = {
  value: 'a value',
  key: 'a key in straight quotation marks (")',
  colon: 'a colon (:)',
  'comma-or-brace': 'a comma or }',
  'comma-or-bracket': 'a comma or ]',
  end: 'the end of the file',
} as const;

function json(d: JsonFault): string {
  switch (d.fault) {
    case 'expected':
      return `not JSON: ${d.found === '' ? 'the file ends' : `“${d.found}” stands`} where ${EXPECTED[d.expected]} should be`;
    case 'twice':
      return `not clear: “${d.key}” is given twice`;
    case 'text':
      return 'not JSON: the quotation mark that ends this text is missing';
    case 'escape':
      return 'not JSON: an escape (\\) in this text has no meaning';
    case 'deep':
      return 'nested too deeply for a profile';
  }
}

const TYPES = {
  object: 'an object { … }',
  array: 'a list [ … ]',
  string: 'text in quotation marks',
  boolean: 'true or false',
} as const;

/** The place and a colon. */
const at = (where: string) => (where === '' ? '' : `${where}: `);

/** A fault of a profile as a sentence. */
function bagProfileFault(d: BagProfileFault): string {
  switch (d.wrong) {
    case 'not-text':
      return 'not text in UTF-8';
    case 'json':
      return json(d.json);
    case 'missing':
      return `${at(d.where)}${d.key} is missing`;
    case 'type':
      return `${at(d.where)}should be ${TYPES[d.expected]}`;
    case 'value':
      return `${at(d.where)}“${d.found}” is none of ${d.allowed.join(', ')}`;
    case 'empty':
      return `${at(d.where)}must not be empty`;
    case 'not-allowed':
      return `${d.list}-Required asks for “${d.name}”, which ${d.list}-Allowed does not allow`;
    case 'fetch':
      return 'Fetch.txt-Required asks for fetch.txt, which Allow-Fetch.txt forbids';
    case 'no-formats':
      return `Serialization is ${d.serialization}, so Accept-Serialization must name a format`;
  }
}

export const bagProfileErrors = {
  BAG_PROFILE_INVALID: (d: {
    path: string;
    problems: readonly (BagProfileFault & {
      readonly at: { readonly line: number; readonly column: number };
    })[];
  }) => [
    `${d.path} is not a BagIt profile that can be used:\n${d.problems.map((each) => `    ${each.at.line}:${each.at.column}  ${bagProfileFault(each)}`).join('\n')}`,
    'Ask whoever made the profile to mend it. Nothing was verified.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;

const meant = (nearest: string | undefined) => (nearest ? ` (${nearest} may be meant)` : '');

export const bagProfileFindings = {
  'bundle-profile-invalid/fault': (d: { line: number; column: number; fault: BagProfileFault }) =>
    `Not a BagIt profile: line ${d.line}, column ${d.column}: ${bagProfileFault(d.fault)}`,
  'bundle-profile-form/version': (d: { version: string; accepted: string }) =>
    `BagIt ${d.version}; the profile accepts ${d.accepted}`,
  'bundle-profile-form/folder': (d: { accepted: string }) =>
    `A folder; the profile wants one file (${d.accepted})`,
  'bundle-profile-form/file': (d: { form: string }) =>
    `One file (${d.form}); the profile wants a folder`,
  'bundle-profile-form/format': (d: { form: string; accepted: string }) =>
    `A ${d.form} file; the profile accepts ${d.accepted}`,
  'bundle-profile-form/unknown': (d: { key: string; nearest: string | undefined }) =>
    `The profile has “${d.key}”, which BagIt profiles do not have${meant(d.nearest)}; not judged`,
  'bundle-profile-info/identifier': (d: { expected: string; found: string }) =>
    d.found === ''
      ? `BagIt-Profile-Identifier is missing; it should be ${d.expected}`
      : `BagIt-Profile-Identifier is ${d.found}; of this profile it is ${d.expected}`,
  'bundle-profile-info/required': (d: { label: string }) => `${d.label} is missing`,
  'bundle-profile-info/recommended': (d: { label: string }) =>
    `${d.label} is missing; it is recommended`,
  'bundle-profile-info/empty': (d: { label: string }) => `${d.label} has no value`,
  'bundle-profile-info/repeated': (d: { label: string; count: number }) =>
    `${d.label} is given ${d.count} times; once is allowed`,
  'bundle-profile-info/value': (d: { label: string; found: string; allowed: string }) =>
    `${d.label} is “${d.found}”; allowed: ${d.allowed}`,
  'bundle-profile-manifest/required': () => 'The profile asks for this manifest; it is not there',
  'bundle-profile-manifest/forbidden': (d: { allowed: string }) =>
    `The profile does not allow this manifest; allowed: ${d.allowed || 'none'}`,
  'bundle-profile-file/tag-required': () => 'The profile asks for this file; it is not there',
  'bundle-profile-file/tag-forbidden': () =>
    'The profile does not allow this file beside the evidence',
  'bundle-profile-file/payload-required': () => 'The profile asks for this file; it is not there',
  'bundle-profile-file/folder-required': () =>
    'The profile asks for this folder with something in it',
  'bundle-profile-file/payload-forbidden': () => 'The profile does not allow this file',
  'bundle-profile-file/not-empty': (d: { count: number }) =>
    `The profile wants data empty; there ${d.count === 1 ? 'is a file' : `are ${d.count} files`} in it`,
  'bundle-profile-file/fetch-forbidden': () => 'The profile does not allow fetch.txt',
  'bundle-profile-file/fetch-required': () => 'The profile asks for fetch.txt; it is not there',
};
