/** The indicators of `index.json`, and its rows of evidence. */
import type { Archive } from '../../archive/types.js';
import type { ContentFacts } from '../../evidence/types.js';
import { formatDecimal } from '../../system/decimal.js';
import type { Indicator, Requirement } from '../../system/types.js';
import type { BagFacts } from '../bag/bag-info.js';
import type { Payload, PayloadFile } from '../packing/payload.js';
import type { IndexEvidence, IndexHead, IndexIndicator } from '../types.js';
import { indexSettings } from './index-settings.js';

/**
 * @param filed - Is a folder asked for, for this unit? Not for what does not apply, or comes from elsewhere.
 */
export function indexHead(
  facts: BagFacts,
  { system, settings }: Pick<Archive, 'system' | 'settings'>,
  payload: Payload,
  filed: (indicator: Indicator) => boolean,
): IndexHead {
  const tree = (indicators: readonly Indicator[]): IndexIndicator[] =>
    indicators.map((each) => ({
      id: each.id,
      code: each.code,
      name: each.name,
      points: each.points && formatDecimal(each.points),
      owners: each.owner.map((owner) => system.owners[owner] ?? owner),
      standard: each.standard,
      asks: each.evidence.map(askOf),
      filed: filed(each),
      folders: payload.folders.get(each.id) ?? [],
      children: tree(each.children),
    }));
  return {
    schema: 'dangan/bundle-index@1',
    bundle: facts.name,
    part: facts.part,
    unit: facts.unit,
    settings: indexSettings(settings),
    system: {
      title: system.title,
      edition: system.edition,
      issuer: system.issuer,
      total: system.total && formatDecimal(system.total),
      sha256: facts.system.digest,
    },
    date: facts.today,
    files: facts.payload.files,
    bytes: facts.payload.bytes,
    emptyFolders: payload.emptyFolders,
    indicators: tree([...system.indicators, ...system.bonus]),
  };
}

/** `领导小组会议（会议纪要、图片）` */
function askOf({ title, of, either }: Requirement): string {
  const parts = [...of, ...either].map((part) => part.title).filter((part) => part !== title);
  return parts.length === 0 ? title : `${title}（${parts.join('、')}）`;
}

export function indexEvidence(
  { path, origin, indicator, parts, renamed }: PayloadFile,
  bytes: number,
  sha256: string,
  facts: ContentFacts | undefined,
): IndexEvidence {
  // Fields without a value are not written: this is quicker than to leave them out.
  return {
    path,
    indicator,
    ordinal: parts?.ordinal,
    title: parts?.title,
    ledger: parts ? undefined : true,
    bytes,
    sha256,
    original: renamed ? origin : undefined,
    created: facts?.created,
    taken: facts?.taken,
    characters: facts?.characters,
  };
}
