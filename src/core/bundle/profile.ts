/** `bagit-profile.json`: what a bag for this scoring system must hold, for validators of BagIt profiles. */
import { compareText } from '../text.js';
import { profileUrn } from './bundle-id.js';

/** Files at the top of a bundle, beside `data/` and the systems that its own extends. */
const TAG_FILES = [
  'bag-info.txt',
  'bagit-profile.json',
  'bagit.txt',
  'checks.json',
  'criteria.yaml',
  'index.html',
  'index.json',
  'manifest-sha256.txt',
  'tagmanifest-sha256.txt',
  '说明文件.txt',
] as const;

export interface ProfiledSystem {
  readonly title: string;
  readonly edition: string | undefined;
  readonly issuer: string | undefined;
  readonly digest: string;
}

/**
 * The profile as JSON text. It holds for one edition of one scoring system: a bag made for another has another digest.
 *
 * @param frozen - The files of the scoring system in the bag.
 * @see BagIt Profiles Specification 1.4.0
 */
export function formatProfile(system: ProfiledSystem, frozen: readonly string[]): string {
  const required = { required: true };
  const own = [...new Set<string>([...TAG_FILES, ...frozen])]
    .filter((name) => !/^(bagit|bag-info|(tag)?manifest-sha256)\.txt$/.test(name))
    .sort(compareText);
  const profile = {
    'BagIt-Profile-Info': {
      'BagIt-Profile-Identifier': profileUrn(system.digest),
      'BagIt-Profile-Version': '1.4.0',
      'Source-Organization': system.issuer ?? system.title,
      'External-Description': `${system.title} 迎检包`,
      Version: system.edition ?? system.digest.slice(0, 8),
    },
    'Bag-Info': {
      'BagIt-Profile-Identifier': { required: true, values: [profileUrn(system.digest)] },
      'Source-Organization': required,
      'External-Identifier': required,
      'Bagging-Date': required,
      'Bag-Software-Agent': required,
      'Payload-Oxum': required,
      'Criteria-Name': { required: true, values: [system.title] },
      'Criteria-Digest': { required: true, values: [`sha256:${system.digest}`] },
    },
    'Manifests-Required': ['sha256'],
    'Manifests-Allowed': ['sha256'],
    'Tag-Manifests-Required': ['sha256'],
    'Tag-Manifests-Allowed': ['sha256'],
    'Tag-Files-Required': own,
    'Tag-Files-Allowed': own,
    'Allow-Fetch.txt': false,
    Serialization: 'optional',
    'Accept-Serialization': ['application/zip'],
    'Accept-BagIt-Version': ['1.0'],
  };
  return `${JSON.stringify(profile, undefined, 2)}\n`;
}
