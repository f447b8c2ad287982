/** A name in the footers of a Word document: which parts change, and how. */
import { LeftAlone } from '../left-alone.js';
import {
  addRelationsTo,
  addTypesTo,
  freeNames,
  relationsOf,
  xmlOf,
  type Change,
  type ChangedParts,
  type Parts,
} from '../package/parts.js';
import { freeIds, type Relation } from '../package/relations.js';
import { spliced, type Splice } from '../xml/splices.js';
import { placesOf, type Place } from './effective.js';
import type { Room } from './fit.js';
import { newFooter, readFooterTexts, stampFooter } from './footer.js';
import {
  FOOTER_TYPES,
  readSections,
  type FooterType,
  type Section,
  type WordDocument,
} from './sections.js';
import { NO_SETTINGS, readSettings, type WordSettings } from './settings.js';

const FOOTER_CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';

/** The line is 8 mm above the edge, since many printers leave 5 mm white; higher up are the footers of others. */
const [LOWEST, HIGHEST] = [340, 760];
/** What a footer of ours takes beside the line: a point, and room for programs that round. */
const OWN_HEIGHT = 100;

interface Word {
  readonly parts: Parts;
  readonly main: string;
  readonly relations: readonly Relation[];
  readonly document: WordDocument;
  readonly places: readonly Place[];
  /** Of each section: how far above the edge its footers are to stand. */
  readonly distances: readonly number[];
}

/**
 * @param main - Name of the main part.
 * @throws {LeftAlone}
 * @throws {XmlError}
 */
export function stampWord(parts: Parts, main: string, text: string): Change {
  const word = readWord(parts, main);
  const changed: ChangedParts = new Map();
  const before = stampThere(word, text, changed);
  addMissing(word, text, changed);
  return { parts: changed, before };
}

/** What stands in the footer on each page, ours first; two lists for two pages that differ. */
export function wordFooterTexts(parts: Parts, main: string): (readonly string[])[] {
  const word = readWord(parts, main);
  const texts = new Map<string, readonly string[]>();
  return word.places.map(({ ids }) =>
    ids.flatMap((id) =>
      footersOf(word, id).flatMap((path) => {
        const known = texts.get(path);
        if (known) return known;
        const { ours, others } = readFooterTexts(xmlOf(parts, path));
        texts.set(path, [...ours, ...others]);
        return [...ours, ...others];
      }),
    ),
  );
}

function readWord(parts: Parts, main: string): Word {
  const relations = relationsOf(parts, main);
  const { evenAndOdd, protection } = settingsOf(parts, relations);
  if (protection) throw new LeftAlone('protected', protection);
  const document = readSections(xmlOf(parts, main));
  const places = [...placesOf(document.sections, evenAndOdd)];
  const distances = distancesFor(document, places);
  return { parts, main, relations, document, places, distances };
}

function settingsOf(parts: Parts, relations: readonly Relation[]): WordSettings {
  const path = relations.find(({ kind }) => kind === 'settings')?.target;
  const xml = path === undefined ? undefined : parts.xml(path);
  return xml === undefined ? NO_SETTINGS : readSettings(xml);
}

/** Nearly always one; programs do not agree on what an id means that is given twice. */
function footersOf({ relations }: Word, id: string): string[] {
  const paths = relations.flatMap((each) =>
    each.id === id && each.kind === 'footer' && each.target !== undefined ? [each.target] : [],
  );
  if (paths.length === 0) throw new LeftAlone('damaged', id);
  return paths;
}

function stampThere(word: Word, text: string, changed: ChangedParts): readonly string[] {
  const before = new Set<string>();
  const stamp = (path: string, room: Room, add: boolean) => {
    const xml = xmlOf(word.parts, path);
    const stamped = stampFooter(xml, { text, ...room }, add);
    if (stamped.xml !== xml) changed.set(path, stamped.xml);
    for (const name of stamped.before) before.add(name);
  };
  const shown = roomsByFooter(word);
  for (const [path, room] of shown) stamp(path, room, true);
  for (const path of referenced(word)) if (!shown.has(path)) stamp(path, NOT_SHOWN, false);
  return [...before];
}

const NOT_SHOWN: Room = { height: HIGHEST, width: Infinity };

/** A footer of several sections has the line where it fits into all of them. */
function roomsByFooter(word: Word): ReadonlyMap<string, Room> {
  const shown = new Map<string, Room>();
  for (const { section, ids } of word.places) {
    const room = roomIn(word, section, true);
    for (const path of ids.flatMap((id) => footersOf(word, id))) {
      shown.set(path, least([shown.get(path) ?? room, room]));
    }
  }
  return shown;
}

function least(rooms: readonly Room[]): Room {
  return {
    height: Math.min(...rooms.map(({ height }) => height)),
    width: Math.min(...rooms.map(({ width }) => width)),
  };
}

/**
 * Where the line may stand: below the footer, and below the text whatever that means for the line. Text ends above a
 * footer that reaches into it, unless its margin is negative, which says that it is to hold.
 */
function roomIn({ document, distances }: Word, number: number, hasFooter: boolean): Room {
  const {
    bottom = 0,
    footerDistance = 0,
    pageWidth = 0,
    sides = 0,
  } = document.sections[number] ?? {};
  const text = hasFooter && bottom >= 0 ? Math.max(bottom, footerDistance) : Math.abs(bottom);
  const footer = Math.max(LOWEST, Math.min(HIGHEST, distances[number] ?? 0));
  return { height: Math.round(Math.min(text, footer)), width: Math.max(1, pageWidth - sides) };
}

function referenced(word: Word): Set<string> {
  const all = word.document.sections.flatMap(({ footers }) => footers);
  return new Set(all.flatMap(({ id }) => footersOf(word, id)));
}

/** A footer to be made. */
interface Missing {
  readonly type: FooterType;
  /** Sections that get a reference to it. */
  readonly from: ReadonlySet<number>;
  readonly room: Room;
}

function* missingFrom(word: Word): Generator<Missing> {
  for (const type of FOOTER_TYPES) {
    const on = word.places.filter((place) => place.type === type && place.ids.length === 0);
    if (on.length === 0) continue;
    const room = least(on.map(({ section }) => roomIn(word, section, false)));
    yield { type, from: new Set(on.map(({ from }) => from)), room };
  }
}

/** New footers, one for each type at most, and everything that makes them part of the document. */
function addMissing(word: Word, text: string, changed: ChangedParts): void {
  const { parts, main, document, distances } = word;
  const missing = [...missingFrom(word)];
  if (missing.length === 0) return;
  const ids = freeIds(word.relations, missing.length);
  const names = freeNames(parts, main, 'footer');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const made = missing.map((each, nth) => ({
    ...each,
    id: ids[nth] ?? '',
    target: names.next().value,
  }));
  for (const { target, room } of made) {
    changed.set(folder + target, newFooter({ text, ...room }, document.form));
  }
  const splices = document.sections.flatMap((section, number) => {
    const references = made.filter(({ from }) => from.has(number));
    const inserted = references.length > 0 ? [section.insertReferences(references)] : [];
    return [...inserted, ...lowered(section, distances[number] ?? 0)];
  });
  changed.set(main, spliced(xmlOf(parts, main), splices));
  const type = `${document.form.relations}/footer`;
  addRelationsTo(
    parts,
    main,
    made.map(({ id, target }) => ({ id, type, target })),
    changed,
  );
  addTypesTo(parts, new Map(made.map(({ target }) => [folder + target, FOOTER_CONTENT])), changed);
}

/**
 * How far above the edge the footer of each section is to stand. Where there is none so far, that did not matter; one
 * that is put above the lower edge of the text would push the text up.
 */
function distancesFor({ sections }: WordDocument, places: readonly Place[]): number[] {
  const taken = new Set(places.flatMap(({ section, ids }) => (ids.length > 0 ? [section] : [])));
  return sections.map(({ bottom, footerDistance, distanceAt }, number) => {
    if (taken.has(number) || distanceAt === undefined) return footerDistance;
    return Math.min(footerDistance, Math.max(0, Math.floor(Math.abs(bottom)) - OWN_HEIGHT));
  });
}

function lowered({ distanceAt, footerDistance }: Section, distance: number): Splice[] {
  if (distanceAt === undefined || distance === footerDistance) return [];
  return [{ from: distanceAt.from, to: distanceAt.to, text: String(distance) }];
}
