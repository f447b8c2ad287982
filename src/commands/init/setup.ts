/** `init --git` and `init --ci`: what git and a server are told of an archive. */
import { relative } from 'node:path';
import type { Cli } from '../../cli/context.js';
import type { Archive } from '../../core/archive/types.js';
import { DanganError } from '../../errors.js';
import type { CiFile, CiServer } from '../../io/git/ci-files.js';
import type { SetUp } from '../../io/git/setup-git.js';
import { columns, type Row } from '../../report/columns.js';
import { printable } from '../../report/printable.js';
import { wrap } from '../../report/wrap.js';

export const CI_SERVERS = ['github', 'gitlab', 'gitee', 'jenkins'] as const satisfies CiServer[];

export interface SetupOptions {
  readonly git?: boolean;
  readonly lfs?: boolean;
  readonly ci: readonly string[];
}

export interface SetupAsked {
  readonly git: boolean;
  readonly lfs: boolean;
  readonly ci: readonly CiServer[];
}

export interface SetupResult {
  readonly git: SetUp | undefined;
  readonly ci: readonly CiFile[];
}

/** @returns `undefined` when nothing is asked for that an archive can get when it is there already. */
export function setupAsked({ git, lfs, ci }: SetupOptions, cli: Cli): SetupAsked | undefined {
  if (lfs === true && git !== true) throw usage(cli.say.initSetup.lfsAlone);
  if (git !== true && ci.length === 0) return undefined;
  const servers = ci.map((value) => {
    const server = CI_SERVERS.find((each) => each === value);
    if (server) return server;
    const allowed = CI_SERVERS.join(cli.say.cli.listed);
    throw usage(cli.say.cli.invalidValue({ option: '--ci', value, allowed }));
  });
  return { git: git === true, lfs: lfs === true, ci: [...new Set(servers)] };
}

function usage(what: string): DanganError {
  return new DanganError('USAGE', { what, command: 'init' });
}

/** Make a clone, and the servers beside it, ready for an archive. Nothing that is there is overwritten. */
export async function setUp(
  root: string,
  { settings }: Pick<Archive, 'settings'>,
  { git: isClone, lfs, ci }: SetupAsked,
  { say, signal }: Cli,
): Promise<SetupResult> {
  const { setUpGit } = await import('../../io/git/setup-git.js');
  const { writeCiFile } = await import('../../io/git/ci-files.js');
  const { evidence } = settings;
  const words = say.initSetup.words;
  const clone = { root, evidence, lfs, words, signal };
  const git = isClone ? await setUpGit(clone) : undefined;
  return { git, ci: ci.map((server) => writeCiFile(server, root)) };
}

export function setupText({ git, ci }: SetupResult, cli: Cli): string {
  const { say, paint } = cli;
  const { initSetup: words } = say;
  const shown = (path: string) => printable(relative(cli.cwd, path));
  const rows = [
    ...[...(git?.files ?? []), ...ci].map(({ path, outcome }) => [shown(path), outcome] as const),
    ...(git?.settings ?? []).map(({ setting, outcome }) => [setting, outcome] as const),
  ].map(([what, outcome]): Row => {
    const word = words.outcome[outcome];
    return [what, outcome === 'written' ? paint.green(word) : paint.dim(word)];
  });
  const missing = [...(git?.missing ?? [])].flatMap(([path, lines]) => [
    '',
    paint.yellow(words.missing({ path: shown(path) })),
    ...lines.map((line) => `  ${line}`),
  ]);
  const jobs = ci.flatMap(({ path, from, outcome }) =>
    outcome === 'left' ? ['', paint.yellow(words.missingJob({ path: shown(path), from }))] : [],
  );
  const next = wrap(git ? words.commit : words.commitFiles, cli.columns);
  return [...columns(rows, { width: cli.columns }), ...missing, ...jobs, '', ...next, ''].join(
    '\n',
  );
}

/** For programs: what was written, by path. */
export function setupJson({ git, ci }: SetupResult): object {
  return {
    files: [...(git?.files ?? []), ...ci].map(({ path, outcome }) => ({ path, outcome })),
    settings: git?.settings ?? [],
    missing: [...(git?.missing ?? [])].map(([path, lines]) => ({ path, lines })),
  };
}
