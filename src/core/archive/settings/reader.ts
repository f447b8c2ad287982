/** The keys and values of `dangan.yaml`, and what is wrong with them. */
import type { Place } from '../../system/types.js';
import { keyMeant, wordMeant } from '../../system/plain-words.js';
import { templateFault } from '../template.js';
import type { YamlMap, YamlNode, YamlSource } from '../../yaml-file/node.js';
import type { SettingsData, SettingsMessageId } from '../../../messages/types.js';

/** What is wrong in a line of `dangan.yaml`. The words are in `messages/<language>/settings.ts`. */
export type SettingsProblem = {
  [Id in SettingsMessageId]: {
    readonly at: Place;
    readonly messageId: Id;
    readonly data: SettingsData<Id>;
  };
}[SettingsMessageId];

/** Takes values from the file; what it cannot take it reports, and goes on. */
export class SettingsReader {
  readonly problems: SettingsProblem[] = [];
  readonly #source: YamlSource;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  /** The values of a mapping by key; keys that are not `known` are problems. */
  mapping(node: YamlNode, key: string, known?: readonly string[]): Map<string, YamlNode> {
    const values = new Map<string, YamlNode>();
    if (isNothing(node)) return values;
    if (node.is !== 'map') {
      this.report(node, 'not-a-mapping', { key });
      return values;
    }
    for (const [name, { value }] of node.entries) {
      if (!known || known.includes(name)) values.set(name, value);
      else {
        const data = { key: key === '' ? name : `${key}.${name}`, nearest: keyMeant(name, known) };
        this.problems.push({ at: this.keyPlace(node, name), messageId: 'unknown-key', data });
      }
    }
    return values;
  }

  child(
    parent: ReadonlyMap<string, YamlNode>,
    key: string,
    known: readonly string[],
  ): Map<string, YamlNode> {
    const node = parent.get(key);
    return node ? this.mapping(node, key, known) : new Map<string, YamlNode>();
  }

  choice<T extends string>(
    from: ReadonlyMap<string, YamlNode>,
    key: string,
    allowed: readonly T[],
  ): T | undefined {
    const value = this.textAt(from, key);
    if (value === undefined) return undefined;
    const chosen = allowed.find((each) => each === value);
    if (chosen === undefined) {
      const data = { key, value, allowed, nearest: wordMeant(value, allowed) };
      this.report(from.get(lastPart(key)), 'not-one-of', data);
    }
    return chosen;
  }

  wholeNumber(
    from: ReadonlyMap<string, YamlNode>,
    key: string,
    min: number,
    max: number,
  ): number | undefined {
    const value = this.textAt(from, key);
    if (value === undefined) return undefined;
    const number = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max) return number;
    this.report(from.get(lastPart(key)), 'not-a-number', { key, value, min, max });
    return undefined;
  }

  /**
   * A text with fields in braces.
   *
   * @param needs - The fields of which one must be in it.
   */
  template<Field extends string>(
    from: ReadonlyMap<string, YamlNode>,
    key: string,
    known: readonly Field[],
    needs: readonly Field[],
  ): string | undefined {
    const template = this.textAt(from, key);
    if (template === undefined) return undefined;
    const node = from.get(lastPart(key));
    const fault = templateFault(template, known, needs);
    if (fault?.is === 'unknown') {
      const { field, nearest: meant } = fault;
      this.report(node, 'template-field', { key, field, known, nearest: meant });
    } else if (fault) this.report(node, 'template-empty', { key, known: fault.needs });
    else return template;
    return undefined;
  }

  /** The text of a setting, its key given in full; `undefined` when it is not there or left empty. */
  textAt(from: ReadonlyMap<string, YamlNode>, key: string): string | undefined {
    const node = from.get(lastPart(key));
    return node && !isNothing(node) ? this.text(node, key) : undefined;
  }

  text(node: YamlNode, key: string): string | undefined {
    if (node.is === 'text') return node.text;
    this.report(node, 'not-text', { key });
    return undefined;
  }

  keyPlace(map: YamlMap, name: string): Place {
    return this.#source.placeOf(map.entries.get(name)?.key.start ?? map.start);
  }

  placeOf(node: YamlNode | undefined): Place {
    return this.#source.placeOf(node?.start ?? 0);
  }

  report<Id extends SettingsMessageId>(
    node: YamlNode | undefined,
    messageId: Id,
    data: SettingsData<Id>,
  ): void {
    const at = this.placeOf(node);
    this.problems.push({ at, messageId, data } as SettingsProblem);
  }
}

/** A key with nothing after it. */
export function isNothing(node: YamlNode): boolean {
  return node.is === 'text' && node.plain && /^(~|null|)$/i.test(node.text);
}

export function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
