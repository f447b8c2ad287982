/** What the evidence in a bundle covers, by its frozen scoring system and its ledgers. Opens no other evidence. */
import { hash } from 'node:crypto';
import { heldArchive, type HeldLedger } from '../../../core/bundle/coverage/held-archive.js';
import {
  judgeCoverage,
  type BundleCoverage,
} from '../../../core/bundle/coverage/judge-coverage.js';
import { askedIn, type BundleFacts, type VerifyReport } from '../../../core/bundle/judge/judge.js';
import { isDay } from '../../../core/dates/calendar.js';
import type { Ledger } from '../../../core/ledger/types.js';
import type { Day } from '../../../core/system/types.js';
import { decodeText } from '../../../core/yaml-file/decode-text.js';
import { parseLedger } from '../../ledger/read-ledgers.js';
import { YAML_BYTES } from './frozen-system.js';
import type { BagSource } from './source.js';

/** All ledgers of a bundle together: a hundred thousand entries take less. */
const LEDGERS_BYTES = 64 * 2 ** 20;

export interface CoverageAsked {
  /** `undefined` for the day on which it was packed. */
  readonly today: Day | undefined;
  /** Files above which it is left. */
  readonly atMost: number;
}

/**
 * @returns `undefined` of a bundle that is not ours, or has no scoring system that can be worked with.
 */
export function bundleCoverage(
  source: Pick<BagSource, 'readWhole'>,
  facts: BundleFacts,
  { ours, parts }: Pick<VerifyReport, 'ours' | 'parts'>,
  { today, atMost }: CoverageAsked,
): BundleCoverage | 'left' | undefined {
  const { index, files, frozen, digests } = facts;
  const day = today ?? index?.whole.date;
  if (!ours || !index || !frozen || day === undefined || !isDay(day)) return undefined;
  if (index.files > atMost) return 'left';
  const held = heldArchive(index, files, frozen);
  const { ledgers, sound } = readLedgers(source, held.ledgers);
  const { fixity, contents } = parts;
  return {
    ...judgeCoverage(held, { index, digests, ledgers, today: day, isAsked: askedIn(facts) }),
    reliable: fixity && contents && held.agrees && sound,
  };
}

/** @returns those that could be read; `sound` when that is all of them, as they were packed, and nothing is wrong in them. */
function readLedgers(
  source: Pick<BagSource, 'readWhole'>,
  held: readonly HeldLedger[],
): { readonly ledgers: readonly Ledger[]; readonly sound: boolean } {
  const ledgers: Ledger[] = [];
  let sound = true;
  let room = LEDGERS_BYTES;
  for (const { path, row, sha256 } of held) {
    const bytes = source.readWhole(row, Math.min(room, YAML_BYTES));
    if (bytes === undefined) {
      sound = false;
      continue;
    }
    room -= bytes.length;
    const { text, fault } = decodeText(bytes);
    const ledger = parseLedger(path, text, fault);
    ledgers.push(ledger);
    const isSame = hash('sha256', bytes) === sha256;
    sound &&= isSame && ledger.problems.length === 0;
  }
  return { ledgers, sound };
}
