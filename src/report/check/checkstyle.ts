/** The XML of Checkstyle, which reviewdog, Jenkins and most editors read. */
import { compareText } from '../../core/text.js';
import { printable } from '../printable.js';
import { totalsWords } from './check-report.js';
import type { Outcome, Speech } from './outcome.js';
import { placedMessage, placeShown, repositoryPath } from './place-shown.js';
import { attributes } from './xml.js';

/** One `file` for each place, sorted; the totals, for which the format has no room, are a comment. */
export function checkCheckstyle(outcome: Outcome, { say }: Speech): string {
  const { report } = outcome;
  const files = new Map<string, string[]>();
  for (const finding of report.findings) {
    const { rule, severity } = finding;
    const place = placeShown(finding, outcome);
    const { line, column } = place;
    const message = placedMessage(finding, place, say);
    const values = { line, column, severity, message, source: `dangan.${rule}` };
    const name = repositoryPath(outcome, place.file);
    const errors = files.get(name) ?? [];
    files.set(name, errors);
    errors.push(`    <error${attributes(values)}/>`);
  }
  const sorted = [...files].sort(([a], [b]) => compareText(a, b));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<checkstyle${attributes({ version: outcome.version })}>`,
    `  <!-- ${printable(totalsWords(report, say)).replaceAll('--', '- -')} -->`,
    ...sorted.flatMap(([name, errors]) => [
      `  <file${attributes({ name })}>`,
      ...errors,
      '  </file>',
    ]),
    '</checkstyle>',
    '',
  ].join('\n');
}
