/** What is kept for each indicator, with all that is known of it. */
import { leafFolders, type EvidenceFolder } from '../archive/evidence.js';
import { parentOf } from '../archive/paths.js';
import { compareFiles, compareFolders } from '../archive/reading-order.js';
import type { Archive, EvidenceFile, Folder } from '../archive/types.js';
import type { Years } from '../dates/date-in-title.js';
import { windowOfPeriod } from '../dates/windows.js';
import { listIn } from '../group.js';
import type { Ledger, LedgerEntry } from '../ledger/types.js';
import { Kept } from '../kept.js';
import type { EvidenceName } from '../naming/types.js';
import type { EvidenceKind, Indicator, ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { foldName } from '../text.js';
import {
  effectiveDate,
  folderDate,
  registeredDate,
  type EffectiveDate,
  type FolderDate,
} from './effective-date.js';
import { kindsOf } from './kind.js';
import type { ContentFacts, Evidence, EvidenceDate, Known } from './types.js';
import { yearsMeant } from './years-meant.js';

const collected = new WeakMap<Archive, ReadonlyMap<string, readonly Evidence[]>>();

/**
 * By id of the leaf indicator, the evidence in its folder and in folders in it, and the links of their ledgers;
 * as people read them. An indicator without any is not in the map. Worked out once for each archive value.
 *
 * Not in it is what lies in a folder that only has an indicator's code and a wholly different name: whose evidence that
 * is has to be settled first.
 */
export function evidenceOf(archive: Archive): ReadonlyMap<string, readonly Evidence[]> {
  let evidence = collected.get(archive);
  if (!evidence) {
    evidence = collect(archive);
    collected.set(archive, evidence);
  }
  return evidence;
}

const inFolder = new Kept<Folder, readonly Evidence[]>();
const inFolders = new Kept<Indicator, readonly Evidence[]>();

function collect(archive: Archive): ReadonlyMap<string, readonly Evidence[]> {
  const byIndicator = new Map<Indicator, (readonly Evidence[])[]>();
  const periods = periodsOf(archive.system);
  const years = yearsMeant(archive);
  for (const place of leafFolders(archive)) {
    const { indicator } = place.match.expected;
    if (!indicator || place.match.how === 'doubtful') continue;
    const told = { period: periods.get(indicator.id), years: years.get(indicator.id) };
    const found = evidenceIn(place, indicator, told, archive);
    if (found.length > 0) listIn(byIndicator, indicator).push(found);
  }
  const evidence = new Map<string, readonly Evidence[]>();
  for (const [indicator, lists] of byIndicator) {
    evidence.set(
      indicator.id,
      inFolders.get(indicator, lists, () => lists.toSorted(byFolder).flat()),
    );
  }
  return evidence;
}

/** By id, the `period` of an indicator, or of the nearest above it that has one. */
export function periodsOf(system: ScoringSystem): ReadonlyMap<string, string> {
  const periods = new Map<string, string>();
  for (const { indicator, above } of eachIndicator(system)) {
    const period = indicator.period ?? periods.get(above.at(-1)?.id ?? '');
    if (period !== undefined) periods.set(indicator.id, period);
  }
  return periods;
}

/** Each is what one folder holds. */
function byFolder([a]: readonly Evidence[], [b]: readonly Evidence[]): number {
  return compareFolders(parentOf(a?.path ?? ''), parentOf(b?.path ?? ''));
}

/** The order in which people read evidence. */
export function compareEvidence(a: Evidence, b: Evidence): number {
  return compareFiles({ path: a.path, parts: a.name }, { path: b.path, parts: b.name });
}

/** What an indicator tells of the days of its evidence. */
interface Told {
  /** Of the indicator, or the nearest above that has one. */
  readonly period: string | undefined;
  readonly years: Years | undefined;
}

/** What the evidence in a folder is made of, besides the folder. */
interface Origins {
  readonly home: Indicator;
  readonly group: string;
  readonly year: number | undefined;
  readonly told: Told;
  readonly ledger: Ledger | undefined;
  /** One for each of its files; none where none was opened. */
  readonly facts: readonly (ContentFacts | undefined)[];
}

const NOTHING: readonly Evidence[] = [];

function evidenceIn(
  { folder, match, year, files }: EvidenceFolder,
  home: Indicator,
  told: Told,
  { known }: Archive,
): readonly Evidence[] {
  const ledger = known?.ledgers.get(folder.path);
  if (files.length === 0 && !ledger) return NOTHING;
  const group = folder.path.slice(match.folder.path.length + 1);
  const facts = known ? factsOf(files, known) : [];
  const origins: Origins = { home, group, year, told, ledger, facts };
  const meant =
    typeof told.years === 'object' ? `${told.years.from}..${told.years.to}` : told.years;
  return inFolder.get(folder, [home, group, year, told.period, meant, ledger, ...facts], () =>
    evidenceFrom(files, origins),
  );
}

function factsOf(files: readonly EvidenceFile[], { facts }: Known) {
  if (facts.size === 0) return [];
  const found = files.map(({ path }) => facts.get(path));
  return found.some((each) => each !== undefined) ? found : [];
}

function evidenceFrom(
  files: readonly EvidenceFile[],
  { home, group, year, told: { period, years }, ledger, facts }: Origins,
): readonly Evidence[] {
  const span = period === undefined ? undefined : windowOfPeriod(period);
  const date = folderDate(group === '' ? [] : group.split('/'), year, span, years);
  const entries = entriesByFile(ledger);
  const shared = { home, group, folder: date };
  const ofFiles = files.map(({ name, path, parts }, nth): Evidence => {
    const entry = entries?.get(foldName(name));
    const own = { path, title: parts.title, name: parts, entry, facts: facts[nth] };
    return new Found(shared, own);
  });
  return [...ofFiles, ...linksIn(ledger, shared)];
}

function entriesByFile(ledger: Ledger | undefined): ReadonlyMap<string, LedgerEntry> | undefined {
  if (!ledger) return undefined;
  return new Map(
    ledger.entries.flatMap((entry) =>
      entry.file === undefined ? [] : [[foldName(entry.file), entry] as const],
    ),
  );
}

function linksIn(ledger: Ledger | undefined, shared: Shared): Evidence[] {
  return (ledger?.entries ?? []).flatMap((entry): Evidence[] => {
    const { link } = entry;
    if (!ledger || link === undefined || entry.file !== undefined) return [];
    const path = `${ledger.path}#${entry.nth}`;
    const title = entry.title ?? link;
    return [new Found(shared, { path, title, name: undefined, entry, facts: undefined })];
  });
}

/** What all evidence in a folder shares. */
interface Shared extends Pick<Evidence, 'home' | 'group'> {
  readonly folder: FolderDate;
}

/** Where the facts of one are from. */
interface Own extends Pick<Evidence, 'path' | 'title' | 'name' | 'entry'> {
  readonly facts: ContentFacts | undefined;
}

/** Dates and kinds are looked for in a title when somebody asks: most requirements ask for one of them only. */
class Found implements Evidence {
  readonly home: Indicator;
  readonly group: string;
  readonly path: string;
  readonly title: string;
  readonly name: EvidenceName | undefined;
  readonly entry: LedgerEntry | undefined;
  readonly #folder: FolderDate;
  readonly #facts: ContentFacts | undefined;
  #dates: EffectiveDate | undefined;
  #kinds: readonly EvidenceKind[] | undefined;

  /** Two values, and not one put together of them for each: that would be most of the memory of a check. */
  constructor({ home, group, folder }: Shared, { path, title, name, entry, facts }: Own) {
    this.home = home;
    this.group = group;
    this.path = path;
    this.title = title;
    this.name = name;
    this.entry = entry;
    this.#folder = folder;
    this.#facts = facts;
  }

  get date(): EvidenceDate | undefined {
    return this.#effective().date;
  }

  get otherDate(): EvidenceDate | undefined {
    return this.#effective().otherDate;
  }

  get kinds(): readonly EvidenceKind[] {
    this.#kinds ??= this.#kindsNow();
    return this.#kinds;
  }

  get characters(): number | undefined {
    return this.entry?.characters ?? this.#facts?.characters;
  }

  #effective(): EffectiveDate {
    this.#dates ??= effectiveDate(
      // An address has digits that are no date.
      this.name ? this.title : (this.entry?.title ?? ''),
      {
        ledger: this.entry && registeredDate(this.entry, this.#folder.years),
        folder: this.#folder,
        facts: this.#facts,
      },
    );
    return this.#dates;
  }

  #kindsNow(): readonly EvidenceKind[] {
    const told = kindsBy(this.entry, this.title);
    if (told) return told;
    if (!this.name) return withKind('link', this.title);
    return kindsOf(this.title, this.name.extension);
  }
}

/** What the ledger says of the kind; a kind that it names leaves nothing to the title. */
function kindsBy(
  entry: LedgerEntry | undefined,
  title: string,
): readonly EvidenceKind[] | undefined {
  if (entry?.kind !== undefined) return [entry.kind];
  return entry?.source === 'screenshot' ? withKind('screenshot', title) : undefined;
}

function withKind(kind: EvidenceKind, title: string): readonly EvidenceKind[] {
  return [...new Set([kind, ...kindsOf(title, '')])];
}
