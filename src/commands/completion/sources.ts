/** Where the words come from that an option or an argument may be. */
import { resolve } from 'node:path';
import type { Argument, Option } from 'commander';
import type { Cli } from '../../cli/context.js';
import { settingKeys } from '../../core/archive/settings/told.js';
import { SETTABLE } from '../../core/ledger/assignments.js';
import { RULE_IDS } from '../../core/rules/ids.js';
import { ownerNames } from '../../core/status/status.js';
import { shownCode, typed } from '../../core/system/meant.js';
import type { Indicator, ScoringSystem } from '../../core/system/types.js';
import { eachIndicator } from '../../core/system/walk.js';
import { LANGUAGES } from '../../messages/index.js';
import type { Place } from './place.js';

export interface Candidate {
  readonly word: string;
  readonly about?: string | undefined;
}

export function about(word: string, words: string): Candidate {
  return { word, about: words };
}

export interface Found {
  readonly candidates: readonly Candidate[];
  readonly names?: 'files' | 'folders';
  readonly isOpen?: boolean;
  /** How much of what is typed comes before the name of a file. */
  readonly kept?: number;
}

interface Ask {
  readonly place: Place;
  readonly current: string;
  readonly cli: Cli;
}

type Source = (ask: Ask) => Found | Promise<Found>;

const NOTHING: Found = { candidates: [] };
const files: Source = () => ({ candidates: [], names: 'files' });
const folders: Source = () => ({ candidates: [], names: 'folders' });

/** By what help shows: an option with its value, or only the name of a value, which is what an argument has. */
const SOURCES: Readonly<Record<string, Source>> = {
  '--rule <id>': rules,
  '--owner <name>': owners,
  '--criterion <code>': () => NOTHING,
  '--lang <language>': () => ({ candidates: LANGUAGES.map((word) => ({ word })) }),
  '--system <file>': systems,
  code: indicators,
  indicator: indicators,
  rule: rules,
  id: entries,
  'key=value': settable,
  setting: settings,
  archive: folders,
  dir: folders,
  folder: folders,
  bundle: files,
  file: files,
  files,
  key: files,
  new: files,
  old: files,
  path: files,
  paths: files,
};

export function sourceOf(of: Option | Argument): Source {
  const value = 'flags' in of ? (/[<[](.*?)(?:\.\.\.)?[\]>]/.exec(of.flags)?.[1] ?? '') : of.name();
  const option = 'flags' in of ? `${of.long ?? ''} <${value}>` : '';
  return SOURCES[option] ?? SOURCES[value] ?? (value.endsWith('=file') ? reports : () => NOTHING);
}

function settings(): Found {
  return { candidates: settingKeys().map((word) => ({ word })) };
}

/** `json=check.json`: the formats are those of `--format`. */
function reports({ place, current }: Ask): Found {
  const kept = current.indexOf('=') + 1;
  if (kept > 0) return { candidates: [], names: 'files', kept };
  const format = place.command.options.find(({ long }) => long === '--format');
  return {
    candidates: (format?.argChoices ?? []).map((each) => ({ word: `${each}=` })),
    isOpen: true,
  };
}

/** For an option also the areas; rules about bundles are named nowhere but where they are explained. */
function rules({ place, cli }: Ask): Found {
  const isAll = place.due.is === 'argument';
  const ids = RULE_IDS.filter((id) => isAll || !id.startsWith('bundle-'));
  const areas = isAll ? [] : [...new Set(ids.map((id) => id.slice(0, id.indexOf('-'))))];
  return {
    candidates: [
      ...ids.map((word) => about(word, cli.say.rules[word])),
      ...areas.map((word) => ({ word })),
    ],
  };
}

function settable(): Found {
  const keys = SETTABLE.map((key) => ({ word: `${key}=` }));
  return { candidates: keys, names: 'files', isOpen: true };
}

/** Built-in examples where a new archive may be made of one. */
async function systems({ place }: Ask): Promise<Found> {
  if (place.command.name() !== 'init') return { candidates: [], names: 'files' };
  const { readExamples } = await import('../../io/package-files.js');
  const listed = await readExamples();
  return { candidates: listed.map(({ id, title }) => about(id, title)), names: 'files' };
}

/** By code; by name, when that is what somebody types. A code that several have is told by its path of codes. */
async function indicators({ place, current, cli }: Ask): Promise<Found> {
  const system = await systemAround(place, cli);
  if (!system) return NOTHING;
  const all = [...eachIndicator(system)].map(({ indicator }) => indicator);
  const word = (indicator: Indicator) => shownCode(indicator, system);
  if (current.includes('/')) return { candidates: all.map(({ id, name }) => about(id, name)) };
  const codes = all.map((each) => about(word(each), each.name));
  const isCode = codes.some((each) => typed(each.word).startsWith(typed(current)));
  return { candidates: isCode ? codes : all.map((each) => about(each.name, word(each))) };
}

async function owners({ place, cli }: Ask): Promise<Found> {
  const system = await systemAround(place, cli);
  const names = system ? [...ownerNames(system)] : [];
  return { candidates: names.map(([key, name]) => about(name, key)) };
}

/** Changes that can be taken back, the newest first. */
async function entries({ place, cli }: Ask): Promise<Found> {
  const { readJournal } = await import('../../io/change/journal.js');
  const { findArchive } = await import('../../io/archive/read-archive.js');
  const found = () => readJournal(findArchive(placeGiven(place, cli))).toReversed();
  const open = orNone(found).filter(({ state }) => state === 'finished' || state === 'unfinished');
  return {
    candidates: open.map(({ id, verb, at }) => about(id, `${verb} ${at.slice(0, 10)}`)),
    names: 'folders',
  };
}

/** The scoring system of the archive that the line is about; nothing is told of one that cannot be read. */
async function systemAround(place: Place, cli: Cli): Promise<ScoringSystem | undefined> {
  const { findArchive, readArchiveSystem } = await import('../../io/archive/read-archive.js');
  try {
    return (await readArchiveSystem(findArchive(placeGiven(place, cli)))).system;
  } catch {
    return undefined;
  }
}

/** The archive that is named on the line, or the folder where the user is. */
function placeGiven({ command, given, words }: Place, cli: Cli): string {
  const at = command.registeredArguments.findIndex((each) =>
    ['archive', 'folder', 'path'].includes(each.name()),
  );
  return resolve(cli.cwd, given.get('--archive') ?? words[at] ?? '.');
}

function orNone<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch {
    return [];
  }
}
