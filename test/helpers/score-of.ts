/** Self scores of a scoring system and of what is said to be covered: literals in the place of files. */
import type {
  Coverage,
  LeafCoverage,
  RequirementCoverage,
  State,
  VetoCoverage,
} from '../../src/core/coverage/types.js';
import type { Evidence } from '../../src/core/evidence/types.js';
import { appliesTo } from '../../src/core/system/conditions.js';
import { formatDecimal, parseDecimal, type Decimal } from '../../src/core/system/decimal.js';
import type { Profile } from '../../src/core/system/profile.js';
import type { Indicator, Requirement, ScoringSystem } from '../../src/core/system/types.js';
import { eachIndicator } from '../../src/core/system/walk.js';
import { scoreCoverage } from '../../src/core/scoring/score.js';
import { NO_SCORES, type ScoreEntry } from '../../src/core/scoring/scores.js';
import type { IndicatorScore, Score, Tally } from '../../src/core/scoring/types.js';
import { entryOf } from './ledger-of.js';

/** What is said of a requirement, by its id or title: its state, and what was found where that matters. */
export type Said = State | Partial<RequirementCoverage>;

export interface Given {
  readonly covered?: Readonly<Record<string, Said>>;
  readonly said?: readonly Partial<ScoreEntry>[];
  readonly profile?: Profile;
  readonly leaves?: Readonly<Record<string, Partial<LeafCoverage>>>;
  readonly vetoes?: readonly Partial<VetoCoverage>[];
}

export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new Error(`${text} is no decimal`);
  return value;
}

export function scoreEntryOf(given: Partial<ScoreEntry>): ScoreEntry {
  return {
    at: { line: 1, column: 1, file: 'scores.yaml' },
    by: '张三',
    on: '2020-12-01',
    because: '测评组反馈',
    indicator: '1',
    criterion: undefined,
    rule: undefined,
    points: undefined,
    grade: undefined,
    times: undefined,
    share: undefined,
    tier: undefined,
    met: undefined,
    ...given,
  };
}

/** Nothing is covered, unless it is said. */
export function scoreOf(system: ScoringSystem, given: Given = {}): Score {
  return scoreCoverage({
    system,
    profile: given.profile ?? {},
    coverage: coverageGiven(system, given),
    scores: { ...NO_SCORES, entries: (given.said ?? []).map(scoreEntryOf) },
  });
}

export function coverageGiven(system: ScoringSystem, given: Given): Coverage {
  const leaves = [...eachIndicator(system)]
    .filter(({ indicator }) => indicator.children.length === 0)
    .map(({ indicator }) => leafOf(indicator, given));
  const vetoes = system.vetoes.map((veto, at): VetoCoverage => {
    const none = { occurred: undefined, witness: undefined, window: undefined, proof: [] };
    return { veto, state: 'person', ...none, ...given.vetoes?.[at] };
  });
  return { leaves, vetoes };
}

function leafOf(indicator: Indicator, { covered = {}, profile = {}, leaves }: Given): LeafCoverage {
  const applies = appliesTo(indicator.applies, profile);
  const requirements = indicator.evidence.map((each) =>
    coverOf(each, indicator, covered, profile, applies === 'no'),
  );
  return {
    indicator,
    folder: undefined,
    state: applies === 'no' ? 'exempt' : indicator.files ? 'short' : 'outside',
    requirements,
    evidence: requirements.flatMap(({ evidence }) => evidence),
    spare: [],
    lacks: [],
    exemption: undefined,
    ...leaves?.[indicator.id],
  };
}

function coverOf(
  requirement: Requirement,
  home: Indicator,
  covered: Given['covered'] = {},
  profile: Profile = {},
  exempt = false,
): RequirementCoverage {
  const said = covered[requirement.id ?? requirement.title] ?? 'short';
  const given = typeof said === 'string' ? { state: said } : said;
  const no = exempt || appliesTo(requirement.applies, profile) === 'no';
  const state = no ? 'exempt' : (given.state ?? 'short');
  const isThere = state === 'met' || state === 'over' || state === 'person';
  const found = given.found ?? (isThere ? requirement.count.min : 0);
  return {
    requirement,
    state,
    found,
    wanted: requirement.count,
    counts: 'files',
    evidence: Array.from({ length: found }, (_, at) => pieceOf(requirement, home, at)),
    periods: [],
    lacks: [],
    parts: [...requirement.of, ...requirement.either].map((part) =>
      coverOf(part, home, covered, profile, no),
    ),
    exemption: undefined,
    ...given,
    ...(no && { state }),
  };
}

function pieceOf({ title }: Requirement, home: Indicator, at: number): Evidence {
  return {
    path: `档案/${home.id}/${title}${at + 1}.pdf`,
    home,
    group: '',
    title,
    name: undefined,
    entry: entryOf(),
    date: undefined,
    otherDate: undefined,
    kinds: [],
    characters: undefined,
  };
}

/** `earned of at stake, undecided`, as `3.5/6 (1)`. */
export function shown({ earned, atStake, undecided }: Tally): string {
  const open = formatDecimal(undecided);
  const whole = `${formatDecimal(earned)}/${formatDecimal(atStake)}`;
  return open === '0' ? whole : `${whole} (${open})`;
}

/** The score of an indicator by its id. */
export function at({ indicators, bonusIndicators }: Score, id: string): IndicatorScore {
  const found = [...eachScore([...indicators, ...bonusIndicators])].find(
    ({ indicator }) => indicator.id === id,
  );
  if (!found) throw new Error(`no score of ${id}`);
  return found;
}

export function* eachScore(scores: readonly IndicatorScore[]): Generator<IndicatorScore> {
  for (const score of scores) {
    yield score;
    yield* eachScore(score.children);
  }
}
