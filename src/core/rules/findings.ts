/** From what rules saw to findings in a stable order. */
import { hash } from 'node:crypto';
import { compareNatural } from '../naming/natural-order.js';
import { compareText } from '../text.js';
import type { ArchivePath } from '../archive/paths.js';
import type { Place } from '../system/types.js';
import type { AnyRuleId } from './ids.js';
import type { FixTier, Seen, Severity } from './seen.js';

/** One problem, ready to be shown. Its words come from `messageId` and `params` when it is shown. */
export interface Finding {
  readonly rule: AnyRuleId;
  readonly severity: Severity;
  readonly messageId: Seen['messageId'];
  readonly params: Seen['data'];
  /** The indicator it belongs to: its code, and its path of codes. */
  readonly indicator: { readonly code: string; readonly path: string } | undefined;
  /** The file or folder in the archive. */
  readonly file: ArchivePath | undefined;
  /** Of the evidence, or of what else in the archive it is about; empty where nothing has one. */
  readonly title: string;
  /** The line of the scoring system. */
  readonly at: (Place & { readonly file: string }) | undefined;
  readonly fix: FixTier;
  /** Of rule, indicator and title, so that renumbering or moving the archive does not make it another finding. */
  readonly fingerprint: string;
}

/** @returns 16 lower-case hex digits. */
export function fingerprintOf(rule: AnyRuleId, indicator: string, title: string): string {
  // The same name comes from macOS in another form.
  const own = title.normalize('NFC');
  return hash('sha256', `${rule}\0${indicator}\0${own}`).slice(0, 16);
}

/**
 * Order of findings everywhere: by file (system first), then place, then rule; those of one rule about one thing as
 * it told them, which is the same in every run.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareNatural(a.file ?? '', b.file ?? '') ||
    (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
    (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
    compareText(a.rule, b.rule)
  );
}
