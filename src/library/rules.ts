/** What there is to be found. */
import type { OwnRule } from '../core/own-rules/types.js';
import { documentOf } from './asking.js';
import type { RulesDocument } from './documents.js';
import type { Options } from './options.js';

export { RULE_IDS, type RuleId } from '../core/rules/ids.js';

export interface RulesOptions extends Options {
  /** A place in an archive: the rules that its `dangan.yaml` declares are listed after ours. */
  readonly archive?: string;
}

/** Every rule with its severity, title, and how far it can be mended, as `dangan rules` lists them. */
export async function rules({ archive, ...options }: RulesOptions = {}): Promise<RulesDocument> {
  const [{ listRules }, { ownRulesAt }] = await Promise.all([
    import('../commands/rules.js'),
    import('../commands/own-rules-here.js'),
  ]);
  return documentOf(options, async (cli) => {
    const own: readonly OwnRule[] = archive === undefined ? [] : await ownRulesAt(archive, cli);
    listRules(own, 'json', cli);
  });
}
