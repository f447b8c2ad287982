/** What there is to be found. */
import type { OwnRule } from '../core/own-rules/types.js';
import { documentOf } from './asking.js';
import type { RulesDocument } from './documents.js';
import { OPTIONS, refuseWrong, type Kinds } from './judged.js';
import type { Options } from './options.js';

export { RULE_IDS, type RuleId } from '../core/rules/ids.js';

export interface RulesOptions extends Options {
  /** A place in an archive: the rules that its `dangan.yaml` declares are listed after ours. */
  readonly archive?: string;
}

const RULES: Kinds<RulesOptions> = { ...OPTIONS, archive: 'name' };

/** Every rule with its severity, title, and how far it can be mended, as `dangan rules` lists them. */
export async function rules(options: RulesOptions = {}): Promise<RulesDocument> {
  refuseWrong({ command: 'rules', kinds: RULES }, options);
  const { archive, ...surroundings } = options;
  const [{ listRules }, { ownRulesAt }] = await Promise.all([
    import('../commands/rules.js'),
    import('../commands/reading/own-rules-here.js'),
  ]);
  return documentOf(surroundings, async (cli) => {
    const own: readonly OwnRule[] = archive === undefined ? [] : await ownRulesAt(archive, cli);
    listRules(own, 'json', cli);
  });
}
