/** The verdict on a bundle as `dangan/verify@1`; see `schemas/verify.schema.json`. */
import type { BundleCoverage } from '../core/bundle/coverage/judge-coverage.js';
import type { VerifyReport } from '../core/bundle/judge/judge.js';
import type { Severity } from '../core/rules/seen.js';
import type { Messages } from '../messages/index.js';
import { messageOf } from './words.js';
import { lacksJson, vetoJson } from './status-json.js';
import { shortLeaves } from './bundle-coverage.js';
import { formatDecimal } from '../core/system/decimal.js';
import type { StatusLeaf } from '../core/status/status.js';

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
      waivedAtPacking: report.waivedAtPacking,
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
    coverage: coverageOf(report, say),
    signatures: report.signatures?.found.map(({ file, state, keyId, comment }) => ({
      file,
      valid: state === 'unchecked' || state === 'unread' ? undefined : state === 'valid',
      key: keyId,
      comment,
    })),
    findings: report.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: messageOf(finding, say),
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
function coverageOf({ presence, coverage: judged }: VerifyReport, say: Messages) {
  const coverage = judged === 'left' ? undefined : judged;
  if (presence === undefined) return undefined;
  const { asking, empty, points, pointless, reliable, outside, part } = presence;
  return {
    ...(coverage
      ? { judged: ['presence', 'requirements'], notJudged: ['contents'] }
      : { judged: ['presence'], notJudged: ['kind', 'count', 'period', 'contents'] }),
    reliable,
    part,
    asking,
    withFiles: asking - empty.length,
    withoutFiles: empty.map(({ code, path, ...rest }) => ({ indicator: { code, path }, ...rest })),
    points: { withoutFiles: points, untold: pointless },
    outside,
    requirements: coverage && requirementsOf(coverage, say),
  };
}

function requirementsOf(coverage: BundleCoverage, say: Messages) {
  const { today, reliable, status, vetoes } = coverage;
  return {
    today,
    reliable,
    summary: { requirements: status.requirements, indicators: status.indicators },
    vetoes: vetoes.map(vetoJson),
    short: shortLeaves(coverage).map((each) => shortJson(each, say)),
  };
}

function shortJson({ leaf, owners, rows }: StatusLeaf, say: Messages) {
  const { indicator, state, lacks } = leaf;
  const { code, id, name, points } = indicator;
  return {
    indicator: { code, path: id },
    name,
    state,
    points: points && formatDecimal(points),
    owners,
    requirements: rows.map(({ coverage }) => ({
      title: coverage.requirement.title,
      state: coverage.state,
      found: coverage.found,
      wanted: coverage.wanted,
      counts: coverage.counts,
      lacks: lacksJson(coverage, indicator, say),
    })),
    lacks: lacksJson({ lacks, counts: 'files' }, indicator, say),
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
