/** The command line in this process: several times as quick as one of its own, and as good where nothing of that is asked. */
import { Readable } from 'node:stream';
import type { Cli } from '../../src/cli/context.js';
import { run } from '../../src/cli/main.js';
import { PLAIN } from '../../src/cli/paint.js';
import { messagesIn } from '../../src/messages/index.js';
import type { Run } from './cli.js';

const worker = new URL('../../dist/worker.js', import.meta.url);

/** @param environment - What programs get that are called, and nothing besides. */
export async function danganHere(
  words: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Run> {
  const said = { out: '', note: '' };
  const cli: Cli = {
    cwd,
    language: 'zh-CN',
    say: messagesIn('zh-CN'),
    paint: PLAIN,
    notePaint: PLAIN,
    columns: 80,
    interactive: false,
    today: '2026-03-01',
    version: '0.0.0',
    signal: new AbortController().signal,
    threads: { count: 2, worker },
    out: (text) => void (said.out += text),
    note: (text) => void (said.note += text),
    searchPath: environment['PATH'] ?? '',
    environment: {},
    soffice: undefined,
    stepSummary: environment['GITHUB_STEP_SUMMARY'],
    home: '',
    keyPassword: undefined,
    stdin: Readable.from([]),
    exitCode: 0,
  };
  const before = process.env;
  process.env = environment;
  try {
    await run(words, cli);
  } finally {
    process.env = before;
  }
  return { code: cli.exitCode, ...said };
}
