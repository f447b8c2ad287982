/**
 * Documents changed by chance: whatever is in them, they are stamped or left, and one that was stamped opens as well as
 * before. `DANGAN_FUZZ=50000` tries more of them; a failure names the seed.
 */
import { expect, test } from 'vitest';
import { randomOf } from '../../src/core/bundle/judge/random.js';
import type { Stamp } from '../../src/core/stamp/types.js';
import { stampDocx } from '../../src/io/stamp/office/stamp-docx.js';
import { stampPptx } from '../../src/io/stamp/office/stamp-pptx.js';
import { stampXlsx } from '../../src/io/stamp/office/stamp-xlsx.js';
import { changedBytes, changedZip, oneOf, type Random } from '../helpers/mutations.js';
import { ODD } from '../helpers/documents/odd-word.js';
import { presentation, sheetXml, slideXml, workbook } from '../helpers/documents/office.js';
import { partsOf, stampBytes } from '../helpers/documents/stamped.js';
import { zipOf } from '../helpers/documents/word.js';

const TRIES = Number(process.env['DANGAN_FUZZ'] ?? 300);
const NAME = '01：创建领导小组文件';

const DOCUMENTS: readonly (readonly [Stamp, Buffer])[] = [
  ...Object.values(ODD).map((bytes) => [stampDocx, bytes] as const),
  [stampXlsx, workbook([sheetXml('<headerFooter><oddFooter>&amp;R右</oddFooter></headerFooter>')])],
  [stampPptx, presentation([slideXml()])],
];

type Parts = Map<string, Buffer>;

/** `undefined` when another program cannot read it. */
async function readable(zip: Buffer): Promise<Parts | undefined> {
  try {
    return await partsOf(zip);
  } catch {
    return undefined;
  }
}

async function changedParts(zip: Buffer, random: Random): Promise<Buffer> {
  const parts = Object.fromEntries(await partsOf(zip));
  const part = oneOf(Object.keys(parts), random);
  return zipOf({ ...parts, [part]: changedBytes(parts[part] ?? Buffer.alloc(0), random) });
}

async function tryOne(seed: number): Promise<void> {
  const random = randomOf(String(seed));
  const [stamp, document] = oneOf(DOCUMENTS, random);
  const changed =
    random(2) === 0 ? changedZip(document, random) : await changedParts(document, random);
  const { stamped, bytes } = await stampBytes(stamp, changed, NAME);
  if (stamped.did !== 'stamped') return;
  const again = await stampBytes(stamp, bytes, NAME);
  expect(again.stamped, `seed ${seed}`).toEqual({ did: 'same' });
  const [before, after] = [await readable(changed), await readable(bytes)];
  if (before === undefined) return;
  expect(after && lost(before, after), `seed ${seed}`).toEqual([]);
}

/** Parts that are gone, or are others and not ours to change. */
function lost(before: Parts, after: Parts): string[] {
  return [...before.keys()].filter((name) => {
    const now = after.get(name);
    const isOurs = /\.xml$|\.rels$/i.test(name);
    return now === undefined || (!isOurs && !now.equals(before.get(name) ?? now));
  });
}

test('documents changed by chance are stamped or left, and open as before', async () => {
  for (let seed = 1; seed <= TRIES; seed += 1) {
    await tryOne(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
  }
}, 600_000);
