/** `scores.yaml`, from text with positions to what people decided, with everything that is wrong in it. */
import type { ScoresFault, ScoresThing } from '../../messages/faults.js';
import { parseDate } from '../dates/parse-date.js';
import { Fields } from '../system/fields.js';
import { idsByName, type Ids } from '../system/ids.js';
import { isAnother, NamesKept } from '../system/kept-name.js';
import type { Criterion, Day, Indicator, Place, ScoringSystem } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
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

class Decoder {
  readonly #path: string;
  readonly #yaml: YamlSource;
  readonly #system: ScoringSystem;
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #ids: Ids;
  readonly #names: NamesKept;
  readonly #problems: ScoresProblem[] = [];
  /** Pointers of entries that do not agree with the schema. */
  readonly #faulty = new Set<string>();
  /** Lines of what was said, by what it is about. */
  readonly #said = new Map<string, number>();

  constructor(path: string, yaml: YamlSource, system: ScoringSystem) {
    this.#path = path;
    this.#yaml = yaml;
    this.#system = system;
    this.#ids = idsByName(system);
    this.#indicators = new Map(
      [...eachIndicator(system)].map(({ indicator }) => [indicator.id, indicator]),
    );
    this.#names = new NamesKept(this.#indicators.values());
  }

  scores(faults: readonly ShapeProblem[]): Scores {
    const { root, broken } = this.#yaml;
    for (const { at, ...fault } of this.#yaml.problems) {
      // Nobody has decided anything yet.
      if (fault.fault === 'empty') continue;
      this.#problems.push({ kind: 'yaml', at: this.#placed(at), fault });
    }
    for (const { at, fault, pointer } of broken ? [] : faults) {
      this.#report(at, fault);
      // Of an entry in which something is not known nothing counts, and nothing more is said.
      this.#faulty.add(pointer.split('/').slice(0, 3).join('/'));
    }
    const fields =
      root?.is === 'map' && !broken
        ? new Fields(root, '', {
            placeOf: (offset) => this.#placed(this.#yaml.placeOf(offset)),
            report: (problem) => {
              if (problem.kind === 'schema') this.#report(problem.at, problem.fault);
            },
          })
        : undefined;
    const entries = fields?.list('scores').flatMap((each) => this.#entry(each)) ?? [];
    const vetoes = fields?.list('vetoes').flatMap((each) => this.#veto(each)) ?? [];
    this.#problems.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
    return { path: this.#path, entries, vetoes, problems: this.#problems };
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
    if (isUnread || this.#faulty.has(fields.pointer)) return false;
    const found = faultIn(entry, target, this.#system);
    if (found) {
      this.#report(fields.placeOf(found.key), found.fault);
      return false;
    }
    const [answer] = answersIn(entry);
    const { indicator, criterion, rule, tier } = entry;
    return this.#isFirst([indicator, criterion, rule ?? answer, tier], fields.at, fields);
  }

  #isFirst(about: readonly unknown[], at: Place, fields: Fields): boolean {
    const key = JSON.stringify(about);
    const line = this.#said.get(key);
    if (line === undefined) this.#said.set(key, at.line);
    else this.#report(fields.at, { wrong: 'said-twice', line });
    return line === undefined;
  }

  #indicator(fields: Fields): Indicator | undefined {
    const name = fields.text('indicator')?.trim();
    if (name === undefined) return undefined;
    const ids = this.#ids.get(name) ?? [];
    const [id, second] = ids;
    if (id === undefined) this.#noSuch(fields, 'indicator', name, this.#ids.keys());
    else if (second !== undefined) {
      this.#report(fields.placeOf('indicator'), { wrong: 'several', name, ids });
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
    this.#report(fields.placeOf(key), { ...fault, elsewhere: all.called(name) });
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
    return this.#isFirst(['veto', veto], fields.at, fields)
      ? [{ ...decision, veto, occurred }]
      : [];
  }

  /** Who, when and why: without them it is nobody's word. */
  #decision(fields: Fields): Pick<ScoreEntry, 'at' | 'by' | 'on' | 'because'> | undefined {
    const by = this.#required(fields, 'by');
    const on = this.#required(fields, 'on');
    const because = this.#required(fields, 'because');
    const day = on === undefined ? undefined : this.#day(fields, on);
    if (by === undefined || day === undefined || because === undefined) return undefined;
    return { at: this.#placed(fields.at), by, on: day, because };
  }

  /** A key that is not there at all is told by the schema. */
  #required(fields: Fields, key: string): string | undefined {
    const text = fields.text(key)?.trim();
    const isEmpty = text === '' || (text === undefined && fields.has(key) && !fields.node(key));
    if (isEmpty) this.#report(fields.placeOf(key), { wrong: 'missing-key', key });
    return text === '' ? undefined : text;
  }

  #day(fields: Fields, text: string): Day | undefined {
    const span = parseDate(text);
    if (span && span.from === span.to) return span.from;
    const fault = { wrong: 'form', key: 'on', found: text, form: 'one-day' } as const;
    this.#report(fields.placeOf('on'), fault);
    return undefined;
  }

  #noSuch(fields: Fields, thing: ScoresThing, name: string, known: Iterable<string>): void {
    const near = nearest(name, known);
    this.#report(fields.placeOf(thing), { wrong: 'nothing-such', thing, name, nearest: near });
  }

  #report(at: Place, fault: ScoresFault): void {
    this.#problems.push({ kind: 'shape', at: this.#placed(at), fault });
  }

  #placed({ line, column }: Place): Place & { readonly file: string } {
    return { line, column, file: this.#path };
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
