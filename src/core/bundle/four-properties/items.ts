/**
 * The items of the four-property check (四性检测), as a hand-over asks for them.
 *
 * DA/T 70-2018 has a list for filing (GD), one for hand-over (YJ) and one for storage (CQ). A bundle is handed over, so
 * these are YJ. The names were found in public material about the filing list, and the numbers taken over for YJ; the
 * text of the standard was not at hand. Those marked `memory` were found nowhere.
 */
import type { Finding } from '../../rules/findings.js';
import type { RanCheck } from './ran.js';

type Property = 'authenticity' | 'integrity' | 'usability' | 'security';

/** Why an item is not checked even when everything that can run has run. */
export type Without =
  /** No such check here. */
  | 'noCheck'
  /** Only a person can tell. */
  | 'byPerson'
  /** Needs another program. */
  | 'otherProgram'
  /** What was read shows no fault, which does not prove that there is none. */
  | 'noFaultSeen'
  | 'unnamed'
  | 'outsideBundle'
  | 'coverage'
  | 'history';

/** Why an item is not asked of such a bundle. */
export type NotAsked = 'noArchivalCodes' | 'noAttachments' | 'noDatabase';

export interface FourPropertyItem {
  /** `YJ-1-1/digest`: the code, and the part of the item where its parts are judged apart. */
  readonly key: string;
  readonly property: Property;
  /** Was the name found in a source, or is it known from memory only? */
  readonly name: 'found' | 'memory';
  /** What must have run for a pass; nothing makes one passed that has none. */
  readonly needs: readonly RanCheck[];
  /** Of the findings with its code, those that are about this part. */
  readonly about?: (finding: Finding) => boolean;
  /** Indicators without any file fail it, though they are no fault of the bundle. */
  readonly failsEmpty?: true;
  /** Keeps it from being passed, whatever has run. */
  readonly without?: Without;
  readonly notAsked?: { readonly why: NotAsked; readonly of: 'any' | 'ours' };
}

const isSignature = ({ rule }: Finding) => rule.startsWith('bundle-signature');
const isNone = () => false;

type Rest = Partial<Omit<FourPropertyItem, 'key' | 'property' | 'needs'>>;
export const PROPERTIES: readonly Property[] = [
  'authenticity',
  'integrity',
  'usability',
  'security',
];

function item(key: string, needs: readonly RanCheck[], rest: Rest = {}): FourPropertyItem {
  const property = PROPERTIES[Number(key[3]) - 1] ?? 'security';
  return { key, property, name: 'found', needs, ...rest };
}

const unchecked = (key: string, without: Without, rest: Rest = {}) =>
  item(key, [], { without, ...rest });
const ofPart = { about: isNone } as const;

export const FOUR_PROPERTY_ITEMS: readonly FourPropertyItem[] = [
  item('YJ-1-1/digest', ['read', 'list', 'digests'], { about: (finding) => !isSignature(finding) }),
  item('YJ-1-1/signature', ['read', 'key'], { about: isSignature }),
  unchecked('YJ-1-1/seal', 'noCheck', ofPart),
  unchecked('YJ-1-1/timestamp', 'noCheck', ofPart),
  unchecked('YJ-1-2', 'noCheck'),
  unchecked('YJ-1-3', 'noCheck'),
  unchecked('YJ-1-4', 'noCheck'),
  unchecked('YJ-1-5', 'noCheck'),
  item('YJ-1-6/names', ['read']),
  unchecked('YJ-1-6/metadata', 'noCheck', ofPart),
  unchecked('YJ-1-7', 'noCheck', { notAsked: { why: 'noArchivalCodes', of: 'ours' } }),
  unchecked('YJ-1-8', 'noCheck'),
  unchecked('YJ-1-9', 'unnamed', { name: 'memory' }),
  item('YJ-1-10', ['read', 'index', 'digests']),
  item('YJ-1-11', ['read', 'index', 'digests']),
  item('YJ-1-12', ['read', 'texts']),
  item('YJ-1-13', ['read', 'tagList']),
  item('YJ-1-14', ['read', 'list', 'digests', 'key']),
  item('YJ-2-1', ['read', 'oxum']),
  item('YJ-2-2', ['read', 'oxum', 'digests']),
  item('YJ-2-3', ['read', 'profile']),
  item('YJ-2-4', ['read', 'profile']),
  unchecked('YJ-2-5', 'history'),
  item('YJ-2-6', ['read', 'index', 'numbers']),
  item('YJ-2-7', ['read', 'list']),
  unchecked('YJ-2-8', 'noCheck', {
    name: 'memory',
    notAsked: { why: 'noAttachments', of: 'ours' },
  }),
  item('YJ-2-9/presence', ['read', 'presence'], { ...ofPart, failsEmpty: true }),
  unchecked('YJ-2-9/rest', 'coverage'),
  item('YJ-2-10', ['read', 'tagList']),
  item('YJ-2-11', ['read', 'list']),
  item('YJ-3-1', ['read', 'texts']),
  unchecked('YJ-3-2', 'noCheck', { notAsked: { why: 'noDatabase', of: 'any' } }),
  unchecked('YJ-3-3', 'noCheck'),
  item('YJ-3-4', ['read', 'digests', 'asListed'], { without: 'noFaultSeen' }),
  unchecked('YJ-3-5', 'byPerson', { name: 'memory' }),
  unchecked('YJ-3-6', 'byPerson', { name: 'memory' }),
  unchecked('YJ-3-7', 'byPerson', { name: 'memory' }),
  item('YJ-3-8/package', ['read', 'digests']),
  unchecked('YJ-3-8/files', 'noCheck', ofPart),
  unchecked('YJ-4-1', 'otherProgram'),
  unchecked('YJ-4-2', 'otherProgram'),
  item('YJ-4-3/package', ['read', 'list', 'tagList']),
  unchecked('YJ-4-3/medium', 'outsideBundle', ofPart),
  unchecked('YJ-4-4', 'byPerson', { name: 'memory' }),
  unchecked('YJ-4-5', 'byPerson', { name: 'memory' }),
  unchecked('YJ-4-6', 'byPerson', { name: 'memory' }),
  item('YJ-4-7/package', ['read', 'digests']),
  unchecked('YJ-4-7/process', 'byPerson', ofPart),
];
