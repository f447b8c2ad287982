/** What a report says of a check that could not be carried out: that there is none must not pass for an archive in order. */
import { hash } from 'node:crypto';
import type { Messages } from '../../messages/index.js';
import { escapeData, escapeProperty } from './github.js';
import { commands, htmlPage, shown } from './html-page.js';
import { markdownText } from '../markdown-text.js';
import type { Format } from './formats.js';
import type { CheckFailure, Speech } from './outcome.js';
import { repositoryPath } from './place-shown.js';
import { failedLog } from './sarif.js';
import { attributes, xmlText } from './xml.js';

/** Formats that are about files have the settings in their place, where the archive begins. */
const SETTINGS = 'dangan.yaml';

/** @param style - Reads the style sheet of a page. */
export function failureReport(
  format: Format,
  failure: CheckFailure,
  { say, language }: Speech,
  style: () => string,
): string {
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
    case 'gitlab':
      return gitlab(failure);
    case 'checkstyle':
      return checkstyle(failure);
    case 'html':
      return htmlPage({ language, style: style(), ...page(failure, say) });
  }
}

/** A finding that is there as long as the check fails for the same reason. */
function gitlab(failure: CheckFailure): string {
  const { code, message, hint } = failure;
  const entry = {
    description: `${message}\n${hint}`,
    check_name: code,
    fingerprint: hash('sha256', `dangan ${code}`),
    severity: 'blocker',
    location: { path: repositoryPath(failure, SETTINGS), lines: { begin: 1 } },
  };
  return `${JSON.stringify([entry], null, 2)}\n`;
}

function checkstyle(failure: CheckFailure): string {
  const { code, message, hint, version } = failure;
  const values = { line: 1, severity: 'error', message: `${message}\n${hint}` };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<checkstyle${attributes({ version })}>`,
    `  <file${attributes({ name: repositoryPath(failure, SETTINGS) })}>`,
    `    <error${attributes({ ...values, source: `dangan.${code}` })}/>`,
    '  </file>',
    '</checkstyle>',
    '',
  ].join('\n');
}

function page({ message, hint, version }: CheckFailure, { reports }: Messages) {
  const lines = message.split('\n').map(shown).join('<br>');
  const main = `<header>
<h1>${shown(reports.title)}</h1>
<p class="verdict not-ok">${lines}</p>
<p>${commands(hint)}</p>
</header>`;
  return { title: reports.title, main, footer: reports.madeBy({ version }) };
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
