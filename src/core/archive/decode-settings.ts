/** `dangan.yaml`, from text with positions to settings, with everything that is wrong in it. */
import { RULE_IDS, type RuleId } from '../rules/ids.js';
import type { Severity } from '../rules/types.js';
import type { Place, Window } from '../system/types.js';
import { parseWindow } from '../system/windows.js';
import { nearest } from '../text.js';
import type { YamlMap, YamlNode, YamlSource } from '../yaml-file/node.js';
import type { SettingsData, SettingsMessageId } from '../../messages/types.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';

/** What is wrong in a line of `dangan.yaml`. The words are in `messages/<language>/settings.ts`. */
export type SettingsProblem = {
  [Id in SettingsMessageId]: {
    readonly at: Place;
    readonly messageId: Id;
    readonly data: SettingsData<Id>;
  };
}[SettingsMessageId];

/** @returns the settings, defaults where nothing is said, and the problems in the order of the file. */
export function decodeSettings(source: YamlSource): {
  settings: Settings;
  problems: readonly SettingsProblem[];
} {
  const problems: SettingsProblem[] = [];
  const reader = new Reader(source, problems);
  for (const problem of source.problems) {
    // An empty file is an archive where every default holds.
    if (problem.fault === 'empty') continue;
    problems.push({ at: problem.at, messageId: 'yaml', data: problem });
  }
  const settings = source.root && !source.broken ? reader.settings(source.root) : DEFAULT_SETTINGS;
  problems.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return { settings, problems };
}

const LEVELS = ['error', 'warning', 'info', 'off'] as const;
/** Drive letters and their kin: a path that starts so is not relative. */
const ABSOLUTE = /^([A-Za-z]:|[\\/])/;
// eslint-disable-next-line no-control-regex -- control characters are what it refuses
const NOT_IN_FOLDER_NAME = /[<>:"/\\|?*\u0000-\u001f]|^\.|[. ]$/;

class Reader {
  private readonly source: YamlSource;
  private readonly problems: SettingsProblem[];

  constructor(source: YamlSource, problems: SettingsProblem[]) {
    this.source = source;
    this.problems = problems;
  }

  settings(root: YamlNode): Settings {
    const top = this.mapping(root, '', [
      'unit',
      'system',
      'evidence',
      'window',
      'naming',
      'folders',
      'rules',
    ]);
    const naming = this.child(top, 'naming', ['digits', 'separator']);
    const folders = this.child(top, 'folders', ['template', 'years', 'rootLength']);
    const { DIGITS, SEPARATORS, YEARS } = CHOICES;
    return {
      unit: this.unit(top.get('unit')),
      system: this.path(top, 'system') ?? DEFAULT_SETTINGS.system,
      evidence: this.folderName(top, 'evidence') ?? DEFAULT_SETTINGS.evidence,
      window: this.window(top.get('window')),
      naming: {
        digits: this.choice(naming, 'naming.digits', DIGITS) === '3' ? 3 : 2,
        separator: this.choice(naming, 'naming.separator', SEPARATORS) ?? 'fullwidth',
      },
      folders: {
        template: this.template(folders) ?? DEFAULT_SETTINGS.folders.template,
        years: this.choice(folders, 'folders.years', YEARS) ?? 'none',
        rootLength:
          this.wholeNumber(folders, 'folders.rootLength', 3, 200) ??
          DEFAULT_SETTINGS.folders.rootLength,
      },
      rules: this.rules(top.get('rules')),
    };
  }

  /** The values of a mapping by key; keys that are not `known` are problems. */
  private mapping(node: YamlNode, key: string, known?: readonly string[]): Map<string, YamlNode> {
    const values = new Map<string, YamlNode>();
    if (isNothing(node)) return values;
    if (node.is !== 'map') {
      this.report(node, 'not-a-mapping', { key });
      return values;
    }
    for (const [name, { value }] of node.entries) {
      if (!known || known.includes(name)) values.set(name, value);
      else {
        const data = { key: key === '' ? name : `${key}.${name}`, nearest: nearest(name, known) };
        this.problems.push({ at: this.keyPlace(node, name), messageId: 'unknown-key', data });
      }
    }
    return values;
  }

  private child(
    parent: ReadonlyMap<string, YamlNode>,
    key: string,
    known: readonly string[],
  ): Map<string, YamlNode> {
    const node = parent.get(key);
    return node ? this.mapping(node, key, known) : new Map<string, YamlNode>();
  }

  /** `unit: 市水务局`, or `unit: { name, profile }`. */
  private unit(node: YamlNode | undefined): Settings['unit'] {
    if (!node) return DEFAULT_SETTINGS.unit;
    if (node.is === 'text') return { name: node.text, profile: {} };
    const unit = this.mapping(node, 'unit', ['name', 'profile']);
    const profile: Record<string, string> = {};
    const fields = unit.get('profile');
    if (fields) {
      for (const [name, value] of this.mapping(fields, 'unit.profile')) {
        const text = this.text(value, `unit.profile.${name}`);
        if (text !== undefined) profile[name] = text;
      }
    }
    return { name: this.textAt(unit, 'unit.name') ?? '', profile };
  }

  private path(from: ReadonlyMap<string, YamlNode>, key: string): string | undefined {
    const path = this.textAt(from, key)?.replaceAll('\\', '/');
    if (path === undefined) return undefined;
    if (path !== '' && !ABSOLUTE.test(path)) return path.replace(/^\.\//, '');
    this.report(from.get(key), 'not-a-path', { key });
    return undefined;
  }

  private folderName(from: ReadonlyMap<string, YamlNode>, key: string): string | undefined {
    const value = this.textAt(from, key)?.normalize('NFC');
    if (value === undefined) return undefined;
    if (value !== '' && !NOT_IN_FOLDER_NAME.test(value)) return value;
    this.report(from.get(key), 'not-a-folder-name', { key, value });
    return undefined;
  }

  private window(node: YamlNode | undefined): Window | undefined {
    if (!node || isNothing(node)) return undefined;
    const value = node.is === 'text' ? node.text.trim() : this.days(node);
    const window = value.includes('..') ? parseWindow(value) : undefined;
    if (window && 'from' in window && (window.to === undefined || window.from <= window.to)) {
      return window;
    }
    this.report(node, 'window', { value });
    return undefined;
  }

  /** `{ from, to }` in the form `from..to`. */
  private days(node: YamlNode): string {
    const days = this.mapping(node, 'window', ['from', 'to']);
    return `${this.textAt(days, 'window.from') ?? ''}..${this.textAt(days, 'window.to') ?? ''}`;
  }

  private template(folders: ReadonlyMap<string, YamlNode>): string | undefined {
    const template = this.textAt(folders, 'folders.template');
    if (template === undefined) return undefined;
    const fields = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, field]) => field ?? '');
    const unknown = fields.find((field) => field !== 'code' && field !== 'name');
    if (unknown !== undefined) {
      this.report(folders.get('template'), 'template-field', { field: unknown });
    } else if (fields.length === 0) {
      this.report(folders.get('template'), 'template-empty', {});
    } else return template;
    return undefined;
  }

  private rules(node: YamlNode | undefined): Settings['rules'] {
    const rules: Partial<Record<RuleId, Severity | 'off'>> = {};
    if (!node) return rules;
    const entries = this.mapping(node, 'rules');
    for (const rule of entries.keys()) {
      if (isRuleId(rule)) {
        const level = this.choice(entries, `rules.${rule}`, LEVELS);
        if (level) rules[rule] = level;
      } else {
        const at = this.keyPlace(node as YamlMap, rule);
        const data = { rule, nearest: nearest(rule, RULE_IDS) };
        this.problems.push({ at, messageId: 'unknown-rule', data });
      }
    }
    return rules;
  }

  private choice<T extends string>(
    from: ReadonlyMap<string, YamlNode>,
    key: string,
    allowed: readonly T[],
  ): T | undefined {
    const value = this.textAt(from, key);
    if (value === undefined) return undefined;
    const chosen = allowed.find((each) => each === value);
    if (chosen === undefined) {
      const data = { key, value, allowed, nearest: nearest(value, allowed) };
      this.report(from.get(lastPart(key)), 'not-one-of', data);
    }
    return chosen;
  }

  private wholeNumber(
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

  /** The text of a setting, its key given in full; `undefined` when it is not there or left empty. */
  private textAt(from: ReadonlyMap<string, YamlNode>, key: string): string | undefined {
    const node = from.get(lastPart(key));
    return node && !isNothing(node) ? this.text(node, key) : undefined;
  }

  private text(node: YamlNode, key: string): string | undefined {
    if (node.is === 'text') return node.text;
    this.report(node, 'not-text', { key });
    return undefined;
  }

  private keyPlace(map: YamlMap, name: string): Place {
    return this.source.placeOf(map.entries.get(name)?.key.start ?? map.start);
  }

  private report<Id extends SettingsMessageId>(
    node: YamlNode | undefined,
    messageId: Id,
    data: SettingsData<Id>,
  ): void {
    const at = this.source.placeOf(node?.start ?? 0);
    this.problems.push({ at, messageId, data } as SettingsProblem);
  }
}

const CHOICES = {
  DIGITS: ['2', '3'],
  SEPARATORS: ['fullwidth', 'ascii'],
  YEARS: ['none', 'top', 'leaf'],
} as const;

/** A key with nothing after it. */
function isNothing(node: YamlNode): boolean {
  return node.is === 'text' && node.plain && /^(~|null|)$/i.test(node.text);
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

function isRuleId(text: string): text is RuleId {
  return (RULE_IDS as readonly string[]).includes(text);
}
