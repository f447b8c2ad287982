/** The verdict on a bundle as `dangan/verify@1`; see `schemas/verify.schema.json`. */
import type { VerifyReport } from '../core/bundle/judge/judge.js';
import type { Severity } from '../core/rules/types.js';
import type { Messages } from '../messages/index.js';
import { findingWords } from './finding-words.js';

export function bundleJson(report: VerifyReport, path: string, say: Messages): string {
  const { fixity, form, contents, system, profile, signature } = report.parts;
  const document = {
    schema: 'dangan/verify@1',
    ok: report.holds,
    bundle: {
      path,
      read: report.read,
      madeBy: report.ours ? 'dangan' : 'other',
      version: report.version,
      digest: report.digest,
      errorsAtPacking: report.errorsAtPacking,
      info: report.info.map(([label, value]) => ({ label, value })),
    },
    checked: checkedOf(report),
    parts: {
      fixity,
      form,
      ...(report.ours ? { contents } : {}),
      ...(report.held ? { system } : {}),
      ...(report.profile ? { profile } : {}),
      ...(report.signatures?.key === undefined ? {} : { signature }),
    },
    system: report.held && {
      title: report.held.system.title,
      edition: report.held.system.edition,
      digest: report.held.digest,
    },
    profile: report.profile && {
      from: report.profile.from,
      identifier: report.profile.profile?.identifier,
      description: report.profile.profile?.description,
      version: report.profile.profile?.version,
    },
    part: report.part,
    coverage: coverageOf(report),
    signatures: report.signatures?.found.map(({ file, state, keyId, comment }) => ({
      file,
      valid: state === 'unchecked' || state === 'unread' ? undefined : state === 'valid',
      key: keyId,
      comment,
    })),
    findings: report.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: findingWords(finding, say),
      params: finding.params,
      indicator: finding.indicator,
      file: finding.file,
      fingerprint: finding.fingerprint,
    })),
    summary: summaryOf(report),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Under a name of its own and without a verdict: it is no part of `ok`. */
function coverageOf({ presence }: VerifyReport) {
  if (presence === undefined) return undefined;
  const { asking, empty, points, pointless, reliable, outside, part } = presence;
  return {
    judged: ['presence'],
    notJudged: ['kind', 'count', 'period', 'contents'],
    reliable,
    part,
    asking,
    withFiles: asking - empty.length,
    withoutFiles: empty.map(({ code, path, ...rest }) => ({ indicator: { code, path }, ...rest })),
    points: { withoutFiles: points, untold: pointless },
    outside,
  };
}

/** What of the payload the verdict is about. */
function checkedOf({ read, share, payload }: VerifyReport) {
  if (share === undefined) {
    const { files, bytes } = payload;
    return { all: read, files, bytes, ofFiles: files, ofBytes: bytes };
  }
  const { asked, ...numbers } = share;
  return {
    all: false,
    ...numbers,
    ...(asked.indicators.length > 0 && { indicators: asked.indicators }),
    ...(asked.sample && { sample: asked.sample }),
  };
}

function summaryOf({ payload, tagFiles, algorithms, findings }: VerifyReport) {
  const level = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  const of = (rule: string) => findings.filter((finding) => finding.rule === rule).length;
  return {
    files: payload.files,
    bytes: payload.bytes,
    tagFiles,
    algorithms,
    missing: of('bundle-file-missing'),
    changed: of('bundle-file-changed'),
    unexpected: of('bundle-file-unexpected'),
    moved: of('bundle-file-moved'),
    errors: level('error'),
    warnings: level('warning'),
  };
}
