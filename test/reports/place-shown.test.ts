import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/rules/findings.js';
import { messagesIn } from '../../src/messages/index.js';
import { checkGithub } from '../../src/report/check/github.js';
import { checkGitlab } from '../../src/report/check/gitlab.js';
import { checkSarif } from '../../src/report/check/sarif.js';
import {
  placedMessage,
  placeShown,
  repositoryPath,
  uriOf,
} from '../../src/report/check/place-shown.js';
import { findingOf, outcomeOf, twoLeaves } from '../helpers/outcome-of.js';

const folder = '档案/1 组织领导/1.1 领导机构';
const archive = twoLeaves('01：通知.docx');
const garbled = { name: '\ufffd.docx', kind: 'garbled' } as const;
const outcome = outcomeOf({
  archive: { ...archive, root: { ...archive.root, oddities: [garbled] } },
});
const shown = (given: Partial<Finding>) => {
  const { file, line, about } = placeShown(findingOf('', given), outcome);
  return [`${file}:${line}`, about];
};

test('a file is its own place', () => {
  expect(shown({ file: `${folder}/01：通知.docx` })).toEqual([
    `${folder}/01：通知.docx:1`,
    undefined,
  ]);
});

test('a folder is shown at its indicator’s line, and so is what is missing', () => {
  expect(shown({ file: folder })).toEqual(['criteria.yaml:8', folder]);
  expect(shown({ file: '档案/没有' })).toEqual(['criteria.yaml:8', '档案/没有']);
});

test('no path leads to a name that is no text', () => {
  expect(shown({ file: '档案/\ufffd.docx' })).toEqual(['criteria.yaml:8', '档案/\ufffd.docx']);
});

test('what belongs to no indicator is shown where the scoring system begins', () => {
  expect(shown({ file: '档案', indicator: undefined })).toEqual(['criteria.yaml:1', '档案']);
});

test('a line in a ledger or in the scoring system goes before', () => {
  const ledger = `${folder}/ledger.yaml`;
  const at = { file: ledger, line: 5, column: 3 };
  expect(shown({ file: ledger, at })).toEqual([`${ledger}:5`, undefined]);
  expect(shown({ file: folder, at })).toEqual([`${ledger}:5`, folder]);
});

test('what a file lacks is shown at the file, wherever it is asked for', () => {
  const file = `${folder}/01：通知.docx`;
  const at = { file: 'criteria.yaml', line: 8, column: 5 };
  const finding = findingOf('', { file, at });
  expect(placeShown(finding, outcome)).toEqual({
    ...{ file, line: 1, column: 1 },
    ...{ about: undefined, asked: at },
  });
  const told = { ...outcome, report: { ...outcome.report, findings: [finding] } };
  const speech = { say: messagesIn('zh-CN'), language: 'zh-CN' } as const;
  expect(checkGithub(told, speech)).toContain(`file=${file},line=1,title=`);
  expect(checkGitlab(told, speech)).toContain(`"path": "${file}"`);
  const [result] = (JSON.parse(checkSarif(told, speech)) as SarifLog).runs[0]?.results ?? [];
  const uri = (location: Location | undefined) =>
    decodeURIComponent(location?.physicalLocation.artifactLocation.uri ?? '');
  expect(uri(result?.locations[0])).toBe(file);
  expect(uri(result?.relatedLocations[0])).toBe('criteria.yaml');
});

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
}
interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly {
      readonly locations: readonly Location[];
      readonly relatedLocations: readonly Location[];
    }[];
  }[];
}

test('what is about another place than is shown names it', () => {
  const finding = findingOf('图片', { file: folder });
  const message = placedMessage(finding, placeShown(finding, outcome), messagesIn('zh-CN'));
  expect(message).toBe(`${folder}：缺少文件夹“图片”`);
});

test.each([
  ['', 'criteria.yaml', 'criteria.yaml'],
  ['甲/乙', 'criteria.yaml', '甲/乙/criteria.yaml'],
  ['甲/乙', '../../省.yaml', '省.yaml'],
  ['甲/乙', '../../../省.yaml', '甲/乙/dangan.yaml'],
])('in %j, %s is %s of the repository', (prefix, path, expected) => {
  expect(repositoryPath({ prefix }, path)).toBe(expected);
});

test('a URI has nothing in it that is not its own', () => {
  expect(uriOf('a b/1:2#3?%41/é')).toBe('a%20b/1%3A2%233%3F%2541/%C3%A9');
});
