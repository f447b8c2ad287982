/** Which requirements evidence is filed for: those that somebody named, else those of its title, else of its kind. */
import { squash } from '../archive/folder-key.js';
import { isPacked, takesPacked } from '../documents/packed.js';
import { activityOf } from '../evidence/activity.js';
import { isPicture, passesFor } from '../evidence/kind.js';
import type { Evidence } from '../evidence/types.js';
import type { EvidenceKind } from '../system/types.js';
import { foldName } from '../text.js';
import type { Node, Plain } from './nodes.js';
import {
  likeness,
  namesOccasion,
  titleKey,
  undatedKey,
  type Occasion,
  type TitleKey,
} from './titles.js';

/** The surest first. */
export type Rank = 0 | 1 | 2 | 3;
export const NAMED: Rank = 0;
const [EXACT, TITLED]: readonly [Rank, Rank] = [1, 2];
export const KIND: Rank = 3;

/** A requirement that evidence fits, and why. */
export interface Fit {
  readonly plain: Plain;
  readonly rank: Rank;
}

/** Evidence as it is offered to the requirements of one indicator. */
export interface Offer {
  readonly evidence: Evidence;
  /** Ids or titles of the requirements that it was said to be for: it counts for each of them. */
  readonly names: readonly string[];
  /** It was said to be for one of them, whichever. */
  readonly isForOne: boolean;
  /** Name of its activity, or of the sub-folder that holds one; empty where it lies among others. */
  readonly label: string;
}

/** @param names - What it was said to be for, by its entry or by a reference. */
export function offerOf(evidence: Evidence, names: readonly string[], isForOne = false): Offer {
  return { evidence, names, isForOne, label: activityOf(evidence) };
}

/** All that may tell of an occasion: title, label and folder, and what the entry says; squashed. */
export function wordsOf({ evidence: { entry, group, title }, label }: Offer): string {
  return squash(`${title} ${label} ${group} ${entry?.occasion ?? ''}`);
}

/** Evidence that serves nothing but what is seen or heard of it. */
const MEDIA: readonly EvidenceKind[] = ['photo', 'screenshot', 'audio', 'video'];

/** A requirement that somebody named. */
interface Wanted {
  readonly plain: Plain;
  /** And no set that it is in. */
  readonly isItself: boolean;
}

/** Names that mean the same, in whole or in part. */
interface Meant {
  readonly names: readonly string[];
  readonly wanted: readonly Wanted[];
}

/** Finds the requirements that an offer fits, all of them of one rank group. */
export class Fitter {
  readonly #nodes: readonly Node[];
  readonly #labels = new Map<string, TitleKey>();
  readonly #all: readonly Plain[];

  readonly #isByKind: boolean;

  /** @param isByKind - Whether the kind of evidence is enough where nothing else tells what it is for. */
  constructor(nodes: readonly Node[], isByKind = true) {
    this.#nodes = nodes;
    this.#isByKind = isByKind;
    this.#all = nodes.flatMap((node) => [...plainsOf(node)]);
  }

  /** @returns lists of which it counts in each, for one of those in it. */
  fits(offer: Offer): readonly (readonly Fit[])[] {
    const named = this.#named(offer);
    const fits = named.length > 0 ? named : [this.#unnamed(offer)];
    const { name, entry } = offer.evidence;
    // Whoever says what kind it is has looked into it.
    if (!name || entry?.kind !== undefined || !isPacked(name.extension)) return fits;
    return fits.map((own) => own.filter(({ plain }) => takesPacked(plain.kinds)));
  }

  #unnamed(offer: Offer): readonly Fit[] {
    const { titled, ofParts } = this.#titled(offer);
    if (titled.length > 0 || !this.#isByKind) return titled;
    const undated = ofParts.length > 0 ? undefined : this.#undated(offer);
    if (undated) return [undated];
    // 活动图片 is in every activity, and says nothing against what else it could be for.
    const parts = new Set(ofParts.map(({ plain }) => plain));
    const byKind = this.#byKind(offer.evidence).filter(({ plain }) => !parts.has(plain));
    return [...ofParts, ...byKind];
  }

  /** What it was said to be for, of a kind that it was said not to be: nothing counts there. */
  misfits(offer: Offer): readonly Plain[] {
    if (offer.evidence.entry?.kind === undefined) return [];
    return this.#wanted(offer)
      .filter((wanted) => namedAmong(wanted, offer).length === 0)
      .flatMap((wanted) => wanted.flatMap(({ plain }) => (plain.kinds.length > 0 ? plain : [])));
  }

  #named(offer: Offer): readonly (readonly Fit[])[] {
    return this.#wanted(offer)
      .map((wanted) => namedAmong(wanted, offer))
      .filter((fits) => fits.length > 0);
  }

  /** What it was said to be for; names that mean the same, or a set and a part of it, are one. */
  #wanted({ names, isForOne }: Offer): readonly (readonly Wanted[])[] {
    if (names.length === 0) return [];
    if (names.length === 1 || isForOne) return [this.#called(names)];
    const apart = names.reduce<readonly Meant[]>((before, name) => {
      const own = this.#called([name]);
      const same = before.filter(({ wanted }) => haveCommon(wanted, own));
      const all = [...same.flatMap((each) => each.names), name];
      const others = before.filter((each) => !same.includes(each));
      return [...others, { names: all, wanted: this.#called(all) }];
    }, []);
    return apart.map(({ wanted }) => wanted);
  }

  /** The requirements of these names, and those in the sets of these names. */
  #called(names: readonly string[]): readonly Wanted[] {
    const wanted = new Set(names.map((name) => foldName(name.trim())));
    const found: Wanted[] = [];
    const look = (node: Node, isNamed: boolean) => {
      const { id, title } = node.requirement;
      const here = (id !== undefined && wanted.has(foldName(id))) || wanted.has(foldName(title));
      if (node.is === 'plain') {
        // Named itself it only must not be said to be of another kind; in a set its kind tells which part it is.
        if (here || isNamed) found.push({ plain: node, isItself: here });
        return;
      }
      for (const below of partsOf(node)) look(below, here || isNamed);
    };
    for (const node of this.#nodes) look(node, false);
    return found;
  }

  #titled(offer: Offer): { readonly titled: readonly Fit[]; readonly ofParts: readonly Fit[] } {
    const titles = { title: titleKey(offer.evidence.title), label: this.#label(offer.label) };
    const found: Found = { own: [], direct: [], ofParts: [] };
    for (const node of this.#nodes) look(node, offer, titles, found);
    const all = [...found.own, ...found.direct];
    const exact = all.filter(({ rank }) => rank === EXACT);
    return { titled: exact.length > 0 ? exact : all, ofParts: found.ofParts };
  }

  /** The one requirement that it is called like when its dates are left out. */
  #undated({ evidence }: Offer): Fit | undefined {
    const key = undatedKey(evidence.title);
    if (!key) return undefined;
    const [only, second] = this.#all.filter((plain) => isCalledLike(key, plain.title));
    if (!only || second) return undefined;
    if (!isAllowed(evidence, only.kinds) && !isPhotoOf(evidence, only)) return undefined;
    return { plain: only, rank: TITLED };
  }

  #label(label: string): TitleKey | undefined {
    if (label === '') return undefined;
    let key = this.#labels.get(label);
    if (!key) this.#labels.set(label, (key = titleKey(label)));
    return key;
  }

  #byKind(evidence: Evidence): Fit[] {
    const [only] = this.#nodes;
    if (this.#nodes.length === 1 && only?.is === 'plain' && only.kinds.length === 0) {
      return [{ plain: only, rank: KIND }];
    }
    return this.#all
      .filter(({ kinds }) => kinds.length > 0 && passesFor(evidence.kinds, kinds))
      .map((plain) => ({ plain, rank: KIND }));
  }
}

/** Those of a kind that it may be. */
function namedAmong(wanted: readonly Wanted[], { evidence }: Offer): readonly Fit[] {
  const fits = wanted.filter(({ plain, isItself }) =>
    isItself ? isSaidAllowed(evidence, plain.kinds) : passes(evidence, plain.kinds),
  );
  // A picture of a paper may be the photo that is asked for.
  const own = fits.length > 0 ? fits : wanted.filter(({ plain }) => isPhotoOf(evidence, plain));
  return own.map(({ plain }) => ({ plain, rank: NAMED }));
}

function haveCommon(some: readonly Wanted[], others: readonly Wanted[]): boolean {
  return some.some(({ plain }) => others.some((other) => other.plain === plain));
}

interface Found {
  /** Of activities and sets that are named by its title, label or occasion. */
  readonly own: Fit[];
  readonly direct: Fit[];
  /** By the title of an activity’s part alone. */
  readonly ofParts: Fit[];
}

interface Titles {
  readonly title: TitleKey;
  readonly label: TitleKey | undefined;
}

function look(node: Node, offer: Offer, titles: Titles, found: Found): void {
  const { evidence } = offer;
  if (node.is === 'plain') {
    const rank = rankOf(node, offer, titles);
    if (
      rank !== undefined &&
      (isAllowed(evidence, node.kinds) || isPhotoCalled(offer, titles, node))
    )
      found.direct.push({ plain: node, rank });
    return;
  }
  const isOwn = rankOf(node, offer, titles) !== undefined || namesAny(node.frame.occasions, offer);
  if (node.is !== 'activity' && !isOwn) {
    for (const below of partsOf(node)) look(below, offer, titles, found);
    return;
  }
  const plains = [...plainsOf(node)];
  const direct = plains.flatMap((plain): Fit[] => {
    const rank = rankOf(plain, offer, titles);
    const isFit = isAllowed(evidence, plain.kinds) || isPhotoCalled(offer, titles, plain);
    return rank !== undefined && isFit ? [{ plain, rank }] : [];
  });
  if (!isOwn) found.ofParts.push(...direct);
  else if (direct.length > 0) found.own.push(...direct);
  else {
    const fitting = plains.filter(({ kinds }) => passes(evidence, kinds));
    found.own.push(...fitting.map((plain): Fit => ({ plain, rank: TITLED })));
  }
}

function rankOf(
  { title, requirement: { form } }: Node,
  offer: Offer,
  titles: Titles,
): Rank | undefined {
  const like = likeness(titles.title, title);
  if (like === 'exact') return EXACT;
  if (like || (titles.label && likeness(titles.label, title))) return TITLED;
  const isForm = form !== undefined && form !== '' && wordsOf(offer).includes(squash(form));
  return isForm ? TITLED : undefined;
}

/** Two characters, such as 会议, are in many titles: what is asked for has to begin or to end with them. */
function isCalledLike(title: TitleKey, asked: TitleKey): boolean {
  if (title.key.length === 2)
    return asked.key.startsWith(title.key) || asked.key.endsWith(title.key);
  return likeness(title, asked) !== undefined;
}

function namesAny(occasions: readonly Occasion[], offer: Offer): boolean {
  if (occasions.length === 0) return false;
  const words = wordsOf(offer);
  return occasions.some((occasion) => namesOccasion(words, occasion));
}

/** May it be filed there by its title? Only what its entry says it is, and what is to be seen, must be of the kind. */
function isAllowed({ entry, kinds }: Evidence, wanted: readonly EvidenceKind[]): boolean {
  if (wanted.length === 0 || passesFor(kinds, wanted)) return true;
  if (entry?.kind !== undefined) return false;
  return kinds.length === 0 || !wanted.every((kind) => MEDIA.includes(kind));
}

/** May it be filed where somebody said? Unless he said, too, that it is of another kind. */
function isSaidAllowed({ entry, kinds }: Evidence, wanted: readonly EvidenceKind[]): boolean {
  return wanted.length === 0 || entry?.kind === undefined || passesFor(kinds, wanted);
}

function isPhotoOf({ entry, name }: Evidence, { kinds }: Plain): boolean {
  if (entry?.kind !== undefined || !name) return false;
  return kinds.some((kind) => PICTURES.has(kind)) && isPicture(name.extension);
}

const PICTURES: ReadonlySet<EvidenceKind> = new Set(['photo', 'screenshot']);

/** 价格公示.jpg is the 价格公示图片 that is asked for: there its format tells more than the words for a paper. */
function isPhotoCalled({ evidence }: Offer, { title }: Titles, plain: Plain): boolean {
  return isPhotoOf(evidence, plain) && plain.title.key.includes(title.key);
}

function passes({ kinds }: Evidence, wanted: readonly EvidenceKind[]): boolean {
  return wanted.length > 0 && passesFor(kinds, wanted);
}

function partsOf(node: Exclude<Node, Plain>): readonly Node[] {
  switch (node.is) {
    case 'set':
      return node.parts;
    case 'either':
      return node.ways;
    case 'activity':
      return node.parts.flatMap(({ plains }) => plains);
  }
}

/** Everything that one file is filed for, in the order of the scoring system. */
export function* plainsOf(node: Node): Generator<Plain> {
  if (node.is === 'plain') yield node;
  else for (const part of partsOf(node)) yield* plainsOf(part);
}
