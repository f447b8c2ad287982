/** The `bundle-*` rules: how bad each is, and what of the four-property check it answers. */
import { compareFindings, fingerprintOf, type Finding } from '../../rules/findings.js';
import type { AnyRuleId, RuleId } from '../../rules/ids.js';
import type { Refusal, RefusalCode } from './refusal.js';
import type { Seen, Severity } from '../../rules/seen.js';

export type BundleRuleId = Extract<RuleId, `bundle-${string}`>;

/** What a judge saw in a bundle. */
export type BundleSeen = Extract<Seen, { messageId: `bundle-${string}` }>;

interface BundleRule {
  readonly severity: Severity;
  /**
   * `fixity`: is it unchanged? `form`: is it a proper bag? `contents`: does it tell the truth about itself? `system`:
   * is it made for the inspector's scoring system? `profile`: is it what a BagIt profile asks for? `signature`: is it
   * signed by who it should be?
   */
  readonly part: 'fixity' | 'form' | 'contents' | 'system' | 'profile' | 'signature';
  /** Items of DA/T 70-2018 for hand-over. */
  readonly properties: readonly string[];
}

const rule = (
  severity: Severity,
  part: BundleRule['part'],
  ...properties: string[]
): BundleRule => ({ severity, part, properties });

export const BUNDLE_RULES: Readonly<Record<BundleRuleId, BundleRule>> = {
  'bundle-refused': rule('error', 'form', 'YJ-4-7', 'YJ-3-8', 'YJ-2-11'),
  'bundle-declaration-invalid': rule('error', 'form', 'YJ-1-12', 'YJ-1-13', 'YJ-3-1'),
  'bundle-manifest-missing': rule('error', 'form', 'YJ-1-1', 'YJ-1-13', 'YJ-2-10'),
  'bundle-manifest-invalid': rule('error', 'form', 'YJ-1-1', 'YJ-1-12'),
  'bundle-manifest-mismatch': rule('error', 'form', 'YJ-1-1', 'YJ-2-11'),
  'bundle-algorithm-unknown': rule('warning', 'form', 'YJ-1-1'),
  'bundle-file-missing': rule('error', 'fixity', 'YJ-2-7', 'YJ-2-11', 'YJ-1-11', 'YJ-1-14'),
  'bundle-file-changed': rule('error', 'fixity', 'YJ-1-1', 'YJ-1-10', 'YJ-1-14'),
  'bundle-file-unexpected': rule('error', 'fixity', 'YJ-4-3', 'YJ-2-11', 'YJ-1-11', 'YJ-1-14'),
  'bundle-file-moved': rule('error', 'fixity', 'YJ-1-11', 'YJ-2-11', 'YJ-1-14'),
  'bundle-file-unreadable': rule('error', 'fixity', 'YJ-3-4'),
  'bundle-tag-missing': rule('error', 'fixity', 'YJ-2-10', 'YJ-1-1', 'YJ-1-13', 'YJ-1-14'),
  'bundle-tag-changed': rule('error', 'fixity', 'YJ-1-1', 'YJ-1-14'),
  'bundle-stray-file': rule('warning', 'form', 'YJ-4-3', 'YJ-1-13'),
  'bundle-oxum-mismatch': rule('error', 'fixity', 'YJ-2-1', 'YJ-2-2'),
  'bundle-info-invalid': rule('error', 'form', 'YJ-1-12'),
  'bundle-fetch-invalid': rule('error', 'form', 'YJ-2-11'),
  'bundle-link': rule('error', 'form', 'YJ-4-7'),
  'bundle-name-collision': rule('warning', 'form', 'YJ-1-6'),
  'bundle-name-unportable': rule('warning', 'form', 'YJ-1-6'),
  'bundle-name-form': rule('warning', 'form', 'YJ-1-6'),
  'bundle-name-guessed': rule('info', 'form', 'YJ-1-6'),
  'bundle-litter': rule('warning', 'form', 'YJ-4-3'),
  'bundle-empty-folder': rule('info', 'form', 'YJ-2-11'),
  'bundle-index-mismatch': rule('error', 'contents', 'YJ-1-10', 'YJ-1-11', 'YJ-3-1'),
  'bundle-checks-invalid': rule('error', 'contents', 'YJ-2-5'),
  'bundle-system-changed': rule('error', 'contents', 'YJ-1-11'),
  'bundle-system-other': rule('error', 'system', 'YJ-2-9'),
  'bundle-signature-invalid': rule('error', 'signature', 'YJ-1-1', 'YJ-1-14'),
  'bundle-signature-key': rule('error', 'signature', 'YJ-1-1', 'YJ-1-14'),
  'bundle-signature-missing': rule('error', 'signature', 'YJ-1-1', 'YJ-1-14'),
  'bundle-signature-unchecked': rule('info', 'signature', 'YJ-1-1'),
  'bundle-profile-invalid': rule('error', 'profile', 'YJ-1-12'),
  'bundle-profile-form': rule('error', 'profile', 'YJ-1-13'),
  'bundle-profile-info': rule('error', 'profile', 'YJ-2-3', 'YJ-2-4'),
  'bundle-profile-manifest': rule('error', 'profile', 'YJ-1-1'),
  'bundle-profile-file': rule('error', 'profile', 'YJ-1-13', 'YJ-4-3'),
};

export function bundleRuleOf(finding: { readonly rule: AnyRuleId }): BundleRule {
  return BUNDLE_RULES[finding.rule as BundleRuleId];
}

type Narrower = (params: Finding['params']) => readonly string[];

/** Where a finding is about fewer items than its rule is; and of rules that are not for bundles alone. */
const NARROWER: Partial<Record<Finding['messageId'], Narrower>> = {
  'bundle-refused/zip': (params) => [REFUSED_ITEMS[(params as Refusal).code] ?? 'YJ-4-7'],
  'bundle-oxum-mismatch/count': (params) => {
    const { saidFiles, files, saidBytes, bytes } = params as Record<string, number>;
    return [...(saidFiles === files ? [] : ['YJ-2-1']), ...(saidBytes === bytes ? [] : ['YJ-2-2'])];
  },
  'bundle-file-changed/damaged': () => ['YJ-1-1', 'YJ-1-10', 'YJ-1-14', 'YJ-3-4'],
  'bundle-file-changed/crc': () => ['YJ-1-1', 'YJ-1-10', 'YJ-1-14', 'YJ-3-4'],
  'bundle-index-mismatch/none': () => ['YJ-2-10'],
  'bundle-index-mismatch/digest': () => ['YJ-1-10'],
  'bundle-index-mismatch/index-only': () => ['YJ-1-11'],
  'bundle-index-mismatch/file-only': () => ['YJ-1-11'],
  'bundle-index-mismatch/folder': () => ['YJ-1-11'],
  // One signature that is valid is enough; one that was not read tells nothing.
  'bundle-signature-key/besides': () => [],
  'bundle-signature-unchecked/unread': () => [],
  // What is missing is not too much.
  'bundle-profile-file/tag-required': () => ['YJ-1-13', 'YJ-2-10'],
  'bundle-profile-file/fetch-required': () => ['YJ-1-13', 'YJ-2-10'],
  'bundle-profile-file/payload-required': () => ['YJ-1-13', 'YJ-2-11'],
  'bundle-profile-file/folder-required': () => ['YJ-1-13', 'YJ-2-11'],
  'name-sequence-gap/missing': () => ['YJ-2-6'],
  'name-sequence-duplicate/same': () => ['YJ-2-6'],
};

const REFUSED_ITEMS: Partial<Record<RefusalCode, string>> = {
  BUNDLE_ENCRYPTED: 'YJ-3-8',
  BUNDLE_METHOD_UNKNOWN: 'YJ-3-8',
  BUNDLE_TRUNCATED: 'YJ-2-11',
  BUNDLE_MULTI_DISK: 'YJ-2-11',
};

/** Items of the four-property check that a finding is about. */
export function propertiesOf({ rule, messageId, params }: Finding): readonly string[] {
  return NARROWER[messageId]?.(params) ?? BUNDLE_RULES[rule as BundleRuleId].properties;
}

/**
 * From what the judges saw to findings in their order.
 *
 * @param indicatorOf - The indicator that a path of the bundle belongs to.
 */
export function bundleFindingsOf(
  seen: Iterable<BundleSeen>,
  indicatorOf: (path: string) => Finding['indicator'],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const each of seen) {
    const id = each.messageId.slice(0, each.messageId.indexOf('/')) as BundleRuleId;
    const told = JSON.stringify(each.data);
    findings.push({
      rule: id,
      severity: each.severity ?? BUNDLE_RULES[id].severity,
      messageId: each.messageId,
      params: each.data,
      indicator: each.path === undefined ? undefined : indicatorOf(each.path),
      file: each.path,
      title: '',
      at: undefined,
      fix: 'none',
      fingerprint: fingerprintOf(id, each.path ?? '', told),
    });
  }
  return findings.sort(compareFindings);
}
