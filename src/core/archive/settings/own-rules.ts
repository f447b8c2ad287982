/** Rules of the unit's own, `own-…` under `rules` of `dangan.yaml`. */
import { parseByteSize } from '../../bundle/packing/byte-size.js';
import { PATTERN_FIELDS } from '../../globs/name-pattern.js';
import type { OwnRuleId } from '../../rules/ids.js';
import { LEVELS, type Level } from '../../rules/levels.js';
import { PER, type OwnName, type OwnRule, type OwnWhere, type Per } from '../../own-rules/types.js';
import { parseRange } from '../../system/fields.js';
import type { EvidenceKind, Range } from '../../system/types.js';
import { EVIDENCE_KINDS, KIND_TITLES } from '../../system/vocabulary.js';
import { nearest } from '../../text.js';
import type { YamlMap, YamlNode } from '../../yaml-file/node.js';
import { formatsIn } from './contents.js';
import { isNothing, lastPart, type SettingsReader } from './reader.js';
import { templateFault } from '../template.js';

export const OWN = 'own-';

const LONGEST_ID = 60;

const DEMANDS = ['name', 'kind', 'count', 'of', 'size', 'formats'] as const;
const KEYS = ['title', 'severity', 'why', 'do', 'where', ...DEMANDS, 'per'] as const;
const NAME_KEYS = ['matches', 'contains', 'without'] as const;

/** Of a rule that a unit declares, and of what is in it. */
export const OWN_KEYS = [...KEYS, 'indicator', 'files', ...NAME_KEYS];

interface DecodedRule {
  readonly rule: OwnRule;
  /** Where one is said. */
  readonly level: Level | undefined;
}

/** @param key - Its id, as it is written. */
export function ownRuleIn(
  key: string,
  map: YamlMap,
  reader: SettingsReader,
): DecodedRule | undefined {
  const node = map.entries.get(key)?.value;
  const id = key.normalize('NFC');
  if (!isOwnId(id)) {
    const at = reader.keyPlace(map, key);
    reader.problems.push({ at, messageId: 'own-id', data: { id: key } });
    return undefined;
  }
  if (node?.is !== 'map') {
    reader.report(node, 'own-not-declared', { id });
    return undefined;
  }
  const path = `rules.${id}`;
  const own = reader.mapping(node, path, KEYS);
  const text = (name: string) => reader.textAt(own, `${path}.${name}`)?.trim();
  const title = text('title') ?? '';
  if (title === '') reader.report(node, 'own-missing', { key: `${path}.title` });
  if (!DEMANDS.some((demand) => own.has(demand))) {
    reader.report(node, 'own-asks-nothing', { id, keys: DEMANDS });
  }
  const level = reader.choice(own, `${path}.severity`, LEVELS);
  const where = whereIn(own.get('where'), path, reader);
  return {
    rule: {
      id,
      title,
      severity: level === undefined || level === 'off' ? 'warning' : level,
      why: text('why'),
      remedy: text('do'),
      where,
      name: nameIn(own.get('name'), path, reader),
      kinds: kindsAsked(own, `${path}.kind`, reader),
      count: rangeIn(own, `${path}.count`, parseRange, reader),
      of: kindsAsked(own, `${path}.of`, reader),
      per: perIn(own, where, path, reader),
      size: rangeIn(own, `${path}.size`, parseSizes, reader),
      formats: formatsIn(own.get('formats'), `${path}.formats`, reader),
    },
    level,
  };
}

/** Letters without case or in lower case, of any script, and digits: `own-年度总结`, `own-annual-report`. */
function isOwnId(id: string): id is OwnRuleId {
  return /^own(-[\p{Ll}\p{Lo}\p{N}]+)+$/u.test(id) && id.length <= LONGEST_ID;
}

function whereIn(node: YamlNode | undefined, path: string, reader: SettingsReader): OwnWhere {
  if (!node || isNothing(node)) return { indicators: [], kinds: [], files: undefined };
  const key = `${path}.where`;
  const own = reader.mapping(node, key, ['indicator', 'kind', 'files']);
  const [files] = patternsIn(own.get('files'), `${key}.files`, reader);
  return {
    indicators: textsIn(own.get('indicator'), `${key}.indicator`, reader).map(
      ({ text, node: at }) => ({ code: text, at: reader.placeOf(at) }),
    ),
    kinds: kindsIn(own.get('kind'), `${key}.kind`, reader),
    files,
  };
}

/** What is written as a demand asks for something. */
function kindsAsked(
  own: ReadonlyMap<string, YamlNode>,
  key: string,
  reader: SettingsReader,
): readonly EvidenceKind[] {
  const node = own.get(lastPart(key));
  if (node && (isNothing(node) || (node.is === 'list' && node.items.length === 0))) {
    reader.report(node, 'own-missing', { key });
  }
  return kindsIn(node, key, reader);
}

function kindsIn(
  node: YamlNode | undefined,
  key: string,
  reader: SettingsReader,
): readonly EvidenceKind[] {
  const kinds = textsIn(node, key, reader).flatMap((each) => kindOf(each, key, reader) ?? []);
  return [...new Set(kinds)];
}

function perIn(
  own: ReadonlyMap<string, YamlNode>,
  { indicators }: OwnWhere,
  path: string,
  reader: SettingsReader,
): Per {
  const key = `${path}.per`;
  const per = reader.choice(own, key, PER) ?? 'leaf';
  if (own.has('per') && !own.has('count') && !own.has('of')) {
    reader.report(own.get('per'), 'own-asks-nothing', { id: key, keys: ['count', 'of'] });
  }
  if (per === 'indicator' && indicators.length === 0) {
    reader.report(own.get('per'), 'own-missing', { key: `${path}.where.indicator` });
  }
  return per;
}

/** By its word or by what it is called: `photo`, `图片`. */
function kindOf(
  { text, node }: Text,
  key: string,
  reader: SettingsReader,
): EvidenceKind | undefined {
  const kind = EVIDENCE_KINDS.find((each) => each === text || KIND_TITLES[each] === text);
  if (kind) return kind;
  const near = nearest(text, [...EVIDENCE_KINDS, ...Object.values(KIND_TITLES)]);
  reader.report(node, 'not-one-of', { key, value: text, allowed: EVIDENCE_KINDS, nearest: near });
  return undefined;
}

function nameIn(node: YamlNode | undefined, path: string, reader: SettingsReader): OwnName {
  if (!node || isNothing(node)) return { matches: [], contains: [], without: [] };
  const key = `${path}.name`;
  const own = reader.mapping(node, key, NAME_KEYS);
  if (own.size === 0) reader.report(node, 'own-asks-nothing', { id: key, keys: NAME_KEYS });
  const words = (name: string) =>
    textsIn(own.get(name), `${key}.${name}`, reader).map(({ text }) => text);
  return {
    matches: patternsIn(own.get('matches'), `${key}.matches`, reader),
    contains: words('contains'),
    without: words('without'),
  };
}

function patternsIn(
  node: YamlNode | undefined,
  key: string,
  reader: SettingsReader,
): readonly string[] {
  return textsIn(node, key, reader).flatMap(({ text, node: at }) => {
    const fault = templateFault(text, PATTERN_FIELDS, []);
    if (fault?.is !== 'unknown') return text;
    const { field, nearest: meant } = fault;
    reader.report(at, 'template-field', { key, field, known: PATTERN_FIELDS, nearest: meant });
    return [];
  });
}

interface Text {
  readonly text: string;
  readonly node: YamlNode;
}

/** One text or a list of them; empty ones, which would fit everything or nothing, are told. */
function textsIn(node: YamlNode | undefined, key: string, reader: SettingsReader): Text[] {
  if (!node || isNothing(node)) return [];
  const nodes = node.is === 'list' ? node.items : [node];
  return nodes.flatMap((each) => {
    const text = reader.text(each, key)?.trim();
    if (text === '') reader.report(each, 'own-missing', { key });
    return text === undefined || text === '' ? [] : { text, node: each };
  });
}

function rangeIn(
  own: ReadonlyMap<string, YamlNode>,
  key: string,
  parse: (text: string) => Range | undefined,
  reader: SettingsReader,
): Range | undefined {
  const value = reader.textAt(own, key);
  if (value === undefined) return undefined;
  const range = parse(value.replaceAll(' ', ''));
  if (range && (range.max === undefined || range.min <= range.max)) return range;
  const isSize = parse === parseSizes;
  reader.report(own.get(isSize ? 'size' : 'count'), isSize ? 'own-size' : 'own-count', {
    key,
    value,
  });
  return undefined;
}

/** `..10MB`, `1KB..`, `1KB..10MB`. */
function parseSizes(text: string): Range | undefined {
  const [from, to, ...more] = text.split('..');
  if (from === undefined || to === undefined || more.length > 0 || from + to === '') {
    return undefined;
  }
  const min = from === '' ? 0 : parseByteSize(from);
  const max = to === '' ? undefined : parseByteSize(to);
  return min === undefined || (to !== '' && max === undefined) ? undefined : { min, max };
}
