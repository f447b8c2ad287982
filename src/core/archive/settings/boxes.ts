/** `boxes` of `dangan.yaml`: which boxes the unit has, and how much goes into one. */
import type { YamlNode } from '../../yaml-file/node.js';
import { DEFAULT_SETTINGS, type BoxSettings } from '../settings.js';
import { isNothing, type SettingsReader } from './reader.js';

/** Widths of spines, in millimetres; those of DA/T 22 are 20 to 50. */
export const BOX_WIDTHS = { min: 10, max: 150 } as const;
export const SHEETS_PER_MM = { min: 1, max: 20 } as const;
const YES_OR_NO = ['true', 'false'] as const;

export function boxSettings(node: YamlNode | undefined, reader: SettingsReader): BoxSettings {
  const defaults = DEFAULT_SETTINGS.boxes;
  if (!node || isNothing(node)) return defaults;
  const own = reader.mapping(node, 'boxes', Object.keys(defaults));
  const { min, max } = SHEETS_PER_MM;
  const isSo = (key: 'doubleSided' | 'together') => {
    const word = reader.choice(own, `boxes.${key}`, YES_OR_NO);
    return word === undefined ? defaults[key] : word === 'true';
  };
  return {
    widths: widthsIn(own.get('widths'), reader) ?? defaults.widths,
    sheetsPerMm: reader.wholeNumber(own, 'boxes.sheetsPerMm', min, max) ?? defaults.sheetsPerMm,
    doubleSided: isSo('doubleSided'),
    together: isSo('together'),
  };
}

/** One width or a list of them. */
function widthsIn(
  node: YamlNode | undefined,
  reader: SettingsReader,
): readonly number[] | undefined {
  if (!node || isNothing(node)) return undefined;
  const { min, max } = BOX_WIDTHS;
  const nodes = node.is === 'list' ? node.items : [node];
  const widths = nodes.flatMap(
    (each) => reader.wholeNumber(new Map([['widths', each]]), 'boxes.widths', min, max) ?? [],
  );
  if (nodes.length === 0) {
    reader.report(node, 'not-a-number', { key: 'boxes.widths', value: '[]', min, max });
  }
  return widths.length === 0 ? undefined : [...new Set(widths)].sort((a, b) => a - b);
}
