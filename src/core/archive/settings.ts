import type { RuleId } from '../rules/ids.js';
import type { Severity } from '../rules/types.js';
import type { Window } from '../system/types.js';

/** `dangan.yaml` as a value, defaults filled in. Field names are the keys of the file. */
export interface Settings {
  readonly unit: {
    readonly name: string;
    /** What conditions in the scoring system ask for: `{ type: 机关, staff: "120" }`. */
    readonly profile: Readonly<Record<string, string>>;
  };
  /** Path of the scoring system, relative to the archive. */
  readonly system: string;
  /** Name of the evidence root. */
  readonly evidence: string;
  readonly window: Window | undefined;
  readonly naming: {
    readonly digits: 2 | 3;
    /** What is written after the ordinal: `：` everywhere, or `:` on disk for those who want it. */
    readonly separator: 'fullwidth' | 'ascii';
  };
  readonly folders: {
    /** Fields: `{code}`, `{name}`. */
    readonly template: string;
    /** Years as a level of their own: nowhere, above the indicators, or below each leaf indicator. */
    readonly years: 'none' | 'top' | 'leaf';
    /** Characters that the archive's place on a Windows disk takes, drive included. */
    readonly rootLength: number;
  };
  readonly rules: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
}

export const DEFAULT_SETTINGS: Settings = {
  unit: { name: '', profile: {} },
  system: 'criteria.yaml',
  evidence: '档案',
  window: undefined,
  naming: { digits: 2, separator: 'fullwidth' },
  folders: { template: '{code} {name}', years: 'none', rootLength: 60 },
  rules: {},
};
