/** One bag of a packing: what is said of it, and every file that goes into it. */
import { eachExpected } from '../../core/archive/layout.js';
import { compareFiles } from '../../core/archive/reading-order.js';
import type { Archive } from '../../core/archive/types.js';
import { bagInfoOf, formatBagInfo, type BagFacts } from '../../core/bundle/bag/bag-info.js';
import { profileUrn } from '../../core/bundle/packing/bundle-id.js';
import { formatChecks } from '../../core/bundle/index/checks-json.js';
import { indexEvidence, indexHead } from '../../core/bundle/index/index-head.js';
import { formatIndex } from '../../core/bundle/index/index-json.js';
import { formatNotice } from '../../core/bundle/packing/notice.js';
import { amountOf, type Payload } from '../../core/bundle/packing/payload.js';
import { formatProfile } from '../../core/bundle/packing/profile.js';
import { partName } from '../../core/bundle/packing/split.js';
import type { BundlePart, IndexEvidence, IndexHead } from '../../core/bundle/types.js';
import { coverageOf } from '../../core/coverage/cover.js';
import { reviewForm } from '../../core/review/form.js';
import type { ReviewForm } from '../../core/review/types.js';
import type { SecretKey } from '../../core/signature/keys.js';
import { signerOf, type Sign } from '../../core/signature/of-bundle.js';
import type { Finding } from '../../core/rules/findings.js';
import { SCORE_RULES } from '../../core/rules/score-rules.js';
import type { Severity } from '../../core/rules/seen.js';
import type { Day } from '../../core/system/types.js';
import type { Waived } from '../../core/waivers/types.js';
import type { PayloadListing } from '../../io/bundle/writing/list-payload.js';
import type { TagFile } from '../../io/bundle/writing/bundle-job.js';
import type { FrozenSystem } from '../../io/system/freeze-system.js';
import { messagesIn } from '../../messages/index.js';
import { formatBytes } from '../../report/bytes.js';
import { findingJson } from '../../report/finding-json.js';
import { viewerPage, type ViewerEvidence } from '../../report/viewer.js';
import { viewerBesides } from '../../report/viewer-also.js';
import { viewerReview } from '../../report/viewer-review.js';
import { viewerEvidence, viewerFindings, viewerHead } from '../../report/viewer-data.js';

/** Chinese whoever packs: what is in a bag must not depend on it. */
const WORDS = messagesIn('zh-CN');

/** What is the same for all bags of a packing. */
export interface BagContext {
  readonly archive: Archive;
  readonly system: FrozenSystem;
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Findings of the scoring system itself. */
  readonly scoring: readonly Finding[];
  readonly allowErrors: boolean;
  readonly today: Day;
  readonly version: string;
  /** To sign it with. */
  readonly key: SecretKey | undefined;
}

/** What is in one of them. */
export interface BagContents {
  /** `<unit>-<year>-<id>`: its name, or that of the group it is a part of. */
  readonly group: string;
  readonly part: BundlePart | undefined;
  readonly payload: Payload;
  readonly listing: PayloadListing;
}

export interface PlannedBag extends BagContents {
  readonly name: string;
  readonly tags: readonly TagFile[];
  readonly sign: Sign | undefined;
}

export function planBag(context: BagContext, contents: BagContents): PlannedBag {
  const { group, part } = contents;
  const name = part ? partName(group, part.number, part.count) : group;
  const facts = factsOf(context, contents, name);
  const frozen = context.system.files.map(({ name, text }) => ({ name, pieces: () => [text] }));
  const sign = context.key && signerOf(context.key, name, context.today);
  return { ...contents, name, sign, tags: [...tagsOf(context, contents, facts), ...frozen] };
}

function factsOf(
  { archive, system: frozen, today, version }: BagContext,
  { payload, listing, part }: BagContents,
  name: string,
): BagFacts {
  const { settings, system } = archive;
  const window = settings.window ?? system.window;
  return {
    name,
    unit: settings.unit.name.trim(),
    system: {
      title: system.title,
      edition: system.edition,
      issuer: system.issuer,
      digest: frozen.digest,
    },
    period:
      window && 'from' in window && window.to !== undefined
        ? { from: window.from, to: window.to }
        : undefined,
    today,
    software: `dangan ${version}`,
    profile: profileUrn(frozen.digest),
    payload: amountOf(payload, listing.bytes),
    part,
  };
}

/** The files beside the payload, but for manifests and scoring system. */
function tagsOf(context: BagContext, contents: BagContents, facts: BagFacts): TagFile[] {
  const { archive, system, key } = context;
  const { payload } = contents;
  const frozen = system.files.map(({ name }) => name);
  const found = foundOf(context);
  const head = indexHead(facts, archive, payload, filedIn(archive));
  const size = formatBytes(facts.payload.bytes);
  const example = payload.files[0]?.path;
  return [
    { name: 'bag-info.txt', pieces: () => [formatBagInfo(bagInfoOf(facts))] },
    { name: 'bagit-profile.json', pieces: () => [formatProfile(facts.system, frozen)] },
    { name: 'checks.json', pieces: () => checksOf(context, found) },
    {
      name: 'index.json',
      pieces: (sha256At) => formatIndex(head, evidenceRows(contents, archive, sha256At)),
    },
    {
      name: 'index.html',
      pieces: (_, manifest) => pageOf(archive, contents, { head, found, manifest }),
    },
    {
      name: '说明文件.txt',
      pieces: () => [
        formatNotice(facts, { size, example, known: found.summary, signedBy: key?.id }),
      ],
    },
  ];
}

/** What was found at packing, as far as it is told to others. */
interface Found {
  readonly told: readonly Finding[];
  readonly passed: readonly Waived[];
  readonly summary: Record<Severity | 'waived', number>;
}

function foundOf({ findings, waived }: BagContext): Found {
  const told = findings.filter(isForOthers);
  const passed = waived.filter(({ finding }) => isForOthers(finding));
  return { told, passed, summary: { ...countBySeverity(told), waived: passed.length } };
}

function checksOf(
  { today, version, allowErrors, scoring }: BagContext,
  { told, passed, summary }: Found,
): Iterable<string> {
  const json = (each: Finding) => findingJson(each, WORDS);
  // Where it is written is not in the bundle.
  const passedJson = ({ finding, by: { kind, reason, owner, until } }: Waived) => ({
    ...json(finding),
    waivedBy: { kind, reason, owner, until },
  });
  const head = {
    date: today,
    software: { name: 'dangan', version },
    allowErrors,
    summary,
  } as const;
  return formatChecks(head, mapped(told, json), mapped(passed, passedJson), mapped(scoring, json));
}

function pageOf(
  archive: Archive,
  contents: BagContents,
  { head, found, manifest }: { head: IndexHead; found: Found; manifest: string },
): Iterable<string> {
  const { system } = archive;
  const { told, passed, summary } = found;
  const besides = viewerBesides(archive, contents.payload, WORDS);
  const review = viewerReview(formOf(archive), head.part, manifest);
  return viewerPage(
    viewerHead(head, system, besides, review, WORDS.validate.show),
    shownRows(contents, archive),
    viewerFindings(told, passed, summary, system, WORDS),
  );
}

/** What inspectors score: what has been shown not to apply is not asked of them. */
function formOf(archive: Archive): ReviewForm {
  const { leaves } = coverageOf(archive);
  const exempt = leaves.filter(({ state }) => state === 'exempt');
  return reviewForm(archive.system, archive.settings.unit.profile, exempt);
}

function* evidenceRows(
  { payload, listing }: BagContents,
  { known }: Archive,
  sha256At: (number: number) => string,
): Generator<IndexEvidence> {
  for (const [number, file] of payload.files.entries()) {
    const facts = known?.facts.get(file.origin);
    yield indexEvidence(file, listing.sizeAt(number), sha256At(number), facts);
  }
}

/** As people read them, not in the order of the lists; the page shows no digests. */
function* shownRows(
  { payload, listing }: BagContents,
  archive: Archive,
): Generator<ViewerEvidence> {
  const shown = viewerEvidence(archive, WORDS);
  const read = [...payload.files.entries()].sort(([, a], [, b]) => compareFiles(a, b));
  for (const [number, file] of read) {
    const facts = archive.known?.facts.get(file.origin);
    yield shown(indexEvidence(file, listing.sizeAt(number), '', facts), file.origin);
  }
}

/** Does the scoring system ask this unit for a folder of the indicator? */
function filedIn(archive: Archive): (indicator: { readonly id: string }) => boolean {
  const ids = new Set<string>();
  for (const { indicator } of eachExpected(archive.expected)) if (indicator) ids.add(indicator.id);
  return ({ id }) => ids.has(id);
}

/** What a unit reckons that it will score is its own: whoever receives the bundle judges for himself. */
export function isForOthers({ rule }: Finding): boolean {
  return !SCORE_RULES.some(({ id }) => id === rule);
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function* mapped<T, U>(values: Iterable<T>, map: (value: T) => U): Generator<U> {
  for (const value of values) yield map(value);
}
