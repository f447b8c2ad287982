/** Any text survives in every form: as the name of a file, and in the sentence about it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/rules/findings.js';
import { messagesIn } from '../../src/messages/index.js';
import { messageOf } from '../../src/report/words.js';
import { findingOf, outcomeOf, RENDER, speech, twoLeaves } from '../helpers/outcome-of.js';
import { runsHere } from '../helpers/programs.js';
import {
  elements,
  readTables,
  readWorkflowCommands,
  readXml,
  renderMarkdown,
} from '../helpers/read-reports.js';
import { HOSTILE } from './hostile.js';

/** Texts by chance, of pieces that mean something to one form or another, and of any units at all. */
const piece = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(
    '](',
    '![',
    '</',
    '-->',
    ']]>',
    '%2',
    '&#',
    '::',
    '\\',
    '`',
    '|',
    '{{',
    '$',
    '\n',
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
);
const texts = fc
  .sample(
    fc.array(piece, { maxLength: 4 }).map((parts) => parts.join('')),
    { seed: 6, numRuns: 200 },
  )
  // A name of a file has no `/` and no NUL in it.
  .map((text) => text.replaceAll(/[/\0]/g, '').replace(/^\.*$/, '名'))
  .concat(HOSTILE);

const folder = '档案/1 组织领导/1.1 领导机构';
const archive = twoLeaves(...texts);
const findings = texts.map((text) =>
  findingOf(text, { rule: 'tree-file-misplaced', file: `${folder}/${text}` }),
);
const outcome = outcomeOf({ archive, findings, prefix: '档案馆/2026' });
const words = speech('zh-CN');
const files = texts.map((text) => `档案馆/2026/${folder}/${text}`);
const messages = findings.map((finding: Finding) => messageOf(finding, messagesIn('zh-CN')));
/** Half characters are nothing that UTF-8 can hold. */
const whole = (text: string) => Buffer.from(text).toString();

test('json, and lines of it', () => {
  const document = JSON.parse(RENDER.json(outcome, words)) as { findings: Said[] };
  const lines = RENDER.jsonl(outcome, words).trimEnd().split('\n');
  const said = lines.map((line) => JSON.parse(line) as Said).slice(0, -1);
  for (const list of [document.findings, said]) {
    expect(list.map(({ message }) => message)).toEqual(messages);
    expect(list.map(({ file }) => file)).toEqual(findings.map(({ file }) => file));
  }
});
interface Said {
  readonly message: string;
  readonly file: string;
}

test('gitlab', () => {
  const entries = JSON.parse(RENDER.gitlab(outcome, words)) as {
    description: string;
    fingerprint: string;
    location: { path: string };
  }[];
  expect(entries.map(({ description }) => description)).toEqual(messages);
  expect(entries.map(({ location }) => location.path)).toEqual(files);
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(texts.length);
});

test('sarif, whose paths are relative URIs and whose sentences may hold links', () => {
  const log = JSON.parse(RENDER.sarif(outcome, words)) as {
    runs: { results: SarifResult[] }[];
  };
  const results = log.runs[0]?.results ?? [];
  const told = results.map(({ message }) => message.text);
  // A link is a bracket that no backslash stands before, closed by `](`.
  expect(told.filter((text) => /(?<!\\)(?:\\\\)*\]\(/.test(text))).toEqual([]);
  expect(told.map((text) => text.replace(/(\\*)\\\](?=\()/g, halved))).toEqual(messages);
  const uris = results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
  const top = new URL('file:///top/');
  expect(uris.map((uri) => decodeURIComponent(new URL(uri ?? '', top).pathname))).toEqual(
    files.map((file) => `/top/${whole(file)}`),
  );
});
const halved = (_: string, slashes: string) => `${slashes.slice(slashes.length / 2)}]`;
interface SarifResult {
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
}

test('checkstyle and junit, but for what XML has no way to write', () => {
  const visible = (text: string) =>
    Array.from(text, (point) =>
      isXml(point) ? point : `\\u{${point.charCodeAt(0).toString(16)}}`,
    );
  const shown = (list: readonly string[]) => list.map((text) => visible(text).join(''));
  const root = readXml(RENDER.checkstyle(outcome, words));
  const told = elements(root, 'error').map(({ values }) => values['message'] ?? '');
  expect(told.sort()).toEqual(shown(messages).sort());
  const names = elements(root, 'file').map(({ values }) => values['name'] ?? '');
  expect(names.sort()).toEqual([...new Set(shown(files))].sort());
  const failures = elements(readXml(RENDER.junit(outcome, words)), 'failure');
  expect(failures.map(({ values }) => values['message'])).toEqual(shown(messages));
});
/** The production Char of XML 1.0. */
function isXml(point: string): boolean {
  return /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(point);
}

test('github', () => {
  for (const at of texts.keys()) {
    const [finding] = findings.slice(at, at + 1);
    const one = outcomeOf({ archive, findings: finding ? [finding] : [], prefix: outcome.prefix });
    const commands = readWorkflowCommands(RENDER.github(one, words));
    expect(commands).toHaveLength(2);
    expect(commands[0]).toMatchObject({ message: messages[at], properties: { file: files[at] } });
  }
});

describe.runIf(runsHere('python3', '--version'))(
  'pages show what would act on them as \\u{…}',
  () => {
    const visible = (text: string) =>
      whole(
        text.replace(
          /[\p{Cc}\p{NChar}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
          (mark) => `\\u{${mark.codePointAt(0)?.toString(16) ?? ''}}`,
        ),
      );

    test('html', () => {
      const { rows } = readTables(RENDER.html(outcome, words));
      const told = rows.map(({ cells }) => [cells[1]?.[0], cells[2]?.[0]]);
      expect(told).toEqual(texts.map((text, at) => [visible(text), visible(messages[at] ?? '')]));
    });

    test.runIf(runsHere('cmark-gfm', '--version'))('markdown', () => {
      const { rows, tags } = readTables(renderMarkdown(RENDER.markdown(outcome, words)));
      const told = rows.map(({ cells }) => cells[2]?.join(''));
      expect(told).toEqual(messages.map(visible));
      const known = 'h2 h3 p strong ul li table thead tbody tr th td br code'.split(' ');
      // Addresses that GitHub makes links of by itself are no marks.
      expect(tags.filter((tag) => !known.includes(tag) && tag !== 'a')).toEqual([]);
    });
  },
);
