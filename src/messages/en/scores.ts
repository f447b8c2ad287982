import {
  isScoresFault,
  type OwnScoresFault,
  type ScoresFault,
  type ScoresThing,
} from '../faults.js';
import { faults } from './faults.js';

const THINGS: Readonly<Record<ScoresThing, string>> = {
  indicator: 'indicator',
  criterion: 'criterion',
  rule: 'scoring rule',
  grade: 'grade',
  tier: 'tier',
  veto: 'veto',
};

/** What does not agree with what scores.yaml is, or with the scoring system. */
export function scoresFault(d: ScoresFault): string {
  return isScoresFault(d) ? ownFault(d) : faults.schema(d);
}

function ownFault(d: OwnScoresFault): string {
  switch (d.wrong) {
    case 'nothing-such':
      return `There is no ${THINGS[d.thing]} “${d.name}”${insteadOf(d)}`;
    case 'several':
      return `${d.ids.length} indicators have the code “${d.name}”; write one of ${d.ids.slice(0, 5).join(', ')}${d.ids.length > 5 ? ' …' : ''}`;
    case 'points':
      return d.max === undefined
        ? `“points” is ${d.found}, expected at least ${d.min ?? d.found}`
        : `“points” is ${d.found}, expected ${d.min === undefined ? `at most ${d.max}` : `${d.min} to ${d.max}`}${d.share === undefined ? '' : `; if it is a share, write ${d.share}`}`;
    case 'no-answer':
      return 'Nothing is decided here: give one of points, grade, times, share, tier, met';
    case 'two-answers':
      return `${d.answers.join(' and ')} are both given; give one, and the other in an entry of its own`;
    case 'not-asked':
      return d.rule === undefined
        ? `No scoring rule there asks for “${d.answer}”; give ${d.instead.join(' or ')}`
        : `Scoring rule ${d.rule} does not ask for “${d.answer}”; give ${d.instead.join(' or ')}`;
    case 'which-rule':
      return `Scoring rules ${d.rules.join(' and ')} both ask for “${d.answer}”; say which one: rule: ${d.rules[0]}`;
    case 'which-criterion':
      return `Several criteria ask for “${d.answer}”; say which one with criterion (\`score set\`: --criterion): ${d.criteria.join(', ')}`;
    case 'share-below':
      return `What asks for a share are indicators below; answer there: ${d.places.slice(0, 5).join(', ')}${d.places.length > 5 ? ' …' : ''}`;
    case 'said-twice':
      return `Decided already, on line ${d.line}; keep one of the two`;
    case 'other-name':
      return `This was decided of the ${THINGS[d.thing]} “${d.name}”, and ${d.code} is “${d.now}” now, so it does not count; ${d.elsewhere.length === 0 ? '' : `“${d.name}” is ${d.elsewhere.slice(0, 5).join(', ')} now: ${d.thing === 'indicator' ? '`dangan scaffold --write` changes the code, or do it yourself' : 'change the code'}; `}if it is about what has the code now, let “${d.key}” be “${d.now}”`;
  }
}

function insteadOf({
  nearest,
  known,
  orNone = false,
}: Extract<OwnScoresFault, { readonly wrong: 'nothing-such' }>): string {
  const near = nearest === undefined ? '' : `; did you mean “${nearest}”?`;
  if (!known) {
    return nearest === undefined ? '; `dangan validate --show` prints the scoring system' : near;
  }
  const all = `there are: ${known.join(', ')}${orNone ? '; write “none” where none has happened' : ''}`;
  return nearest === undefined ? `; ${all}` : `${near} ${all}`;
}

export const scoreFindings = {
  'score-entry-invalid/yaml': faults.yaml,
  'score-entry-invalid/entry': (d: ScoresFault) => scoresFault(d),
  'score-overclaim/points': (d: {
    name: string;
    criterion: string | undefined;
    by: string;
    claimed: string;
    supported: string;
  }) =>
    `${d.by} gives ${d.claimed} points${d.criterion === undefined ? '' : ` for criterion ${d.criterion}`}, the evidence bears ${d.supported}; file what is behind the rest, or give ${d.supported}`,
};
