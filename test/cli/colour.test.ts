/** Colour changes how the words look, and not one of them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { smallArchive, temporaryFolder, writeTree } from '../helpers/archive-on-disk.js';
import { lacking, notices, zipOf } from '../helpers/bags.js';
import { dangan, type Run } from '../helpers/cli.js';
import { fillIn } from '../helpers/clerk.js';
import { ourBundle } from '../helpers/our-bundle.js';

const FOLDER = '档案/1 组织领导/1.1 领导机构';
const photo = 'data/2 活动/01：活动照片.jpg';
const bundle = ourBundle(notices);
const sealed = zipOf(bundle);
const damaged = zipOf({ ...lacking(bundle, photo), 'data/1 组织领导/多出.txt': 'x' });

/** An archive with something to say of its names, its ledger, its coverage and its points. */
function archive(): string {
  const root = smallArchive();
  writeTree(root, {
    'criteria.yaml': `format: dangan/scoring-system@1
title: 测评标准
owners: { office: 办公室 }
indicators:
  - code: "1"
    name: 组织领导
    owner: office
    children:
      - code: "1.1"
        name: 领导机构
        points: 3
        scoring: { rule: deduct, each: 1, per: missing, floor: 0 }
        evidence: [{ id: paper, title: 成立创建工作领导小组、明确各成员单位职责分工的文件, count: 3 }]
      - { code: "1.2", name: 工作制度, points: 2 }
  - { code: "2", name: 志愿服务, points: 5 }
`,
    'scores.yaml': 'scores:\n  - { indicator: "9", points: 1 }\n',
    [`${FOLDER}/01：创建领导小组文件.docx`]: '甲',
    [`${FOLDER}/3 会议记录.docx`]: '乙',
    '档案/2 志愿服务/01：活动照片.jpg': '丙',
    [`${FOLDER}/ledger.yaml`]: 'entries:\n  - { file: 01：创建领导小组文件.docx, date: 2020-03 }\n',
  });
  return root;
}

/** An archive, and a sheet of its ledger that was filled in while the ledger was. */
async function conflict(): Promise<{ readonly root: string; readonly sheet: string }> {
  const root = archive();
  const sheet = join(temporaryFolder(), '台账.xlsx');
  dangan(['ledger', 'export', sheet], { cwd: root });
  await fillIn(sheet, { 2: { 形成日期: '2020-03-12' } });
  const entry = '{ file: 01：创建领导小组文件.docx, date: 2020-05 }';
  writeFileSync(join(root, FOLDER, 'ledger.yaml'), `entries:\n  - ${entry}\n`);
  return { root, sheet };
}

const plain = ({ code, out, note }: Run): Run => ({
  code,
  out: stripVTControlCharacters(out),
  note: stripVTControlCharacters(note),
});

function expectSameWords(words: readonly string[], cwd?: string): void {
  const options = { ...(cwd !== undefined && { cwd }), environment: { FORCE_COLOR: '1' } };
  const colored = dangan(words, options);
  expect(colored.out + colored.note).toContain('\u001B[');
  expect(plain(colored)).toEqual(dangan([...words, '--no-color'], options));
}

test.each([
  ['a damaged bundle', ['verify', damaged]],
  ['only what is wrong with it', ['verify', damaged, '--quiet']],
  [
    'a bundle against another system',
    ['verify', sealed, '--system', 'quarterly-dynamic-2020-unit'],
  ],
  ['two bundles, one of them damaged', ['diff', sealed, damaged]],
])('%s says the same in colour', (_, words) => {
  expectSameWords(words);
});

test.each([
  ['check', ['check', '--all']],
  ['check of the first few', ['check']],
  ['status', ['status', '--all']],
  ['score', ['score', '--all']],
  ['score of one indicator', ['score', '--indicator', '1.1']],
])('%s says the same in colour', (_, words) => {
  expectSameWords([...words, '--today', '2020-07-10'], archive());
});

test('a ledger sheet whose ledger was changed since says the same in colour', async () => {
  const { root, sheet } = await conflict();
  expectSameWords(['ledger', 'import', sheet], root);
});
