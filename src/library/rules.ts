/** What there is to be found. */
import { documentOf } from './asking.js';
import type { RulesDocument } from './documents.js';
import type { Options } from './options.js';

export { RULE_IDS, type RuleId } from '../core/rules/ids.js';

/** Every rule with its severity, title, and how far it can be mended, as `dangan rules` lists them. */
export async function rules(options: Options = {}): Promise<RulesDocument> {
  const [{ allRules }, { rulesJson }] = await Promise.all([
    import('../core/rules/all-rules.js'),
    import('../report/rules.js'),
  ]);
  return documentOf(options, (cli) => cli.out(rulesJson(allRules(), cli.say)));
}
