/** Repositories of a test's own. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder, writeTree } from './archive-on-disk.js';
import { PROGRAM } from './program.js';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A repository in a temporary folder; nothing of the machine's own settings counts in it. */
export class Repository {
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;

  constructor() {
    const place = temporaryFolder();
    const programs = join(place, 'bin');
    this.root = join(place, 'repository');
    mkdirSync(programs);
    mkdirSync(this.root);
    const dangan = join(programs, 'dangan');
    writeFileSync(dangan, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
    chmodSync(dangan, 0o755);
    this.environment = {
      PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: place,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_MERGE_AUTOEDIT: 'no',
      DANGAN_LANG: 'zh-CN',
    };
    this.git('init', '-q', '-b', 'main');
    this.git('config', 'user.name', 'clerk');
    this.git('config', 'user.email', 'clerk@example.invalid');
  }

  /** Whatever its exit code. */
  run(command: string, words: readonly string[], more: Record<string, string> = {}): Said {
    const { status, stdout, stderr } = spawnSync(command, words, {
      cwd: this.root,
      env: { ...this.environment, ...more },
      encoding: 'utf8',
      input: '',
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** @throws when git fails. */
  git(...words: readonly string[]): Said {
    const said = this.run('git', words);
    if (said.code !== 0) throw new Error(`git ${words.join(' ')}: ${said.err}${said.out}`);
    return said;
  }

  dangan(...words: readonly string[]): Said {
    return this.run('dangan', words);
  }

  /** Everything as one commit of a day, so that who came first is not a matter of seconds. */
  commit(day: string): void {
    this.git('add', '-A', '.');
    const date = `${day}T12:00:00+0800`;
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const { code, err } = this.run('git', ['commit', '-q', '-m', day], dates);
    if (code !== 0) throw new Error(err);
  }

  write(tree: Readonly<Record<string, string>>): void {
    writeTree(this.root, tree);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Names in a folder, sorted. */
  names(folder: string): string[] {
    return readdirSync(join(this.root, folder)).sort();
  }
}
