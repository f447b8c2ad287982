/** `waivers.yaml`, from text with positions to what is let pass, with everything that is wrong in it. */
import type { WaiverFault } from '../../messages/faults.js';
import { RULE_IDS, type AnyRuleId } from '../rules/ids.js';
import { rulesNamed } from '../rules/named.js';
import type { Fields } from '../system/fields.js';
import { idsByName, type Ids } from '../system/ids.js';
import type { Day, ScoringSystem } from '../system/types.js';
import { WrittenFile } from '../system/written-file.js';
import { foldName, nearest, nearestByParts } from '../text.js';
import type { YamlSource } from '../yaml-file/node.js';
import type { ShapeFault, ShapeProblem } from '../yaml-file/schema-faults.js';
import {
  ANSWERED,
  NO_WAIVERS,
  type Answered,
  type Waiver,
  type WaiverProblem,
  type Waivers,
} from './types.js';
import { isWaivable } from './waivable.js';

/** What a waiver may name. */
export interface Nameable {
  readonly system: Pick<ScoringSystem, 'indicators' | 'bonus'>;
  /** Rules that judge an archive, those of the unit's own included. */
  readonly rules: readonly AnyRuleId[];
}

/**
 * Decode what is let pass.
 *
 * @param yaml - That was read without a problem.
 * @param faults - What the schema has against its entries.
 * @returns the entries that are in order, however much else is wrong: of one in which anything may have been misread
 *   nothing counts.
 */
export function decodeWaivers(
  yaml: YamlSource,
  faults: readonly ShapeProblem[],
  nameable: Nameable,
): Waivers {
  return new Decoder(yaml, nameable).waivers(faults);
}

/** It is there, and was told to be wrong. */
const WRONG = false;

type Lacks = Extract<WaiverProblem, { readonly kind: 'lacks' }>;

class Decoder {
  readonly #file: WrittenFile<WaiverFault, Lacks>;
  readonly #nameable: Nameable;
  readonly #ids: Ids;

  constructor(yaml: YamlSource, nameable: Nameable) {
    this.#file = new WrittenFile(NO_WAIVERS.path, yaml);
    this.#nameable = nameable;
    this.#ids = idsByName(nameable.system);
  }

  waivers(faults: readonly ShapeProblem[]): Waivers {
    const file = this.#file;
    file.reportShape(faults.filter(({ fault }) => !isUnanswered(fault)));
    const list = file.fields()?.list('waivers') ?? [];
    const entries = list.flatMap((each) => this.#waiver(each));
    return { path: file.path, entries, problems: file.problems };
  }

  #waiver(fields: Fields): Waiver[] {
    const answers = this.#answers(fields);
    const rules = this.#rules(fields);
    const indicator = this.#indicator(fields);
    const since = this.#day(fields, 'since');
    const title = fields.said('title');
    if (!answers || !rules || this.#file.isFaulty(fields)) return [];
    if (indicator === WRONG || since === WRONG) return [];
    const rule = fields.said('rule') ?? '';
    this.#tellTwice([rule, indicator, title && foldName(title)], fields);
    const nth = Number(fields.pointer.split('/').at(-1)) + 1;
    const at = this.#file.placed(fields.at);
    return [{ at, nth, rule, rules, indicator, title, since, ...answers }];
  }

  #rules(fields: Fields): readonly AnyRuleId[] | undefined {
    const name = fields.said('rule');
    if (name === undefined) {
      // Of a key that is not there, or has nothing after it, the schema has told.
      const isTold = !fields.has('rule') || this.#file.isFaulty(fields);
      if (!isTold) this.#file.report(fields.at, { wrong: 'missing-key', key: 'rule' });
      return undefined;
    }
    const fault = this.#faultInRule(name);
    if (!fault) return rulesNamed(name, this.#nameable.rules).filter(isWaivable);
    this.#file.report(fields.placeOf('rule'), fault);
    return undefined;
  }

  #faultInRule(name: string): WaiverFault | undefined {
    const { rules } = this.#nameable;
    const named = rulesNamed(name, rules);
    if (named.some(isWaivable)) return undefined;
    if (named.length > 0) return { wrong: 'not-waivable', name };
    const [elsewhere] = rulesNamed(name, RULE_IDS);
    if (elsewhere !== undefined) {
      const command = elsewhere.startsWith('bundle') ? 'verify' : 'validate';
      return { wrong: 'rule-elsewhere', name, command };
    }
    return { wrong: 'no-rule', name, nearest: nearestByParts(name, rules.filter(isWaivable)) };
  }

  #indicator(fields: Fields): string | undefined | typeof WRONG {
    const name = fields.said('indicator');
    if (name === undefined) return undefined;
    const ids = this.#ids.get(name) ?? [];
    const [id, second] = ids;
    if (id !== undefined && second === undefined) return id;
    const fault: WaiverFault =
      id === undefined
        ? { wrong: 'no-indicator', name, nearest: nearest(name, this.#ids.keys()) }
        : { wrong: 'indicators', name, ids };
    this.#file.report(fields.placeOf('indicator'), fault);
    return WRONG;
  }

  /** Why, who and until when: without them it is nobody's word. */
  #answers(fields: Fields): Pick<Waiver, Answered> | undefined {
    const reason = fields.said('reason');
    const owner = fields.said('owner');
    const until = this.#day(fields, 'until');
    const keys = ANSWERED.filter((key) => fields.said(key) === undefined);
    if (keys.length > 0) {
      const parts = ['rule', 'indicator', 'title'].map((key) => fields.said(key));
      const of = parts.filter((part) => part !== undefined).join(' ');
      this.#file.tell({ kind: 'lacks', at: this.#file.placed(fields.at), keys, of });
    }
    if (reason === undefined || owner === undefined) return undefined;
    return until === undefined || until === WRONG ? undefined : { reason, owner, until };
  }

  #day(fields: Fields, key: 'until' | 'since'): Day | undefined | typeof WRONG {
    const text = fields.said(key);
    return text === undefined ? undefined : (this.#file.day(fields, key, text) ?? WRONG);
  }

  /** Both count: which of two is meant, a person decides. */
  #tellTwice(about: readonly unknown[], fields: Fields): void {
    const line = this.#file.saidBefore(about, fields.at);
    if (line !== undefined) this.#file.report(fields.at, { wrong: 'waived-twice', line });
  }
}

/** That is told with what else is not said of the entry. */
function isUnanswered(fault: ShapeFault): boolean {
  return fault.wrong === 'missing-key' && ANSWERED.some((key) => key === fault.key);
}
