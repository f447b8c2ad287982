/** The Markdown of `docs/` and of the README files: what is in fences, headings, links. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A fenced block. */
export interface Block {
  /** The word behind the fence, and the others, as in `yaml requirement`. */
  readonly kind: string;
  readonly about: string;
  /** What an HTML comment right above says, as in `<!-- file: criteria.yaml -->`. */
  readonly mark: string;
  readonly text: string;
  /** Line of the fence, from 1. */
  readonly line: number;
}

/** Pages for people who use the program, by path from the repository's root. */
export function docPages(): readonly string[] {
  const pages = readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' });
  const markdown = pages.filter((path) => path.endsWith('.md'));
  return ['README.md', 'README.en.md', ...markdown.map((path) => `docs/${path}`).sort()].map(
    (path) => path.replaceAll('\\', '/'),
  );
}

export function readDoc(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8');
}

export function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, fence, info = ''] = /^(`{3,})(.*)$/.exec(lines[at] ?? '') ?? [];
    if (fence === undefined) continue;
    const end = lines.indexOf(fence, at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: a fence without an end`);
    const [kind = '', about = ''] = info.trim().split(/\s+(.*)/);
    const [, mark = ''] = /^<!-- (.*) -->$/.exec(lines[at - 1] ?? '') ?? [];
    blocks.push({ kind, about, mark, text: lines.slice(at + 1, end).join('\n'), line: at + 1 });
    at = end;
  }
  return blocks;
}

/** The page without what is in fences and in code, where nothing is a heading or a link. */
function proseOf(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, '').replaceAll(/`[^`\n]*`/g, code);
}

/** Headings keep the letters of their code; links in code are none. */
const code = (text: string) => text.slice(1, -1).replaceAll(/[[\]()]/g, '');

/** Anchors of the headings, as GitHub makes them. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(markdown).matchAll(/^#{1,6} (.*)$/gm)) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const anchor = words
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let unique = anchor;
    for (let count = 1; anchors.has(unique); count++) unique = `${anchor}-${count}`;
    anchors.add(unique);
  }
  for (const [, id = ''] of markdown.matchAll(/<a id="([^"]*)">/g)) anchors.add(id);
  return anchors;
}

/** Where its links lead that stay in the repository. */
export function linksOf(markdown: string): readonly string[] {
  const links = [...proseOf(markdown).matchAll(/\]\(<?([^)>\s]+)>?\)/g)].map(([, to = '']) => to);
  return links.filter((to) => !/^[a-z]+:/.test(to));
}
