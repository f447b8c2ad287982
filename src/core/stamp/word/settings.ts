import { readElements } from '../xml/elements.js';
import { formOf, isOn, valueOf } from './names.js';

export interface WordSettings {
  readonly evenAndOdd: boolean;
  /** What keeps readers from changing the document; `undefined` when nothing does. */
  readonly protection: 'document-protection' | 'write-protection' | undefined;
}

export const NO_SETTINGS: WordSettings = { evenAndOdd: false, protection: undefined };

/** @throws {XmlError} */
export function readSettings(xml: string): WordSettings {
  let { evenAndOdd, protection } = NO_SETTINGS;
  readElements(xml, {
    start(element) {
      if (formOf(element.uri) === undefined || element.parent?.parent !== undefined) return;
      switch (element.name) {
        case 'evenAndOddHeaders':
          evenAndOdd = isOn(valueOf(element));
          break;
        case 'documentProtection': {
          // Without `enforcement` it is only prepared.
          const enforced = valueOf(element, 'enforcement');
          if (enforced !== undefined && isOn(enforced)) protection = 'document-protection';
          break;
        }
        case 'writeProtection':
          protection ??= 'write-protection';
      }
    },
    end: () => undefined,
  });
  return { evenAndOdd, protection };
}
