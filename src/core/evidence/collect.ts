/** What is kept for each indicator, with all that is known of it. */
import { leafFolders, type EvidenceFolder } from '../archive/evidence.js';
import { joinPath, type Archive } from '../archive/types.js';
import { windowOfPeriod } from '../dates/windows.js';
import type { Ledger, LedgerEntry } from '../ledger/types.js';
import type { EvidenceKind, Indicator, ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { compareText, foldName } from '../text.js';
import { effectiveDate, folderDate, type FolderDate } from './effective-date.js';
import { kindsOf } from './kind.js';
import type { Evidence } from './types.js';

const collected = new WeakMap<Archive, ReadonlyMap<string, readonly Evidence[]>>();

/**
 * By id of the leaf indicator, the evidence in its folder and in folders in it, and the links of their ledgers;
 * sorted by path. An indicator without any is not in the map. Worked out once for each archive value.
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

function collect(archive: Archive): ReadonlyMap<string, readonly Evidence[]> {
  const byIndicator = new Map<string, Evidence[]>();
  const periods = periodsOf(archive.system);
  for (const place of leafFolders(archive)) {
    const { indicator } = place.match.expected;
    if (!indicator || place.match.how === 'doubtful') continue;
    const found = evidenceIn(place, indicator, periods.get(indicator.id), archive);
    const others = byIndicator.get(indicator.id);
    if (others) others.push(...found);
    else if (found.length > 0) byIndicator.set(indicator.id, found);
  }
  for (const evidence of byIndicator.values()) {
    evidence.sort((a, b) => compareText(a.path, b.path));
  }
  return byIndicator;
}

/** By id, the `period` of an indicator, or of the nearest above it that has one. */
function periodsOf(system: ScoringSystem): ReadonlyMap<string, string> {
  const periods = new Map<string, string>();
  for (const { indicator, above } of eachIndicator(system)) {
    const period = indicator.period ?? periods.get(above.at(-1)?.id ?? '');
    if (period !== undefined) periods.set(indicator.id, period);
  }
  return periods;
}

function evidenceIn(
  { folder, match, year, files }: EvidenceFolder,
  home: Indicator,
  period: string | undefined,
  { known }: Archive,
): Evidence[] {
  const ledger = known?.ledgers.get(folder.path);
  if (files.length === 0 && !ledger) return [];
  const group = folder.path.slice(match.folder.path.length + 1);
  const span = period === undefined ? undefined : windowOfPeriod(period);
  const date = folderDate(group === '' ? [] : group.split('/'), year, span);
  const entries = entriesByFile(ledger);
  const common = { home, group };
  const ofFiles = files.map(({ name, parts }): Evidence => {
    const path = joinPath(folder.path, name);
    const entry = entries?.get(foldName(name));
    const facts = known?.facts.get(path);
    return {
      ...common,
      path,
      title: parts.title,
      name: parts,
      entry,
      ...effectiveDate(parts.title, { ledger: entry?.date, folder: date, facts }),
      kinds: kindsBy(entry, parts.title) ?? kindsOf(parts.title, parts.extension),
      characters: entry?.characters ?? facts?.characters,
    };
  });
  return [...ofFiles, ...linksIn(ledger, common, date)];
}

function entriesByFile(ledger: Ledger | undefined): ReadonlyMap<string, LedgerEntry> | undefined {
  if (!ledger) return undefined;
  return new Map(
    ledger.entries.flatMap((entry) =>
      entry.file === undefined ? [] : [[foldName(entry.file), entry] as const],
    ),
  );
}

function linksIn(
  ledger: Ledger | undefined,
  common: Pick<Evidence, 'home' | 'group'>,
  folder: FolderDate,
): Evidence[] {
  return (ledger?.entries ?? []).flatMap((entry): Evidence[] => {
    const { link, characters } = entry;
    if (!ledger || link === undefined || entry.file !== undefined) return [];
    const title = entry.title ?? link;
    const hints = { ledger: entry.date, folder, facts: undefined };
    return [
      {
        ...common,
        path: `${ledger.path}#${entry.nth}`,
        title,
        name: undefined,
        entry,
        ...effectiveDate(entry.title ?? '', hints),
        kinds: kindsBy(entry, title) ?? withKind('link', title),
        characters,
      },
    ];
  });
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
