import { folderNameOf } from '../../naming/folder-name.js';
import { pointerTo } from '../../system/pointers.js';
import { eachIndicator } from '../../system/walk.js';
import type { SystemRule } from '../types.js';

/**
 * A name can be a folder's name as it is, or has an alias that can.
 *
 * Whole sentences serve as names in real systems, with slashes, line breaks and quotes. Without an alias the tool
 * makes a stable name of its own, which nobody can guess.
 */
export const scoringNameUnusable: SystemRule = {
  id: 'scoring-name-unusable',
  severity: 'warning',
  fix: 'safe',
  properties: ['GD-1-6', 'GD-1-13'],

  *check({ system, template, locate }) {
    for (const { indicator } of eachIndicator(system)) {
      const { name, because } = folderNameOf(indicator, template);
      if (because !== 'unsafe' && because !== 'long') continue;
      // That there is no name is told already.
      if ((indicator.folder ?? indicator.name) === '') continue;
      const key = indicator.folder === undefined ? 'name' : 'folder';
      const { length } = indicator.folder ?? indicator.name;
      const at = locate(pointerTo(indicator, key));
      // An alias that will not do was somebody's choice: theirs to change.
      const fix = key === 'name' && !indicator.pointer.includes('#') ? 'safe' : 'none';
      yield because === 'long'
        ? {
            messageId: 'scoring-name-unusable/long',
            data: { folder: name, length },
            at,
            indicator,
            fix,
          }
        : { messageId: 'scoring-name-unusable/unsafe', data: { folder: name }, at, indicator, fix };
    }
  },
};
