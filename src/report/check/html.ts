/** The result as one page that needs nothing else: on a screen, in a letter, on A4 paper. */
import type { Waived } from '../../core/waivers/types.js';
import type { Finding } from '../../core/rules/findings.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import type { Messages } from '../../messages/index.js';
import { messageOf, ruleTitle } from '../words.js';
import { countFindings, overviewNotes } from './check-report.js';
import { commands, htmlPage, shown } from './html-page.js';
import { groupsOf, nameInGroup, type Group } from './groups.js';
import { SEVERITIES } from '../../core/rules/levels.js';
import type { Outcome, Speech } from './outcome.js';
import { placeWords } from './place-shown.js';
import { rulePage } from './rule-help.js';

/** @param style - The style sheet, `pages/check.css`. */
export function checkHtml(outcome: Outcome, speech: Speech, style: string): string {
  const { report, unit } = outcome;
  const { say, language } = speech;
  const words = say.reports;
  const rules = [...new Set(report.findings.map(({ rule }) => rule))];
  const main = [
    headHtml(outcome, say),
    groupsOf(report.findings, report)
      .map((group) => groupHtml(group, say))
      .join('\n'),
    waivedHtml(report.waived, say),
    rules.length === 0 ? '' : rulesHtml(rules, outcome, speech),
  ];
  const title = [words.title, unit].filter((text) => text !== '').join(' · ');
  return htmlPage({ language, title, style, main: main.join('\n'), footer: words.madeBy(outcome) });
}

function headHtml(outcome: Outcome, say: Messages): string {
  const { report, ok, unit, system, today } = outcome;
  const { reports: words, check } = say;
  const counts = countFindings(report.findings);
  const facts = [
    [words.facts.unit, unit],
    [words.facts.system, system],
    [words.facts.day, today],
    [words.facts.scope, words.scope(report)],
  ].filter(([, value]) => value !== '');
  const tiles = [
    ...SEVERITIES.map((level) => [level, counts[level], check.level[level]] as const),
    ['waived', report.waived.length, words.waivedHead] as const,
  ];
  const notes = [
    ...overviewNotes(report, say),
    ...(counts.safe > 0 ? [check.next.safe({ count: counts.safe })] : []),
    ...(counts.unsafe > 0
      ? [check.next.unsafe({ count: counts.unsafe, more: counts.safe > 0 })]
      : []),
  ];
  return `<header>
<h1>${shown(words.title)}</h1>
<dl>${facts.map(([name = '', value = '']) => `<dt>${shown(name)}</dt><dd>${shown(value)}</dd>`).join('')}</dl>
<p class="verdict ${ok ? 'ok' : 'not-ok'}">${shown(verdictWords(outcome, say))}</p>
<ul class="tiles">${tiles.map(([kind, count, name]) => `<li class="${count === 0 ? 'none' : kind}"><b>${count}</b> ${shown(name)}</li>`).join('')}</ul>
${notes.length === 0 ? '' : `<ul class="notes">${notes.map((note) => `<li>${commands(note)}</li>`).join('')}</ul>`}
</header>`;
}

function verdictWords({ report, ok, failOn }: Outcome, { reports, check }: Messages): string {
  if (report.findings.length === 0) return reports.verdict.inOrder;
  const { below, reached } = reports.verdict;
  return (ok ? below : reached)({ level: check.level[failOn], isWorst: failOn === 'error' });
}

function groupHtml({ folder, findings }: Group, say: Messages): string {
  const { columns, archive } = say.reports;
  return `<section>
<h2>${shown(folder === '' ? archive : folder)}</h2>
<table>
<thead><tr><th scope="col" class="level">${shown(columns.level)}</th><th scope="col" class="name">${shown(columns.name)}</th><th scope="col">${shown(columns.found)}</th></tr></thead>
<tbody>
${findings.map((finding) => findingHtml(finding, folder, say)).join('\n')}
</tbody>
</table>
</section>`;
}

function findingHtml(finding: Finding, folder: string, say: Messages): string {
  const { severity, rule, at, file, fingerprint, fix } = finding;
  const message = messageOf(finding, say);
  const words = at && at.file === file ? say.check.atLine({ ...at, message }) : message;
  const mark = say.check.mark[fix];
  const name = nameInGroup(finding, folder);
  const about = [rule, mark].filter((text) => text !== '').join(' · ');
  return `<tr data-fingerprint="${fingerprint}" class="${severity}"><td class="level"><span>${shown(say.check.level[severity])}</span></td><td class="name">${name === '' ? `<i>${shown(say.reports.folderItself)}</i>` : shown(name)}</td><td>${shown(words)}<small>${shown(about)}</small></td></tr>`;
}

function waivedHtml(waived: readonly Waived[], say: Messages): string {
  if (waived.length === 0) return '';
  const { columns, waivedHead, waivedBy } = say.reports;
  const rows = waived.map(
    ({ finding, by }) =>
      `<tr class="waived"><td class="place">${shown(placeWords(finding))}</td><td>${shown(messageOf(finding, say))}<small>${shown(finding.rule)}</small></td><td>${shown(waivedBy(by))}</td></tr>`,
  );
  return `<section class="let-pass">
<h2>${shown(waivedHead)}</h2>
<table>
<thead><tr><th scope="col" class="place">${shown(columns.place)}</th><th scope="col">${shown(columns.found)}</th><th scope="col">${shown(columns.why)}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`;
}

/** What each rule asks for and what to do: who reads the paper cannot ask the program. */
function rulesHtml(rules: readonly AnyRuleId[], outcome: Outcome, speech: Speech): string {
  const { say } = speech;
  const entries = rules.map((rule) => {
    const { paragraphs } = rulePage(rule, outcome, speech) ?? { paragraphs: [] };
    const text = paragraphs.map(paragraphHtml).join('');
    return `<div class="rule"><h3>${shown(ruleTitle(rule, say))} <code>${shown(rule)}</code></h3>${text}</div>`;
  });
  return `<section class="rules">
<h2>${shown(say.reports.rulesHead)}</h2>
${entries.join('\n')}
</section>`;
}

/** A list where each line is a point of one. */
function paragraphHtml(text: string): string {
  const lines = text.split('\n');
  if (!lines.every((line) => line.startsWith('- '))) return `<p>${commands(text)}</p>`;
  return `<ul>${lines.map((line) => `<li>${commands(line.slice(2))}</li>`).join('')}</ul>`;
}
