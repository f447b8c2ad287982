/** BagIt bags as values: text by path, put in order, then told otherwise. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BagProfile } from '../../src/core/bundle/bag-profile/types.js';
import type { RuleId } from '../../src/core/rules/ids.js';
import { compareText } from '../../src/core/text.js';
import { messagesIn } from '../../src/messages/index.js';
import { unpackBundle } from '../../src/io/bundle/reading/unpack.js';
import { verifyBundle, type SpotCheckOptions } from '../../src/io/bundle/reading/verify.js';
import type { VerifyReport } from '../../src/core/bundle/judge/judge.js';
import { messageOf } from '../../src/report/words.js';
import { zipBytes, type ZipEnd, type ZipFile } from './zip-bytes.js';

export type BagContents = Readonly<Record<string, string | Buffer>>;

export const digestOf = (algorithm: string, data: string | Buffer) =>
  createHash(algorithm).update(data).digest('hex');

/** Of the same files in a folder, and as they are to be. */
export const digestsIn = (folder: string, files: BagContents) =>
  Object.keys(files).map((path) => digestOf('sha256', readFileSync(join(folder, path))));
export const digestsOf = (files: BagContents) =>
  Object.values(files).map((data) => digestOf('sha256', data));

export const declaration = (version = '1.0', encoding = 'UTF-8') =>
  `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`;

/** The manifest of those of the files that are in `data/`, or that are not. */
export function manifestOf(files: BagContents, algorithm = 'sha256', of = 'payload'): string {
  return Object.entries(files)
    .filter(([path]) => path.startsWith('data/') === (of === 'payload'))
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, data]) => `${digestOf(algorithm, data)}  ${path}\n`)
    .join('');
}

/** A bag in order: payload, one manifest, declaration, bag-info and tag manifest. */
export function bagOf(payload: BagContents, version = '1.0'): BagContents {
  const bytes = Object.values(payload).reduce((sum, data) => sum + Buffer.byteLength(data), 0);
  const bag = {
    ...payload,
    'bagit.txt': declaration(version),
    'bag-info.txt': `Source-Organization: 某局\nPayload-Oxum: ${bytes}.${Object.keys(payload).length}\n`,
    'manifest-sha256.txt': manifestOf(payload),
  };
  return sealed(bag);
}

/** A bag with its tag manifest made anew, as somebody leaves it who hides a change. */
export function sealed(files: BagContents): BagContents {
  const tags = lacking(files, 'tagmanifest-sha256.txt');
  return { ...tags, 'tagmanifest-sha256.txt': manifestOf(tags, 'sha256', 'tags') };
}

/** A bag without one of its files. */
export function lacking(files: BagContents, path: string): BagContents {
  return Object.fromEntries(Object.entries(files).filter(([each]) => each !== path));
}

export const notices: BagContents = {
  'data/1 组织领导/1.1 领导机构/01：创建领导小组文件.txt': '成立领导小组',
  'data/1 组织领导/1.1 领导机构/02：2020年度工作计划.txt': '计划'.repeat(200),
  'data/2 活动/01：活动照片.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
};

export const temporary = () => mkdtempSync(join(tmpdir(), 'dangan-bag-'));

export function folderWith(files: BagContents, above = temporary()): string {
  const root = join(above, 'bag');
  mkdirSync(root);
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), data);
  }
  return root;
}

export function zipWith(bytes: Buffer): string {
  const path = join(temporary(), 'bag.zip');
  writeFileSync(path, bytes);
  return path;
}

/** The files of a bag as entries of a zip, in a top folder. */
export const entriesOf = (
  files: BagContents,
  top = 'bag/',
  rest: Omit<Partial<ZipFile>, 'name'> = {},
) => Object.entries(files).map(([path, data]) => ({ name: top + path, data, ...rest }));

export const zipOf = (files: BagContents, end?: ZipEnd) => zipWith(zipBytes(entriesOf(files), end));

/** The bag in a zip of another program, which writes each entry otherwise. */
export const zipWritten = (files: BagContents, written: (name: string) => Partial<ZipFile>) =>
  zipWith(zipBytes(entriesOf(files).map((entry) => ({ ...entry, ...written(entry.name) }))));

const alone = { threads: { count: 1, worker: new URL('file:///none') } };

export async function reportOn(path: string, profile?: BagProfile): Promise<VerifyReport> {
  return (await verifyBundle(path, { ...alone, profile })).report;
}

/** What was found, each as `rule place`; notes left out. */
export async function seenIn(path: string): Promise<string[]> {
  const { findings } = await reportOn(path);
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ messageId, file }) => (file === undefined ? messageId : `${messageId} ${file}`));
}

export async function wordsOn(path: string): Promise<string[]> {
  const { findings } = await reportOn(path);
  return findings.map((finding) => messageOf(finding, messagesIn('en')));
}

type Judging = Omit<SpotCheckOptions, 'threads'>;

/** What one rule says of a bag, each with how bad it is and where. */
export async function toldBy(rule: RuleId, path: string, options: Judging = {}): Promise<string[]> {
  const { report } = await verifyBundle(path, { ...alone, ...options });
  return report.findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => {
      const place = finding.file === undefined ? '' : ` ${finding.file}`;
      return `${finding.severity}${place}: ${messageOf(finding, messagesIn('en'))}`;
    });
}

export const unpack = (path: string, to: string) => unpackBundle(path, to, alone);

/** Why a bundle is refused. */
export async function codesIn(path: string): Promise<string[]> {
  const { holds, findings } = await reportOn(path);
  const codes = findings.flatMap(({ params }) => ('code' in params ? [params.code] : []));
  return holds ? ['holds'] : [...new Set(codes)];
}
