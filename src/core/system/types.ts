/**
 * The scoring system as a value. Field names are the keys of the YAML file; what each means for a
 * clerk is told in `schemas/scoring-system.schema.json`, which has a description on every field.
 *
 * What the tool does not compute yet it still keeps: nothing in a system is dropped on reading.
 */
import type { Decimal } from './decimal.js';

/** Line and column in a text file, both from 1; the column counts UTF-16 units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** Path of the file, when it is not the scoring system itself but one that it extends. */
  readonly file?: string;
}

/** `3`, `2..3`, `2..` (at least), `..12` (at most); both ends belong to it. */
export interface Range {
  readonly min: number;
  /** `undefined` when there is no upper limit. */
  readonly max: number | undefined;
}

/** A day as `YYYY-MM-DD`. */
export type Day = string;

/** A stretch of time that material must come from. Exactly one form is used. */
export type Window =
  /** Fixed days, both included. */
  | { readonly from: Day; readonly to: Day | undefined }
  /** Calendar years before the assessment; `current` says whether its own year is one of them. */
  | { readonly years: number; readonly current: boolean }
  /** Rolling months that end `before` months ahead of the assessment (0: at it). */
  | { readonly months: number; readonly before: number }
  /** The award term (届期), in years. */
  | { readonly term: number }
  /** The name of one of the system's `windows`. */
  | { readonly name: string };

export type Period =
  | 'week'
  | 'month'
  | 'quarter'
  | 'half-year'
  /** 学期: from September to January, and from February to August. */
  | 'semester'
  | 'year'
  | 'term'
  | 'once';

/**
 * Does it apply to this unit? Every key of `unit` names a field of the unit's profile; its value is one value,
 * several of which one must hold, or a comparison such as `>=50`.
 */
export type Condition =
  | { readonly unit: Readonly<Record<string, readonly string[]>> }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
  | { readonly not: Condition }
  /** Words that no profile can decide; a person must. */
  | { readonly text: string };

export type EvidenceKind =
  | 'document' // 正式文件、规范性文件
  | 'plan' // 方案、计划
  | 'notice' // 通知
  | 'minutes' // 会议纪要、会议记录
  | 'summary' // 总结
  | 'report' // 说明报告、情况说明
  | 'bulletin' // 简报
  | 'news' // 信息报道
  | 'photo' // 图片
  | 'screenshot' // 媒体截图
  | 'audio' // 录音
  | 'video' // 录像
  | 'form' // 统计表格
  | 'list' // 名单、台账
  | 'certificate' // 证书、证件
  | 'opinion' // 评价意见
  | 'statement' // 不适用等书面说明
  | 'approval' // 领导签批件、上级审批表
  | 'rule' // 制度
  | 'link' // 网址
  | 'object' // 实物
  | 'other';

/** What evidence a leaf indicator asks for. */
export interface Requirement {
  readonly at: Place;
  readonly id: string | undefined;
  readonly title: string;
  /** Any one of them will do; empty when any kind will. */
  readonly kind: readonly EvidenceKind[];
  /** How many in each period (or in all, when there is no period). */
  readonly count: Range;
  /** What each count is for, in the standard's own words: 每种媒体. */
  readonly per: string | undefined;
  /** How often: `count` in every such period. */
  readonly every: Period | undefined;
  /** Named occasions, each of which needs it: 春节, 清明. */
  readonly occasions: readonly string[];
  /** An activity: the parts in `of` belong together, and frequency counts activities. */
  readonly activity: boolean;
  readonly of: readonly Requirement[];
  /** Alternatives: one of them is enough. */
  readonly either: readonly Requirement[];
  /** Limit over all activities together (每个活动 3 张，总数 12 张以内). */
  readonly total: Range | undefined;
  /** Length of the text in characters. */
  readonly characters: Range | undefined;
  /** Facts that the caption must give: 时间, 地点, 人物, 主题. */
  readonly caption: readonly string[];
  /** What must be seen on it, for a person to judge: 单位名称, 文号, 公章. */
  readonly shows: readonly string[];
  /** What must not be there: 水印. */
  readonly avoids: readonly string[];
  /** Number of the fixed form: `3-8-1`. */
  readonly form: string | undefined;
  readonly window: Window | undefined;
  readonly applies: Condition | undefined;
  /** Chosen by the inspectors: 任选 3 个点位. */
  readonly sample: Sample | undefined;
  /** Code of the criterion of this indicator that it proves. */
  readonly for: readonly string[];
  readonly owner: readonly string[];
  /** Evidence kept elsewhere and used here too: the indicator's path of codes and the requirement's id, `1/1.1#plan`. */
  readonly see: string | undefined;
  readonly optional: boolean;
  readonly note: string | undefined;
}

export interface Sample {
  readonly take: Range;
  readonly of: string;
}

/** One numbered point of an indicator's standard (评分点); it has no folder of its own. */
export interface Criterion {
  readonly at: Place;
  readonly code: string;
  readonly text: string;
  readonly points: Decimal | undefined;
  readonly methods: readonly string[];
  readonly owner: readonly string[];
  readonly scoring: readonly ScoringRule[];
  readonly applies: Condition | undefined;
}

/** A number named in the standard: 覆盖率 ≥90%. Files alone cannot decide it. */
export interface Threshold {
  readonly name: string;
  readonly is: string;
}

/** How points are earned or lost. Several rules of one indicator work together. */
export interface ScoringRule {
  readonly at: Place;
  readonly rule:
    | 'sum' // the children's points add up
    | 'deduct' // so much off each time
    | 'add' // so much on each time
    | 'grade' // A, B, C, D of the system's grades
    | 'tiers' // by level, count or cause
    | 'all' // all or nothing
    | 'proportional' // by share done
    | 'rank' // by place in a ranking
    | 'highest' // only the best of the children or tiers
    | 'choose' // so many of the children
    | 'average' // mean of the parts
    | 'external' // somebody else's score or opinion
    | 'judgement'; // a person decides within `range`
  readonly when: string | undefined;
  readonly each: Decimal | undefined;
  /** What `each` counts: `missing`, `late`, `occurrence`, or the standard's own words. */
  readonly per: string | undefined;
  readonly points: Decimal | undefined;
  readonly cap: Decimal | undefined;
  readonly floor: Decimal | undefined;
  /** With `grade`: what decides, and what each grade asks for; grades may be left out. */
  readonly by: 'met' | 'named' | 'violations' | 'judgement' | undefined;
  readonly grades: Readonly<Record<string, string>>;
  /** With `tiers` and `rank`. */
  readonly tiers: readonly Tier[];
  /** With `choose`: how many; with `tiers`: whether one or all that hold count, or points in proportion `between` two. */
  readonly take: string | undefined;
  /** With `external`: whose. */
  readonly from: string | undefined;
  /** With `proportional`: of what, and what is full. */
  readonly of: string | undefined;
  readonly full: string | undefined;
  readonly criteria: readonly string[];
  readonly range: { readonly min: Decimal; readonly max: Decimal } | undefined;
  readonly note: string | undefined;
}

export interface Tier {
  readonly when: string;
  /** From which share or number on it holds: `90%`, `4`; of several, the one that begins highest. */
  readonly from?: Measure;
  /** In tens of how many zeros that number is written: 4 for `300万元`. */
  readonly zeros?: number;
  /** `≤5%`: up to it, and of several the lowest. */
  readonly isAtMost?: boolean;
  readonly points: Decimal;
}

/** A share (`90%` is 0.9) or a number of something. */
export interface Measure {
  readonly value: Decimal;
  readonly isShare: boolean;
}

/** What is done when an indicator does not apply, and what proves that. */
export interface Exemption {
  readonly when: string | undefined;
  readonly proof: readonly Requirement[];
  readonly score: 'full' | 'average' | 'exclude' | 'zero';
}

/**
 * A node of the scoring system. Codes are the office's own text and may repeat; `id` is the tool's own:
 * the path of codes, `1/1.1`, with `~2`, `~3` … after a code that its elder siblings have too.
 */
export interface Indicator {
  readonly at: Place;
  /** JSON pointer of the node, for `SystemSource.locate`; in a file that is extended, after its number: `1#/indicators/0`. */
  readonly pointer: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Alias for the folder when the name cannot be one. */
  readonly folder: string | undefined;
  readonly points: Decimal | undefined;
  readonly cap: Decimal | undefined;
  /** Share of the parent's points, as text such as `30%`, where the office gives shares and not points. */
  readonly weight: string | undefined;
  readonly owner: readonly string[];
  readonly supplier: readonly string[];
  readonly methods: readonly string[];
  /** What the office marks it with, such as ★ or 核心条款; it holds for all that is below. */
  readonly marks: readonly string[];
  readonly standard: string | undefined;
  readonly criteria: readonly Criterion[];
  readonly thresholds: readonly Threshold[];
  readonly evidence: readonly Requirement[];
  readonly scoring: readonly ScoringRule[];
  readonly applies: Condition | undefined;
  readonly exempt: Exemption | undefined;
  readonly sample: Sample | undefined;
  readonly window: Window | undefined;
  /** A month or quarter that this node is about: `2020-Q1`, `2020-03`, `2020`. */
  readonly period: string | undefined;
  /** `false`: nothing for this indicator comes from the unit's files (survey, site visit, external score). */
  readonly files: boolean;
  readonly note: string | undefined;
  readonly children: readonly Indicator[];
  /** By key, where an overlay says it: a JSON pointer as `pointer` is. */
  readonly replaced?: Readonly<Record<string, string>>;
}

export interface Veto {
  readonly at: Place;
  readonly code: string;
  readonly text: string;
  /** Out of the running; barred from the top grade only; or this indicator counts zero. */
  readonly effect: 'disqualify' | 'bar-top' | 'zero';
  /** Path of codes of the indicator that it belongs to. */
  readonly indicator: string | undefined;
  readonly window: Window | undefined;
  readonly applies: Condition | undefined;
  readonly evidence: readonly Requirement[];
}

export interface Band {
  readonly name: string;
  readonly from: Decimal;
  /** Share that each indicator of the first level has to earn besides: 各部分得分率不低于 60%. */
  readonly each?: Decimal;
  /** What single indicators have to earn besides: 第三部分不低于 90%. */
  readonly parts?: readonly BandPart[];
  /** How many of the indicators have to reach a grade besides: C 级及以上不低于 90%. */
  readonly grades?: readonly BandGrade[];
  /** The inspectors' total, or the unit's own (自评≥90 方可申报). */
  readonly on: 'total' | 'self';
}

export interface BandPart {
  readonly at: Place;
  /** Its path of codes, or its code. */
  readonly indicator: string;
  /** A share of its points, or so many. */
  readonly least: Measure;
}

export interface BandGrade {
  readonly at: Place;
  /** Marks, or indicators by path of codes or code; all indicators where it is empty. */
  readonly of: readonly string[];
  readonly grade: string;
  /** A share of those that apply, or so many. */
  readonly least: Measure;
}

/** When material is handed in. */
export interface Submission {
  readonly at: Place;
  readonly name: string;
  readonly every: Period | undefined;
  readonly opens: string | undefined;
  readonly closes: string | undefined;
  readonly resubmissions: number | undefined;
  readonly note: string | undefined;
}

/** 四舍五入，保留一位小数. */
export interface PointsRounding {
  readonly places: number;
  /** Of what each indicator comes to, and not of the total alone. */
  readonly isOfEach: boolean;
}

export interface ScoringSystem {
  readonly format: string;
  readonly title: string;
  readonly issuer: string | undefined;
  readonly edition: string | undefined;
  /** Where the text came from. */
  readonly source: string | undefined;
  readonly note: string | undefined;
  readonly levels: readonly string[];
  /** Of the base indicators; bonus comes on top. */
  readonly total: Decimal | undefined;
  readonly window: Window | undefined;
  readonly windows: Readonly<Record<string, Window>>;
  /** Share of the points that each grade is worth, as text such as `66%`. */
  readonly grades: Readonly<Record<string, string>>;
  readonly bands: readonly Band[];
  readonly rounding: PointsRounding | undefined;
  /** How the total comes about, where that is more than adding up: the mean of three years. */
  readonly scoring: readonly ScoringRule[];
  /** Fields of a unit's profile that conditions ask for, each with the values it can have (none: any text). */
  readonly profile: Readonly<Record<string, readonly string[]>>;
  readonly owners: Readonly<Record<string, string>>;
  /** Share of the total by method of assessment, in percent. */
  readonly methods: Readonly<Record<string, Decimal>>;
  readonly submissions: readonly Submission[];
  readonly indicators: readonly Indicator[];
  readonly bonus: readonly Indicator[];
  readonly vetoes: readonly Veto[];
}
