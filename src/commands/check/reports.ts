/** Where the result of a check goes: stdout, and files asked for with `--report`. */
import { dirname, extname, resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { failureOf } from '../../cli/failure.js';
import { PLAIN } from '../../cli/paint.js';
import { isWithin } from '../../core/archive/paths.js';
import { nearest } from '../../core/text.js';
import { DanganError, isDanganError } from '../../errors.js';
import { refuseOutputFolder } from '../../io/output-folder.js';
import { readPageStyle } from '../../io/read-page-style.js';
import { refuseReportOver, writeReport } from '../../io/write-report.js';
import { foundWords, overviewLines } from '../../report/check/check-report.js';
import { FORMATS, type Format } from '../../report/check/formats.js';
import type { Outcome } from '../../report/check/outcome.js';
import type { TextStyle } from '../../report/text-style.js';

/** Of a text report in a file. */
const FILE_COLUMNS = 100;

/** Where the reports of one run go. */
export interface ReportsAsked {
  readonly stdout: Format;
  /** Paths in full. */
  readonly files: ReadonlyMap<string, Format>;
}

/**
 * What `--format` and every `--report` ask for. `--report FORMAT` alone, or with `-` for a file, goes to stdout as
 * `--format FORMAT` does; only one can.
 *
 * @param format - As it was given; `undefined` when it was not.
 * @throws {DanganError} USAGE, REPORT_OVER_FILE; FILE_NOT_FOUND, PERMISSION_DENIED - the folder of a file.
 */
export function reportsAsked(
  format: Format | undefined,
  values: readonly string[],
  cli: Cli,
): ReportsAsked {
  const { reports: say } = cli.say;
  const refuse = (what: string) => new DanganError('USAGE', { what, command: 'check' });
  const files = new Map<string, Format>();
  let stdout = format && { format, words: `--format ${format}` };
  for (const value of values) {
    const asked = reportAsked(value, cli);
    if (asked.file === undefined) {
      const words = `--report ${value}`;
      if (stdout) throw refuse(say.oneToStdout({ first: stdout.words, second: words }));
      stdout = { format: asked.format, words };
      continue;
    }
    const path = resolve(cli.cwd, asked.file);
    if (files.has(path)) throw refuse(say.sameFile({ file: asked.file }));
    refuseOutputFolder(path, dirname(asked.file));
    refuseReportOver(path);
    files.set(path, asked.format);
  }
  return { stdout: stdout?.format ?? 'text', files };
}

/** `json`, `json=-`, `json=check.json`. */
function reportAsked(value: string, cli: Cli): { format: Format; file: string | undefined } {
  const at = value.indexOf('=');
  const name = at < 0 ? value : value.slice(0, at);
  const file = at < 0 ? '-' : value.slice(at + 1);
  const format = FORMATS.find((each) => each === name);
  if (!format || file === '') {
    const near = format ? undefined : nearest(name, FORMATS);
    const meant = format ? undefined : reportMeant(value);
    const what = cli.say.reports.form({ value, formats: FORMATS, nearest: meant ?? near });
    throw new DanganError('USAGE', { what, command: 'check' });
  }
  return { format, file: file === '-' ? undefined : file };
}

/** `结果.html`, `html：结果.html`. */
function reportMeant(value: string): string | undefined {
  const [, name, file = ''] = /^([a-z]+)[：:＝](.+)$/su.exec(value) ?? [];
  if (FORMATS.some((each) => each === name)) return `${name ?? ''}=${file}`;
  const format = FORMAT_OF[extname(value).toLowerCase()];
  return format && !value.includes('=') ? `${format}=${value}` : undefined;
}

const FORMAT_OF: Readonly<Record<string, Format>> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.md': 'markdown',
  '.sarif': 'sarif',
  '.txt': 'text',
};

/** @throws {DanganError} USAGE - a report would be among the evidence, and be taken for some. */
export function refuseReportsWithin(evidence: string, { files }: ReportsAsked, cli: Cli): void {
  for (const file of files.keys()) {
    const place = (path: string) => path.replaceAll('\\', '/');
    if (!isWithin(place(file), place(evidence))) continue;
    const what = cli.say.reports.insideEvidence({ file, evidence });
    throw new DanganError('USAGE', { what, command: 'check' });
  }
}

/** Every file first: what goes to stdout is read by those who then open them. */
export async function showOutcome(
  outcome: Outcome,
  { stdout, files }: ReportsAsked,
  all: boolean,
  cli: Cli,
): Promise<void> {
  const { say, language } = cli;
  const inFile = { say, language, columns: FILE_COLUMNS, paint: PLAIN };
  for (const [file, format] of files)
    writeReport(file, await render(format, outcome, true, inFile), isGathered(file, cli));
  const { columns, paint } = cli;
  cli.out(await render(stdout, outcome, all, { say, language, columns, paint }));
}

/** GitHub shows below a job what all commands of a step have written to one file. */
function isGathered(file: string, { cwd, stepSummary }: Cli): boolean {
  return stepSummary !== undefined && file === resolve(cwd, stepSummary);
}

/**
 * Whoever waits for a report is told in it when there is none: what `work` throws is said wherever one was asked for.
 * Nothing is written after Ctrl-C, nor where the command itself was wrong: its files may be, too.
 *
 * @param prefixOf - The archive's folder from the top of its repository; asked only when there is something to say.
 */
export async function orReported<T>(
  { stdout, files }: ReportsAsked,
  prefixOf: () => string,
  cli: Cli,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDanganError(error) && (error.code === 'USAGE' || error.code === 'INTERRUPTED'))
      throw error;
    const { failureReport } = await import('../../report/check/failure.js');
    const failure = { ...failureOf(error, cli.say), prefix: prefixOf(), version: cli.version };
    for (const [file, format] of files) {
      writeReport(file, failureReport(format, failure, cli, pageStyle), isGathered(file, cli));
    }
    // These are told by all commands alike.
    if (!['text', 'json', 'jsonl'].includes(stdout))
      cli.out(failureReport(stdout, failure, cli, pageStyle));
    throw error;
  }
}

const pageStyle = () => readPageStyle('check');

/** Only the reporter that is asked for is loaded. @param all - Every finding, not the first few of each rule. */
async function render(
  format: Format,
  outcome: Outcome,
  all: boolean,
  style: TextStyle & Pick<Cli, 'language'>,
): Promise<string> {
  const { report } = outcome;
  switch (format) {
    case 'text':
      // Said without the reporter: what it needs to measure texts takes longer to load than most checks run.
      if (report.findings.length === 0)
        return `${[style.paint.green(foundWords(report, style.say)), ...overviewLines(report, style)].join('\n')}\n`;
      return (await import('../../report/check/text.js')).checkText(report, all, style);
    case 'json':
      return (await import('../../report/check/json.js')).checkJson(outcome, style);
    case 'jsonl':
      return (await import('../../report/check/jsonl.js')).checkJsonl(outcome, style);
    case 'sarif':
      return (await import('../../report/check/sarif.js')).checkSarif(outcome, style);
    case 'junit':
      return (await import('../../report/check/junit.js')).checkJunit(outcome, style);
    case 'github':
      return (await import('../../report/check/github.js')).checkGithub(outcome, style);
    case 'gitlab':
      return (await import('../../report/check/gitlab.js')).checkGitlab(outcome, style);
    case 'checkstyle':
      return (await import('../../report/check/checkstyle.js')).checkCheckstyle(outcome, style);
    case 'markdown':
      return (await import('../../report/check/markdown.js')).checkMarkdown(outcome, style);
    case 'html':
      return (await import('../../report/check/html.js')).checkHtml(outcome, style, pageStyle());
  }
}
