/** `scores.yaml`, from text with positions to what people decided, with everything that is wrong in it. */
import type { ScoresFault, ScoresThing } from '../../messages/faults.js';
import type { Fields } from '../system/fields.js';
import { idsByName, type Ids } from '../system/ids.js';
import { isAnother, NamesKept } from '../system/kept-name.js';
import type { Criterion, Indicator, ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { WrittenFile } from '../system/written-file.js';
import { nearest } from '../text.js';
import type { YamlSource } from '../yaml-file/node.js';
import type { ShapeProblem } from '../yaml-file/schema-faults.js';
import { answersIn, criteriaAsking } from './answers.js';
import { faultIn, type Target } from './decode-answer.js';
import type { ScoreEntry, Scores, ScoresProblem, VetoEntry } from './scores.js';

/**
 * Decode what people decided, for a scoring system.
 *
 * @param path - Of the file, from the archive's folder.
 * @param faults - What the schema has against it.
 * @returns the entries that are in order, however much else is wrong; of a file that may have been misread none.
 */
export function decodeScores(
  path: string,
  yaml: YamlSource,
  faults: readonly ShapeProblem[],
  system: ScoringSystem,
): Scores {
  return new Decoder(path, yaml, system).scores(faults);
}

type YamlProblem = Extract<ScoresProblem, { readonly kind: 'yaml' }>;

class Decoder {
  readonly #file: WrittenFile<ScoresFault, YamlProblem>;
  readonly #yaml: YamlSource;
  readonly #system: ScoringSystem;
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #ids: Ids;
  readonly #names: NamesKept;

  constructor(path: string, yaml: YamlSource, system: ScoringSystem) {
    this.#file = new WrittenFile(path, yaml);
    this.#yaml = yaml;
    this.#system = system;
    this.#ids = idsByName(system);
    this.#indicators = new Map(
      [...eachIndicator(system)].map(({ indicator }) => [indicator.id, indicator]),
    );
    this.#names = new NamesKept(this.#indicators.values());
  }

  scores(faults: readonly ShapeProblem[]): Scores {
    const file = this.#file;
    for (const { at, ...fault } of this.#yaml.problems) {
      // Nobody has decided anything yet.
      if (fault.fault !== 'empty') file.tell({ kind: 'yaml', at: file.placed(at), fault });
    }
    // Of an entry in which something is not known nothing counts, and nothing more is said.
    file.reportShape(faults);
    const fields = file.fields((at, fault) => file.report(at, fault));
    const entries = fields?.list('scores').flatMap((each) => this.#entry(each)) ?? [];
    const vetoes = fields?.list('vetoes').flatMap((each) => this.#veto(each)) ?? [];
    return { path: file.path, entries, vetoes, problems: file.problems };
  }

  #entry(fields: Fields): ScoreEntry[] {
    const indicator = this.#indicator(fields);
    const decision = this.#decision(fields);
    if (!indicator || !decision) return [];
    const criterion = this.#criterion(fields, indicator);
    if (criterion === 'unknown') return [];
    const entry: ScoreEntry = {
      ...decision,
      indicator: indicator.id,
      criterion: criterion?.code,
      rule: wholeNumber(fields.text('rule')),
      points: fields.decimal('points'),
      grade: fields.text('grade'),
      times: plainNumber(fields.text('times')),
      share: fields.text('share'),
      tier: fields.text('tier'),
      met: fields.truth('met'),
    };
    const [meant, other] = criteriaAsking(entry, indicator);
    const own = meant && !other ? { ...entry, criterion: meant.code } : entry;
    const target = { indicator, criterion: other ? undefined : (meant ?? criterion) };
    return this.#isSound(own, target, fields) ? [own] : [];
  }

  #isSound(entry: ScoreEntry, target: Target, fields: Fields): boolean {
    // `1e0` is a number to YAML, and told as none by now.
    const isUnread = fields.node('points') && !entry.points;
    if (isUnread || this.#file.isFaulty(fields)) return false;
    const found = faultIn(entry, target, this.#system);
    if (found) {
      this.#file.report(fields.placeOf(found.key), found.fault);
      return false;
    }
    const [answer] = answersIn(entry);
    const { indicator, criterion, rule, tier } = entry;
    return this.#isFirst([indicator, criterion, rule ?? answer, tier], fields);
  }

  #isFirst(about: readonly unknown[], fields: Fields): boolean {
    const line = this.#file.saidBefore(about, fields.at);
    if (line !== undefined) this.#file.report(fields.at, { wrong: 'said-twice', line });
    return line === undefined;
  }

  #indicator(fields: Fields): Indicator | undefined {
    const name = fields.text('indicator')?.trim();
    if (name === undefined) return undefined;
    const ids = this.#ids.get(name) ?? [];
    const [id, second] = ids;
    if (id === undefined) this.#noSuch(fields, 'indicator', name, this.#ids.keys());
    else if (second !== undefined) {
      this.#file.report(fields.placeOf('indicator'), { wrong: 'several', name, ids });
    } else {
      const found = this.#indicators.get(id);
      return found && this.#isMeant(fields, 'indicator', found, this.#names) ? found : undefined;
    }
    return undefined;
  }

  /** With a name kept that is another's by now, it is nobody's word about what has the code. */
  #isMeant(
    fields: Fields,
    thing: 'indicator' | 'criterion' | 'veto',
    now: { readonly id: string; readonly name: string },
    all: NamesKept,
  ): boolean {
    const key = thing === 'indicator' ? 'name' : 'text';
    const name = fields.text(key)?.trim() ?? '';
    if (name === '' || !isAnother(name, now, all)) return true;
    const fault = { wrong: 'other-name', thing, key, name, code: now.id, now: now.name } as const;
    this.#file.report(fields.placeOf(key), { ...fault, elsewhere: all.called(name) });
    return false;
  }

  #criterion(fields: Fields, { criteria }: Indicator): Criterion | 'unknown' | undefined {
    const name = fields.text('criterion')?.trim();
    if (name === undefined) return undefined;
    const found = criteria.find(({ code }) => code === name);
    if (found) {
      const [now, all] = [called(found), new NamesKept(criteria.map(called))];
      return this.#isMeant(fields, 'criterion', now, all) ? found : 'unknown';
    }
    const codes = criteria.map(({ code }) => code);
    this.#noSuch(fields, 'criterion', name, codes);
    return 'unknown';
  }

  #veto(fields: Fields): VetoEntry[] {
    const decision = this.#decision(fields);
    const veto = fields.text('veto')?.trim();
    const occurred = fields.truth('occurred');
    if (!decision || veto === undefined || occurred === undefined) return [];
    const { vetoes } = this.#system;
    const found = vetoes.find(({ code }) => code === veto);
    if (!found) {
      const codes = vetoes.map(({ code }) => code);
      this.#noSuch(fields, 'veto', veto, codes);
      return [];
    }
    const all = new NamesKept(vetoes.map(called));
    if (!this.#isMeant(fields, 'veto', called(found), all)) return [];
    return this.#isFirst(['veto', veto], fields) ? [{ ...decision, veto, occurred }] : [];
  }

  /** Who, when and why: without them it is nobody's word. */
  #decision(fields: Fields): Pick<ScoreEntry, 'at' | 'by' | 'on' | 'because'> | undefined {
    const by = this.#required(fields, 'by');
    const on = this.#required(fields, 'on');
    const because = this.#required(fields, 'because');
    const day = on === undefined ? undefined : this.#file.day(fields, 'on', on);
    if (by === undefined || day === undefined || because === undefined) return undefined;
    return { at: this.#file.placed(fields.at), by, on: day, because };
  }

  /** A key that is not there at all is told by the schema. */
  #required(fields: Fields, key: string): string | undefined {
    const text = fields.text(key)?.trim();
    const isEmpty = text === '' || (text === undefined && fields.has(key) && !fields.node(key));
    if (isEmpty) this.#file.report(fields.placeOf(key), { wrong: 'missing-key', key });
    return text === '' ? undefined : text;
  }

  #noSuch(fields: Fields, thing: ScoresThing, name: string, known: Iterable<string>): void {
    const near = nearest(name, known);
    this.#file.report(fields.placeOf(thing), { wrong: 'nothing-such', thing, name, nearest: near });
  }
}

function called({ code, text }: { readonly code: string; readonly text: string }) {
  return { id: code, name: text };
}

function plainNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
