/** `verify --report 四性=FILE`. */
import { basename, dirname, extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Cli } from '../../cli/context.js';
import type { Judged } from '../../core/bundle/four-properties/ran.js';
import { DanganError } from '../../errors.js';
import type { Checked } from '../../report/four-properties/sheet.js';

type Format = 'html' | 'markdown' | 'text' | 'json';

/** A report that was asked for. */
interface FourPropertiesReport {
  readonly file: string;
  readonly format: Format;
}

/** Names in ASCII as well: a console that garbles 四性 must not stand in the way. */
const NAMES = ['四性', 'four', 'properties', 'four-properties'];
const FORMATS: Readonly<Record<string, Format>> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.json': 'json',
};

export function addReportOption(command: Command, cli: Cli): Command {
  return command.addOption(
    new Option('--report <kind=file>', cli.say.fourProperties.option).argParser(
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    ),
  );
}

/** To be called before the bundle is read: a report that cannot be written is told at once. */
export async function fourPropertiesReports(
  values: readonly string[],
  cli: Cli,
): Promise<readonly FourPropertiesReport[]> {
  const reports = values.map((value) => reportOf(value, cli));
  if (reports.length === 0) return reports;
  const { bagAround } = await import('../../io/bundle/places.js');
  const { refuseOutputFolder } = await import('../../io/output-folder.js');
  for (const { file } of reports) {
    refuseOutputFolder(file);
    const bundle = bagAround(dirname(file));
    if (bundle !== undefined) throw new DanganError('PACK_INSIDE_BUNDLE', { path: file, bundle });
  }
  return reports;
}

function reportOf(value: string, cli: Cli): FourPropertiesReport {
  const at = value.indexOf('=');
  const name = value.slice(0, Math.max(at, 0)).normalize('NFC').toLowerCase();
  const file = value.slice(at + 1);
  const format = FORMATS[extname(file).toLowerCase()];
  if (!NAMES.includes(name) || format === undefined) {
    const what = cli.say.fourProperties.form({ value });
    throw new DanganError('USAGE', { what, command: 'verify' });
  }
  return { file: resolve(cli.cwd, file), format };
}

export async function writeFourProperties(
  reports: readonly FourPropertiesReport[],
  judged: Judged,
  bundle: string,
  cli: Cli,
): Promise<void> {
  if (reports.length === 0) return;
  const { judgeFourProperties } = await import('../../core/bundle/four-properties/judge.js');
  const { writeReport } = await import('../../io/write-report.js');
  const checked = {
    report: judged.report,
    bundle: basename(resolve(cli.cwd, bundle)),
    items: judgeFourProperties(judged),
    today: cli.today,
    version: cli.version,
  };
  for (const { file, format } of reports) writeReport(file, await render(format, checked, cli));
}

async function render(format: Format, checked: Checked, cli: Cli): Promise<string> {
  switch (format) {
    case 'html':
      return (await import('../../report/four-properties/html.js')).fourPropertiesHtml(
        checked,
        cli.language,
        cli.say,
      );
    case 'markdown':
      return (await import('../../report/four-properties/markdown.js')).fourPropertiesMarkdown(
        checked,
        cli.say,
      );
    case 'text':
      return (await import('../../report/four-properties/text.js')).fourPropertiesText(
        checked,
        cli.say,
      );
    case 'json':
      return (await import('../../report/four-properties/json.js')).fourPropertiesJson(
        checked,
        cli.say,
      );
  }
}
