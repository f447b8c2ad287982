/** Waivers that tell evidence by the indicator or the title that it has no more. */
import { foldName } from '../text.js';
import type { Waiver } from '../waivers/types.js';

/** What waivers know evidence by. */
export interface Identity {
  /** Id of its indicator. */
  readonly indicator: string;
  readonly title: string;
}

/** @param after - `undefined` where it is taken out. */
export interface Changed {
  readonly before: Identity;
  readonly after: Identity | undefined;
}

export function waiversLeft(
  waivers: readonly Waiver[],
  changed: readonly Changed[],
): readonly Waiver[] {
  return waivers.filter((waiver) =>
    changed.some(
      ({ before, after }) => isAbout(waiver, before) && !(after && isAbout(waiver, after)),
    ),
  );
}

/** By its title: one of a whole indicator stays with that. */
function isAbout({ indicator, title }: Waiver, evidence: Identity): boolean {
  const isThere =
    indicator === undefined ||
    indicator === evidence.indicator ||
    evidence.indicator.startsWith(`${indicator}/`);
  return isThere && title !== undefined && foldName(title) === foldName(evidence.title);
}
