/** `check --watch`: the archive is read once, and judged again whenever something in it has changed. */
import type { Cli } from '../../cli/context.js';
import { errorText } from '../../cli/error-text.js';
import { deltaOf } from '../../core/rules/delta.js';
import type { Finding } from '../../core/rules/findings.js';
import { DanganError, isDanganError, knownError } from '../../errors.js';
import type { OpenArchive } from '../../io/archive/read-archive.js';
import type { Store } from '../../io/store/types.js';
import { watchedStore, type WatchedStore } from '../../io/watch/watched-store.js';
import type { Outcome } from '../../report/check/outcome.js';
import { watchJson, watchText } from '../../report/check/watch.js';
import type { ReportsAsked } from './reports.js';

/** What one look at the archive comes to. */
export interface Look {
  readonly outcome: Outcome;
  /** All that is found, whether it is asked about or not. */
  readonly standing: readonly Finding[];
}

interface Watching {
  readonly root: string;
  readonly format: 'text' | 'json';
  readonly open: (store: Store) => Promise<OpenArchive>;
  /** Judges the archive as it was read. */
  readonly judge: (store: Store, opened: OpenArchive) => Promise<Look>;
  /** Shows the first result, as a check without `--watch` does. */
  readonly show: (outcome: Outcome, opened: OpenArchive) => Promise<void>;
}

/** Goes on until Ctrl-C, after which the run ends as one that was interrupted. */
export async function watchArchive(watching: Watching, cli: Cli): Promise<void> {
  const store = watchedStore(watching.root, { cwd: cli.cwd });
  try {
    await rounds(watching, store, cli);
  } catch (error) {
    // What was asked for is done when Ctrl-C comes.
    if (!cli.signal.aborted) throw error;
  } finally {
    store.close();
  }
}

async function rounds(
  { format, open, judge, show }: Watching,
  store: WatchedStore,
  cli: Cli,
): Promise<never> {
  const { say } = cli;
  let opened = await open(store);
  let { outcome: last } = await judge(store, opened);
  if (format === 'text') await show(last, opened);
  else cli.out(watchJson(last, { added: last.report.findings, mended: [] }, say));
  cli.note(`${say.watch.watching({ folders: last.report.folders + 1 })}\n`);
  for (;;) {
    await store.changed(cli.signal);
    try {
      opened = store.takeUp().outside ? await open(store) : await withTree(store, opened);
      const { outcome: now, standing } = await judge(store, opened);
      const delta = deltaOf(last.report.findings, now.report.findings, standing);
      cli.out(format === 'text' ? watchText(now, delta, cli) : watchJson(now, delta, say));
      last = now;
    } catch (error) {
      if (cli.signal.aborted) throw error;
      store.putBack();
      tell(error, format, cli);
    }
  }
}

/** Where nothing changed outside of the evidence, settings and scoring system are as they were. */
async function withTree(store: WatchedStore, opened: OpenArchive): Promise<OpenArchive> {
  const root = await store.readTree(opened.archive.settings);
  return { ...opened, archive: { ...opened.archive, root } };
}

/** What cannot be judged now can be soon: a file half written, a folder that just went. */
function tell(error: unknown, format: 'text' | 'json', cli: Cli): void {
  const known = knownError(error);
  if (!isDanganError(known) || known.code === 'WATCH_LIMIT') throw error;
  const [message, hint] = errorText(known, cli.say);
  if (format === 'json') {
    const failure = { code: known.code, message, hint };
    cli.out(`${JSON.stringify({ schema: 'dangan/watch@1', ok: false, error: failure })}\n`);
  }
  const lines = [cli.say.cli.error({ message }), cli.say.cli.hint({ hint }), cli.say.watch.waiting];
  cli.note(`${lines.join('\n')}\n`);
}

/** @throws {DanganError} USAGE - another form, or a file besides, does not go on. */
export function refuseReports({ stdout, files }: ReportsAsked, cli: Cli): 'text' | 'json' {
  if ((stdout === 'text' || stdout === 'json') && files.size === 0) return stdout;
  throw new DanganError('USAGE', { what: cli.say.watch.noReports, command: 'check' });
}
