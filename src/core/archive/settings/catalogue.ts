/** `catalogue` of `dangan.yaml`: what archival codes are made of. */
import type { YamlNode } from '../../yaml-file/node.js';
import {
  CATEGORIES,
  DEFAULT_SETTINGS,
  RETENTIONS,
  type CatalogueSettings,
  type Retention,
} from '../settings.js';
import { isNothing, type SettingsReader } from './reader.js';

const CODE_FIELDS = ['fonds', 'category', 'year', 'retention', 'organ', 'part', 'item'] as const;
export type CodeField = (typeof CODE_FIELDS)[number];

const VOLUME_FIELDS = ['fonds', 'category', 'retention', 'part', 'volume'] as const;

const RETENTION_WORDS: Readonly<Record<string, Retention>> = {
  永久: 'Y',
  '30年': 'D30',
  '10年': 'D10',
};

export function catalogueSettings(
  node: YamlNode | undefined,
  reader: SettingsReader,
): CatalogueSettings {
  const defaults = DEFAULT_SETTINGS.catalogue;
  if (!node || isNothing(node)) return defaults;
  const own = reader.mapping(node, 'catalogue', Object.keys(defaults));
  const text = (key: string) => reader.textAt(own, `catalogue.${key}`)?.trim();
  const categories = reader.child(own, 'categories', CATEGORIES);
  const codeOf = (name: string) => reader.textAt(categories, `catalogue.categories.${name}`);
  const { document, photo, audio, video, object } = defaults.categories;
  return {
    fonds: text('fonds'),
    retention: retentionIn(own, reader),
    organ: text('organ'),
    organs: textsIn(own.get('organs'), reader),
    categories: {
      document: codeOf('document') ?? document,
      photo: codeOf('photo') ?? photo,
      audio: codeOf('audio') ?? audio,
      video: codeOf('video') ?? video,
      object: codeOf('object') ?? object,
    },
    digits: reader.wholeNumber(own, 'catalogue.digits', 1, 8) ?? defaults.digits,
    template: reader.template(own, 'catalogue.template', CODE_FIELDS, ['item']),
    volume: reader.template(own, 'catalogue.volume', VOLUME_FIELDS, ['volume']) ?? defaults.volume,
  };
}

function retentionIn(
  own: ReadonlyMap<string, YamlNode>,
  reader: SettingsReader,
): Retention | undefined {
  const words = [...RETENTIONS, ...Object.keys(RETENTION_WORDS)];
  const word = reader.choice(own, 'catalogue.retention', words);
  if (word === undefined) return undefined;
  return RETENTION_WORDS[word] ?? RETENTIONS.find((each) => each === word);
}

function textsIn(node: YamlNode | undefined, reader: SettingsReader): Record<string, string> {
  if (!node) return {};
  const texts = [...reader.mapping(node, 'catalogue.organs')].map(
    ([name, value]) =>
      [name, reader.text(value, `catalogue.organs.${name}`)?.trim() ?? ''] as const,
  );
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}
