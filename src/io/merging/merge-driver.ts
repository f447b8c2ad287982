/** What git calls to merge a file in which one writes entry by entry. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { decodeText, MARK } from '../../core/yaml-file/decode-text.js';
import { withMarks, type MarkNames } from '../../core/yaml-file/conflict-marks.js';
import { writtenIn, type Written } from '../../core/yaml-file/node.js';
import { diskError } from '../../errors.js';
import { tryGit } from '../git/run-git.js';
import { parseYaml } from '../yaml/yaml.js';
import { mergeTexts } from './merge-texts.js';

interface DriverRequest {
  /** Files with the versions; the result is written into `ours`. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** The path of the file that is merged. */
  readonly name: string;
  /** How the sides are called in the marks. */
  readonly names: MarkNames;
  readonly signal: AbortSignal;
}

/**
 * Merge as git asks a driver to.
 *
 * Git's own merge of lines stands where it comes to the same as a merge of entries: it keeps what stands between them
 * best. Where a person has to choose, only that is between marks.
 *
 * @returns whether nothing is left to a person.
 * @throws {DanganError} what the disk or git says.
 */
export async function mergeAsDriver(request: DriverRequest): Promise<boolean> {
  const lines = await linesMerged(request);
  const result = entriesMerged(request, lines) ?? lines;
  try {
    writeFileSync(request.ours, result.bytes);
  } catch (error) {
    throw diskError(request.ours, error);
  }
  return result.ok;
}

interface Result {
  readonly bytes: Buffer;
  readonly ok: boolean;
}

async function linesMerged(request: DriverRequest): Promise<Result> {
  const { base, ours, theirs, names, signal } = request;
  const labels = ['-L', names.ours, '-L', 'base', '-L', names.theirs];
  const words = ['merge-file', '-p', '-q', ...labels, ours, base, theirs];
  const { code, out } = await tryGit(words, { cwd: dirname(ours), signal });
  // More than 127 is no number of conflicts: it refused them, as not being text.
  return code > 127 || code < 0
    ? { bytes: readFileSync(ours), ok: false }
    : { bytes: out, ok: code === 0 };
}

function entriesMerged(request: DriverRequest, lines: Result): Result | undefined {
  const { name, names } = request;
  const base = readText(request.base);
  const ours = readText(request.ours);
  const theirs = readText(request.theirs);
  if (!ours || !theirs) return undefined;
  const versions = { base: base?.text, ours: ours.text, theirs: theirs.text };
  const merged = mergeTexts(name, versions, 'ours');
  if (!merged) return undefined;
  const bytesOf = (text: string) => Buffer.from((ours.marked ? MARK : '') + text);
  if (merged.clashes.length > 0) {
    const other = mergeTexts(name, versions, 'theirs');
    if (!other) return undefined;
    return { bytes: bytesOf(withMarks(merged.yaml.text, other.yaml.text, names)), ok: false };
  }
  const isSame = lines.ok && saysIn(decodeText(lines.bytes).text) === saysIn(merged.yaml.text);
  return isSame ? lines : { bytes: bytesOf(merged.yaml.text), ok: true };
}

/** @returns `undefined` for what is no text. */
function readText(path: string): { readonly text: string; readonly marked: boolean } | undefined {
  try {
    const bytes = readFileSync(path);
    const { text, fault } = decodeText(bytes);
    return fault ? undefined : { text, marked: bytes.subarray(0, 3).equals(Buffer.from(MARK)) };
  } catch (error) {
    throw diskError(path, error);
  }
}

/** What a text says, whatever the order of its keys and entries. */
function saysIn(text: string): string {
  const { root } = parseYaml(text);
  return root ? inOrder(writtenIn(root)) : '';
}

function inOrder(value: Written): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Written[]).map(inOrder).sort().join()}]`;
  const pairs = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}:${inOrder(each)}`,
  );
  return `{${pairs.sort().join()}}`;
}
