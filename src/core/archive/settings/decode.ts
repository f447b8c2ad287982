/** `dangan.yaml`, from text with positions to settings, with everything that is wrong in it. */
import { byPlace } from '../../yaml-file/lines.js';
import { SEVERITIES } from '../../rules/levels.js';
import { PRESETS } from '../../rules/presets.js';
import type { Window } from '../../system/types.js';
import { isWindowFault, judgeWindow } from '../../system/window-text.js';
import type { YamlNode, YamlSource } from '../../yaml-file/node.js';
import { NAMING_FIELDS, STAMP_FIELDS } from '../../stamp/text.js';
import { boxSettings } from './boxes.js';
import { catalogueSettings } from './catalogue.js';
import { contentsSettings } from './contents.js';
import { ignoredLines } from './ignore.js';
import { DEFAULT_SETTINGS, type Settings } from '../settings.js';
import { ruleSettings } from './rules.js';
import { isNothing, SettingsReader, type SettingsProblem } from './reader.js';

export type { SettingsProblem };

/** @returns the settings, defaults where nothing is said, and the problems in the order of the file. */
export function decodeSettings(source: YamlSource): {
  settings: Settings;
  problems: readonly SettingsProblem[];
} {
  const reader = new Decoder(source);
  const { problems } = reader;
  for (const problem of source.problems) {
    // An empty file is an archive where every default holds.
    if (problem.fault === 'empty') continue;
    problems.push({ at: problem.at, messageId: 'yaml', data: problem });
  }
  const settings = source.root && !source.broken ? reader.settings(source.root) : DEFAULT_SETTINGS;
  problems.sort(byPlace);
  return { settings, problems };
}

/** Drive letters and their kin: a path that starts so is not relative. */
const ABSOLUTE = /^([A-Za-z]:|[\\/])/;
// eslint-disable-next-line no-control-regex -- control characters are what it refuses
const NOT_IN_FOLDER_NAME = /[<>:"/\\|?*\u0000-\u001f]|^\.|[. ]$/;

class Decoder extends SettingsReader {
  settings(root: YamlNode): Settings {
    const top = this.mapping(root, '', [
      'unit',
      'system',
      'evidence',
      'window',
      'naming',
      'folders',
      'catalogue',
      'boxes',
      'stamp',
      'contents',
      'preset',
      'failOn',
      'ignore',
      'rules',
    ]);
    const naming = this.child(top, 'naming', ['digits', 'separator', 'year']);
    const folders = this.child(top, 'folders', ['template', 'years', 'rootLength']);
    const stamp = this.child(top, 'stamp', ['template']);
    const evidence = this.evidence(top) ?? DEFAULT_SETTINGS.evidence;
    const { DIGITS, SEPARATORS, YEAR_CODES, YEARS } = CHOICES;
    return {
      unit: this.unit(top.get('unit')),
      system: this.system(top) ?? DEFAULT_SETTINGS.system,
      evidence,
      window: this.window(top.get('window')),
      naming: {
        digits: this.choice(naming, 'naming.digits', DIGITS) === '3' ? 3 : 2,
        separator: this.choice(naming, 'naming.separator', SEPARATORS) ?? 'fullwidth',
        year: this.choice(naming, 'naming.year', YEAR_CODES) ?? 'none',
      },
      folders: {
        template: this.folderTemplate(folders) ?? DEFAULT_SETTINGS.folders.template,
        years: this.choice(folders, 'folders.years', YEARS) ?? 'none',
        rootLength:
          this.wholeNumber(folders, 'folders.rootLength', 3, 200) ??
          DEFAULT_SETTINGS.folders.rootLength,
      },
      catalogue: catalogueSettings(top.get('catalogue'), this),
      boxes: boxSettings(top.get('boxes'), this),
      stamp: {
        template:
          this.template(stamp, 'stamp.template', STAMP_FIELDS, NAMING_FIELDS) ??
          DEFAULT_SETTINGS.stamp.template,
      },
      contents: contentsSettings(top.get('contents'), this),
      preset: this.choice(top, 'preset', PRESETS) ?? DEFAULT_SETTINGS.preset,
      failOn: this.choice(top, 'failOn', SEVERITIES) ?? DEFAULT_SETTINGS.failOn,
      ignore: ignoredLines(top.get('ignore'), evidence, this),
      ...ruleSettings(top.get('rules'), this),
    };
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

  private system(from: ReadonlyMap<string, YamlNode>): string | undefined {
    const path = this.textAt(from, 'system')?.replaceAll('\\', '/');
    if (path === undefined) return undefined;
    if (path !== '' && !ABSOLUTE.test(path)) return path.replace(/^\.\//, '');
    this.report(from.get('system'), 'not-a-path', { key: 'system' });
    return undefined;
  }

  private evidence(from: ReadonlyMap<string, YamlNode>): string | undefined {
    const value = this.textAt(from, 'evidence')?.normalize('NFC');
    if (value === undefined) return undefined;
    if (value !== '' && !NOT_IN_FOLDER_NAME.test(value)) return value;
    this.report(from.get('evidence'), 'not-a-folder-name', { key: 'evidence', value });
    return undefined;
  }

  private window(node: YamlNode | undefined): Window | undefined {
    if (!node || isNothing(node)) return undefined;
    const value = node.is === 'text' ? node.text.trim() : this.days(node);
    const window = judgeWindow(value);
    if (!isWindowFault(window)) return window;
    this.report(node, 'window', { ...window });
    return undefined;
  }

  /** `{ from, to }` in the form `from..to`. */
  private days(node: YamlNode): string {
    const days = this.mapping(node, 'window', ['from', 'to']);
    return `${this.textAt(days, 'window.from') ?? ''}..${this.textAt(days, 'window.to') ?? ''}`;
  }

  private folderTemplate(folders: ReadonlyMap<string, YamlNode>): string | undefined {
    return this.template(folders, 'folders.template', FOLDER_FIELDS, FOLDER_FIELDS);
  }
}

const FOLDER_FIELDS = ['code', 'name'] as const;

const CHOICES = {
  DIGITS: ['2', '3'],
  SEPARATORS: ['fullwidth', 'ascii'],
  YEAR_CODES: ['none', 'required'],
  YEARS: ['none', 'top', 'leaf'],
} as const;
