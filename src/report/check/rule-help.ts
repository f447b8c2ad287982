/** What the page of a rule tells, for reports that are read away from this program. */
import type { Language } from '../../messages/index.js';
import { pageParts, type PageParts } from '../rule-page.js';

export interface RuleHelp {
  /** Its first paragraph: what the rule asks for. */
  readonly summary: string;
  /** All of it, in the reader's language and then in the other one. */
  readonly text: string;
  readonly markdown: string;
}

/** @param page - The rule's `README.md`. */
export function ruleHelp(page: string, language: Language): RuleHelp {
  const own = pageParts(page, language === 'en' ? 'English' : '中文');
  const other = pageParts(page, language === 'en' ? '中文' : 'English');
  const examples = page.indexOf('\n## 示例 Examples\n');
  return {
    summary: own.paragraphs[0] ?? own.title,
    text: [own, other].map(plainText).join('\n\n'),
    markdown: [
      ...[own, other].map(({ title, paragraphs }) => [`## ${title}`, ...paragraphs].join('\n\n')),
      ...(examples < 0 ? [] : [page.slice(examples).trim()]),
    ].join('\n\n'),
  };
}

function plainText({ title, paragraphs }: PageParts): string {
  return [title, ...paragraphs].join('\n\n');
}
