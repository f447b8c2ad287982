/** `contents` of `dangan.yaml`: what evidence may be, and how large. */
import { parseByteSize } from '../../bundle/packing/byte-size.js';
import { FORMAT_WORDS, isFormatOrClass } from '../../documents/formats.js';
import { nearest } from '../../text.js';
import type { YamlNode } from '../../yaml-file/node.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings.js';
import { isNothing, type SettingsReader } from './reader.js';

type Contents = Settings['contents'];

export function contentsSettings(node: YamlNode | undefined, reader: SettingsReader): Contents {
  if (!node || isNothing(node)) return DEFAULT_SETTINGS.contents;
  const own = reader.mapping(node, 'contents', ['allowed', 'largest']);
  return {
    allowed: formatsIn(own.get('allowed'), 'contents.allowed', reader),
    largest: largestIn(own, reader),
  };
}

/** Formats, and classes of formats. */
export function formatsIn(
  node: YamlNode | undefined,
  key: string,
  reader: SettingsReader,
): Contents['allowed'] {
  if (!node || isNothing(node)) return undefined;
  if (node.is !== 'list') {
    reader.report(node, 'not-a-list', { key });
    return undefined;
  }
  return node.items.flatMap((item) => {
    const text = reader.text(item, key);
    const word = text?.toLowerCase().replace(/^\./, '');
    if (word === undefined || isFormatOrClass(word)) return word ?? [];
    const data = { key, value: text ?? '', allowed: FORMAT_WORDS.slice(0, 6) };
    reader.report(item, 'not-one-of', { ...data, nearest: nearest(word, FORMAT_WORDS) });
    return [];
  });
}

function largestIn(own: ReadonlyMap<string, YamlNode>, reader: SettingsReader): number | undefined {
  const key = 'contents.largest';
  const value = reader.textAt(own, key);
  const bytes = value === undefined ? undefined : parseByteSize(value);
  if (value !== undefined && bytes === undefined) {
    reader.report(own.get('largest'), 'not-a-size', { key, value });
  }
  return bytes;
}
