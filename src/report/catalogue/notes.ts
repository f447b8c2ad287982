/** What a person should do before a catalogue is printed for good. */
import type { Archive } from '../../core/archive/types.js';
import type { Catalogued } from '../../core/catalogue/catalogue.js';
import { ownerNames } from '../../core/status/status.js';
import { nearest } from '../../core/text.js';
import { nameOf } from '../../core/archive/paths.js';
import { printable } from '../printable.js';
import { quoted } from '../../messages/quoted.js';
import type { CatalogueMessages } from './lists.js';

interface About {
  readonly archive: Archive;
  /** Was all of it asked for? */
  readonly isWhole: boolean;
  /** Characters that could not be printed. */
  readonly missing: readonly string[];
}

export function catalogueNotes(
  { catalogue: { kind }, remarks }: Catalogued,
  { archive, isWhole, missing }: About,
  { notes: say }: CatalogueMessages,
): readonly string[] {
  const { unpaged, undated, datedByFile, unlisted } = remarks;
  const some = (paths: readonly string[]) => ({
    count: paths.length,
    first: quoted(printable(nameOf(paths[0] ?? ''))),
  });
  const unread = [...(archive.known?.ledgers.values() ?? [])].filter(
    ({ problems }) => problems.length > 0,
  ).length;
  return [
    ...(unread > 0 ? [say.unread({ count: unread })] : []),
    ...(isWhole && unlisted > 0 ? [say.unlisted({ count: unlisted })] : []),
    ...(kind === 'volume' ? [] : codeNotes(remarks, say)),
    ...organNotes(archive, say),
    ...(kind === 'photos' || unpaged.length === 0
      ? []
      : [(kind === 'volume' ? say.unpaged : say.unpagedFiled)(some(unpaged))]),
    ...(undated.length > 0 ? [say.undated(some(undated))] : []),
    ...(datedByFile.length > 0 ? [say.datedByFile(some(datedByFile))] : []),
    ...(missing.length > 0 ? [say.missing({ characters: missing })] : []),
  ];
}

type Say = CatalogueMessages['notes'];

function codeNotes({ codes, uncoded }: Catalogued['remarks'], say: Say): readonly string[] {
  if (!codes) return [say.noCodes];
  return [...uncoded].map(([field, count]) => {
    const lacks = {
      ...say.lacks,
      category: undefined,
      part: undefined,
      item: undefined,
      volume: undefined,
    }[field];
    return say.uncoded({ count, lacks: lacks ?? say.lacks.other });
  });
}

/** A department that nobody is called by has its code for nothing. */
function organNotes({ settings, system }: Archive, say: Say): readonly string[] {
  const known = [...ownerNames(system)].flat();
  const names = Object.keys(settings.catalogue.organs).filter((name) => !known.includes(name));
  const [first] = names;
  return first === undefined ? [] : [say.organs({ names, nearest: nearest(first, known) })];
}
