/** The page of a rule, for a terminal: one language, and the examples. */
import type { AnyRuleId } from '../core/rules/ids.js';
import type { RuleFacts } from '../core/rules/types.js';
import type { Messages } from '../messages/index.js';
import type { TextStyle } from './text-style.js';
import { wrap, wrapItems } from './wrap.js';

export interface PageParts {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly inOrder: readonly string[];
  readonly outOfOrder: readonly string[];
}

/**
 * Take a rule's `README.md` apart.
 *
 * @param heading - Of the language: `中文` or `English`.
 */
export function pageParts(markdown: string, heading: string): PageParts {
  const words = section(markdown, `## ${heading}\n`, '\n## ');
  const title = /^### (.*)$/m.exec(words)?.[1] ?? '';
  const text = words.slice(words.indexOf(title) + title.length);
  const good = section(markdown, '### 符合 In order\n', '\n### ');
  const bad = section(markdown, '### 不符合 Out of order\n', '\n### ');
  return {
    title,
    paragraphs: text.split(/\n{2,}/).flatMap((part) => unbroken(part.trim()) || []),
    inOrder: codeBlocks(good),
    outOfOrder: codeBlocks(bad),
  };
}

/** Lines of a paragraph in one: Chinese is written on without a blank. Lines of a list stay. */
function unbroken(paragraph: string): string {
  const chinese = /(?<=[\u3000-\u9fff\uff00-\uffef”’…])\n(?![-\d])/g;
  return paragraph.replaceAll(chinese, '').replaceAll(/\n(?!- |\d+\. )/g, ' ');
}

function section(markdown: string, head: string, next: string): string {
  const from = markdown.indexOf(head);
  if (from < 0) return '';
  const to = markdown.indexOf(next, from + head.length);
  return markdown.slice(from + head.length, to < 0 ? undefined : to);
}

function codeBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
}

export function rulePageText(
  rule: RuleFacts<AnyRuleId>,
  page: PageParts,
  style: TextStyle,
): string {
  const { say, paint, columns } = style;
  const facts = say.explain.facts({
    severity: say.check.level[rule.severity],
    fix: say.rulesTable.fix[rule.fix],
    scope: say.explain.scope[rule.scope ?? 'tree'],
    properties: rule.properties,
  });
  const lines = wrapItems(facts.split(/(?<= · )/), columns);
  const paragraphs = page.paragraphs.map((text) => wrap(text, Math.min(columns, 100)).join('\n'));
  return [
    `${paint.bold(page.title)}  ${paint.dim(rule.id)}\n${lines.map((line) => paint.dim(line)).join('\n')}`,
    ...paragraphs,
    ...examples(paint.green(say.explain.inOrder), page.inOrder, say),
    ...examples(paint.red(say.explain.outOfOrder), page.outOfOrder, say),
    '',
  ].join('\n\n');
}

function examples(title: string, blocks: readonly string[], say: Messages): string[] {
  if (blocks.length === 0) return [];
  return [title, ...blocks.map((block) => exampleText(block, say))];
}

/** Indented, with what the tests read about the scoring system and the settings put in words. */
export function exampleText(block: string, { explain }: Messages): string {
  return block
    .trimEnd()
    .replace(/^# system: (.*)$/gm, (_, indicator: string) => explain.asked({ indicator }))
    .replace(/^# today: (.*)$/gm, (_, day: string) => explain.today({ day }))
    .replace(/^# settings: (.*)$/gm, (_, setting: string) => explain.setting({ setting }))
    .replace(/^(?:#\| .*\n?)+/gm, (lines) => `${explain.system}\n${lines.replace(/^#\| /gm, '  ')}`)
    .replace(/^(?=.)/gm, '    ');
}
