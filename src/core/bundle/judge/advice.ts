/** What is to be done about a bundle: decided here alone, so that no two reports can contradict each other. */
import type { VerifyReport } from './judge.js';

export type Advice =
  /** What the refusals of a zip ask for. */
  | 'refused'
  /** Copied badly, or changed. */
  | 'resend'
  /** A signature that is not valid: it outweighs all the rest. */
  | 'signature'
  | Lacking
  /** Its lists agree with its files, and something else does not: the lists may have been made anew. */
  | 'doubt'
  /** The same, where a signature proves that the sender made it so. */
  | 'contents'
  | 'system'
  | 'noSystem'
  | 'profile'
  | 'warnings'
  | 'whole';

/** What there is instead of a signature by the key that was given. */
export type Lacking = 'unsigned' | 'otherKey' | 'unread';

/** In the order in which they are to be told. */
export function adviceOf(report: VerifyReport): readonly Advice[] {
  const { holds, read, parts, findings, share } = report;
  if (holds) {
    if (findings.some(({ severity }) => severity === 'warning')) return ['warnings'];
    return share ? ['whole'] : [];
  }
  if (!read) return ['refused'];
  const lacking = lackingSignature(report);
  const isDamaged = !parts.fixity || !parts.form;
  if (!parts.signature && lacking === undefined) {
    return isDamaged ? ['signature', 'resend'] : ['signature'];
  }
  const first = lacking === undefined ? [] : [lacking];
  if (isDamaged) return [...first, 'resend'];
  if (isInDoubt(report)) return [...first, isSigned(report) ? 'contents' : 'doubt'];
  const isNone = findings.some(({ messageId }) => messageId === 'bundle-system-other/none');
  return [
    ...first,
    ...(parts.system ? [] : [isNone ? ('noSystem' as const) : ('system' as const)]),
    ...(parts.profile ? [] : ['profile' as const]),
  ];
}

/** Is nothing wrong with it but that it is not what was asked for besides? */
export function isWhole(report: VerifyReport): boolean {
  const { read, parts } = report;
  const isOnlyLacking = parts.signature || lackingSignature(report) !== undefined;
  return read && parts.fixity && parts.form && !isInDoubt(report) && isOnlyLacking;
}

/** By the key that was given: only then is it known that nothing was changed. */
export function isSigned({ parts, signatures }: VerifyReport): boolean {
  return parts.signature && signatures?.found.some(({ state }) => state === 'valid') === true;
}

/**
 * A signature that is not there, or was not read, tells nothing against the bundle, nor for it; one by another key,
 * which anybody can make, is as good as none.
 */
export function lackingSignature({ parts, signatures }: VerifyReport): Lacking | undefined {
  if (parts.signature || signatures === undefined) return undefined;
  const states = new Set(signatures.found.map(({ state }) => state));
  if (states.size === 0) return 'unsigned';
  const isOther = states.delete('other-key');
  states.delete('unread');
  if (states.size > 0) return undefined;
  return isOther ? 'otherKey' : 'unread';
}

/** What an error says of a bundle that does not hold. */
export function failingOf(report: VerifyReport): { count: number; lacking: Lacking | undefined } {
  const count = report.findings.filter(({ severity }) => severity === 'error').length;
  return { count, lacking: isWhole(report) ? lackingSignature(report) : undefined };
}

/** Not as it tells of itself; the profile that it carries was met when it was packed. */
function isInDoubt({ parts, profile }: VerifyReport): boolean {
  return !parts.contents || (!parts.profile && profile?.from === 'bundle');
}
