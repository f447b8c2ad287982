import { basename, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { Finding } from '../core/rules/findings.js';
import { ARCHIVE_RULES } from '../core/rules/index.js';
import { runArchiveRules } from '../core/rules/run.js';
import type { SecretKey } from '../core/signature/keys.js';
import { DanganError, EXIT } from '../errors.js';
import { runSystemRules } from '../core/rules/system-rules.js';
import { findArchive, openArchive, type OpenArchive } from '../io/archive/read-archive.js';
import { TreeListing } from '../io/bundle/list-tree.js';
import { PackThread } from '../io/bundle/pack-thread.js';
import { formatBytes } from '../report/bytes.js';
import { groupsOfFour } from '../report/digest-groups.js';
import { findingJson } from '../report/json.js';
import { plainWidth } from '../report/plain-width.js';
import { countBySeverity, packArchive, type Packed } from './pack-archive.js';
import { noteProfile } from './note-profile.js';
import { byteProgress } from './byte-progress.js';
import { packProgress } from './pack-progress.js';
import { refuseEarlier } from './settle-earlier.js';
import { signingKey, type SigningOptions } from './signing-key.js';

interface Options extends SigningOptions {
  readonly output?: string;
  readonly folder?: boolean;
  readonly allowErrors?: boolean;
  readonly today?: string;
  readonly format: 'text' | 'json';
}

export function addPackCommand(program: Command, cli: Cli): void {
  const { pack: say } = cli.say;
  const command = program
    .command('pack')
    .description(say.description)
    .argument('[archive]', say.options.archive)
    .option('-o, --output <path>', say.options.output)
    .option('--folder', say.options.folder)
    .option('--allow-errors', say.options.allowErrors)
    .option('--sign <key>', say.options.sign)
    .option('--password-file <file>', say.options.passwordFile)
    .option('--today <day>', say.options.today)
    .addOption(
      new Option('--format <format>', say.options.format).choices(['text', 'json']).default('text'),
    )
    .action((path: string | undefined, options: Options) => pack(path ?? '.', options, cli));
  addExamples(command, cli, say.examples);
}

/** Check the archive at `path`, and pack it when no error stands in the way. */
async function pack(path: string, options: Options, cli: Cli): Promise<void> {
  const today = dayOf(options.today ?? cli.today, cli);
  const root = findArchive(resolve(cli.cwd, path));
  refuseEarlier(root);
  const openKey = await signingKey(options, cli);
  const opened = await openArchive(root, cli.cwd);
  const thread = cli.threads.count > 1 ? new PackThread(cli.threads.worker) : undefined;
  try {
    await packOpened({ root, today, options, openKey, thread, ...opened }, cli);
  } finally {
    await thread?.close();
  }
}

interface Opened extends OpenArchive {
  readonly root: string;
  readonly today: string;
  readonly options: Options;
  readonly openKey: (() => Promise<SecretKey>) | undefined;
  readonly thread: PackThread | undefined;
}

async function packOpened(opened: Opened, cli: Cli): Promise<void> {
  const { root, today, options, thread, archive, source } = opened;
  const listed = TreeListing.begin(root, archive.root, thread);
  noteProfile(archive, cli);
  const findings = runArchiveRules(archive, ARCHIVE_RULES);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && options.allowErrors !== true) {
    cli.exitCode = EXIT.findings;
    cli.out(
      options.format === 'json' ? json(false, findings, undefined, cli) : stopped(errors, cli),
    );
    return;
  }
  const key = await opened.openKey?.();
  const progress = packProgress(cli);
  const signing = byteProgress(cli, cli.say.pack.signing);
  let packed: Packed;
  try {
    packed = await packArchive({
      root,
      archive,
      source,
      findings,
      scoring: runSystemRules(source, archive.settings.rules),
      allowErrors: options.allowErrors === true,
      output: options.output === undefined ? undefined : resolve(cli.cwd, options.output),
      form: options.folder === true ? 'folder' : 'zip',
      today,
      version: cli.version,
      listed,
      thread,
      key,
      signal: cli.signal,
      onProgress: progress.show,
      onSigning: signing.show,
    });
  } finally {
    progress.end();
    signing.end();
  }
  cli.out(
    options.format === 'json' ? json(true, findings, packed, cli) : done(packed, errors, cli),
  );
}

/** A zip cannot hold an earlier day than 1980. */
function dayOf(value: string, cli: Cli): string {
  const day = /^(19[89]\d|20\d\d)-\d\d-\d\d$/.test(value)
    ? new Date(`${value}T00:00:00Z`)
    : undefined;
  // 2026-02-30 would become 2026-03-02.
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  throw new DanganError('USAGE', { what: cli.say.pack.badDay({ value }), command: 'pack' });
}

/** The errors by rule, a few places of each. */
function stopped(errors: readonly Finding[], cli: Cli): string {
  const { say, paint } = cli;
  const groups = new Map<Finding['rule'], Finding[]>();
  for (const error of errors) {
    const group = groups.get(error.rule);
    if (group) group.push(error);
    else groups.set(error.rule, [error]);
  }
  const lines = [paint.red(say.pack.stopped({ count: errors.length })), ''];
  for (const [rule, group] of groups) {
    lines.push(
      `  ${say.pack.finding({ title: say.rules[rule], count: group.length })}  ${paint.dim(rule)}`,
    );
    for (const { file, indicator } of group.slice(0, 3)) {
      lines.push(`    ${file ?? indicator?.code ?? ''}`);
    }
    if (group.length > 3) lines.push('    …');
  }
  return [...lines, '', ...say.pack.stoppedHint, ''].join('\n');
}

function done(packed: Packed, errors: readonly Finding[], cli: Cli): string {
  const { say, paint } = cli;
  const { label } = say.pack;
  const { payload, size, digest, path, leftOut, cleared, renamed, unplaced } = packed;
  const rows = [
    [label.payload, say.pack.payload({ files: payload.files, size: formatBytes(payload.bytes) })],
    [label.size, say.pack.size({ size: formatBytes(size), bytes: size })],
    [label.digest, groupsOfFour(digest)],
    ['', paint.dim(say.pack.digestMeans)],
    ...signatureRows(packed, cli),
    [label.next, paint.cyan(say.pack.next({ path: quoted(path) }))],
  ] as const;
  const width = Math.max(...rows.map(([name]) => plainWidth(name)));
  const lines = rows.map(
    ([name, text]) => `  ${name}${' '.repeat(width - plainWidth(name))}  ${text}`,
  );
  if (cleared > 0) cli.note(`${say.pack.cleared({ count: cleared })}\n`);
  if (renamed.example)
    cli.note(`${say.pack.renamed({ count: renamed.count, ...renamed.example })}\n`);
  const [example] = leftOut;
  if (example !== undefined) cli.note(`${say.pack.leftOut({ count: leftOut.length, example })}\n`);
  if (payload.files === 0) cli.note(`${say.pack.noEvidence}\n`);
  if (errors.length > 0) cli.note(`${say.pack.withErrors({ count: errors.length })}\n`);
  const loud =
    unplaced === 0 ? [] : ['', paint.yellow(`! ${say.pack.unplaced({ count: unplaced })}`)];
  return [paint.green(say.pack.done({ path })), '', ...lines, ...loud, ''].join('\n');
}

/** With the key's id, which the receiver compares; and the file that goes with the zip. */
function signatureRows({ signature }: Packed, { say, paint }: Cli): [string, string][] {
  if (!signature) return [];
  const { key, beside } = signature;
  const { label, signed, signedBeside } = say.pack;
  const row: [string, string] = [label.signature, signed({ key })];
  return beside === undefined
    ? [row]
    : [row, ['', paint.dim(signedBeside({ name: basename(beside) }))]];
}

function quoted(path: string): string {
  return /^[\w./\\:\u3400-\u9fff-]+$/.test(path) ? path : `"${path}"`;
}

function json(
  ok: boolean,
  findings: readonly Finding[],
  packed: Packed | undefined,
  { say }: Cli,
): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const document = {
    schema: 'dangan/pack@1',
    ok,
    bundle: packed && {
      path: packed.path,
      name: packed.name,
      form: packed.form,
      files: packed.payload.files,
      payloadBytes: packed.payload.bytes,
      bytes: packed.size,
      digest: packed.digest,
      leftOut: packed.leftOut,
      renamed: packed.renamed.count,
      unplaced: packed.unplaced,
      signature: packed.signature && {
        key: packed.signature.key,
        file: packed.signature.beside,
      },
    },
    findings: errors.map((finding) => findingJson(finding, say)),
    summary: countBySeverity(findings),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
