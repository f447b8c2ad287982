import { arch, cpus, release, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { errorText } from '../cli/error-text.js';
import { addExamples } from '../cli/help.js';
import { isDanganError, knownError } from '../errors.js';
import { findArchive } from '../io/archive/read-archive.js';
import { archiveFacts } from '../io/doctor/archive-facts.js';
import { diskTraits } from '../io/doctor/disk-traits.js';
import { tryGit } from '../io/git/run-git.js';
import { findSoffice } from '../io/office/find-soffice.js';
import { doctorJson, doctorText, type ArchiveSeen, type Seen } from '../report/doctor.js';
import { formatOption } from './options/format.js';

export function addDoctorCommand(program: Command, cli: Cli): void {
  const { doctor: say } = cli.say;
  const command = program
    .command('doctor')
    .description(say.description)
    .argument('[archive]', say.archive, '.')
    .addOption(formatOption(say.format))
    .action(async (archive: string, { format }: { format: 'text' | 'json' }) => {
      const seen = await look(resolve(cli.cwd, archive), cli);
      cli.out(format === 'json' ? doctorJson(seen) : doctorText(seen, cli));
    });
  addExamples(command, cli, say.examples);
}

/** It looks, writes nothing, and never fails: what cannot be known is told as that. */
async function look(place: string, cli: Cli): Promise<Seen> {
  const { version, language, columns, home } = cli;
  const { languageFrom, isTerminal, variables } = cli.surroundings?.() ?? NOWHERE;
  const archive = await archiveAt(place, cli);
  return {
    version,
    node: process.version,
    system: {
      platform: process.platform,
      arch: arch(),
      release: release(),
      processors: cpus().length,
      memoryBytes: totalmem(),
    },
    language: { chosen: language, from: languageFrom },
    terminal: { isTerminal, columns, color: cli.paint.red('x') !== 'x' },
    variables,
    git: await gitVersion(cli),
    soffice: sofficeOf(cli),
    disk: diskTraits(archive?.root ?? cli.cwd),
    archive: archive && { ...archive, root: shortened(archive.root, home) },
  };
}

const NOWHERE = { languageFrom: 'system', isTerminal: false, variables: {} };

/** `undefined` where there is none. */
async function archiveAt(place: string, cli: Cli): Promise<ArchiveSeen | undefined> {
  let root = place;
  try {
    root = findArchive(place);
    return { root, facts: await archiveFacts(root) };
  } catch (error) {
    const known = knownError(error);
    if (isDanganError(known) && known.code === 'ARCHIVE_NOT_FOUND') return undefined;
    const problem = isDanganError(known) ? errorText(known, cli.say)[0] : String(error);
    return { root, problem };
  }
}

async function gitVersion({ cwd, signal }: Cli): Promise<string | undefined> {
  try {
    const { out } = await tryGit(['--version'], { cwd, signal });
    return /\d[\d.]*/.exec(out.toString())?.[0];
  } catch {
    return undefined;
  }
}

function sofficeOf({ soffice, searchPath, home }: Cli): string | undefined {
  try {
    const program = findSoffice({ named: soffice, searchPath, home });
    return program && shortened(program, home);
  } catch {
    return undefined;
  }
}

/** The user's own folder has the user's name. */
function shortened(path: string, home: string): string {
  return home !== '' && path.startsWith(home) ? `~${path.slice(home.length)}` : path;
}
