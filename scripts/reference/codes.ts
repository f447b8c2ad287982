/** Exit codes, and the errors behind them with their sentences. */
import { DanganError, ERROR_CODES, EXIT, type ExitCode } from '../../src/errors.js';
import { messagesIn } from '../../src/messages/index.js';
import { anyData } from '../../test/helpers/any-data.js';
import { code, pageOf, table, type Tongue, type Words } from './languages.js';

export const EXIT_WORDS: Readonly<Record<keyof typeof EXIT, Words>> = {
  inOrder: ['没有问题', 'in order'],
  findings: [
    '有问题（默认指“错误”一级，可用 `--fail-on` 调），或迎检包不完好',
    'findings (errors, unless `--fail-on` says otherwise), or a bundle that does not hold',
  ],
  usage: [
    '命令、设置或测评体系不对，没法开始',
    'wrong usage, settings or scoring system: the question could not be asked',
  ],
  couldNotJudge: [
    '读不了、磁盘满、内部故障，没法判断',
    'could not judge: unreadable, disk full, internal',
  ],
  interrupted: ['被中断（Ctrl-C）', 'interrupted (Ctrl-C)'],
};

const TOO_LARGE = { bytes: 5_000_000_000, beside: 60_000, limit: 4_000_000_000, enough: '5G' };
const fault = { fault: 'syntax', words: '…' };

/** For sentences that depend on a word in their data, so that not any word will do. */
const SAMPLES: Readonly<Partial<Record<(typeof ERROR_CODES)[number], object>>> = {
  SETTINGS_INVALID: {
    path: 'dangan.yaml',
    problems: [{ at: { line: 3 }, messageId: 'not-text', data: { key: 'system' } }],
  },
  LEDGER_INVALID: { path: 'ledger.yaml', line: 3, fault },
  SCORES_INVALID: { path: 'scores.yaml', line: 3, fault },
  SCORE_VALUE_INVALID: { faults: [{ wrong: 'points', found: '9', min: '0', max: '6' }] },
  WORKBOOK_KIND: { path: '‹path›', looks: 'xls' },
  LEDGER_VALUE_INVALID: { faults: [{ wrong: 'not-a-leaf', name: '1' }] },
  ENTRY_AMBIGUOUS: {
    id: '001',
    entries: ['2026-11-21-001', '2026-11-22-001'].map((id) => ({ id, verb: 'fix' })),
  },
  ARCHIVE_NOT_FOUND: { path: '‹path›' },
  BUNDLE_DOES_NOT_HOLD: { path: '‹path›', count: '‹count›', key: '‹key›' },
  BUNDLE_NOT_A_BAG: { path: '‹path›', inner: undefined, inside: [], below: [] },
  PACK_INDICATOR_TOO_LARGE: { place: '‹place›', ...TOO_LARGE },
  PACK_FILE_TOO_LARGE: { path: '‹path›', ...TOO_LARGE },
  PACK_LIMIT_TOO_SMALL: TOO_LARGE,
  PROFILE_INVALID: { faults: [{ wrong: 'number', field: '人数', value: '‹value›' }] },
  BAG_PROFILE_INVALID: {
    path: '‹path›',
    problems: [
      { at: { line: 3, column: 1 }, wrong: 'missing', where: '', key: 'Manifests-Required' },
    ],
  },
  KEY_INVALID: { key: '‹path›', is: 'other', wanted: 'public' },
  UNDO_BLOCKED: {
    id: '2026-11-22-001',
    shown: [{ path: '‹path›', because: 'edited' }],
    count: 1,
    canSkip: true,
    edited: true,
    later: [],
  },
  SHEET_NOT_OURS: { path: '‹path›', because: 'not-exported' },
};

/** In the place of a sentence that could not be made. */
export const UNSAID = '(?)';

export function codesPage(tongue: Tongue): string {
  const { pick } = tongue;
  const numbers = Object.entries(EXIT) as [keyof typeof EXIT, ExitCode][];
  const parts = numbers.flatMap(([, number]) => {
    const rows = ERROR_CODES.filter((each) => exitOf(each) === number).map((each) => [
      code(each),
      sentenceOf(each, tongue),
    ]);
    if (rows.length === 0) return [];
    const head = [pick(['错误码', 'error code']), pick(['说的话', 'what is said'])];
    const title = pick([`退出码 ${number}`, `Exit code ${number}`]);
    return [`## ${title}`, table(head, rows)];
  });
  return pageOf(
    tongue,
    ['退出码和错误码', 'Exit codes and error codes'],
    [
      '退出码对每个命令、每种输出格式都一样。`--format json` 时，不能继续的原因在 `error.code` 里，错误码定下就不再改。',
      'Exit codes mean the same for every command and format. With `--format json`, `error.code` tells why a command could not go on; these codes never change.',
    ],
    [
      table(
        [pick(['退出码', 'exit code']), pick(['意思', 'meaning'])],
        numbers.map(([name, number]) => [String(number), pick(EXIT_WORDS[name])]),
      ),
      ...parts,
    ],
  );
}

function exitOf(each: (typeof ERROR_CODES)[number]): ExitCode {
  return new DanganError(each, {}).exitCode;
}

/** What happened, and what to do, with ‹words› where a run says which. */
function sentenceOf(each: (typeof ERROR_CODES)[number], { language }: Tongue): string {
  const words = messagesIn(language).errors[each] as (data: unknown) => readonly [string, string];
  try {
    const [what, hint] = words(SAMPLES[each] ?? anyData(new Set()));
    return `${what}<br>→ ${hint}`;
  } catch {
    // It has to be given something to say in SAMPLES, as a test tells.
    return UNSAID;
  }
}
