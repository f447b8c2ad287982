/** The requirements of a leaf indicator made ready for matching: which parts there are, and how often each is due. */
import type { Span } from '../dates/span.js';
import { appliesTo } from '../system/conditions.js';
import type {
  Condition,
  EvidenceKind,
  Period as Every,
  Range,
  Requirement,
  Sample,
} from '../system/types.js';
import { daysOf, type Places, type Terms } from './terms.js';
import { occasionOf, titleKey, type Occasion, type TitleKey } from './titles.js';
import type { Lack, Period } from './types.js';

/** One of the times that something is due: in a period, for an occasion, or just once. */
export interface Cell {
  readonly period: Period | undefined;
  readonly occasion: Occasion | undefined;
}

/** `2020-Q1`, `2020-Q1 春节`, `春节`; empty for what is due just once. */
export function cellLabel({ period, occasion }: Cell): string {
  return [period?.label, occasion?.name].filter((each) => each).join(' ');
}

/** Of which days evidence must be, and how often it is due. */
export interface Frame {
  readonly window: Span | undefined;
  readonly every: Every | undefined;
  /** In order of time; empty where nothing is asked for again and again. */
  readonly periods: readonly Period[];
  /** How many of them have begun. */
  readonly begun: number;
  readonly occasions: readonly Occasion[];
  /** Every period with every occasion, the occasions of one period together; at least one. */
  readonly cells: readonly Cell[];
}

interface Base {
  readonly requirement: Requirement;
  readonly title: TitleKey;
  readonly frame: Frame;
  /** In each cell. */
  readonly count: Range;
  readonly optional: boolean;
  /** What a person must decide whatever is filed. */
  readonly doubts: readonly Lack[];
}

/** What one file at a time is filed for. */
export interface Plain extends Base {
  readonly is: 'plain';
  readonly id: number;
  readonly kinds: readonly EvidenceKind[];
  readonly characters: Range | undefined;
  readonly caption: readonly string[];
  readonly shows: readonly string[];
  readonly avoids: readonly string[];
  /** Two of one day count once: a meeting has one set of minutes for each day, however many files. */
  readonly byDay: boolean;
  /** A part of an activity: what belongs together may be told by the date. */
  readonly inActivity: boolean;
}

export interface Part {
  readonly requirement: Requirement;
  readonly count: Range;
  readonly optional: boolean;
  /** Several where there are alternatives. */
  readonly plains: readonly Plain[];
}

export interface Parts extends Base {
  readonly is: 'set';
  readonly parts: readonly Node[];
}

export interface Either extends Base {
  readonly is: 'either';
  readonly ways: readonly Node[];
}

export interface Activity extends Base {
  readonly is: 'activity';
  readonly parts: readonly Part[];
}

export type Node = Plain | Parts | Either | Activity;

/** What is handed down from a requirement to its parts. */
interface Above {
  readonly frame: Frame | undefined;
  readonly times: Range;
  readonly kinds: readonly EvidenceKind[];
  readonly marks: Pick<Plain, 'characters' | 'caption' | 'shows' | 'avoids'>;
  readonly inActivity: boolean;
}

const ONCE: Range = { min: 1, max: undefined };
const NO_MARKS: Above['marks'] = { characters: undefined, caption: [], shows: [], avoids: [] };

/** The requirements as nodes, in their order; those that do not apply are `undefined`. */
export function nodesOf(
  requirements: readonly Requirement[],
  places: Places,
  terms: Terms,
): readonly (Node | undefined)[] {
  const maker = new Maker(places, terms);
  const above: Above = {
    frame: undefined,
    times: ONCE,
    kinds: [],
    marks: NO_MARKS,
    inActivity: false,
  };
  return requirements.map((each) => maker.node(each, above));
}

class Maker {
  readonly #places: Places;
  readonly #terms: Terms;
  #plains = 0;

  constructor(places: Places, terms: Terms) {
    this.#places = places;
    this.#terms = terms;
  }

  node(requirement: Requirement, above: Above): Node | undefined {
    const applies = appliesTo(requirement.applies, this.#terms.profile);
    if (applies === 'no') return undefined;
    const { frame, lost } = this.#frame(requirement, above.frame);
    const base: Base = {
      requirement,
      title: titleKey(requirement.title),
      frame,
      count: product(requirement.count, above.times),
      optional: requirement.optional,
      doubts: this.#doubts(requirement, applies === 'person', lost),
    };
    if (requirement.activity) return this.#activity(base, above);
    const { either, of } = requirement;
    if (either.length > 0) {
      const own = { ...above, frame, times: ONCE, ...handedDown(requirement, above) };
      const ways = either.flatMap((each) => this.node(each, own) ?? []);
      return { ...base, is: 'either', ways };
    }
    if (of.length > 0) {
      const own: Above = { ...above, frame, times: base.count, marks: NO_MARKS };
      return { ...base, is: 'set', parts: of.flatMap((each) => this.node(each, own) ?? []) };
    }
    return this.#plain(base, above);
  }

  #plain(base: Base, above: Above): Plain {
    const { requirement, count } = base;
    const kinds = requirement.kind.length > 0 ? requirement.kind : above.kinds;
    const byDay =
      !above.inActivity && count.min > 1 && kinds.length === 1 && kinds[0] === 'minutes';
    const { marks } = handedDown(requirement, above);
    const { characters, caption, shows, avoids } = marks;
    const { inActivity } = above;
    const own = { kinds, characters, caption, shows, avoids, byDay, inActivity };
    return { is: 'plain', id: this.#plains++, ...base, ...own };
  }

  /** An activity without parts is shown by what it asks for itself, once for each. */
  #activity(base: Base, { kinds }: Above): Activity {
    const { requirement, frame } = base;
    const own: Above = { frame, times: ONCE, kinds, marks: NO_MARKS, inActivity: true };
    const of = requirement.of.length > 0 ? requirement.of : [{ ...requirement, count: ONCE }];
    const parts = of.flatMap((each) => this.#parts(each, own));
    const doubts = parts.flatMap(({ plains }) => plains.flatMap((plain) => plain.doubts));
    return { ...base, is: 'activity', parts, doubts: [...base.doubts, ...doubts] };
  }

  #parts(requirement: Requirement, above: Above): Part[] {
    // How often it takes place is said of the activity, not of its parts.
    const often = { activity: false, every: undefined, occasions: [] };
    const node = this.node({ ...requirement, ...often }, above);
    return node ? partsIn(node) : [];
  }

  #frame(requirement: Requirement, above: Frame | undefined): { frame: Frame; lost: boolean } {
    const { every, occasions, window: own } = requirement;
    const isOwn = own !== undefined || every !== undefined || occasions.length > 0;
    if (above && !isOwn) return { frame: above, lost: false };
    const { window, lost } =
      above && !own
        ? { window: above.window, lost: false }
        : daysOf(requirement, this.#places, this.#terms);
    const often = every === 'once' ? undefined : (every ?? above?.every);
    const named = occasions.length > 0 ? occasions.map(occasionOf) : (above?.occasions ?? []);
    const periods = often && window ? this.#terms.periods(window, often) : [];
    const begun = periods.filter(({ from }) => from <= this.#terms.today).length;
    const times = { periods, begun, occasions: named, cells: cells(periods, named) };
    const frame = { window, every: often, ...times };
    return { frame, lost: lost || (often !== undefined && !window) };
  }

  #doubts(requirement: Requirement, isAsked: boolean, lost: boolean): Lack[] {
    const { applies, per, sample } = requirement;
    return [
      ...(isAsked && applies ? [conditionLack(applies)] : []),
      ...(per === undefined ? [] : [{ is: 'per', per } as const]),
      ...sampleLack(sample),
      ...(lost ? [{ is: 'no-window' } as const] : []),
    ];
  }
}

export function sampleLack(sample: Sample | undefined): Lack[] {
  return sample ? [{ is: 'sample', of: sample.of }] : [];
}

export function conditionLack(condition: Condition): Lack {
  return { is: 'condition', text: conditionText(condition) };
}

/** As a clerk reads it: the words, or the fields of the profile with their values. */
function conditionText(condition: Condition): string {
  if ('text' in condition) return condition.text;
  if ('any' in condition) return condition.any.map(conditionText).join(' / ');
  if ('all' in condition) return condition.all.map(conditionText).join('，');
  if ('not' in condition) return `≠ ${conditionText(condition.not)}`;
  return Object.entries(condition.unit)
    .map(([field, values]) => `${field}：${values.join('、')}`)
    .join('，');
}

function partsIn(node: Node): Part[] {
  const { requirement, count } = node;
  // Whether it is owed is for a person to decide, so that the activity does not wait for it.
  const optional = node.optional || node.doubts.some(({ is }) => is === 'condition');
  if (node.is === 'plain') return [{ requirement, count, optional, plains: [node] }];
  if (node.is === 'either') {
    const plains = node.ways.flatMap((way) => (way.is === 'plain' ? [way] : []));
    return [{ requirement, count, optional, plains }];
  }
  if (node.is === 'set') return node.parts.flatMap(partsIn);
  return [...node.parts];
}

function handedDown(requirement: Requirement, above: Above): Pick<Above, 'kinds' | 'marks'> {
  const { characters, caption, shows, avoids, kind } = requirement;
  return {
    kinds: kind.length > 0 ? kind : above.kinds,
    marks: {
      characters: characters ?? above.marks.characters,
      caption: caption.length > 0 ? caption : above.marks.caption,
      shows: [...above.marks.shows, ...shows],
      avoids: [...above.marks.avoids, ...avoids],
    },
  };
}

function product(a: Range, b: Range): Range {
  const max =
    a.max === undefined || (b.max === undefined && b.min > 1) ? undefined : a.max * (b.max ?? 1);
  return { min: a.min * b.min, max };
}

const JUST_ONCE: readonly Cell[] = [{ period: undefined, occasion: undefined }];

function cells(periods: readonly Period[], occasions: readonly Occasion[]): readonly Cell[] {
  if (periods.length === 0 && occasions.length === 0) return JUST_ONCE;
  const times = periods.length > 0 ? periods : [undefined];
  const named = occasions.length > 0 ? occasions : [undefined];
  return times.flatMap((period) => named.map((occasion) => ({ period, occasion })));
}
