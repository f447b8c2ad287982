/** What can be wrong with a file that people edit, as the words about it need to know it. */

/** Is a key wrong only in characters that nobody sees? */
export function isHidden({
  key,
  nearest,
}: {
  readonly key: string;
  readonly nearest: string | undefined;
}): boolean {
  return key !== nearest && key.replace(INVISIBLE, '') === nearest;
}

/** Marks that Word and web pages leave in what is pasted. */
export const INVISIBLE = /[\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** What is wrong with a file as YAML, before anybody asks what it says. */
export type YamlFault =
  | { readonly fault: 'encoding'; readonly encoding: 'GBK' | 'unknown' }
  | { readonly fault: 'empty' | 'too-deep' | 'too-many' | 'alias-bomb' | 'alias-cycle' }
  /** Of another program, whatever its name ends in. */
  | { readonly fault: 'binary'; readonly of?: 'office' | 'pdf' }
  /** Line ends that only old programs write. */
  | { readonly fault: 'line-ends' }
  | { readonly fault: 'too-large'; readonly megabytes: number }
  | { readonly fault: 'alias-unknown'; readonly name: string }
  | { readonly fault: 'merge-key' | 'tab' | 'documents' | 'key-not-text' | 'tag' }
  /** `dash-missing`: the first key of an item of a list, which makes it another item. */
  | {
      readonly fault: 'duplicate-key' | 'dash-missing';
      readonly key: string;
      readonly line: number;
    }
  | { readonly fault: 'fullwidth-colon' | 'colon-space' | 'colon-missing'; readonly key: string }
  /** `key` is the sign that stands for a comma; or for a quotation mark or bracket that YAML does not know. */
  | { readonly fault: 'fullwidth-comma' | 'fullwidth-mark'; readonly key: string }
  /** Both versions of a merge stand in the file. */
  | { readonly fault: 'merge-conflict' }
  | { readonly fault: 'quote' | 'bracket' | 'escape' | 'indent' | 'key' | 'start' }
  /** Text goes on behind the quotation mark or bracket that ends a value. */
  | { readonly fault: 'after-value' }
  /** A blank that is none to YAML: full-width, or one that no line is broken at. */
  | { readonly fault: 'odd-blank' }
  /** What people write before an item of a list, or a remark. */
  | { readonly fault: 'list-sign' | 'remark-sign'; readonly key: string }
  /** An item of a list in braces, without the hyphen that those before it have. */
  | { readonly fault: 'dash-lost' }
  /** The frame of a piece of Markdown. */
  | { readonly fault: 'fence' }
  /** Anything else, in the parser's own (English) words. */
  | { readonly fault: 'syntax'; readonly words: string };

export type ValueType = 'text' | 'number' | 'truth' | 'list' | 'mapping';

/** Forms of text and numbers; most are definitions of the schema. */
export type Form =
  | 'range'
  | 'decimal-range'
  | 'percent'
  | 'day'
  | 'period'
  | 'points'
  | 'decimal'
  /** A number where a share was written: `八成`, `80%`. */
  | 'no-share'
  /** What a field of the profile can be. */
  | 'values'
  /** Names in a list. */
  | 'names'
  | 'window'
  | 'whole-number'
  | 'date'
  | 'one-day'
  | 'sha256'
  /** A share or a number of something: `90%`, `40册`, `≤5%`. */
  | 'measure'
  | 'other';

/** What does not agree with a schema. Names of keys and values are as written in the file. */
export type ShapeFault =
  | { readonly wrong: 'unknown-key'; readonly key: string; readonly nearest: string | undefined }
  | { readonly wrong: 'missing-key'; readonly key: string }
  /** It may be left out, and is there with nothing after it. */
  | { readonly wrong: 'empty-key'; readonly key: string }
  | {
      readonly wrong: 'type';
      readonly key: string;
      readonly expected: readonly ValueType[];
      readonly found: string;
    }
  | {
      readonly wrong: 'value';
      readonly key: string;
      readonly found: string;
      readonly allowed: readonly string[];
      readonly nearest: string | undefined;
    }
  | {
      readonly wrong: 'form';
      readonly key: string;
      readonly found: string;
      readonly form: Form;
      /** As it is to be written, where that can be told. */
      readonly meant?: string;
    }
  /** A fact about the unit, in a condition that does not say `unit`. */
  | { readonly wrong: 'fact'; readonly key: string }
  /** A mapping that needs one of some keys, or just one, has none or several. */
  | { readonly wrong: 'one-of'; readonly key: string; readonly keys: readonly string[] }
  | { readonly wrong: 'too-few'; readonly key: string }
  | { readonly wrong: 'not-here'; readonly key: string };

export type PointsFault = 'missing' | 'not-a-number' | 'full-width' | 'quoted' | 'negative';

/** What a deduction is for, where it is not in the words of a standard. */
export type PerWord = 'missing' | 'late' | 'occurrence';

/** What does not agree with the language. Names of keys and values are as written in the file. */
export type SchemaFault =
  | ShapeFault
  | { readonly wrong: 'order'; readonly key: string; readonly found: string }
  | {
      readonly wrong: 'no-such';
      readonly thing: Thing;
      readonly name: string;
      readonly nearest: string | undefined;
      /** All that there are, where they are few enough to be read. */
      readonly known?: readonly string[];
    }
  | { readonly wrong: 'twice'; readonly thing: Thing; readonly name: string; readonly line: number }
  | { readonly wrong: 'ambiguous'; readonly name: string; readonly count: number }
  /** Grades, and the system does not say what share of the points each is worth. */
  | { readonly wrong: 'grades-unvalued'; readonly grades: readonly string[] }
  /** A band that counts how many indicators reach a grade, where none has points that a grade is a share of. */
  | { readonly wrong: 'band-unvalued'; readonly band: string }
  /** A way of scoring that cannot do without one of its keys. */
  | { readonly wrong: 'rule-lacks'; readonly rule: string; readonly key: string }
  /** A way of putting parts together, where there are none. */
  | { readonly wrong: 'rule-alone'; readonly rule: string }
  /** A price for each missing piece, with a cap over indicators that have points of their own. */
  | { readonly wrong: 'cap-above'; readonly rule: string; readonly cap: string }
  | { readonly wrong: 'limit-idle'; readonly cap: string }
  /** Of a group, only the unit's profile can say that it does not apply. */
  | { readonly wrong: 'exempt-idle' }
  /** A number that cannot be read, or is a share where the other is none. */
  | {
      readonly wrong: 'measure';
      readonly key: 'full' | 'per' | 'from';
      readonly found: string;
      readonly full: string;
    }
  /** A tier whose words say “at most”, and that begins where it should end. */
  | { readonly wrong: 'tier-at-most'; readonly when: string; readonly found: string }
  /** The words are of a share, and the number at which the tier begins has no percent sign. */
  | { readonly wrong: 'tier-share'; readonly when: string; readonly found: string }
  /** Words of a standard for what is missing, which a person would have to count. */
  | { readonly wrong: 'per-missing'; readonly found: string }
  /** A rate, and what is full of it has no percent sign. */
  | { readonly wrong: 'full-share'; readonly of: string; readonly found: string }
  /** A closing day that nobody can read, where what is late costs points. */
  | { readonly wrong: 'closing'; readonly found: string; readonly every: Every | undefined }
  /** A word of the language with a slip in it, which would be taken for the words of a standard. */
  | { readonly wrong: 'per-word'; readonly found: string; readonly meant: PerWord }
  /** How many of the parts count. */
  | {
      readonly wrong: 'take';
      readonly rule: 'average' | 'choose' | 'tiers';
      readonly found: string;
    }
  | ChainFault;

/** How often something is due. */
export type Every =
  'week' | 'month' | 'quarter' | 'half-year' | 'semester' | 'year' | 'term' | 'once';

/** What contradicts what in a requirement. Days are labels as `spanLabel` gives them. */
export type RequirementConflict =
  /** Both ends of a range or window the wrong way round. */
  | { readonly is: 'order'; readonly key: string; readonly found: string }
  /** The limit over everything, and what number and times come to. */
  | { readonly is: 'total-most' | 'total-least'; readonly total: number; readonly count: number }
  /** More are chosen than there may be. */
  | { readonly is: 'sample'; readonly take: number; readonly count: number }
  /** Not a day in common with what it stands in. */
  | { readonly is: 'window'; readonly own: string; readonly other: string }
  /** Its days hold no such period. */
  | { readonly is: 'period'; readonly every: Every; readonly window: string }
  /** A field of the profile that would have to have two values. */
  | {
      readonly is: 'applies';
      readonly field: string;
      readonly own: string;
      readonly other: string;
    }
  /** To be seen, and not to be. */
  | { readonly is: 'seen'; readonly what: string }
  /** Kept at its own place. */
  | { readonly is: 'see' }
  /** Nothing comes from files, and files are asked for. */
  | { readonly is: 'files'; readonly count: number };

/** What does not agree with what a ledger is. */
export type LedgerFault =
  | ShapeFault
  | ReferenceFault
  /** A word of a few: its key, and what a clerk calls it. */
  | {
      readonly wrong: 'word';
      readonly key: string;
      readonly found: string;
      readonly choices: readonly { readonly key: string; readonly word: string }[];
      readonly nearest: string | undefined;
    }
  /** The file has an entry already, at that line. */
  | { readonly wrong: 'entry-twice'; readonly file: string; readonly line: number };

/** Something is named that is not there. @param known - What there is. */
export function noSuch(
  thing: Thing,
  name: string,
  nearest: string | undefined,
  known: readonly string[],
): Extract<SchemaFault, { readonly wrong: 'no-such' }> {
  // Codes of indicators are told by the commands that list them.
  const isTold = known.length > 0 && known.length <= 12 && !['indicator', 'file'].includes(thing);
  return { wrong: 'no-such', thing, name, nearest, ...(isTold && { known }) };
}

/** What is named in a ledger and is not there. */
export type ReferenceFault =
  | Extract<SchemaFault, { readonly wrong: 'no-such' | 'ambiguous' }>
  /** There are indicators below it, and no evidence is filed for it. */
  | { readonly wrong: 'not-a-leaf'; readonly name: string };

/** What an entry of `scores.yaml` says. */
export type Answer = 'points' | 'grade' | 'times' | 'share' | 'tier' | 'met';

export type ScoresThing = 'indicator' | 'criterion' | 'rule' | 'grade' | 'tier' | 'veto';

/** What does not agree with what `scores.yaml` is, or with the scoring system. */
export type ScoresFault = SchemaFault | OwnScoresFault;

export type OwnScoresFault =
  | {
      readonly wrong: 'nothing-such';
      readonly thing: ScoresThing;
      readonly name: string;
      readonly nearest: string | undefined;
      /** What there is. */
      readonly known?: readonly string[];
      /** It can be said that none of them has happened. */
      readonly orNone?: boolean;
    }
  /** A code that several indicators have; their ids. */
  | { readonly wrong: 'several'; readonly name: string; readonly ids: readonly string[] }
  | {
      readonly wrong: 'points';
      readonly found: string;
      readonly min: string | undefined;
      readonly max: string | undefined;
      /** What was meant where a share is asked for, and its sign was left out. */
      readonly share: string | undefined;
    }
  /** Nothing said: no points, grade, times … */
  | { readonly wrong: 'no-answer' }
  | { readonly wrong: 'two-answers'; readonly answers: readonly Answer[] }
  /** No scoring rule there asks that. */
  | {
      readonly wrong: 'not-asked';
      readonly answer: Answer;
      readonly rule: number | undefined;
      /** What can be written there. */
      readonly instead: readonly Answer[];
    }
  /** Several scoring rules there ask it; their numbers. */
  | { readonly wrong: 'which-rule'; readonly answer: Answer; readonly rules: readonly number[] }
  /** Rules of several criteria ask it. */
  | {
      readonly wrong: 'which-criterion';
      readonly answer: Answer;
      readonly criteria: readonly string[];
    }
  /** A share of a group, where indicators below it ask for one; their ids. */
  | { readonly wrong: 'share-below'; readonly places: readonly string[] }
  /** Said before, at that line. */
  | { readonly wrong: 'said-twice'; readonly line: number }
  /** Its name was kept, and what has the code now is another; codes of what has that name. */
  | {
      readonly wrong: 'other-name';
      readonly thing: 'indicator' | 'criterion' | 'veto';
      readonly key: 'name' | 'text';
      readonly name: string;
      readonly code: string;
      readonly now: string;
      readonly elsewhere: readonly string[];
    };

/** What does not agree with what a review is, or with the scoring system. */
export type ReviewFault = SchemaFault | OwnReviewFault;

export type OwnReviewFault =
  | {
      readonly wrong: 'no-indicator' | 'no-veto' | 'no-grade';
      readonly name: string;
      readonly known: readonly string[];
    }
  /** A code that several indicators have; their ids. */
  | { readonly wrong: 'several'; readonly name: string; readonly ids: readonly string[] }
  /** Its name was kept, and what has the code now is another. */
  | {
      readonly wrong: 'other-name';
      readonly name: string;
      readonly code: string;
      readonly now: string;
    }
  /** Points are given above it or below it; ids of those that are scored there. */
  | { readonly wrong: 'not-scored'; readonly name: string; readonly places: readonly string[] }
  | { readonly wrong: 'points'; readonly found: string; readonly max: string | undefined }
  | { readonly wrong: 'points-and-grade' }
  /** Said before, at that line. */
  | { readonly wrong: 'said-twice'; readonly line: number };

const REVIEW_FAULTS: Readonly<Record<OwnReviewFault['wrong'], true>> = {
  'no-indicator': true,
  'no-veto': true,
  'no-grade': true,
  several: true,
  'other-name': true,
  'not-scored': true,
  points: true,
  'points-and-grade': true,
  'said-twice': true,
};

export function isReviewFault(fault: ReviewFault): fault is OwnReviewFault {
  return Object.hasOwn(REVIEW_FAULTS, fault.wrong);
}

/** What does not agree with what `waivers.yaml` or `baseline.yaml` is, or with rules and scoring system. */
export type WaiverFault = ShapeFault | OwnWaiverFault;

export type OwnWaiverFault =
  | {
      readonly wrong: 'no-rule' | 'no-indicator';
      readonly name: string;
      readonly nearest: string | undefined;
    }
  /** A code that several indicators have; their ids. */
  | { readonly wrong: 'indicators'; readonly name: string; readonly ids: readonly string[] }
  /** A rule that the command named judges, not `check`. */
  | {
      readonly wrong: 'rule-elsewhere';
      readonly name: string;
      readonly command: 'validate' | 'verify';
    }
  /** A rule about waivers; or one that a baseline does not take. */
  | { readonly wrong: 'not-waivable' | 'not-for-baseline'; readonly name: string }
  /** Said before, at that line. */
  | { readonly wrong: 'waived-twice'; readonly line: number }
  /** Rule, indicator and title have another fingerprint. */
  | { readonly wrong: 'fingerprint'; readonly found: string };

const WAIVER_FAULTS: Readonly<Record<OwnWaiverFault['wrong'], true>> = {
  'no-rule': true,
  'no-indicator': true,
  indicators: true,
  'rule-elsewhere': true,
  'not-waivable': true,
  'not-for-baseline': true,
  'waived-twice': true,
  fingerprint: true,
};

export function isWaiverFault(fault: WaiverFault): fault is OwnWaiverFault {
  return Object.hasOwn(WAIVER_FAULTS, fault.wrong);
}

const SCORES_FAULTS: Readonly<Record<OwnScoresFault['wrong'], true>> = {
  'nothing-such': true,
  several: true,
  points: true,
  'no-answer': true,
  'two-answers': true,
  'not-asked': true,
  'which-rule': true,
  'which-criterion': true,
  'share-below': true,
  'said-twice': true,
  'other-name': true,
};

export function isScoresFault(fault: ScoresFault): fault is OwnScoresFault {
  return Object.hasOwn(SCORES_FAULTS, fault.wrong);
}

/** Why the chain of `extends` ends before its end. */
export interface ChainFault {
  readonly wrong: 'extends-missing' | 'extends-cycle' | 'extends-broken' | 'extends-deep';
  readonly path: string;
}

export type Thing =
  | 'owner'
  | 'occasion'
  | 'window'
  | 'indicator'
  | 'evidence'
  | 'file'
  | 'criterion'
  | 'grade'
  | 'mark'
  | 'profile-field'
  | 'profile-value';

/** Something in a profile that no condition can have meant. */
export type ProfileFault =
  | {
      readonly wrong: 'field';
      readonly field: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | {
      readonly wrong: 'value';
      readonly field: string;
      readonly value: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | { readonly wrong: 'number'; readonly field: string; readonly value: string };

/** What a file is not JSON for. */
export type JsonFault =
  | {
      readonly fault: 'expected';
      readonly expected: 'value' | 'key' | 'colon' | 'comma-or-brace' | 'comma-or-bracket' | 'end';
      /** One character; empty at the end of the file. */
      readonly found: string;
    }
  | { readonly fault: 'twice'; readonly key: string }
  | { readonly fault: 'text' | 'escape' | 'deep' };

/** What a BagIt profile is malformed for; `where` is the way of keys to it, empty at the top. */
export type BagProfileFault =
  | { readonly wrong: 'not-text' }
  | { readonly wrong: 'json'; readonly json: JsonFault }
  | { readonly wrong: 'missing'; readonly where: string; readonly key: string }
  | {
      readonly wrong: 'type';
      readonly where: string;
      readonly expected: 'object' | 'array' | 'string' | 'boolean';
    }
  | {
      readonly wrong: 'value';
      readonly where: string;
      readonly found: string;
      readonly allowed: readonly string[];
    }
  | { readonly wrong: 'empty'; readonly where: string }
  | { readonly wrong: 'not-allowed'; readonly list: string; readonly name: string }
  | { readonly wrong: 'fetch' }
  | { readonly wrong: 'no-formats'; readonly serialization: string };

/** What is wrong with the days that somebody typed. */
export interface WindowFault {
  readonly value: string;
  readonly wrong: 'form' | 'no-day' | 'order';
  /** The day that no calendar has. */
  readonly part: string | undefined;
  /** The value as it should be written, where that can be told. */
  readonly meant: string | undefined;
}

/** What to say to a word that means no indicator. */
export interface NotMeant {
  /** The code or name that is most like it. */
  readonly nearest: string | undefined;
  /** Requirements that have it in their titles, with the codes of their indicators. */
  readonly asking: readonly { readonly code: string; readonly title: string }[];
  /** A code of this scoring system; `undefined` where it has no indicator. */
  readonly example: string | undefined;
}

/** What may be meant by a path that is not there. */
export type PathMeant =
  /** It stands in marks of Chinese text, which no command line knows. */
  | { readonly is: 'quotes' }
  /** A link of that name is there, and leads nowhere. */
  | { readonly is: 'dead-link' }
  /** What is called almost so. */
  | { readonly is: 'beside'; readonly name: string }
  /** An indicator, for a command that has an option for it. */
  | { readonly is: 'indicator'; readonly command: string; readonly code: string }
  | { readonly is: 'folders'; readonly word: string; readonly folders: readonly string[] }
  /** An indicator, for a command that is about the archive, or about one file. */
  | {
      readonly is: 'not-indicator';
      readonly word: string;
      readonly code: string;
      readonly wants: 'archive' | 'file';
    }
  /** An owner, for a command that has an option for one. */
  | { readonly is: 'owner'; readonly command: string; readonly owner: string }
  /** The path has blanks in it, and came in several words. */
  | { readonly is: 'blanks'; readonly path: string }
  /** It is there with the other strokes. */
  | { readonly is: 'strokes'; readonly path: string }
  /** Nothing is called as the pattern says. */
  | { readonly is: 'pattern' }
  /** What `dangan.yaml` names as the scoring system; with what is called almost so. */
  | { readonly is: 'setting'; readonly written: string; readonly name?: string }
  /** A folder to write into, which is still to be made. */
  | { readonly is: 'new-folder' };
