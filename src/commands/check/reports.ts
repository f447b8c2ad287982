/** Where the result of a check goes: stdout, and files asked for with `--report`. */
import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { PLAIN } from '../../cli/paint.js';
import { DanganError } from '../../errors.js';
import { writeReport } from '../../io/write-report.js';
import { overviewLines, type CheckReport } from '../../report/check/check-report.js';
import type { TextStyle } from '../../report/text-style.js';

export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];
/** Of a text report in a file. */
const FILE_COLUMNS = 100;

/** A report that goes into a file. */
export interface ReportAsked {
  readonly format: Format;
  /** As the user wrote it. */
  readonly file: string;
}

/** One result, to be shown in any format. */
export interface Outcome {
  readonly report: CheckReport;
  readonly ok: boolean;
  /** Path of the archive from the user's working folder, `/` between the parts; empty when it is that. */
  readonly prefix: string;
}

/** `json=check.json`. @throws {DanganError} USAGE */
export function reportAsked(value: string, cli: Cli): ReportAsked {
  const [name = '', file = ''] = splitOnce(value, '=');
  const format = FORMATS.find((each) => each === name);
  if (!format || file === '') {
    throw new DanganError('USAGE', {
      what: cli.say.check.reportForm({ value }),
      command: 'check',
    });
  }
  return { format, file };
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Every file first: what goes to stdout is read by those who then open them. */
export async function writeReports(
  outcome: Outcome,
  asked: readonly ReportAsked[],
  cli: Cli,
): Promise<void> {
  const style = { say: cli.say, columns: FILE_COLUMNS, paint: PLAIN };
  for (const { format, file } of asked) {
    writeReport(resolve(cli.cwd, file), await render(format, outcome, true, style));
  }
}

/** Only the reporter that is asked for is loaded. @param all - Every finding, not the first few of each rule. */
export async function render(
  format: Format,
  { report, ok, prefix }: Outcome,
  all: boolean,
  style: TextStyle,
): Promise<string> {
  switch (format) {
    case 'text':
      // Said without the reporter: what it needs to measure texts takes longer to load than most checks run.
      if (report.findings.length === 0)
        return `${[style.paint.green(style.say.check.inOrder(report)), ...overviewLines(report.overview, style)].join('\n')}\n`;
      return (await import('../../report/check/text.js')).checkText(report, all, style);
    case 'json':
      return (await import('../../report/check/json.js')).checkJson(report, ok, style.say);
    case 'github':
      return (await import('../../report/check/github.js')).checkGithub(report, prefix, style.say);
  }
}
