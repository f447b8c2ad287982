/** What the page of a rule tells, for reports that are read away from this program. */
import type { AnyRuleId } from '../../core/rules/ids.js';
import { ownRulePage } from '../own-rule-page.js';
import { pageParts, type PageParts } from '../rule-page.js';
import { markdownText } from '../markdown-text.js';
import type { Outcome, Speech } from './outcome.js';

interface RuleHelp {
  /** What the rule asks for. */
  readonly summary: string;
  /** All of it; of ours in the reader's language and then in the other one. */
  readonly text: string;
  readonly markdown: string;
}

/** The page of a rule in the reader's language; of one of the unit's own, what it declares. */
export function rulePage(
  rule: AnyRuleId,
  { pageOf, own }: Outcome,
  { say, language }: Speech,
): PageParts | undefined {
  const page = pageOf(rule);
  if (page !== undefined) return pageParts(page, language === 'en' ? 'English' : '中文');
  const declared = own.find(({ id }) => id === rule);
  return declared && ownRulePage(declared, say);
}

export function ruleHelp(rule: AnyRuleId, outcome: Outcome, speech: Speech): RuleHelp | undefined {
  const parts = rulePage(rule, outcome, speech);
  const page = outcome.pageOf(rule);
  if (!parts) return undefined;
  if (page === undefined) return ownHelp(parts);
  const other = pageParts(page, speech.language === 'en' ? '中文' : 'English');
  const examples = page.indexOf('\n## 示例 Examples\n');
  return {
    summary: parts.paragraphs[0] ?? parts.title,
    text: [parts, other].map(plainText).join('\n\n'),
    markdown: [
      ...[parts, other].map(markdown),
      ...(examples < 0 ? [] : [page.slice(examples).trim()]),
    ].join('\n\n'),
  };
}

/** What a unit writes is no Markdown. */
function ownHelp({ title, paragraphs, ...others }: PageParts): RuleHelp {
  return {
    summary: paragraphs.slice(0, 2).join('\n'),
    text: plainText({ title, paragraphs, ...others }),
    markdown: markdown({
      ...others,
      title: markdownText(title),
      paragraphs: paragraphs.map((text) =>
        text.replace(
          /^(- )?(.*)$/gm,
          (_, dash = '', line: string) => `${dash}${markdownText(line)}`,
        ),
      ),
    }),
  };
}

function markdown({ title, paragraphs }: PageParts): string {
  return [`## ${title}`, ...paragraphs].join('\n\n');
}

function plainText({ title, paragraphs }: PageParts): string {
  return [title, ...paragraphs].join('\n\n');
}
