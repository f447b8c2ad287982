import { judgesNames } from '../named.js';
import type { ArchiveRule } from '../types.js';
import { toldOf } from '../waivers.js';

/**
 * What is let pass is still there.
 *
 * An entry that nothing needs any more would let the next one pass without anybody knowing. A waiver whose rule has
 * not run is not judged, nor is one whose rule the settings turn off.
 *
 * To take one away is safe where names alone decide. What is in files may look otherwise on a machine that has only
 * their pointers. One that names a file where it should name a title is wanted, and stays.
 */
export const waiverUnused: ArchiveRule = {
  id: 'waiver-unused',
  severity: 'warning',
  fix: 'safe',
  properties: [],

  *check({ waivers: outcome }) {
    if (!outcome) return;
    for (const waiver of outcome.unused) {
      yield {
        messageId: 'waiver-unused/waiver',
        data: { rule: waiver.rule },
        ...toldOf(waiver),
        ...(!waiver.rules.every(judgesNames) && { fix: 'unsafe' }),
      };
    }
    for (const { waiver, title } of outcome.misnamed) {
      const data = { found: waiver.title ?? '', title };
      yield { messageId: 'waiver-unused/title', data, ...toldOf(waiver), fix: 'proposes' };
    }
    const [first] = outcome.gone;
    if (!first) return;
    let count = 0;
    for (const each of outcome.gone) count += each.count;
    const { at } = first.entry;
    yield {
      messageId: 'waiver-unused/baseline',
      data: { count },
      path: at.file,
      at,
      title: at.file,
      fix: 'none',
    };
  },
};
