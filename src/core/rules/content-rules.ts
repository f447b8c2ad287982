/** The rules about what files hold, in display order; they are judged where somebody looked at the files. */
import type { Settings } from '../archive/settings.js';
import { contentDuplicate } from './content-duplicate/index.js';
import { contentEmpty } from './content-empty/index.js';
import { contentPointerOnly } from './content-pointer-only/index.js';
import { contentTooLarge } from './content-too-large/index.js';
import { contentTypeMismatch } from './content-type-mismatch/index.js';
import { contentTypeNotAllowed } from './content-type-not-allowed/index.js';
import type { AnyRuleId } from './ids.js';
import type { ArchiveRule } from './types.js';

export const CONTENT_RULES: readonly ArchiveRule[] = [
  contentEmpty,
  contentTypeMismatch,
  contentTypeNotAllowed,
  contentTooLarge,
  contentPointerOnly,
  contentDuplicate,
];

/** What has to be known of the files for some rules to be judged. */
export interface FilesWanted {
  readonly any: boolean;
  /** Also whether several are the same. */
  readonly digests: boolean;
}

export function filesWanted(
  rules: readonly ArchiveRule<AnyRuleId>[],
  { rules: levels }: Settings,
): FilesWanted {
  const isOn = (rule: ArchiveRule) => rules.includes(rule) && levels[rule.id] !== 'off';
  const looks = rules.some((rule) => rule.looks === true && levels[rule.id] !== 'off');
  return { any: looks || CONTENT_RULES.some(isOn), digests: isOn(contentDuplicate) };
}
