/** What the generated pages have in common: their languages, their heads, their tables. */
import type { Language } from '../../src/messages/index.js';

/** Chinese, then English. */
export type Words = readonly [zh: string, en: string];

export interface Tongue {
  readonly language: Language;
  readonly folder: 'zh' | 'en';
  readonly pick: (words: Words) => string;
}

export const TONGUES: readonly Tongue[] = [
  { language: 'zh-CN', folder: 'zh', pick: ([zh]) => zh },
  { language: 'en', folder: 'en', pick: ([, en]) => en },
];

/** Told at the head of every generated page. */
const GENERATED: Words = [
  '本页由 `npm run docs` 照程序生成，请勿手改。',
  'This page is made of the program by `npm run docs`; do not edit it.',
];

const INDEX: Words = ['文档目录', 'All pages'];

export function pageOf(
  tongue: Tongue,
  title: Words,
  lead: Words,
  parts: readonly string[],
): string {
  const { pick, folder } = tongue;
  const other = folder === 'zh' ? 'en' : 'zh';
  const name = folder === 'zh' ? 'English' : '中文';
  const nav = `[${pick(INDEX)}](../../README.md) · [${name}](../../${other}/reference/PAGE)`;
  const head = [`# ${pick(title)}`, nav, pick(lead), ...parts, '---', pick(GENERATED)];
  return `${head.filter((part) => part !== '').join('\n\n')}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');

export const code = (text: string) => (text === '' ? '' : `\`${text}\``);

const HAN = /\p{Script=Han}/gu;

/** The half of a description that is in this language: schemas have both, as `中文 / English` or `中文。English.` */
export function halfOf(description: string, { folder }: Tongue): string {
  for (const { index, 0: mark } of description.matchAll(/ \/ |(?<=[。？）]) ?(?=[A-Z`“])/g)) {
    const english = description.slice(index + mark.length);
    const foreign = english.match(HAN)?.length ?? 0;
    if (foreign * 5 > english.length) continue;
    return folder === 'zh' ? description.slice(0, index) : english;
  }
  return description;
}
