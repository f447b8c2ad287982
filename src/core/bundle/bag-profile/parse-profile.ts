/** Reading a BagIt profile; everything in it comes from outside. */
import { nearest } from '../../text.js';
import { decodeText } from '../../yaml-file/decode-text.js';
import { byPlace, linesOf } from '../../yaml-file/lines.js';
import { nodeAt, pointerParts, valueOf, type YamlNode } from '../../yaml-file/node.js';
import type { SchemaError, Validate } from '../../yaml-file/schema-faults.js';
import { parseJson } from '../../json-file/parse-json.js';
import validateProfile from '../../../../schemas/bagit-profile.schema.json?validator';
import { fitsAny } from './glob.js';
import type { BagProfile, BagProfileFault, Names, ProfileProblem, UnknownKey } from './types.js';

const validate: Validate = validateProfile;

/** A profile, or everything that is wrong with it, in the order of the file. */
type ParsedProfile =
  | { readonly profile: BagProfile }
  | { readonly problems: readonly [ProfileProblem, ...ProfileProblem[]] };

/** A BagIt profile, or everything that is wrong with it and where. */
export function parseProfile(bytes: Uint8Array): ParsedProfile {
  const { text, fault } = decodeText(bytes);
  const placeOf = linesOf(text);
  if (fault) return { problems: [{ wrong: 'not-text', at: placeOf(0) }] };
  const parsed = parseJson(text);
  if ('fault' in parsed) {
    return { problems: [{ wrong: 'json', json: parsed.fault, at: placeOf(parsed.offset) }] };
  }
  const { root } = parsed;
  const value = valueOf(root);
  const faults: readonly (readonly [pointer: string, fault: BagProfileFault])[] = validate(value)
    ? [...contradictionsIn(value as ProfileJson)]
    : (validate.errors ?? []).map((error) => [error.instancePath, faultOf(error, root)] as const);
  const problems = faults
    .map(([pointer, each]) => ({ ...each, at: placeOf(offsetOf(root, pointer)) }))
    .sort(byPlace);
  const [first, ...rest] = problems;
  if (first) return { problems: [first, ...rest] };
  return { profile: profileOf(value as ProfileJson) };
}

function offsetOf(root: YamlNode, pointer: string): number {
  const { node, key } = nodeAt(root, pointer);
  return key?.start ?? node.start;
}

/** As ajv puts it, so that a sentence can be made of it. */
function faultOf({ instancePath, keyword, params }: SchemaError, root: YamlNode): BagProfileFault {
  const where = pointerParts(instancePath).join(' → ');
  const { node } = nodeAt(root, instancePath);
  const found = node.is === 'text' ? node.text : '';
  switch (keyword) {
    case 'required':
      return { wrong: 'missing', where, key: String(params['missingProperty']) };
    case 'enum':
      return {
        wrong: 'value',
        where,
        found,
        allowed: (params['allowedValues'] as unknown[]).map(String),
      };
    case 'type': {
      const [type = ''] = [params['type'] as string | string[]].flat();
      return { wrong: 'type', where, expected: type as 'string' };
    }
    default:
      return { wrong: 'empty', where };
  }
}

interface TagJson {
  readonly required?: boolean;
  readonly recommended?: boolean;
  readonly repeatable?: boolean;
  readonly values?: readonly string[];
}

/** What the schema has seen to. */
interface ProfileJson extends Partial<Record<ListKey, readonly string[]>> {
  readonly 'BagIt-Profile-Info': {
    readonly 'BagIt-Profile-Identifier': string;
    readonly 'External-Description': string;
    readonly Version: string | number;
  };
  readonly 'Bag-Info'?: Readonly<Record<string, TagJson>>;
  readonly 'Accept-BagIt-Version': readonly string[];
  readonly 'Allow-Fetch.txt'?: boolean;
  readonly 'Fetch.txt-Required'?: boolean;
  readonly 'Data-Empty'?: boolean;
  readonly Serialization?: BagProfile['serialization'];
  readonly 'Accept-Serialization'?: readonly string[];
}

const LISTS = ['Manifests', 'Tag-Manifests', 'Tag-Files', 'Payload-Files'] as const;
type ListKey = `${(typeof LISTS)[number]}-${'Required' | 'Allowed'}`;

/** What no bag can meet: asked for in one place, and ruled out in another. */
function* contradictionsIn(
  json: ProfileJson,
): Generator<readonly [pointer: string, fault: BagProfileFault]> {
  for (const list of LISTS) {
    const allowed = json[`${list}-Allowed`];
    if (allowed === undefined) continue;
    const isAllowed = fitsAny(allowed);
    for (const [at, name] of (json[`${list}-Required`] ?? []).entries()) {
      if (isAllowed(name) || (name.endsWith('/') && allowed.some((each) => mayBeIn(each, name))))
        continue;
      yield [`/${list}-Required/${at}`, { wrong: 'not-allowed', list, name }];
    }
  }
  if (json['Fetch.txt-Required'] === true && json['Allow-Fetch.txt'] === false) {
    yield ['/Fetch.txt-Required', { wrong: 'fetch' }];
  }
  const { Serialization: serialization } = json;
  const needsFormats = serialization === 'required' || serialization === 'optional';
  if (needsFormats && (json['Accept-Serialization'] ?? []).length === 0) {
    yield ['/Serialization', { wrong: 'no-formats', serialization }];
  }
}

/** Can what the pattern fits be in the folder? */
function mayBeIn(pattern: string, folder: string): boolean {
  const start = pattern.slice(0, /[*?[]|$/.exec(pattern)?.index);
  return start.startsWith(folder) || (start !== pattern && folder.startsWith(start));
}

function profileOf(json: ProfileJson): BagProfile {
  const info = json['BagIt-Profile-Info'];
  const formats = json['Accept-Serialization'] ?? [];
  const names = (list: (typeof LISTS)[number]): Names => ({
    required: json[`${list}-Required`] ?? [],
    allowed: json[`${list}-Allowed`],
  });
  return {
    identifier: info['BagIt-Profile-Identifier'],
    description: info['External-Description'],
    version: String(info.Version),
    bagInfo: Object.entries(json['Bag-Info'] ?? {}).map(([label, rule]) => ({
      label,
      required: rule.required ?? false,
      recommended: rule.recommended ?? false,
      repeatable: rule.repeatable ?? true,
      values: rule.values ?? [],
    })),
    manifests: names('Manifests'),
    tagManifests: names('Tag-Manifests'),
    tagFiles: names('Tag-Files'),
    payloadFiles: names('Payload-Files'),
    fetch: fetchOf(json),
    dataEmpty: json['Data-Empty'] ?? false,
    serialization: json.Serialization ?? 'optional',
    formats: formats.length > 0 ? formats : undefined,
    bagVersions: json['Accept-BagIt-Version'],
    unknown: [...unknownIn(json)],
  };
}

function fetchOf(json: ProfileJson): BagProfile['fetch'] {
  if (json['Allow-Fetch.txt'] === false) return 'forbidden';
  return json['Fetch.txt-Required'] === true ? 'required' : 'allowed';
}

const TOP_KEYS: readonly string[] = [
  'BagIt-Profile-Info',
  'Bag-Info',
  ...LISTS.flatMap((list) => [`${list}-Required`, `${list}-Allowed`]),
  'Allow-Fetch.txt',
  'Fetch.txt-Required',
  'Data-Empty',
  'Serialization',
  'Accept-Serialization',
  'Accept-BagIt-Version',
];
const TAG_KEYS = ['required', 'recommended', 'repeatable', 'values', 'description'];

/** Each of them once, however many labels have it. */
function* unknownIn(json: ProfileJson): Generator<UnknownKey> {
  for (const key of Object.keys(json)) {
    if (!TOP_KEYS.includes(key)) yield { key, nearest: nearest(key, TOP_KEYS) };
  }
  const told = new Set(TAG_KEYS);
  for (const [label, rule] of Object.entries(json['Bag-Info'] ?? {})) {
    for (const key of Object.keys(rule)) {
      if (told.has(key)) continue;
      told.add(key);
      yield { key: `Bag-Info → ${label} → ${key}`, nearest: nearest(key, TAG_KEYS) };
    }
  }
}
