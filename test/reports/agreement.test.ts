/** One result in ten forms: what is told in each is the same, read back by others than those who write it. */
import { describe, expect, test } from 'vitest';
import { ARCHIVE_RULES } from '../../src/core/rules/index.js';
import type { Finding } from '../../src/core/rules/findings.js';
import { runArchiveRules } from '../../src/core/rules/run.js';
import type { Severity } from '../../src/core/rules/seen.js';
import type { Waived } from '../../src/core/waivers/types.js';
import { withLedgers } from '../helpers/archive-of.js';
import { outcomeOf, RENDER, speech, twoLeaves } from '../helpers/outcome-of.js';
import { runsHere } from '../helpers/programs.js';
import {
  elements,
  readTables,
  readWorkflowCommands,
  readXml,
  renderMarkdown,
} from '../helpers/read-reports.js';
import { HOSTILE } from './hostile.js';

const READERS = runsHere('cmark-gfm', '--version') && runsHere('python3', '--version');

/** Errors, warnings and notices, on files, folders, lines of the scoring system and of a ledger, and on nothing. */
function everyKind(): { findings: readonly Finding[]; waived: readonly Waived[] } {
  const archive = hostileArchive();
  const [first, ...others] = runArchiveRules(archive, ARCHIVE_RULES);
  if (!first) throw new Error('nothing was found');
  const own = { ...first, rule: 'own-plans', severity: 'info', file: undefined } as const;
  // Two of one fingerprint, and one in a file that people edit.
  const all = [first, ...others, { ...first, file: `${first.file ?? ''}2` }];
  const waived = all
    .filter((_, at) => at % 4 === 3)
    .map((finding, at) => ({ finding, by: at % 2 === 0 ? WAIVER : { kind: 'baseline' as const } }));
  return { findings: [...all.filter((_, at) => at % 4 !== 3), own], waived };
}
const WAIVER = {
  kind: 'waiver',
  reason: HOSTILE.join(' '),
  owner: '办公室',
  until: '2027-01-31',
  at: { file: 'waivers.yaml', line: 4, column: 3 },
} as const;

function hostileArchive() {
  const archive = withLedgers(twoLeaves(...HOSTILE, '03：计划.docx', '3-总结.docx'), {
    '1 组织领导/1.1 领导机构':
      'format: dangan/ledger@1\nentries:\n  - { file: 没有.pdf, colour: 红 }\n',
  });
  const garbled = { name: '\ufffd\ufffd.docx', kind: 'garbled' } as const;
  return { ...archive, root: { ...archive.root, oddities: [garbled] } };
}

const { findings, waived } = everyKind();
const outcome = outcomeOf({ archive: hostileArchive(), findings, waived, ok: false });

/** Of each finding, in some order: rule and fingerprint, or rule and level where there is no room for that. */
const ids = (list: readonly { rule: string; fingerprint: string }[]) =>
  list.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).sort();
const levels = (list: readonly { rule: string; severity: string }[]) =>
  list.map(({ rule, severity }) => `${rule} ${severity}`).sort();
const letPass = waived.map(({ finding }) => finding);

test('what is compared has something of everything in it', () => {
  const severities = new Set(findings.map(({ severity }) => severity));
  expect(severities).toEqual(new Set(['error', 'warning', 'info']));
  expect(findings.some(({ at, file }) => at && at.file === file)).toBe(true);
  expect(findings.some(({ at, file }) => at && at.file !== file)).toBe(true);
  expect(findings.some(({ file = '' }) => outcome.report.isFolder(file))).toBe(true);
  expect(new Set(waived.map(({ by }) => by.kind)).size).toBe(2);
});

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  const words = speech(language);
  const { say } = words;
  const total = { total: findings.length, ...countOf(findings) };

  test('text gives the totals', () => {
    const text = RENDER.text(outcome, words);
    expect(text).toContain(say.check.summary(total));
    expect(text).toContain(String(waived.length));
  });

  test('json', () => {
    const document = JSON.parse(RENDER.json(outcome, words)) as Document;
    expect(ids(document.findings)).toEqual(ids(findings));
    expect(ids(document.waived)).toEqual(ids(letPass));
    expect(document.summary).toMatchObject({ ...countOf(findings), waived: waived.length });
  });

  test('jsonl', () => {
    const lines = RENDER.jsonl(outcome, words).trimEnd().split('\n');
    const read = lines.map((line) => JSON.parse(line) as Finding & { type: string });
    const of = (type: string) => read.filter((line) => line.type === type);
    expect(ids(of('finding'))).toEqual(ids(findings));
    expect(ids(of('waived'))).toEqual(ids(letPass));
    expect(of('summary')).toMatchObject([{ ...countOf(findings), waived: waived.length }]);
  });

  test('sarif', () => {
    const log = JSON.parse(RENDER.sarif(outcome, words)) as Sarif;
    const results = log.runs[0]?.results ?? [];
    const told = results.map(({ ruleId, partialFingerprints, suppressions }) => ({
      rule: ruleId,
      fingerprint: partialFingerprints['dangan/v1'] ?? '',
      isWaived: suppressions.length > 0,
    }));
    expect(ids(told.filter(({ isWaived }) => !isWaived))).toEqual(ids(findings));
    expect(ids(told.filter(({ isWaived }) => isWaived))).toEqual(ids(letPass));
  });

  test('gitlab', () => {
    const entries = JSON.parse(RENDER.gitlab(outcome, words)) as GitlabEntry[];
    const told = entries.map(({ check_name, fingerprint }) => ({
      rule: check_name,
      fingerprint: fingerprint.slice(0, 16),
    }));
    expect(ids(told)).toEqual(ids(findings));
  });

  test('junit', () => {
    const root = readXml(RENDER.junit(outcome, words));
    const told = elements(root, 'testcase').map(({ values, children, text }) => ({
      rule: values['classname']?.replace('dangan.', '') ?? '',
      fingerprint: /fingerprint: ([0-9a-f]{16})/.exec(text)?.[1] ?? '',
      is: children[0]?.name,
    }));
    const of = (...is: string[]) => told.filter((each) => is.includes(each.is ?? ''));
    expect(ids(of('failure', 'system-out'))).toEqual(ids(findings));
    expect(ids(of('failure'))).toEqual(
      ids(findings.filter(({ severity }) => severity === 'error')),
    );
    expect(ids(of('skipped'))).toEqual(ids(letPass));
    expect(root.values).toMatchObject({ tests: String(told.length) });
  });

  test('checkstyle', () => {
    const errors = elements(readXml(RENDER.checkstyle(outcome, words)), 'error');
    const told = errors.map(({ values: { source = '', severity = '' } }) => ({
      rule: source.replace('dangan.', ''),
      severity,
    }));
    expect(levels(told)).toEqual(levels(findings));
  });

  test('github tells the worst of each level, and the totals', () => {
    const commands = readWorkflowCommands(RENDER.github(outcome, words));
    const last = commands.pop();
    const told = commands.map(({ command, properties }) => ({
      rule: properties['title']?.split(' ')[0] ?? '',
      severity: command === 'notice' ? 'info' : command,
    }));
    const counts = countOf(findings);
    expect(countOf(told)).toEqual({
      error: Math.min(counts.error, 10),
      warning: Math.min(counts.warning, 10),
      info: Math.min(counts.info, 9),
    });
    const all = levels(findings);
    expect(levels(told).filter((each) => !all.includes(each))).toEqual([]);
    expect(last?.message).toContain(say.check.summary(total));
  });

  test.runIf(runsHere('python3', '--version'))('html', () => {
    const { rows } = readTables(RENDER.html(outcome, words));
    const told = rows.map(({ of, cells }) => ({
      rule:
        cells
          .at(of['class'] === 'waived' ? 1 : -1)
          ?.at(-1)
          ?.split(' ')[0] ?? '',
      severity: of['class'] ?? '',
      fingerprint: of['data-fingerprint'] ?? '',
    }));
    const found = told.filter(({ severity }) => severity !== 'waived');
    expect(ids(found)).toEqual(ids(findings));
    expect(levels(found)).toEqual(levels(findings));
    const passed = told.filter(({ severity }) => severity === 'waived');
    expect(passed.map(({ rule }) => rule).sort()).toEqual(letPass.map(({ rule }) => rule).sort());
  });

  test.runIf(READERS)('markdown', () => {
    const { rows } = readTables(renderMarkdown(RENDER.markdown(outcome, words)));
    const found = rows.filter(({ cells }) => cells.length === 4);
    const levelOf = (shown: string) =>
      (['error', 'warning', 'info'] as const).find((level) =>
        shown.endsWith(say.check.level[level]),
      );
    const told = found.map(({ cells }) => ({
      rule: cells[3]?.at(-1) ?? '',
      severity: levelOf(cells[0]?.[0] ?? '') ?? '',
    }));
    expect(levels(told)).toEqual(levels(findings));
    expect(rows.length - found.length).toBe(waived.length);
  });
});

test('in order: every form says so, and none is empty but that of annotations', () => {
  const words = speech('zh-CN');
  const none = outcomeOf({});
  for (const [format, render] of Object.entries(RENDER)) {
    // Said without the reporter.
    if (format === 'text') continue;
    const said = render(none, words);
    expect([format, said === '']).toEqual([format, format === 'github']);
    expect(render(none, words)).toBe(said);
  }
});

function countOf(list: readonly { severity: string }[]): Record<Severity, number> {
  const of = (level: Severity) => list.filter(({ severity }) => severity === level).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

interface Document {
  readonly findings: readonly Finding[];
  readonly waived: readonly Finding[];
  readonly summary: object;
}

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions: readonly object[];
    }[];
  }[];
}

interface GitlabEntry {
  readonly check_name: string;
  readonly fingerprint: string;
}
