/** What npm would publish, judged from outside: as a command, as a library, in types, and for what is in it. */
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallArchive } from '../helpers/small-archive.js';
import { treeOf } from '../helpers/archive-on-disk.js';
import { packedProject, REPOSITORY, run, type Project } from './packed.js';

let project: Project;
let loop: Loop;

interface Loop {
  readonly done: Readonly<Record<string, { readonly ok: boolean }>>;
  readonly log: { readonly entries: readonly { readonly verb: string }[] };
  readonly notes: readonly string[];
  readonly progress: readonly (readonly [number, number | null, string])[];
  readonly stopped: unknown;
  readonly refused: Readonly<Record<string, unknown>>;
}

beforeAll(() => {
  project = packedProject();
  loop = wholeLoop();
});

afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

/** By the library as it is installed; one name is out of order before. */
function wholeLoop(): Loop {
  const root = smallArchive({ '1 组织领导/1.2 工作制度/2.财务制度.pdf': '%PDF-1.4' });
  const script = join(project.folder, 'whole-loop.mjs');
  cpSync(join(REPOSITORY, 'test/package/whole-loop.mjs'), script);
  const key = join(project.folder, 'unit.key');
  const password = join(project.folder, 'password.txt');
  writeFileSync(password, 'open sesame\n');
  dangan('keygen', '-o', key, '--password-file', password);
  const words = [script, root, project.folder, key, 'open sesame'];
  const printed = run([process.execPath, ...words], project.folder);
  rmSync(root, { recursive: true });
  return JSON.parse(printed) as Loop;
}

function dangan(...words: readonly string[]): string {
  const program = join(project.installed, 'bin/dangan.js');
  return run([process.execPath, program, ...words], project.folder);
}

test('the command tells its version', () => {
  const { version } = JSON.parse(
    readFileSync(join(project.installed, 'package.json'), 'utf8'),
  ) as Record<'version', string>;
  expect(dangan('--version')).toBe(`${version}\n`);
});

test('the command finds every file that it reads: the whole demo, a rule’s page, an example', () => {
  expect(dangan('demo', '--keep', 'demo', '--lang', 'en')).toContain('undo');
  expect(dangan('explain', 'name-pattern', '--lang', 'en')).toContain('name-pattern');
  expect(treeOf(join(project.folder, 'demo'))).toContain('unpacked/index.html');
});

test('nothing of the build is left out, and nothing but that and its papers is in it', () => {
  const made = ['bin', 'dist', 'examples', 'integrations', 'schemas'].flatMap((folder) =>
    treeOf(join(REPOSITORY, folder)).map((path) => `${folder}/${path}`),
  );
  const papers = ['CHANGELOG.md', 'LICENSE', 'README.en.md', 'README.md', 'package.json'];
  expect(treeOf(project.installed)).toEqual([...made, ...papers].sort());
});

test('it is small enough to be carried about: most of it is a Chinese font', () => {
  expect(project.bytes).toBeLessThan(16 * 2 ** 20);
});

test('the licences of what is bundled go with it', () => {
  const text = readFileSync(join(project.installed, 'dist/LICENSES.txt'), 'utf8');
  for (const name of ['commander', 'yaml', '@cantoo/pdf-lib', 'unpdf']) {
    expect(text).toMatch(new RegExp(`^${name} \\d.*\\((?:MIT|ISC)\\)$`, 'm'));
  }
});

test('what people wait for has little to read before it starts', () => {
  const bytes = ['check', 'validate', 'verify', 'unpack', 'pack'].map(
    (command) => statSync(join(project.installed, `dist/${command}.cjs`)).size,
  );
  expect(Math.max(...bytes)).toBeLessThan(2.2 * 2 ** 20);
});

test('it runs nothing when it is installed', () => {
  const { scripts = {} } = JSON.parse(
    readFileSync(join(project.installed, 'package.json'), 'utf8'),
  ) as { scripts?: Record<string, string> };
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'preprepare'];
  expect(hooks.filter((hook) => hook in scripts)).toEqual([]);
});

test('publint has nothing to say', () => {
  const program = join(REPOSITORY, 'node_modules/publint/src/cli.js');
  const words = [program, 'run', project.installed, '--pack', 'false', '--strict'];
  expect(run([process.execPath, ...words], project.folder)).toContain('All good');
});

test.each([
  ...['init', 'scaffold', 'add', 'stamp', 'catalogue', 'bind'],
  ...['validate', 'check', 'status', 'score', 'plan', 'journal'],
  ...['pack', 'verify', 'unpack', 'identify', 'rules'],
])('the library’s %s is as its published schema says', (name) => {
  const file = join(project.installed, `schemas/${name}.schema.json`);
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.validate(JSON.parse(readFileSync(file, 'utf8')) as object, loop.done[name]);
  expect(ajv.errors).toBeNull();
});

test('a change made by the library is in the journal, and so is its undo', () => {
  expect(loop.log.entries.map(({ verb }) => verb)).toEqual(['fix', 'undo']);
});

test('what was packed holds', () => {
  expect(loop.done['verify']?.ok).toBe(true);
});

test('what was signed by the library is of the unit', () => {
  expect(loop.done['verify']).toMatchObject({ signatures: [{ valid: true }, { valid: true }] });
});

test('a program is told how far the work has come', () => {
  const { progress } = loop;
  expect(progress.filter(([done, all]) => all !== null && done > all)).toEqual([]);
  expect(progress.some(([done, all, of]) => done === all && of === 'files')).toBe(true);
});

test('it stops when it is told to', () => {
  expect(loop.stopped).toEqual({ code: 'INTERRUPTED', cause: 'enough' });
});

test('what keeps a run from going on is thrown, in Chinese unless told otherwise', () => {
  expect(loop.refused).toEqual({
    isOurs: true,
    code: 'RULE_UNKNOWN',
    exitCode: 2,
    message: expect.stringContaining('no-such-rule') as string,
    hint: expect.stringMatching(/\p{Script=Han}/u) as string,
  });
});

test('CommonJS may require it', () => {
  const script = join(project.folder, 'required.cjs');
  writeFileSync(script, "console.log(require('dangan').parseName('01：计划.pdf').title);\n");
  expect(run([process.execPath, script], project.folder)).toBe('计划\n');
});

test('schemas are to be had by name, and what is inside is not', () => {
  const script = join(project.folder, 'resolved.mjs');
  const inside = "import('dangan/dist/worker.js').catch((error) => console.log(error.code))";
  const schema = "import.meta.resolve('dangan/schemas/check.schema.json')";
  writeFileSync(script, `console.log(${schema}); await ${inside};\n`);
  const file = pathToFileURL(join(project.installed, 'schemas/check.schema.json')).href;
  expect(run([process.execPath, script], project.folder)).toBe(
    `${file}\nERR_PACKAGE_PATH_NOT_EXPORTED\n`,
  );
});

/** A program in TypeScript that uses what is exported; what it must not be let do is marked. */
const CONSUMER = `import { add, bind, catalogue, check, DanganError, errorWords, EXIT, fix, formatName, identify, init, log, pack, parseName,
  RULE_IDS, rules, scaffold, score, stamp, status, undo, unpack, validate, verify } from 'dangan';
import type { CheckDocument, EvidenceName, Language, Options, Progress, RuleId, StatusState } from 'dangan';

const language: Language = 'en';
const options: Options = { language, onNote: (text: string) => void text };
export async function summary(root: string): Promise<readonly string[]> {
  const { ok, findings, summary }: CheckDocument = await check([root], { ...options, rules: ['name'], failOn: 'info' });
  const files: number = summary.files;
  const owed: StatusState | undefined = (await status(root, { states: ['late'] })).indicators[0]?.state;
  const total: string = (await score(root)).total.earned;
  const plan = await fix(root, { write: true });
  if (plan.entry !== undefined) await undo(root, { id: plan.entry });
  await Promise.all([rules({ archive: root }), log(root), identify([root]), validate('criteria.yaml')]);
  const { bundle } = await pack(root, { output: 'bundle.zip' });
  if (bundle && (await verify(bundle.path)).ok) await unpack(bundle.path, 'bag');
  return [String(ok), String(files), owed ?? '', total, ...findings.map(({ message }) => message)];
}
export async function made(folder: string, onProgress: (progress: Progress) => void): Promise<readonly string[]> {
  const { path, leaves } = await init(folder, { system: 'criteria.yaml', unit: '县水利局', profile: { staff: '120' } });
  const { made } = await scaffold(path, { write: true });
  const { filed, entry } = await add(path, ['a.pdf'], { to: '1.1', year: 2020, dryRun: true });
  const { files } = await stamp([path], { write: true, onProgress });
  await catalogue(path, { output: 'list.xlsx', kind: 'filed', per: 'part' });
  await bind(path, { output: 'bound.pdf', indicator: '1', soffice: '/usr/bin/soffice' });
  await pack(path, { sign: 'unit.key', password: 'secret' });
  return [String(leaves), ...made, ...filed.map(({ to }) => to), entry ?? '', ...files.map(({ file }) => file)];
}
// @ts-expect-error nobody says where to
await add('.', ['a.pdf']);
export function words(error: unknown): string {
  if (!(error instanceof DanganError)) throw error;
  return error.exitCode === EXIT.usage ? errorWords(error, language).hint : error.code;
}
const name: EvidenceName = parseName('01：计划.pdf');
export const written: string = formatName({ ...name, ordinal: 3 }, { digits: 3 });
export const first: RuleId | undefined = RULE_IDS[0];
// @ts-expect-error there is no such language
await rules({ language: 'fr' });
// @ts-expect-error results are not to be written to
(await check('.')).ok = true;
`;

test.each([
  ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
  ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
])('TypeScript compiles against it, strictly and with no other types: %s', (_, module, how) => {
  const file = join(project.folder, 'consumer.ts');
  writeFileSync(file, CONSUMER);
  const program = ts.createProgram([file], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    lib: ['lib.es2022.d.ts'],
    types: [],
    target: ts.ScriptTarget.ES2022,
    module,
    moduleResolution: how,
  });
  const faults = ts.getPreEmitDiagnostics(program);
  expect(
    faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  ).toEqual([]);
});
