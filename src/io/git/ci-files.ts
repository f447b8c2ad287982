/** What a server needs to check an archive at every push: files that come with the program, written where it looks. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskError } from '../../errors.js';
import { packageFile } from '../package-files.js';
import { pathBelow } from '../within.js';
import { repositoryAround } from './repository.js';
import type { Outcome } from './setup-git.js';

export type CiServer = 'github' | 'gitlab' | 'gitee' | 'jenkins';

/** Where each server looks, from the top of the repository; the file has the same name in the program's own folder. */
const PLACES: Readonly<Record<CiServer, string>> = {
  github: '.github/workflows/dangan.yml',
  gitlab: '.gitlab-ci.yml',
  gitee: '.workflow/dangan.yml',
  jenkins: 'Jenkinsfile',
};

export interface CiFile {
  readonly server: CiServer;
  /** Absolute. */
  readonly path: string;
  readonly outcome: Outcome;
  /** The file of the program that it is made from. */
  readonly from: string;
}

/**
 * Write the file that a server reads, at the top of the repository, or in the archive where there is none. One that is
 * there is left as it is.
 *
 * @param root - The archive, absolute.
 */
export function writeCiFile(server: CiServer, root: string): CiFile {
  const top = repositoryAround(root) ?? root;
  const path = join(top, PLACES[server]);
  const from = packageFile(`integrations/${server}/${PLACES[server].split('/').at(-1) ?? ''}`);
  try {
    const text = placed(readFileSync(from, 'utf8'), pathBelow(top, root));
    if (existsSync(path)) {
      const isSame = readFileSync(path, 'utf8') === text;
      return { server, path, from, outcome: isSame ? 'there' : 'left' };
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    return { server, path, from, outcome: 'written' };
  } catch (error) {
    throw diskError(path, error);
  }
}

/** The one line that says where the archive is: `ARCHIVE: "."` in YAML, `ARCHIVE = "."` in Groovy, `ARCHIVE="."` in a shell. */
function placed(text: string, place: string): string {
  return text.replace(
    /^(.*\bARCHIVE(: | = |=))"\."$/m,
    (_, before: string, sign: string) => before + inQuotes(place === '' ? '.' : place, sign),
  );
}

function inQuotes(place: string, sign: string): string {
  const quoted = JSON.stringify(place);
  if (sign === ': ') return quoted;
  return quoted.replace(sign === '=' ? /[$`]/g : /\$/g, '\\$&');
}
