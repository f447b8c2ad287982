import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ContentFacts } from '../../../src/core/evidence/types.js';
import { readFacts, type FactsOptions } from '../../../src/io/facts/read-facts.js';

export const FACTS: FactsOptions = {
  today: '2020-12-31',
  threads: { count: 2, worker: new URL('../../../dist/worker.js', import.meta.url) },
  cache: false,
};

/** A folder with these files, written to a minute ago; gone when the test is over. */
export function folderOf(files: Readonly<Record<string, Buffer | string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'dangan-facts-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, bytes] of Object.entries(files)) putFile(root, name, bytes);
  return root;
}

export function putFile(root: string, name: string, bytes: Buffer | string): void {
  writeFileSync(join(root, name), bytes);
  const before = Date.now() / 1000 - 60;
  utimesSync(join(root, name), before, before);
}

/** What is known of one file with these bytes. */
export async function factsOf(name: string, bytes: Buffer | string): Promise<ContentFacts> {
  const facts = await readFacts(folderOf({ [name]: bytes }), [name], FACTS);
  return facts.get(name) ?? { characters: -1, created: undefined, taken: undefined };
}

/** What is known of the first bytes of each of these files: 16, and then more and more of them. */
export async function factsOfParts(
  files: readonly Buffer[],
  extension: string,
): Promise<readonly ContentFacts[]> {
  const parts = files.flatMap((bytes) => {
    const step = Math.ceil(bytes.length / 60);
    return Array.from({ length: 60 }, (_, at) => bytes.subarray(0, 16 + at * step));
  });
  const named = Object.fromEntries(parts.map((bytes, at) => [`${at}.${extension}`, bytes]));
  return [...(await readFacts(folderOf(named), Object.keys(named), FACTS)).values()];
}

export const KNOWN_NOTHING: ContentFacts = {
  characters: undefined,
  created: undefined,
  taken: undefined,
};
