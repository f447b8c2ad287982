import { readFileSync } from 'node:fs';
import type { RuleId } from '../../src/core/rules/ids.js';
import { messagesIn } from '../../src/messages/index.js';

/** The page of a rule, taken apart. */
export interface RulePage {
  readonly headings: readonly string[];
  readonly inOrder: readonly Example[];
  readonly outOfOrder: readonly Example[];
}

/** A fenced block: a `tree` or a whole scoring system in `yaml`. */
export interface Example {
  readonly language: string;
  readonly text: string;
}

export function pagePath(id: RuleId): URL {
  return new URL(`../../src/core/rules/${id}/README.md`, import.meta.url);
}

/** The headings that every page has: its id, and its title in both languages as the messages give it. */
export function headingsOf(id: RuleId): readonly string[] {
  return [
    `# ${id}`,
    '## 中文',
    `### ${messagesIn('zh-CN').rules[id]}`,
    '## English',
    `### ${messagesIn('en').rules[id]}`,
    '## 示例 Examples',
    '### 符合 In order',
    '### 不符合 Out of order',
  ];
}

export function readPage(id: RuleId): RulePage {
  const page = readFileSync(pagePath(id), 'utf8');
  const prose = page.replace(/^```[^]*?^```$/gm, '');
  const [, inOrder = '', outOfOrder = ''] = page.split(
    /^### (?:符合 In order|不符合 Out of order)$/m,
  );
  return {
    headings: prose.split('\n').filter((line) => line.startsWith('#')),
    inOrder: examplesIn(inOrder),
    outOfOrder: examplesIn(outOfOrder),
  };
}

function examplesIn(text: string): Example[] {
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = '', block = '']) => ({
    language,
    text: block,
  }));
}
