/** 参见号 (GB/T 11821): the papers that belong with a photograph, those of its activity. */
import { activityOf } from '../evidence/activity.js';
import { groupBy } from '../group.js';
import { shownCode } from '../system/meant.js';
import type { ScoringSystem } from '../system/types.js';
import { ITEM, type Coded } from './codes.js';
import type { Item } from './items.js';
import type { RowWords } from './rows.js';

/**
 * For each photograph, the codes of its papers; where there are no codes, their numbers in the volume of the indicator.
 *
 * @param items - All of the archive, in order.
 */
export function seeAlso(
  items: readonly Item[],
  codes: ReadonlyMap<Item, Coded>,
  system: ScoringSystem,
  words: RowWords,
): ReadonlyMap<Item, string> {
  const tell = (papers: readonly Item[], at: ReadonlyMap<Item, number>) => {
    const coded = papers.flatMap((paper) => codes.get(paper) ?? []);
    const known = coded.flatMap((each) => ('code' in each ? each : []));
    if (known.length > 0) return shortened(known).join(words.listMark);
    const code = papers[0] ? shownCode(papers[0].place.indicator, system) : '';
    return words.papers({ code, numbers: papers.flatMap((paper) => at.get(paper) ?? []) });
  };
  const found = new Map<Item, string>();
  for (const ofLeaf of groupBy(items, ({ place }) => place.indicator.id).values()) {
    const at = new Map(ofLeaf.map((item, index) => [item, index + 1]));
    for (const [activity, members] of groupBy(ofLeaf, ({ evidence }) => activityOf(evidence))) {
      const papers = members.filter(isPaper);
      if (activity === '' || papers.length === 0) continue;
      for (const item of members) if (item.category === 'photo') found.set(item, tell(papers, at));
    }
  }
  return found;
}

function isPaper({ evidence, category }: Item): boolean {
  return evidence.name !== undefined && category === 'document';
}

/** `Z109-WS·2024-Y-BGS-0003`, `0004`: what has the beginning of the one before it is told by its number. */
function shortened(coded: readonly Extract<Coded, { code: string }>[]): readonly string[] {
  return coded.map(({ code, group }, at) => {
    const start = group.indexOf(ITEM);
    return coded[at - 1]?.group === group && group.endsWith(ITEM) ? code.slice(start) : code;
  });
}
