import { expect, test } from 'vitest';
import { compoundOf, summaryOf, wordStreams } from '../helpers/documents/compound.js';
import { factsOf, factsOfParts, KNOWN_NOTHING } from '../helpers/documents/facts-of.js';

const SUMMARY = { '\u0005SummaryInformation': summaryOf('2020-03-12T08:30:00Z') };
const TEXT = [
  ['会议 纪要\r', 'utf16le'],
  ['in 2020\r', 'latin1'],
] as const;

test.each(['纪要.doc', '纪要.wps'])('%s tells its length and when it was begun', async (name) => {
  expect(await factsOf(name, compoundOf({ ...wordStreams(TEXT), ...SUMMARY }))).toMatchObject({
    ...KNOWN_NOTHING,
    characters: 10,
    created: '2020-03-12',
  });
});

test.each(['表.xls', '演示.ppt'])('%s tells when it was begun', async (name) => {
  expect(await factsOf(name, compoundOf({ Workbook: Buffer.alloc(9), ...SUMMARY }))).toMatchObject({
    ...KNOWN_NOTHING,
    created: '2020-03-12',
  });
});

test('the instruction of a field is not counted, what it shows is, though one is in another', async () => {
  const text = '甲\x13 IF \x13 DATE \x14一二\x15 \x14三\x15乙\x13 TC x\x15丙';
  expect(await factsOf('a.doc', compoundOf(wordStreams([[text, 'utf16le']])))).toMatchObject({
    characters: 4,
  });
});

test.each([
  ['a.docx', compoundOf({ EncryptedPackage: Buffer.alloc(9), EncryptionInfo: Buffer.alloc(9) })],
  ['a.doc', compoundOf(wordStreams(TEXT, 0x0100))],
])('%s with a password is told as such', async (name, bytes) => {
  expect(await factsOf(name, bytes)).toMatchObject({ ...KNOWN_NOTHING, failed: 'encrypted' });
});

test('a document older than Word 97 tells when it was begun', async () => {
  const facts = await factsOf('a.doc', compoundOf({ WordDocument: Buffer.alloc(99), ...SUMMARY }));
  expect(facts).toMatchObject({ ...KNOWN_NOTHING, created: '2020-03-12' });
});

test('a file of this form that is no document is of a kind that is not read', async () => {
  expect(await factsOf('Thumbs.db', compoundOf({ Catalog: Buffer.alloc(9) }))).toMatchObject({
    ...KNOWN_NOTHING,
    failed: 'unsupported',
  });
});

test('a document that is cut off anywhere is unreadable, or all that it needs is there', async () => {
  const whole = compoundOf({ ...wordStreams(TEXT), ...SUMMARY });
  for (const { characters, failed } of await factsOfParts([whole], 'doc')) {
    expect(failed === 'unreadable' ? undefined : 10).toBe(characters);
  }
});

test('chains that go round in a circle end', async () => {
  const whole = compoundOf({ ...wordStreams(TEXT), ...SUMMARY });
  const circles = Array.from({ length: 40 }, (_, at) => {
    const bytes = Buffer.from(whole);
    for (let sector = at; sector < 40; sector += 1) bytes.writeUInt32LE(at, 512 + sector * 4);
    return bytes;
  });
  for (const facts of await Promise.all(circles.map((bytes) => factsOf('a.doc', bytes)))) {
    expect(facts).toHaveProperty('characters');
  }
});
