/** Reports that build servers read: what they insist on, and where they stop. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { checkMarkdown } from '../../src/report/check/markdown.js';
import type { Severity } from '../../src/core/rules/seen.js';
import { findingOf, outcomeOf, RENDER, speech, twoLeaves } from '../helpers/outcome-of.js';
import { runsHere } from '../helpers/programs.js';
import { elements, readWorkflowCommands, readXml } from '../helpers/read-reports.js';
import { HOSTILE } from './hostile.js';

const words = speech('zh-CN');
const folder = '档案/1 组织领导/1.1 领导机构';
const by = { kind: 'baseline' } as const;
const outcome = outcomeOf({
  archive: twoLeaves(...HOSTILE),
  findings: HOSTILE.flatMap((name) => {
    const finding = findingOf(name, { file: `${folder}/${name}` });
    return [finding, finding, { ...finding, severity: 'warning' as const }];
  }),
  waived: [{ finding: findingOf('已豁免'), by }],
  ok: false,
});

/** So many of each level. */
function many(counts: Readonly<Record<Severity, number>>) {
  const levels: readonly Severity[] = ['info', 'warning', 'error'];
  const findings = levels.flatMap((severity) =>
    Array.from({ length: counts[severity] }, (_, at) =>
      findingOf(`${severity} ${at}`, { severity }),
    ),
  );
  return outcomeOf({ findings, ok: false });
}

describe.runIf(runsHere('xmllint', '--version'))('by its schema', () => {
  test.each(['junit', 'checkstyle'] as const)('%s', (format) => {
    const schema = fileURLToPath(new URL(`../fixtures/reports/${format}.xsd`, import.meta.url));
    for (const each of [outcome, outcomeOf({}), many({ error: 0, warning: 2, info: 0 })]) {
      const { stderr, status } = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], {
        input: RENDER[format](each, words),
        encoding: 'utf8',
      });
      expect([stderr, status]).toEqual(['- validates\n', 0]);
    }
  });
});

test('junit fails from the level of --fail-on up', () => {
  const verdicts = (failOn: Severity) => {
    const xml = RENDER.junit({ ...many({ error: 1, warning: 2, info: 3 }), failOn }, words);
    const root = readXml(xml);
    expect(root.values['failures']).toBe(String(elements(root, 'failure').length));
    return elements(root, 'failure').length;
  };
  expect([verdicts('error'), verdicts('warning'), verdicts('info')]).toEqual([1, 3, 6]);
});

test('gitlab has what its merge requests insist on', () => {
  // https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
  const text = { type: 'string', minLength: 1 };
  const isValid = new Ajv.default().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: text,
        check_name: text,
        fingerprint: text,
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/)' },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  });
  const entries = JSON.parse(RENDER.gitlab(outcome, words)) as { fingerprint: string }[];
  isValid(entries);
  expect(isValid.errors).toBeNull();
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
});

test('github gets the worst first, no more than it shows, and then the totals', () => {
  const commands = readWorkflowCommands(
    RENDER.github(many({ error: 12, warning: 11, info: 10 }), words),
  );
  const levels = commands.map(({ command }) => command);
  const times = (count: number, level: string) => Array.from({ length: count }, () => level);
  expect(levels).toEqual([...times(10, 'error'), ...times(10, 'warning'), ...times(10, 'notice')]);
  expect(commands.at(-1)).toMatchObject({
    properties: { title: 'dangan' },
    message: expect.stringMatching(/共 33 个问题[^]*有 4 个问题没有标注/) as string,
  });
});

test('a summary in Markdown stays below the mebibyte that GitHub takes, and says how many it leaves out', () => {
  const findings = Array.from({ length: 20_000 }, (_, at) =>
    findingOf(`${at} ${HOSTILE[0] ?? ''}`),
  );
  const text = checkMarkdown(outcomeOf({ findings, ok: false }), words);
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  const rows = text.split('\n').filter((line) => line.startsWith('| 🔴')).length;
  expect(text).toContain(`还有 ${20_000 - rows} 个`);
});

test('the text of a check gives a build server no commands', () => {
  const names = ['::stop-commands::停.docx', '##[add-mask]档案.docx'];
  const findings = names.map((name) =>
    findingOf(name, { file: `${folder}/${name}`, rule: 'name-pattern' }),
  );
  const text = RENDER.text(outcomeOf({ archive: twoLeaves(...names), findings }), words);
  expect(text).toContain('  \\u{3a}:stop-commands::停.docx\n');
  expect(text).not.toMatch(/^\s*::|##\[/m);
});
