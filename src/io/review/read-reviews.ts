/** Reviews that came back: `reviews/` in the archive's folder. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeReview } from '../../core/review/decode.js';
import type { ReviewForm, ReviewRead } from '../../core/review/types.js';
import { REVIEWS_FOLDER } from '../../core/review/write.js';
import { compareText } from '../../core/text.js';
import type { YamlSource } from '../../core/yaml-file/node.js';
import { knownKeys, schemaProblems } from '../../core/yaml-file/schema-faults.js';
import validate, { schemaKeys } from '../../../schemas/review.schema.json?validator';
import { diskError } from '../../errors.js';
import { parseYaml, readYaml } from '../yaml/yaml.js';

const REVIEW_KEYS = knownKeys(schemaKeys);

/**
 * All reviews of an archive, in the order of their names.
 *
 * @param root - The archive's folder.
 * @throws {DanganError} what the disk says. What is in a file never throws.
 */
export async function readReviews(root: string, form: ReviewForm): Promise<readonly ReviewRead[]> {
  const reads: ReviewRead[] = [];
  for (const name of namesIn(join(root, REVIEWS_FOLDER))) {
    const path = `${REVIEWS_FOLDER}/${name}`;
    reads.push(reviewIn(path, await readYaml(join(root, path), REVIEW_KEYS), form));
  }
  return reads;
}

function namesIn(folder: string): readonly string[] {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.'))
      .sort(compareText);
  } catch (cause) {
    throw diskError(folder, cause);
  }
}

/** A file as an inspector has saved it: JSON is YAML too. */
export function readReviewFile(path: string): Promise<YamlSource> {
  return readYaml(path, REVIEW_KEYS);
}

export function parseReview(path: string, text: string, form: ReviewForm): ReviewRead {
  return reviewIn(path, parseYaml(text, REVIEW_KEYS), form);
}

export function reviewIn(path: string, yaml: YamlSource, form: ReviewForm): ReviewRead {
  return decodeReview(path, yaml, schemaProblems(yaml, validate, schemaKeys), form);
}
