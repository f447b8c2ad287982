/** Results of a check as values, for tests of the reports that show them. */
import { readFileSync } from 'node:fs';
import type { Archive } from '../../src/core/archive/types.js';
import { whereaboutsIn } from '../../src/core/archive/whereabouts.js';
import type { Finding } from '../../src/core/rules/findings.js';
import { isOwnRule } from '../../src/core/rules/ids.js';
import type { Waived } from '../../src/core/waivers/types.js';
import { messagesIn, type Language } from '../../src/messages/index.js';
import { checkCheckstyle } from '../../src/report/check/checkstyle.js';
import { checkGithub } from '../../src/report/check/github.js';
import { checkGitlab } from '../../src/report/check/gitlab.js';
import { checkHtml } from '../../src/report/check/html.js';
import { checkJson } from '../../src/report/check/json.js';
import { checkJsonl } from '../../src/report/check/jsonl.js';
import { checkJunit } from '../../src/report/check/junit.js';
import { checkMarkdown } from '../../src/report/check/markdown.js';
import type { Outcome, Speech } from '../../src/report/check/outcome.js';
import { reportOn } from '../../src/report/check/report-on.js';
import { checkSarif } from '../../src/report/check/sarif.js';
import { checkText } from '../../src/report/check/text.js';
import { archiveOf } from './archive-of.js';
import { systemWith } from './system-of.js';

const { system } = systemWith(`indicators:
  - code: "1"
    name: 组织领导
    children:
      - { code: "1.1", name: 领导机构 }
      - { code: "1.2", name: 工作制度 }
`);

/** An archive of two leaf indicators, which stand in lines 7 and 8 of the scoring system; these files in the first. */
export function twoLeaves(...files: readonly string[]): Archive {
  return archiveOf(
    { '1 组织领导/1.1 领导机构': files, '1 组织领导/1.2 工作制度': [] },
    { scoring: system, known: {} },
  );
}

/** That a folder is missing, an error, but for what is given: whatever it is called is in the sentence. */
export function findingOf(name: string, given: Partial<Finding> = {}): Finding {
  return {
    rule: 'tree-folder-missing',
    severity: 'error',
    messageId: 'tree-folder-missing/leaf',
    params: { name, leaves: 0 },
    indicator: { code: '1.2', path: '1/1.2' },
    file: undefined,
    at: undefined,
    fix: 'safe',
    title: name,
    fingerprint: '0123456789abcdef',
    ...given,
  };
}

interface Given extends Partial<Omit<Outcome, 'report'>> {
  readonly archive?: Archive;
  readonly findings?: readonly Finding[];
  readonly waived?: readonly Waived[];
}

/** What a check came to that found this. */
export function outcomeOf({ archive = twoLeaves(), ...given }: Given): Outcome {
  const { findings = [], waived = [], ...others } = given;
  return {
    report: reportOn(archive, { findings, waived }),
    ok: findings.length === 0,
    failOn: 'error',
    prefix: '',
    unit: '市水务局',
    system: '测评标准',
    today: '2026-11-22',
    version: '0.1.0',
    where: whereaboutsIn(archive),
    pageOf: (rule) => (isOwnRule(rule) ? undefined : rulePage(rule)),
    own: [],
    ...others,
  };
}

function rulePage(rule: string): string {
  return readFileSync(new URL(`../../src/core/rules/${rule}/README.md`, import.meta.url), 'utf8');
}

export function speech(language: Language): Speech {
  return { language, say: messagesIn(language) };
}

const style = readFileSync(new URL('../../src/report/pages/check.css', import.meta.url), 'utf8');
const asIs = (text: string) => text;
const paint = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, cyan: asIs, green: asIs };

/** Every report of a result. */
export const RENDER = {
  text: ({ report }, words) => checkText(report, true, { ...words, columns: 100, paint }),
  json: checkJson,
  jsonl: checkJsonl,
  sarif: checkSarif,
  junit: checkJunit,
  github: checkGithub,
  gitlab: checkGitlab,
  checkstyle: checkCheckstyle,
  markdown: checkMarkdown,
  html: (outcome, words) => checkHtml(outcome, words, style),
} satisfies Readonly<Record<string, (outcome: Outcome, words: Speech) => string>>;
