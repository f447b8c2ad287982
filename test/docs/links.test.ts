/** Links and anchors of every page that people read lead somewhere. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { anchorsOf, docPages, linksOf, readDoc } from '../helpers/docs/page.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function pagesBelow(folder: string): readonly string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((path) => path.endsWith('.md')).map((path) => join(folder, path));
}

const others = ['CONTRIBUTING.md', 'CHANGELOG.md', ...pagesBelow('examples'), ...pagesBelow('src')];

/** @returns why a link leads nowhere. */
function fault(page: string, link: string): string | undefined {
  const [path = '', anchor] = decodeURI(link).split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(root, target))) return `${link}: there is no ${target}`;
  if (anchor === undefined || statSync(join(root, target)).isDirectory()) return undefined;
  return anchorsOf(readDoc(target)).has(anchor)
    ? undefined
    : `${link}: no heading there makes this anchor`;
}

test.each([...docPages(), ...others])('%s has no link that leads nowhere', (page) => {
  expect(linksOf(readDoc(page)).flatMap((link) => fault(page, link) ?? [])).toEqual([]);
});

test('every page is on the list of all pages', () => {
  const listed = linksOf(readDoc('docs/README.md')).map((link) => `docs/${link}`);
  const pages = docPages().filter((page) => /^docs\/\w+\//.test(page));
  expect(pages.filter((page) => !listed.includes(page))).toEqual([]);
});

/** What a page is made of: the level of each heading, and how many commands its blocks show. */
function outlineOf(page: string): readonly string[] {
  const lines = readDoc(page).split('\n');
  return lines.flatMap((line) => /^(#+ |\$ |```\w+)/.exec(line)?.[1]?.trim() ?? []);
}

const chinese = docPages().filter((page) => page.startsWith('docs/zh/'));

test.each(chinese)('%s has the same parts in English', (page) => {
  expect(outlineOf(page.replace('docs/zh/', 'docs/en/'))).toEqual(outlineOf(page));
});
