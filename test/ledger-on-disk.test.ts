import { mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArchive } from '../src/io/archive/read-archive.js';
import { readLedgers } from '../src/io/ledger/read-ledgers.js';
import { diskStore } from '../src/io/store/disk-store.js';
import { smallArchive, writeTree } from './helpers/archive-on-disk.js';
import { sha256 } from './helpers/contents.js';

const HOME = '档案/1 组织领导/1.1 领导机构';
const ELSEWHERE = '档案/1 组织领导/1.2 工作制度';

const entry = (file: string, text: string) =>
  [
    `  - file: ${file}`,
    `    sha256: ${sha256(text)}`,
    `    bytes: ${Buffer.byteLength(text)}`,
    `    note: ${text}`,
    '',
  ].join('\n');

/** An archive with two papers, each with an entry. */
function archive(): string {
  const root = smallArchive();
  writeTree(root, {
    [`${HOME}/01：通知.docx`]: 'notice',
    [`${HOME}/02：方案.docx`]: 'scheme',
    [`${HOME}/ledger.yaml`]: `entries:\n${entry('01：通知.docx', 'notice')}${entry('02：方案.docx', 'scheme')}`,
  });
  return root;
}

/** By path of the file, the note of its entry; of an orphan in brackets. */
async function notes(root: string): Promise<Record<string, string | undefined>> {
  const { ledgers } = await readLedgers(diskStore(root), await readArchive(root));
  const found: Record<string, string | undefined> = {};
  for (const [folder, { entries, orphans }] of ledgers) {
    for (const { file, note } of entries) found[`${folder}/${file ?? ''}`] = note;
    for (const { file, note } of orphans) found[`(${folder}/${file ?? ''})`] = note;
  }
  return found;
}

test('an archive without ledgers has none', async () => {
  const root = smallArchive();
  expect((await readLedgers(diskStore(root), await readArchive(root))).ledgers.size).toBe(0);
});

test('entries follow files that are renamed and moved by hand, also to a folder without a ledger', async () => {
  const root = archive();
  renameSync(join(root, HOME, '01：通知.docx'), join(root, ELSEWHERE, '05：成立小组的通知.docx'));
  mkdirSync(join(root, HOME, '2020年'));
  renameSync(join(root, HOME, '02：方案.docx'), join(root, HOME, '2020年/01：方案.docx'));
  expect(await notes(root)).toEqual({
    [`${ELSEWHERE}/05：成立小组的通知.docx`]: 'notice',
    [`${HOME}/2020年/01：方案.docx`]: 'scheme',
  });
});

test('entries follow their folder', async () => {
  const root = archive();
  renameSync(join(root, HOME), join(root, '档案/别处'));
  expect(await notes(root)).toEqual({
    '档案/别处/01：通知.docx': 'notice',
    '档案/别处/02：方案.docx': 'scheme',
  });
});

test('two files that changed names keep the entries of their names, unless their titles are the same', async () => {
  const root = archive();
  const [a, b] = [join(root, HOME, '01：通知.docx'), join(root, HOME, '02：方案.docx')];
  renameSync(a, `${a}.old`);
  renameSync(b, a);
  renameSync(`${a}.old`, b);
  expect(await notes(root)).toEqual({
    [`${HOME}/01：通知.docx`]: 'notice',
    [`${HOME}/02：方案.docx`]: 'scheme',
  });
});

test('a file that is gone leaves an orphan', async () => {
  const root = archive();
  renameSync(join(root, HOME, '01：通知.docx'), join(root, 'elsewhere.docx'));
  expect(await notes(root)).toMatchObject({ [`(${HOME}/01：通知.docx)`]: 'notice' });
});

const faultsIn = async (root: string) => {
  const { ledgers } = await readLedgers(diskStore(root), await readArchive(root));
  const problems = [...ledgers.values()].flatMap((ledger) => ledger.problems);
  return problems.map(({ fault }) => ('fault' in fault ? fault.fault : fault.wrong));
};

test('a huge ledger is told and not read', async () => {
  const root = archive();
  truncateSync(join(root, HOME, 'ledger.yaml'), 50 << 20);
  expect(await faultsIn(root)).toEqual(['too-large']);
});

test('a ledger that is no text is told', async () => {
  const root = archive();
  writeFileSync(join(root, HOME, 'ledger.yaml'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]));
  expect(await faultsIn(root)).toEqual(['binary']);
});

test('a ledger in GBK is told, and read all the same', async () => {
  const root = archive();
  // 材料
  const gbk = Buffer.from([0xb2, 0xc4, 0xc1, 0xcf]);
  const bytes = [Buffer.from('entries: [{ file: '), gbk, Buffer.from('.docx, note: x }]\n')];
  writeFileSync(join(root, HOME, 'ledger.yaml'), Buffer.concat(bytes));
  expect([await faultsIn(root), Object.values(await notes(root))]).toEqual([['encoding'], ['x']]);
});

test('a bomb of aliases is told, and costs nothing', async () => {
  const root = archive();
  const lines = ['note: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let n = 1; n < 12; n += 1) {
    lines.push(`k${n}: &a${n} [${Array.from({ length: 10 }, () => `*a${n - 1}`).join(', ')}]`);
  }
  writeFileSync(join(root, HOME, 'ledger.yaml'), lines.join('\n'));
  expect(await faultsIn(root)).toContain('alias-bomb');
});

test('a link that is called ledger.yaml is not followed', async () => {
  const root = smallArchive();
  writeFileSync(join(root, 'secret.yaml'), 'entries: [{ file: a }]\n');
  symlinkSync(join(root, 'secret.yaml'), join(root, HOME, 'ledger.yaml'));
  expect(await notes(root)).toEqual({});
});
