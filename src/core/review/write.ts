/** A review as the text of a file in `reviews/`: one line for each mark. */
import { schemaLine } from '../archive/schema-line.js';
import type { Written, WrittenMap } from '../yaml-file/node.js';
import { writeValue, type YamlValue } from '../yaml-file/write-value.js';

export const REVIEWS_FOLDER = 'reviews';

const KEYS = ['format', 'unit', 'system', 'bundle', 'by', 'lead', 'on', 'note'] as const;
const LISTS = ['marks', 'vetoes'] as const;

/**
 * @param written - As it was read from a file of any form; it agrees with the schema.
 * @param remark - A comment for who opens it.
 */
export function formatReview(written: WrittenMap, remark: string): string {
  const head = KEYS.flatMap((key) => {
    const value = written[key];
    return value === undefined ? [] : [`${key}: ${writeValue(valueIn(value), 'block', key)}`];
  });
  const lists = LISTS.flatMap((key) => {
    const items = (written[key] ?? []) as readonly Written[];
    if (items.length === 0) return [];
    return [`${key}:`, ...items.map((each) => `  - ${writeValue(valueIn(each), 'block', key)}`)];
  });
  const first = schemaLine(`${REVIEWS_FOLDER}/x.yaml`, 'review');
  return `${[first, `# ${remark}`, ...head, ...lists].join('\n')}\n`;
}

/** Texts may have line ends in them, which stay. */
function valueIn(written: Written): YamlValue {
  return written as YamlValue;
}
