/** A summary in Markdown as GitHub, GitLab and Gitee show it: of a job, or in a comment. */
import type { Finding } from '../../core/rules/findings.js';
import type { Messages } from '../../messages/index.js';
import { messageOf, ruleTitle } from '../words.js';
import { foundWords, overviewNotes } from './check-report.js';
import { markdownText, tableRow } from '../markdown-text.js';
import { placeWords } from './place-shown.js';
import { worstFirst, type Outcome, type Speech } from './outcome.js';

/** GitHub throws a summary of more than 1 MiB away; room is left for what stands around the rows. */
const MOST_BYTES = 1_000_000;
const MARK = { error: '🔴', warning: '🟡', info: '🔵' } as const;

export function checkMarkdown({ report, ok, unit, system }: Outcome, { say }: Speech): string {
  const { reports: words } = say;
  const { findings, waived } = report;
  const notes = overviewNotes(report, say);
  const room = { bytes: MOST_BYTES };
  const heading = [unit, system].filter((text) => text !== '').map(markdownText);
  return [
    `## ${ok ? '✅' : '❌'} ${words.title}`,
    ...(heading.length > 0 ? [heading.join(' · ')] : []),
    `**${markdownText(foundWords(report, say))}**`,
    ...(notes.length > 0 ? [notes.map((note) => `- ${markdownText(note)}`).join('\n')] : []),
    ...sectionOf(
      words.found,
      [words.columns.level, words.columns.place, words.columns.found, words.columns.rule],
      worstFirst(findings).map((finding) => () => findingCells(finding, say)),
      room,
      say,
    ),
    ...sectionOf(
      words.waivedHead,
      [words.columns.place, words.columns.found, words.columns.why],
      waived.map(({ finding, by }) => () => [
        markdownText(placeWords(finding)),
        `${markdownText(messageOf(finding, say))}<br>\`${finding.rule}\``,
        markdownText(words.waivedBy(by)),
      ]),
      room,
      say,
    ),
    ...(findings.length > 0 ? [words.next] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function findingCells(finding: Finding, say: Messages): string[] {
  const { severity, rule } = finding;
  return [
    `${MARK[severity]} ${say.check.level[severity]}`,
    markdownText(placeWords(finding)),
    markdownText(messageOf(finding, say)),
    `${markdownText(ruleTitle(rule, say))}<br>\`${rule}\``,
  ];
}

/** A table with as many rows as there is room for. */
function sectionOf(
  title: string,
  head: readonly string[],
  rows: readonly (() => readonly string[])[],
  room: { bytes: number },
  say: Messages,
): string[] {
  if (rows.length === 0) return [];
  const lines: string[] = [];
  for (const row of rows) {
    const line = tableRow(row());
    room.bytes -= Buffer.byteLength(line) + 1;
    if (room.bytes < 0) break;
    lines.push(line);
  }
  const hidden = rows.length - lines.length;
  return [
    `### ${title}`,
    [tableRow(head), tableRow(head.map(() => '---')), ...lines].join('\n'),
    ...(hidden > 0 ? [say.reports.notListed({ hidden })] : []),
  ];
}
