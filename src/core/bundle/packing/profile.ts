/** `bagit-profile.json`: what a bag for this scoring system must hold, for validators of BagIt profiles. */
import { SIGNATURE_FILE } from '../../signature/of-bundle.js';
import { compareText } from '../../text.js';
import { oneLine } from '../bag/bag-info.js';
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

interface ProfiledSystem {
  readonly title: string;
  readonly edition: string | undefined;
  readonly issuer: string | undefined;
  readonly digest: string;
}

/**
 * The profile as JSON text. It holds for one edition of one scoring system: a bag made for another has another digest.
 *
 * It is made of the scoring system alone, so that all bags under one identifier are asked for the same. That is why it
 * names no folder of `data`: their names also depend on the settings and the profile of the unit, and a folder that is
 * still empty is in order in a bundle, but not for `Payload-Files-Required`. What evidence is owed is not its matter.
 *
 * @param frozen - The files of the scoring system in the bag.
 * @see BagIt Profiles Specification 1.4.0
 */
export function formatProfile(system: ProfiledSystem, frozen: readonly string[]): string {
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
    'Bag-Info': labelsOf(system),
    'Manifests-Required': ['sha256'],
    'Manifests-Allowed': ['sha256'],
    'Tag-Manifests-Required': ['sha256'],
    'Tag-Manifests-Allowed': ['sha256'],
    'Tag-Files-Required': own,
    'Tag-Files-Allowed': [...own, SIGNATURE_FILE].sort(compareText),
    'Allow-Fetch.txt': false,
    'Fetch.txt-Required': false,
    'Data-Empty': false,
    Serialization: 'optional',
    // What carries the folder on is no matter: a tar of it is as good.
    'Accept-Serialization': ['application/zip', 'application/x-tar', 'application/gzip'],
    'Accept-BagIt-Version': ['1.0'],
  };
  return `${JSON.stringify(profile, undefined, 2)}\n`;
}

/** `BagIt-Profile-Identifier` is always asked for, and is not to be listed. */
function labelsOf({ title, edition, issuer, digest }: ProfiledSystem): object {
  const once = (required: boolean, description: string, value?: string) => ({
    required,
    repeatable: false,
    ...(value === undefined ? {} : { values: [oneLine(value)] }),
    description,
  });
  return {
    'Source-Organization': once(true, '单位名称'),
    'External-Identifier': once(true, '包名，与最上层文件夹同名'),
    'External-Description': once(false, '内容说明'),
    'Bagging-Date': once(true, '打包日期'),
    'Bag-Software-Agent': once(true, '打包软件及版本'),
    'Payload-Oxum': once(true, 'data 内的总字节数.总件数'),
    'Bag-Group-Identifier': once(false, '分成几个包时，这一组的名称'),
    'Bag-Count': once(false, '分成几个包时，第几个、共几个'),
    'Criteria-Name': once(true, '测评体系名称', title),
    'Criteria-Version': once(edition !== undefined, '测评体系版本', edition),
    'Criteria-Issuer': once(issuer !== undefined, '测评体系制定单位', issuer),
    'Criteria-Digest': once(true, 'criteria.yaml 的 SHA-256', `sha256:${digest}`),
    'Evidence-Period': once(false, '材料所属时段'),
  };
}
