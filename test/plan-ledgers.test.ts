import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArchivePath } from '../src/core/archive/paths.js';
import type { EvidenceEdit } from '../src/core/ledger/plan-edits.js';
import { applyPlan, finishEarlier } from '../src/io/change/apply.js';
import { unfinishedEntry } from '../src/io/change/journal.js';
import { undo } from '../src/io/change/undo.js';
import { readArchive } from '../src/io/archive/read-archive.js';
import { realDisk } from '../src/io/disk.js';
import { planLedgers } from '../src/io/ledger/plan-ledgers.js';
import { readLedgers } from '../src/io/ledger/read-ledgers.js';
import { diskStore } from '../src/io/store/disk-store.js';
import { smallArchive, writeTree } from './helpers/archive-on-disk.js';
import { sha256 } from './helpers/contents.js';
import { dyingDisk, Killed } from './helpers/disk/dying-disk.js';
import { snapshot, textsOf } from './helpers/disk/snapshot.js';

const HOME = '档案/1 组织领导/1.1 领导机构';
const ELSEWHERE = '档案/1 组织领导/1.2 工作制度';
const today = '2020-11-22';

const lines = (file: string, text: string) =>
  `  # 关于${text}\n  - file: ${file}\n    color: ${text}\n    sha256: ${sha256(text)}\n    bytes: ${text.length}\n`;

function archive(ledger = `entries:\n${lines('01：a.docx', 'one')}${lines('02：b.docx', 'two')}`) {
  const root = smallArchive();
  writeTree(root, {
    [`${HOME}/01：a.docx`]: 'one',
    [`${HOME}/02：b.docx`]: 'two',
    [`${HOME}/ledger.yaml`]: ledger,
  });
  return root;
}

const evidenceOf = (root: string) => textsOf(snapshot(join(root, '档案')));
const read = (root: string, path: ArchivePath) => readFileSync(join(root, path), 'utf8');

/** Set the date of a file, as `ledger set` does. */
async function date(
  root: string,
  folder: ArchivePath,
  file: string,
  value: string,
  disk = realDisk,
) {
  const settled = await readLedgers(diskStore(root), await readArchive(root));
  const entry = settled.ledgers.get(folder)?.entries.find((each) => each.file === file);
  const edit: EvidenceEdit = { folder, file, entry, set: [{ path: ['date'], value }] };
  const changes = await planLedgers(root, settled, [edit], { remark: '台账' });
  return applyPlan(root, { changes }, { verb: 'ledger', today, disk });
}

test('a ledger is changed where it stands, and undo gives the bytes back', async () => {
  const root = archive();
  const before = snapshot(root);
  await date(root, HOME, '01：a.docx', '2020-03-12');
  expect(read(root, `${HOME}/ledger.yaml`)).toContain(
    'bytes: 3\n    date: 2020-03-12\n  # 关于two\n',
  );
  await undo(root, undefined, { today });
  expect(snapshot(root)).toEqual(before);
});

test('a folder gets its first ledger, with its schema', async () => {
  const root = archive();
  writeFileSync(join(root, ELSEWHERE, '01：c.docx'), 'three');
  await date(root, ELSEWHERE, '01：c.docx', '2020');
  expect(read(root, `${ELSEWHERE}/ledger.yaml`)).toBe(
    '# yaml-language-server: $schema=../../../schemas/ledger.schema.json\n# 台账\nentries:\n  - file: 01：c.docx\n    date: 2020\n' +
      `    bytes: 5\n    sha256: ${sha256('three')}\n`,
  );
});

test('an entry whose file was moved goes to the ledger of its folder, comments and all', async () => {
  const root = archive();
  renameSync(join(root, HOME, '01：a.docx'), join(root, ELSEWHERE, '03：新.docx'));
  await date(root, ELSEWHERE, '03：新.docx', '2020');
  expect(read(root, `${HOME}/ledger.yaml`)).toBe(`entries:\n${lines('02：b.docx', 'two')}`);
  expect(read(root, `${ELSEWHERE}/ledger.yaml`)).toContain(
    'entries:\n  # 关于one\n  - file: 03：新.docx\n    color: one\n',
  );
});

test('entries of other ledgers follow their files when any ledger is written', async () => {
  const root = archive();
  renameSync(join(root, HOME, '02：b.docx'), join(root, HOME, '07：改名.docx'));
  writeFileSync(join(root, ELSEWHERE, '01：c.docx'), 'three');
  await date(root, ELSEWHERE, '01：c.docx', '2020');
  expect(read(root, `${HOME}/ledger.yaml`)).toContain('- file: 07：改名.docx\n    color: two');
});

test('entries that change places between two ledgers', async () => {
  const root = archive();
  const there = 'entries:\n' + lines('01：c.docx', 'three');
  writeTree(root, { [`${ELSEWHERE}/01：c.docx`]: 'three', [`${ELSEWHERE}/ledger.yaml`]: there });
  renameSync(join(root, HOME, '02：b.docx'), join(root, ELSEWHERE, '09：b.docx'));
  renameSync(join(root, ELSEWHERE, '01：c.docx'), join(root, HOME, '09：c.docx'));
  await date(root, HOME, '01：a.docx', '2020');
  expect(read(root, `${HOME}/ledger.yaml`)).toMatch(/01：a.docx[^]*09：c.docx\n {4}color: three/);
  expect(read(root, `${ELSEWHERE}/ledger.yaml`)).toBe(`entries:\n${lines('09：b.docx', 'two')}`);
});

test('an entry without a file gives its name up to the file that has it now', async () => {
  const texts = ['one', 'two'].map((text, at) => lines(`0${at + 1}：照片.jpg`, text));
  const root = archive(`entries:\n${texts.join('')}`);
  for (const name of ['01：a.docx', '02：b.docx']) rmSync(join(root, HOME, name));
  writeFileSync(join(root, HOME, '01：照片.jpg'), 'two');
  await date(root, HOME, '01：照片.jpg', '2020');
  expect(read(root, `${HOME}/ledger.yaml`)).toMatch(
    /file: （已不在）01：照片.jpg\n {4}color: one[^]*file: 01：照片.jpg\n {4}color: two/,
  );
  const { ledgers } = await readLedgers(diskStore(root), await readArchive(root));
  const faults = ledgers.get(HOME)?.problems.map(({ fault }) => fault);
  expect(faults).not.toContainEqual(expect.objectContaining({ wrong: 'entry-twice' }));
});

test('a byte order mark and the line ends of Windows stay', async () => {
  const root = archive('\uFEFFentries:\r\n  - file: 01：a.docx\r\n');
  await date(root, HOME, '01：a.docx', '2020');
  expect(read(root, `${HOME}/ledger.yaml`)).toBe(
    '\uFEFFentries:\r\n  - file: 01：a.docx\r\n    date: 2020\r\n' +
      `    bytes: 3\r\n    sha256: ${sha256('one')}\r\n`,
  );
});

test.each([
  ['entries: [', 'LEDGER_INVALID'],
  [
    'entries:\n- &a { file: 01：a.docx, caption: &c {x: y} }\n- { file: b, caption: *a }\n',
    'LEDGER_UNEDITABLE',
  ],
])('%j is not changed', async (text, code) => {
  const root = archive(text);
  await expect(date(root, HOME, '01：a.docx', '2020')).rejects.toMatchObject({ code });
  expect(read(root, `${HOME}/ledger.yaml`)).toBe(text);
});

test('a ledger that cannot be changed does not keep another from it', async () => {
  const root = archive('entries: [');
  mkdirSync(join(root, HOME, '一'));
  writeFileSync(join(root, HOME, '一', '01：c.docx'), 'three');
  await date(root, `${HOME}/一`, '01：c.docx', '2020');
  expect(read(root, `${HOME}/一/ledger.yaml`)).toContain('date: 2020');
});

test('killed at any call, it is carried to its end or taken back', async () => {
  const start = () => {
    const root = archive();
    renameSync(join(root, HOME, '01：a.docx'), join(root, ELSEWHERE, '03：新.docx'));
    return root;
  };
  const whole = dyingDisk();
  const done = start();
  await date(done, HOME, '02：b.docx', '2020', whole);
  const [before, after] = [evidenceOf(start()), evidenceOf(done)];
  for (let calls = 0; calls < whole.calls; calls += 1) {
    const root = start();
    await expect(date(root, HOME, '02：b.docx', '2020', dyingDisk(calls))).rejects.toThrow(Killed);
    if (calls % 2 === 0 || unfinishedEntry(root) === undefined) {
      await finishEarlier(root, { today });
      expect([before, after]).toContainEqual(evidenceOf(root));
    } else {
      await undo(root, undefined, { today });
      expect(evidenceOf(root)).toEqual(before);
    }
  }
});
