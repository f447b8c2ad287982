/** The keys of `dangan.yaml`, by which a separator that was mistyped is known for one. */
import { RULE_IDS } from '../../rules/ids.js';
import { keysWhenAsked } from '../../yaml-file/node.js';
import { OWN_KEYS } from './own-rules.js';
import { settingKeys } from './told.js';

export const SETTINGS_KEYS = keysWhenAsked(() => {
  const paths = settingKeys().map((key) => key.split('.'));
  return {
    all: new Set([...paths.flat(), 'profile', 'rules', 'from', 'to', ...RULE_IDS, ...OWN_KEYS]),
    maps: new Set([
      ...paths.flatMap((path) => path.slice(0, -1)),
      ...['profile', 'organs', 'window', 'rules', 'where'],
    ]),
    lists: new Set(),
  };
});
