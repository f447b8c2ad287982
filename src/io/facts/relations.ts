/** How the parts of an OOXML document lead to each other. @see ISO/IEC 29500-2, 9.3 */
import { posix } from 'node:path';
import { elementsOf } from '../../core/documents/elements.js';
import { attributeOf } from '../../core/documents/xml.js';
import type { ZipParts } from './zip-parts.js';

export interface Relation {
  /** The last part of it: Strict documents have other ones before it. */
  readonly type: string;
  /** From the root of the package. */
  readonly target: string;
}

/**
 * @param part - Whose relations they are; `''` for the package.
 * @returns `undefined` when it has none.
 */
export function relationsOf(parts: ZipParts, part: string): readonly Relation[] | undefined {
  const folder = posix.dirname(part);
  const xml = parts.text(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  if (xml === undefined) return undefined;
  return elementsOf(xml).flatMap(({ tag }) => {
    const type = attributeOf(tag, 'Type')?.split('/').at(-1);
    const target = attributeOf(tag, 'Target');
    const isOutside = attributeOf(tag, 'TargetMode') === 'External';
    if (type === undefined || target === undefined || isOutside) return [];
    return [{ type, target: pathFrom(folder, target) }];
  });
}

/** From the root of the package when a `/` stands before it, else from the folder of the part. */
function pathFrom(folder: string, target: string): string {
  return posix.join(target.startsWith('/') ? '' : folder, target.replace(/^\//, ''));
}
