/** The facts of a hand-over form: what of it a program can know. */
import type { BagFiles } from './judge/facts.js';
import { isSigned } from './judge/advice.js';
import type { BundleFacts, VerifyReport } from './judge/judge.js';
import { visible } from './bag/paths.js';

/** The one file that is handed over, a zip as a rule. */
export interface BundleFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A signature proves something only when it was held against a key. */
type ReceiptSignature =
  { readonly is: 'none' | 'unchecked' } | { readonly is: 'valid'; readonly key: string };

export interface ReceiptFacts {
  /** The bundle's own name, whatever the file is called. */
  readonly name: string;
  readonly unit: string;
  /** Scoring system and edition, or what else the sender says it is. */
  readonly about: string;
  readonly issuer: string;
  /** Days that the evidence is from, `2018-01-01/2020-12-31`. */
  readonly period: string;
  readonly packed: string;
  /** `1 of 3`, of a set of bags. */
  readonly bagCount: string;
  readonly version: string;
  /** Evidence, and ledgers beside it. */
  readonly items: number;
  readonly ledgers: number;
  readonly bytes: number;
  readonly software: string;
  readonly kind: BagFiles['kind'];
  /** `undefined` for a folder. */
  readonly file: BundleFile | undefined;
  readonly signature: ReceiptSignature;
  /** SHA-256 of `tagmanifest-sha256.txt`; `undefined` of a bag without one. */
  readonly digest: string | undefined;
}

/** @param fallback - Name of the file or folder, for a bag that tells no name of its own. */
export function receiptFacts(
  report: VerifyReport,
  facts: Pick<BundleFacts, 'index' | 'files'> | undefined,
  file: BundleFile | undefined,
  fallback: string,
): ReceiptFacts {
  const { info, payload, version, digest } = report;
  const first = (label: string) =>
    visible(info.find(([each]) => each.toLowerCase() === label.toLowerCase())?.[1] ?? '').trim();
  const ledgers = [...(facts?.index?.evidence ?? [])].filter(({ ledger }) => ledger).length;
  const system = [first('Criteria-Name'), first('Criteria-Version')].join(' ').trim();
  return {
    name: first('External-Identifier') || visible(fallback),
    unit: first('Source-Organization'),
    about: system || first('External-Description'),
    issuer: first('Criteria-Issuer'),
    period: first('Evidence-Period'),
    packed: first('Bagging-Date'),
    bagCount: first('Bag-Count'),
    version: version ?? '',
    items: payload.files - ledgers,
    ledgers,
    bytes: payload.bytes,
    software: first('Bag-Software-Agent'),
    kind: facts?.files.kind ?? 'folder',
    file,
    signature: signatureOf(report),
    digest,
  };
}

function signatureOf(report: VerifyReport): ReceiptSignature {
  const { key = '', found = [] } = report.signatures ?? {};
  if (isSigned(report)) return { is: 'valid', key };
  return { is: found.length === 0 ? 'none' : 'unchecked' };
}

/** Characters of a name that a square code has room for. */
const CODE_NAME = 100;

/** What the square code of the form says: enough to compare the bundle with no typing. */
export function codeText({ name, kind, file, digest }: ReceiptFacts): string {
  return [
    Array.from(name).slice(0, CODE_NAME).join(''),
    ...(file ? [`${kind} sha256:${file.sha256}`] : []),
    ...(digest === undefined ? [] : [`tagmanifest sha256:${digest}`]),
  ].join('\n');
}
