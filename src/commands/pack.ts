import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { parseByteSize } from '../core/bundle/packing/byte-size.js';
import { dosTimeOf } from '../core/bundle/zip/records.js';
import { toPortable } from '../core/naming/portable.js';
import { rulesIn } from '../core/rules/rules-in.js';
import type { SecretKey } from '../core/signature/keys.js';
import type { Allowances } from '../core/waivers/types.js';
import { DanganError, EXIT } from '../errors.js';
import { runSystemRules } from '../core/rules/system-rules.js';
import type { Judgement } from '../core/waivers/judge.js';
import { findArchive, openArchive, type OpenArchive } from '../io/archive/read-archive.js';
import { listTree, type TreeListing } from '../io/bundle/writing/list-tree.js';
import { PackThread } from '../io/bundle/writing/pack-thread.js';
import { ReadAhead } from '../io/bundle/writing/read-ahead.js';
import { diskStore } from '../io/store/disk-store.js';
import { noteProfile } from './telling/note-profile.js';
import { byteProgress } from './telling/byte-progress.js';
import { allowancesOf, archiveToJudge, judgedBy } from './check/judge.js';
import {
  contentsOf,
  packArchive,
  refusePackPlace,
  type Contents,
  type Packed,
  type PackRequest,
} from './pack/archive.js';
import { saying } from './telling/saying.js';
import { packProgress } from './pack/progress.js';
import { keptWords, packDone, packJson, packStopped } from './pack/report.js';
import { dayAsked } from './options/day.js';
import { formatOption } from './options/format.js';
import { refuseEarlier } from './changing/earlier.js';
import { signingKey, type SigningOptions } from './keys/signing-key.js';

interface Options extends SigningOptions {
  readonly output?: string;
  readonly folder?: boolean;
  readonly maxSize?: string;
  readonly resume?: boolean;
  readonly paranoid?: boolean;
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
    .option('--max-size <size>', say.options.maxSize)
    .option('--resume', say.options.resume)
    .option('--paranoid', say.options.paranoid)
    .option('--allow-errors', say.options.allowErrors)
    .option('--sign <key>', say.options.sign)
    .option('--password-file <file>', say.options.passwordFile)
    .option('--today <day>', say.options.today)
    .addOption(formatOption(say.options.format))
    .action((path: string | undefined, options: Options) => pack(path ?? '.', options, cli));
  addExamples(command, cli, say.examples);
}

/** Check the archive at `path`, and pack it when no error stands in the way. */
export async function pack(path: string, options: Options, cli: Cli): Promise<void> {
  const today = dayAsked(options.today, 'pack', cli);
  const maxBytes = sizeOf(options.maxSize, cli);
  if (options.paranoid === true && options.resume !== true) {
    const what = cli.say.pack.needs({ option: '--paranoid', other: '--resume' });
    throw new DanganError('USAGE', { what, command: 'pack' });
  }
  const root = findArchive(resolve(cli.cwd, path));
  refuseEarlier(root);
  const openKey = await signingKey(options, cli);
  const { archive: tree, source } = await openArchive(root, cli.cwd);
  refusePackPlace({ root, archive: tree, maxBytes, ...placeAsked(options, cli) });
  const thread = cli.threads.count > 1 ? new PackThread(cli.threads.worker) : undefined;
  try {
    const listed = await listTree(root, tree.root, thread);
    // What stands in the way of packing is told after the errors in the archive.
    const contents = contentsOf({ root, archive: tree, source, listed });
    const reading = { today, maxBytes, options, thread, listed };
    const ahead = await contents.then(
      (contents) => beginReading(reading, contents),
      () => undefined,
    );
    const store = diskStore(root, cli.cwd, listed);
    const allowances = await allowancesOf(store, tree);
    const asked = { rules: rulesIn(tree.settings), footers: false, today };
    const archive = await archiveToJudge(store, tree, asked, cli);
    const opened = { root, openKey, archive, source, allowances, contents, ahead };
    await packOpened({ ...reading, ...opened }, cli);
  } finally {
    await thread?.close();
  }
}

interface Reading {
  readonly today: string;
  readonly maxBytes: number | undefined;
  readonly options: Options;
  readonly listed: TreeListing;
  readonly thread: PackThread | undefined;
}

interface Opened extends OpenArchive, Reading {
  readonly root: string;
  readonly allowances: Allowances;
  readonly openKey: (() => Promise<SecretKey>) | undefined;
  readonly contents: Promise<Contents>;
  readonly ahead: ReadAhead | undefined;
}

async function packOpened(opened: Opened, cli: Cli): Promise<void> {
  const { today, options, archive } = opened;
  noteProfile(archive, cli);
  const judged = judgedBy(archive, opened.allowances, { rules: rulesIn(archive.settings), today });
  const errors = judged.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && options.allowErrors !== true) {
    cli.exitCode = EXIT.findings;
    cli.out(
      options.format === 'json'
        ? packJson(false, judged, undefined, cli)
        : packStopped(errors, saying(archive.settings.own, cli)),
    );
    return;
  }
  await opened.ahead?.end();
  const packed = await packedAs({ ...opened, contents: await opened.contents }, judged, cli);
  noteNames(packed, cli);
  cli.out(
    options.format === 'json'
      ? packJson(true, judged, packed, cli)
      : packDone(packed, errors, judged.waived, cli),
  );
}

/** A zip is mostly made: the other thread need not wait until it is known. */
function beginReading(
  { today, maxBytes, options, thread, listed }: Reading,
  { listing, name }: Contents,
): ReadAhead | undefined {
  const isOneZip = options.folder !== true && options.resume !== true && maxBytes === undefined;
  if (!isOneZip || !listed.isAllHere()) return undefined;
  return ReadAhead.begin(listing, name(today), dosTimeOf(today), thread);
}

async function packedAs(
  { today, options, openKey, ...opened }: Omit<Opened, 'contents'> & Pick<PackRequest, 'contents'>,
  { findings, waived }: Judgement,
  cli: Cli,
): Promise<Packed> {
  const key = await openKey?.();
  const progress = packProgress(cli);
  const signing = byteProgress(cli, cli.say.pack.signing);
  try {
    return await packArchive({
      ...opened,
      findings,
      waived,
      scoring: runSystemRules(opened.source, opened.archive.settings.rules),
      allowErrors: options.allowErrors === true,
      ...placeAsked(options, cli),
      day: options.today,
      today,
      paranoid: options.paranoid === true,
      version: cli.version,
      key,
      signal: cli.signal,
      onProgress: progress.show,
      onSigning: signing.show,
      onKept: (kept, folder) => {
        progress.end();
        cli.note(keptWords(kept, folder, cli));
      },
    });
  } finally {
    progress.end();
    signing.end();
  }
}

function placeAsked(
  { output, folder, resume }: Options,
  { cwd }: Cli,
): Pick<PackRequest, 'output' | 'form' | 'resume'> {
  return {
    output: output === undefined ? undefined : resolve(cwd, output),
    form: folder === true ? 'folder' : 'zip',
    resume: resume === true,
  };
}

/** The name was asked for: it stays, and who takes it along is told. */
function noteNames({ bundles }: Packed, cli: Cli): void {
  for (const { path } of bundles) {
    const name = basename(path);
    const portable = toPortable(name);
    if (portable === name) continue;
    cli.note(`${cli.notePaint.yellow(cli.say.pack.unportable({ name, portable }))}\n`);
  }
}

function sizeOf(value: string | undefined, cli: Cli): number | undefined {
  const bytes = value === undefined ? undefined : parseByteSize(value);
  if (value === undefined || bytes !== undefined) return bytes;
  throw new DanganError('USAGE', { what: cli.say.pack.badSize({ value }), command: 'pack' });
}
