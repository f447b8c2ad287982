/** The verdict on a bundle as `dangan/verify@1`; see `schemas/verify.schema.json`. */
import type { BundleCoverage } from '../../core/bundle/coverage/judge-coverage.js';
import type { VerifyReport } from '../../core/bundle/judge/judge.js';
import type { Severity } from '../../core/rules/seen.js';
import type { StatusLeaf } from '../../core/status/status.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { Messages } from '../../messages/index.js';
import { shortLeaves } from './coverage.js';
import { findingJson } from '../finding-json.js';
import { lacksJson, vetoJson } from '../status/json.js';

export function bundleJson(report: VerifyReport, path: string, say: Messages): string {
  const document = {
    schema: 'dangan/verify@1',
    ok: report.holds,
    bundle: bundleOf(report, path),
    checked: checkedOf(report),
    parts: partsOf(report),
    system: systemOf(report),
    profile: profileOf(report),
    part: report.part,
    coverage: coverageOf(report, say),
    signatures: signaturesOf(report),
    findings: report.findings.map((finding) => findingJson(finding, say)),
    summary: summaryOf(report),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function bundleOf(report: VerifyReport, path: string) {
  return {
    path,
    read: report.read,
    madeBy: report.ours ? 'dangan' : 'other',
    version: report.version,
    digest: report.digest,
    errorsAtPacking: report.errorsAtPacking,
    waivedAtPacking: report.waivedAtPacking,
    info: report.info.map(([label, value]) => ({ label, value })),
  };
}

/** Whether each part holds, of those that the bundle has. */
function partsOf({ parts, ours, held, profile: asked, signatures }: VerifyReport) {
  const { fixity, form, contents, system, profile, signature } = parts;
  return {
    fixity,
    form,
    ...(ours ? { contents } : {}),
    ...(held ? { system } : {}),
    ...(asked ? { profile } : {}),
    ...(signatures?.key === undefined ? {} : { signature }),
  };
}

function systemOf({ held }: VerifyReport) {
  if (!held) return undefined;
  const { title, edition } = held.system;
  return { title, edition, digest: held.digest };
}

function profileOf({ profile: asked }: VerifyReport) {
  if (!asked) return undefined;
  const { identifier, description, version } = asked.profile ?? {};
  return { from: asked.from, identifier, description, version };
}

function signaturesOf({ signatures }: VerifyReport) {
  return signatures?.found.map(({ file, state, keyId, comment }) => ({
    file,
    valid: state === 'unchecked' || state === 'unread' ? undefined : state === 'valid',
    key: keyId,
    comment,
  }));
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
  const { today, reliable, status, vetoes, proofs } = coverage;
  return {
    today,
    reliable,
    summary: { requirements: status.requirements, indicators: status.indicators },
    vetoes: vetoes.map(vetoJson),
    proofs: proofs.map(({ code, title, paths }) => ({ veto: code, title, evidence: paths })),
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
