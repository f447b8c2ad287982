import { evidenceFolders, type EvidenceFolder } from '../../archive/evidence.js';
import type { Archive, EvidenceFile } from '../../archive/types.js';
import { dateInTitle } from '../../dates/date-in-title.js';
import type { Span } from '../../dates/span.js';
import { windowOfPeriod } from '../../dates/windows.js';
import { periodsOf } from '../../evidence/collect.js';
import { folderDate } from '../../evidence/effective-date.js';
import { canonicalName, type Naming } from '../../naming/format.js';
import { settleRenames } from '../../naming/settle-renames.js';
import { isVague } from '../../naming/vague-title.js';
import { foldName } from '../../text.js';
import { mendFiles } from '../renames.js';
import type { ArchiveRule } from '../types.js';

/**
 * Where the settings ask for year codes (`naming.year: required`), every title tells its year, and that of the year it
 * is kept with.
 *
 * A year that the folders tell is written by a safe mend; one that only the ledger tells is proposed. Which of two
 * years is right only a person can say.
 */
export const nameYearCode: ArchiveRule = {
  id: 'name-year-code',
  severity: 'warning',
  fix: 'safe',
  properties: ['GD-1-5', 'GD-1-7'],

  *check(archive) {
    const { naming } = archive.settings;
    for (const { place, lacking, other } of judged(archive)) {
      const { folder } = place;
      const ledger = yearsInLedger(archive, place);
      const wanted = new Map(
        lacking.flatMap(({ file, year = ledger.get(foldName(file.name)) }) => {
          const name = year === undefined ? undefined : withYear(file, year, naming);
          return name === undefined ? [] : [[file.name, name] as const];
        }),
      );
      const renames = settleRenames(folder, wanted);
      for (const { file, year } of lacking) {
        const suggested = renames.get(file.name);
        const fix = suggested === undefined ? 'none' : year === undefined ? 'proposes' : 'safe';
        const data = { name: file.name, suggested };
        yield { messageId: 'name-year-code/missing', data, fix, ...placeOf(file) };
      }
      for (const { file, found, year } of other) {
        const data = { name: file.name, found, year };
        yield { messageId: 'name-year-code/other', data, fix: 'none', ...placeOf(file) };
      }
    }
  },

  *mend(archive) {
    const { naming } = archive.settings;
    for (const { place, lacking } of judged(archive)) {
      const wanted = new Map<string, string>();
      for (const { file, year } of lacking) {
        const name = year === undefined ? undefined : withYear(file, year, naming);
        if (name !== undefined) wanted.set(file.name, name);
      }
      yield* mendFiles(place, wanted, () => true);
    }
  },

  asksLedgers: (archive) =>
    judged(archive).some(({ lacking }) => lacking.some(({ year }) => year === undefined)),
};

interface Judged {
  readonly place: EvidenceFolder;
  /** Without a year; with the one that its folders tell. */
  readonly lacking: readonly { readonly file: EvidenceFile; readonly year: number | undefined }[];
  /** With another year than its folders tell. */
  readonly other: readonly {
    readonly file: EvidenceFile;
    readonly found: number;
    readonly year: number;
  }[];
}

function judged(archive: Archive): Judged[] {
  if (archive.settings.naming.year !== 'required') return [];
  const periods = periodsOf(archive.system);
  return evidenceFolders(archive).flatMap((place) => {
    const year = yearOfFolder(place, periods);
    const lacking: { file: EvidenceFile; year: number | undefined }[] = [];
    const other: { file: EvidenceFile; found: number; year: number }[] = [];
    for (const file of place.files) {
      const { title } = file.parts;
      if (isVague(title)) continue;
      const found = file.parts.year ?? onlyYear(dateInTitle(title));
      if (found === undefined) lacking.push({ file, year });
      // 2018年—2020年 in the folder of 2020 is in order.
      else if (year !== undefined && found !== year && !title.includes(String(year)))
        other.push({ file, found, year });
    }
    return lacking.length + other.length > 0 ? [{ place, lacking, other }] : [];
  });
}

function yearOfFolder(
  { folder, match, year }: EvidenceFolder,
  periods: ReadonlyMap<string, string>,
): number | undefined {
  const group = folder.path.slice(match.folder.path.length + 1);
  const period = periods.get(match.expected.indicator?.id ?? '');
  const span = period === undefined ? undefined : windowOfPeriod(period);
  const { years } = folderDate(group === '' ? [] : group.split('/'), year, span);
  return typeof years === 'number' ? years : undefined;
}

/** By name, folded; of what is dated within one year. */
function yearsInLedger({ known }: Archive, { folder }: EvidenceFolder): Map<string, number> {
  const entries = known?.ledgers.get(folder.path)?.entries ?? [];
  return new Map(
    entries.flatMap(({ file, date }) => {
      const year = onlyYear(date);
      return file === undefined || year === undefined ? [] : [[foldName(file), year] as const];
    }),
  );
}

function onlyYear(date: Span | undefined): number | undefined {
  const year = date?.from.slice(0, 4);
  return year !== undefined && date?.to.startsWith(year) ? Number(year) : undefined;
}

/** 年度工作总结 becomes 2020年度工作总结, 会议纪要 2020年会议纪要. */
function withYear({ parts }: EvidenceFile, year: number, naming: Naming): string | undefined {
  const title = parts.title.startsWith('年') ? `${year}${parts.title}` : `${year}年${parts.title}`;
  return canonicalName({ ...parts, title }, naming);
}

function placeOf({ path, parts }: EvidenceFile): { readonly path: string; readonly title: string } {
  return { path, title: parts.title };
}
