/** The settings of an archive in the index of its bundle: those by which its evidence is judged. */
import { DEFAULT_SETTINGS, type Settings } from '../../archive/settings.js';
import { isDay } from '../../dates/calendar.js';
import type { Day } from '../../system/types.js';
import type { IndexSettings } from '../types.js';

/** @returns `undefined` when all are as usual. */
export function indexSettings({ unit, window, folders }: Settings): IndexSettings | undefined {
  const { template, years } = folders;
  const told = {
    profile: Object.keys(unit.profile).length > 0 ? unit.profile : undefined,
    window: window && 'from' in window ? window : undefined,
    template: template === DEFAULT_SETTINGS.folders.template ? undefined : template,
    years: years === 'none' ? undefined : years,
  };
  return Object.values(told).every((each) => each === undefined) ? undefined : told;
}

/**
 * @param told - From outside; what it does not tell, or not rightly, is as usual.
 */
export function settingsFrom(told: unknown, unit: string): Settings {
  const { profile, window, template, years } = fieldsOf(told);
  const isTemplate = typeof template === 'string' && /\{(?:code|name)\}/u.test(template);
  return {
    ...DEFAULT_SETTINGS,
    unit: { name: unit, profile: profileFrom(profile) },
    evidence: 'data',
    window: windowFrom(fieldsOf(window)),
    folders: {
      ...DEFAULT_SETTINGS.folders,
      ...(isTemplate && { template }),
      ...((years === 'top' || years === 'leaf') && { years }),
    },
  };
}

function profileFrom(profile: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(fieldsOf(profile)).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(texts) as Record<string, string>;
}

function windowFrom({ from, to }: Readonly<Record<string, unknown>>): Settings['window'] {
  if (!isDayText(from)) return undefined;
  if (to === undefined) return { from, to };
  return isDayText(to) && from <= to ? { from, to } : undefined;
}

function isDayText(value: unknown): value is Day {
  return typeof value === 'string' && isDay(value);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
