/** Documents as other programs make them, against those that we know the length of. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docxOf } from '../../src/io/samples/office.js';
import { jpegOf } from '../../src/io/samples/jpeg.js';
import { readFacts } from '../../src/io/facts/read-facts.js';
import { exifOf, jpegWith } from '../helpers/documents.js';
import { FACTS, folderOf } from '../helpers/facts-of.js';
import { runsHere } from '../helpers/programs.js';

const LINES = Array.from(
  { length: 60 },
  (_, at) => `第${at}条 各单位要认真落实，做好 2020 年 work。`,
);

async function factsIn(root: string) {
  const names = readdirSync(root).filter((name) => name.includes('.'));
  return readFacts(root, names, { ...FACTS, today: '9999-12-31' });
}

describe.runIf(runsHere('soffice', '--version'))('LibreOffice', () => {
  test('makes documents of every form with as many characters', async () => {
    const root = folderOf({ 'a.docx': await docxOf('工作总结', LINES) });
    const profile = `-env:UserInstallation=file://${join(root, 'profile')}`;
    for (const form of ['odt', 'doc', 'pdf', 'docx']) {
      const from = form === 'docx' ? 'a.odt' : 'a.docx';
      const target = form === 'docx' ? join(root, 'again') : root;
      spawnSync(
        'soffice',
        [profile, '--headless', '--convert-to', form, '--outdir', target, join(root, from)],
        { timeout: 110_000 },
      );
    }
    const [facts, again] = [await factsIn(root), await factsIn(join(root, 'again'))];
    const counted = ['a.docx', 'a.doc', 'a.odt', 'a.pdf'].map(
      (name) => facts.get(name)?.characters,
    );
    const characters = 4 + LINES.join('').replaceAll(' ', '').length;
    const all = [...counted, again.get('a.docx')?.characters];
    expect(all).toEqual(all.map(() => characters));
    expect(facts.get('a.pdf')?.created).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe.runIf(runsHere('convert', '-version'))('ImageMagick', () => {
  test('keeps the moment when a photo was taken, in forms that have a place for it', async () => {
    const picture = jpegOf({ columns: 8, rows: 8, color: () => [9, 9, 9] });
    const root = folderOf({ 'a.jpg': jpegWith(exifOf('2020:03:12 08:30:00'), picture) });
    for (const name of ['b.jpg', 'b.png', 'b.webp']) {
      execFileSync('convert', [join(root, 'a.jpg'), join(root, name)]);
    }
    const facts = await factsIn(root);
    expect([...facts.values()].map(({ taken }) => taken)).toEqual(
      Array.from({ length: 4 }, () => '2020-03-12'),
    );
  });
});
