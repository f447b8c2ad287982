/** Single texts of a YAML file replaced: everything around them stays, the quotation marks too. */
import {
  applyEdits,
  isSameWritten,
  type Written,
  type YamlNode,
  type YamlSource,
  type YamlText,
} from './node.js';
import { writeValue } from './write-value.js';

/**
 * Put other texts in the place of some.
 *
 * @param texts - The new text of each node of this file.
 * @param parse - Reads a text as the file's was.
 * @returns the file, read again; `undefined` where it is written in a way in which this would touch something else.
 */
export function replaceTexts(
  yaml: YamlSource,
  texts: ReadonlyMap<YamlText, string>,
  parse: (text: string) => YamlSource,
): YamlSource | undefined {
  if (!yaml.root || yaml.broken) return undefined;
  // What an alias stands for is one node in several places.
  const all = [...eachText(yaml.root)].filter((node) => texts.has(node));
  if (all.length !== texts.size) return undefined;
  const edits = [...texts].map(([{ start, end }, text]) => ({
    start,
    end,
    text: writtenLike(yaml.text.slice(start, end), text),
  }));
  const edited = parse(
    applyEdits(
      yaml.text,
      edits.sort((a, b) => a.start - b.start),
    ),
  );
  const isMeant = edited.root && isSameWritten(whole(edited.root), whole(yaml.root, texts));
  return isMeant && !edited.broken ? edited : undefined;
}

function writtenLike(before: string, text: string): string {
  if (before.startsWith("'") && !text.includes("'")) return `'${text}'`;
  return before.startsWith('"') ? JSON.stringify(text) : writeValue(text, 'brackets');
}

function whole(node: YamlNode, texts?: ReadonlyMap<YamlText, string>): Written {
  switch (node.is) {
    case 'text':
      return texts?.get(node) ?? node.text;
    case 'list':
      return node.items.map((each) => whole(each, texts));
    case 'map':
      return Object.fromEntries(
        [...node.entries].map(([key, { value }]) => [key, whole(value, texts)]),
      );
  }
}

function* eachText(node: YamlNode): Generator<YamlText> {
  if (node.is === 'text') yield node;
  else if (node.is === 'list') for (const each of node.items) yield* eachText(each);
  else for (const { value } of node.entries.values()) yield* eachText(value);
}
