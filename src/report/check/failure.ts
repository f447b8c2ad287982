/** What a report says of a check that could not be carried out: that there is none must not pass for an archive in order. */
import type { Messages } from '../../messages/index.js';
import { escapeData, escapeProperty } from './github.js';
import { markdownText } from './markdown-text.js';
import { failedLog } from './sarif.js';
import { attributes, xmlText } from './xml.js';

/** Why it could not be carried out. */
export interface CheckFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly exitCode: number;
  /** Of this program. */
  readonly version: string;
}

/** @returns `undefined` for formats that have no way to say so: nothing is written then. */
export function failureReport(
  format: string,
  failure: CheckFailure,
  say: Messages,
): string | undefined {
  const { code, message, hint } = failure;
  const document = { ok: false, error: { code, message, hint } };
  switch (format) {
    case 'text':
      return `${say.cli.error({ message })}\n${say.cli.hint({ hint })}\n`;
    case 'json':
      return `${JSON.stringify({ schema: 'dangan/check@1', ...document }, null, 2)}\n`;
    case 'jsonl':
      return `${JSON.stringify({ schema: 'dangan/check-line@1', type: 'error', ...document })}\n`;
    case 'sarif':
      return failedLog(failure);
    case 'junit':
      return junit(failure);
    case 'github':
      return `::error title=${escapeProperty(`dangan ${code}`)}::${escapeData(`${message}\n${hint}`)}\n`;
    case 'markdown':
      return `## ❌ ${say.reports.title}\n\n**${markdownText(message)}**\n\n${markdownText(hint)}\n`;
    default:
      return undefined;
  }
}

/** One test, which could not be run. */
function junit({ code, message, hint }: CheckFailure): string {
  const counts = { tests: 1, failures: 0, errors: 1 };
  const test = { name: 'dangan check', classname: 'dangan' };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'dangan check', ...counts })}>`,
    `  <testsuite${attributes({ name: 'dangan', ...counts, skipped: 0 })}>`,
    `    <testcase${attributes(test)}>`,
    `      <error${attributes({ message, type: code })}>${xmlText(hint)}</error>`,
    '    </testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
