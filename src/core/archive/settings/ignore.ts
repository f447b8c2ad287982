/** `ignore` of `dangan.yaml`: what is left out, in lines as `.gitignore` has them. */
import { ignoresOf, isFaulty } from '../../globs/ignore.js';
import type { Place } from '../../system/types.js';
import type { YamlNode } from '../../yaml-file/node.js';
import { isNothing, type SettingsReader } from './reader.js';

interface Line {
  readonly text: string;
  readonly at: Place;
}

/**
 * A list of lines, or a block of them.
 *
 * @param evidence - What the evidence root is called: who leaves that out has nothing left to judge.
 */
export function ignoredLines(
  node: YamlNode | undefined,
  evidence: string,
  reader: SettingsReader,
): readonly string[] {
  if (!node || isNothing(node)) return [];
  const lines = linesIn(node, reader);
  for (const { text, at } of lines) {
    if (!isFaulty(text)) continue;
    reader.problems.push({ at, messageId: 'ignore-pattern', data: { pattern: text } });
  }
  const texts = lines.map(({ text }) => text);
  if (ignoresOf(texts)?.('', evidence, true)) reader.report(node, 'ignore-evidence', { evidence });
  return texts;
}

function linesIn(node: YamlNode, reader: SettingsReader): Line[] {
  if (node.is !== 'list') {
    const text = reader.text(node, 'ignore') ?? '';
    const at = reader.placeOf(node);
    if (!text.includes('\n')) return [{ text, at }];
    // A block begins on the line after its sign.
    const lines = text.split('\n');
    return lines.map((each, nth) => ({ text: each, at: { line: at.line + 1 + nth, column: 1 } }));
  }
  return node.items.flatMap((item) => {
    const text = reader.text(item, 'ignore');
    return text === undefined ? [] : { text, at: reader.placeOf(item) };
  });
}
