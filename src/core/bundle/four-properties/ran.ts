/** Which checks of a bundle have run to their end: only what did can let an item pass. */
import { isSigned } from '../judge/advice.js';
import type { BundleFacts, VerifyReport } from '../judge/judge.js';
import type { ManifestTrouble } from '../bag/parse-manifest.js';
import { valuesOf } from '../bag/tag-file.js';
import type { AnyRuleId } from '../../rules/ids.js';
import type { Numbering } from './numbering.js';

export type RanCheck =
  /** The bundle was read, and not refused. */
  | 'read'
  /** Every file of the bag was read as a whole, and its digests taken. */
  | 'digests'
  /** What the payload manifests list is known, line by line. */
  | 'list'
  /** The same of the tag files. */
  | 'tagList'
  /** Every file is as it is listed: one that is not may be damaged. */
  | 'asListed'
  /** Every tag file that is text could be read as such: declaration, bag-info, manifests, index. */
  | 'texts'
  | 'index'
  | 'oxum'
  /** Judged by a profile of the receiver: that of the sender proves nothing. */
  | 'profile'
  /** The signature was checked with a key that the receiver gave. */
  | 'key'
  /** By an index that agrees with the files it is known which indicators have none. */
  | 'presence'
  /** Every evidence has an ordinal, so that gaps can be seen. */
  | 'numbers';

/** Why a check did not run to its end; the words are in `messages`. */
export type Missing =
  | { readonly check: Exclude<RanCheck, 'digests' | 'numbers'> | 'noSignature' | 'signatureUnread' }
  | { readonly check: 'sampled'; readonly files: number; readonly ofFiles: number }
  | { readonly check: 'unreadable'; readonly files: number }
  | { readonly check: 'numbers'; readonly files: number };

export interface Judged {
  readonly report: VerifyReport;
  /** `undefined` when it was refused. */
  readonly facts: BundleFacts | undefined;
}

/** @returns what did not run, by the check that it is in. */
export function missingChecks(
  { report, facts }: Judged,
  numbering: Numbering,
): ReadonlyMap<RanCheck, Missing> {
  const missing = new Map<RanCheck, Missing>();
  const lacks = (check: Exclude<RanCheck, 'digests' | 'numbers'>, isThere: boolean) => {
    if (!isThere) missing.set(check, { check });
  };
  lacks('read', report.read && facts !== undefined);
  lacks('asListed', !report.findings.some(({ rule }) => CHANGED.has(rule)));
  if (!isSigned(report)) missing.set('key', { check: keyLacking(report) });
  lacks('list', facts !== undefined && isListRead(facts, 'payload'));
  lacks('tagList', facts !== undefined && isListRead(facts, 'tags'));
  lacks('texts', facts !== undefined && areTextsRead(report, facts));
  lacks('index', facts?.index !== undefined);
  lacks('oxum', facts !== undefined && hasOxum(facts));
  lacks('profile', report.profile?.from === 'inspector' && report.profile.profile !== undefined);
  lacks('presence', report.presence?.reliable === true && report.presence.asking > 0);
  const digests = facts && missingDigests(facts);
  if (digests) missing.set('digests', digests);
  // Of the other indicators nothing was counted.
  if (digests && report.share && report.share.asked.indicators.length > 0) {
    missing.set('presence', digests);
  }
  if (numbering.unnumbered > 0) {
    missing.set('numbers', { check: 'numbers', files: numbering.unnumbered });
  }
  return missing;
}

/** What was found so may be damaged; what is missing or elsewhere is not. */
const CHANGED: ReadonlySet<AnyRuleId> = new Set(['bundle-file-changed', 'bundle-tag-changed']);

/** Why it is not known of a signature that it is valid, where none is known to be wrong. */
function keyLacking(report: VerifyReport): 'key' | 'noSignature' | 'signatureUnread' {
  const { found = [], key } = report.signatures ?? {};
  if (key !== undefined) return 'signatureUnread';
  return found.length === 0 ? 'noSignature' : 'key';
}

function missingDigests({ share, files, digests }: BundleFacts): Missing | undefined {
  if (share) return { check: 'sampled', files: share.files, ofFiles: share.ofFiles };
  let unread = 0;
  for (const row of files.rows.values()) if (digests.ended(row) !== 'whole') unread += 1;
  return unread === 0 ? undefined : { check: 'unreadable', files: unread };
}

const HARMLESS: readonly ManifestTrouble[] = ['repeated', 'dotted'];

/** A line that cannot be read may have named a file that is missing. */
function isListRead({ bag }: BundleFacts, of: 'payload' | 'tags'): boolean {
  const manifests = bag.manifests.filter((manifest) => manifest.of === of);
  const isFaulty = (name: string) => /^tag/i.test(name) === (of === 'tags');
  return (
    manifests.length > 0 &&
    !bag.unread.some(isFaulty) &&
    !bag.unknownManifests.some(isFaulty) &&
    manifests.every(({ troubles }) => troubles.every(({ trouble }) => HARMLESS.includes(trouble)))
  );
}

function areTextsRead(report: VerifyReport, { bag, index }: BundleFacts): boolean {
  return (
    bag.declaration !== undefined &&
    bag.info !== undefined &&
    bag.unread.length === 0 &&
    (!report.ours || index !== undefined)
  );
}

function hasOxum({ bag }: BundleFacts): boolean {
  const value = bag.info && valuesOf(bag.info, 'Payload-Oxum')[0];
  return value !== undefined && /^\d+\.\d+$/.test(value.trim());
}
