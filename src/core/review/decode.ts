/** A review, from text with positions to what an inspector gave and said, with everything that is wrong in it. */
import type { ReviewFault } from '../../messages/faults.js';
import { parseDate } from '../dates/parse-date.js';
import { groupBy } from '../group.js';
import { compareDecimals, formatDecimal, isNegative, type Decimal } from '../system/decimal.js';
import { Fields } from '../system/fields.js';
import { isAnother, NamesKept } from '../system/kept-name.js';
import { typed } from '../system/meant.js';
import type { Indicator, Place, Veto } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { foldName } from '../text.js';
import type { YamlSource } from '../yaml-file/node.js';
import type { ShapeProblem } from '../yaml-file/schema-faults.js';
import type {
  Mark,
  Review,
  ReviewForm,
  ReviewItem,
  ReviewProblem,
  ReviewRead,
  ReviewedBundle,
  VetoMark,
} from './types.js';

/**
 * @param path - Of the file, from the archive's folder.
 * @param faults - What the schema has against it.
 * @returns the marks that are in order, however much else is wrong; of a file that may have been misread none.
 */
export function decodeReview(
  path: string,
  yaml: YamlSource,
  faults: readonly ShapeProblem[],
  form: ReviewForm,
): ReviewRead {
  return new Decoder(path, yaml, form).read(faults);
}

class Decoder {
  readonly #path: string;
  readonly #yaml: YamlSource;
  readonly #form: ReviewForm;
  readonly #items: ReadonlyMap<string, ReviewItem>;
  readonly #byName: ReadonlyMap<string, readonly Indicator[]>;
  readonly #names: NamesKept;
  readonly #problems: ReviewProblem[] = [];
  readonly #faulty = new Set<string>();
  /** The mark that is being read. */
  #about: string | undefined;
  /** Lines of what was said, by what it is about. */
  readonly #said = new Map<object, number>();

  constructor(path: string, yaml: YamlSource, form: ReviewForm) {
    this.#path = path;
    this.#yaml = yaml;
    this.#form = form;
    this.#items = new Map(form.items.map((item) => [item.indicator.id, item]));
    const all = [...eachIndicator(form.system)].map(({ indicator }) => indicator);
    const byCode = groupBy(all, ({ code }) => code);
    const byId = groupBy(all, ({ id }) => id);
    this.#byName = new Map([...byCode, ...byId]);
    this.#names = new NamesKept(all);
  }

  read(faults: readonly ShapeProblem[]): ReviewRead {
    const { root, broken } = this.#yaml;
    for (const { at, ...fault } of this.#yaml.problems)
      this.#problems.push({ kind: 'yaml', at: this.#placed(at), fault });
    for (const { at, fault, pointer } of broken ? [] : faults) {
      this.#report(at, fault);
      // Of a mark in which something is not known nothing counts, and nothing more is said.
      this.#faulty.add(pointer.split('/').slice(0, 3).join('/'));
    }
    const review = root?.is === 'map' && !broken ? this.#review(this.#fields(root)) : undefined;
    this.#problems.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
    return { path: this.#path, review, problems: this.#problems };
  }

  #fields(root: ConstructorParameters<typeof Fields>[0]): Fields {
    return new Fields(root, '', {
      placeOf: (offset) => this.#placed(this.#yaml.placeOf(offset)),
      report: (problem) => {
        if (problem.kind === 'schema') this.#report(problem.at, problem.fault);
      },
    });
  }

  #review(fields: Fields): Review | undefined {
    const by = fields.text('by')?.trim() ?? '';
    const on = this.#day(fields, 'on');
    const marks = fields.list('marks').flatMap((each) => {
      this.#about = textIn(each, 'indicator');
      return this.#mark(each) ?? [];
    });
    const vetoes = fields.list('vetoes').flatMap((each) => {
      this.#about = textIn(each, 'veto');
      return this.#veto(each) ?? [];
    });
    this.#about = undefined;
    if (by === '' || on === undefined) return undefined;
    const system = fields.fields('system');
    return {
      path: this.#path,
      unit: fields.text('unit')?.trim() ?? '',
      system: { title: system?.text('title')?.trim() ?? '', sha256: system?.text('sha256') },
      bundle: this.#bundle(fields.fields('bundle')),
      by,
      lead: fields.truth('lead') ?? false,
      on,
      marks,
      vetoes,
      note: textIn(fields, 'note'),
    };
  }

  #bundle(fields: Fields | undefined): ReviewedBundle | undefined {
    const name = fields && textIn(fields, 'name');
    if (!fields || name === undefined) return undefined;
    const date = fields.has('date') ? this.#day(fields, 'date') : undefined;
    return { name, date, manifest: fields.text('manifest') };
  }

  #mark(fields: Fields): Mark | undefined {
    const item = this.#item(fields);
    const points = fields.decimal('points');
    const grade = textIn(fields, 'grade');
    if (!item || this.#faulty.has(fields.pointer)) return undefined;
    const fault = this.#faultIn(item, points, grade);
    if (fault) {
      this.#report(fields.placeOf(points ? 'points' : 'grade'), fault);
      return undefined;
    }
    // Numbers that only YAML understands are told, and are no points.
    if (fields.node('points') && !points) return undefined;
    const { indicator } = item;
    const [remark, rectify] = [textIn(fields, 'remark'), textIn(fields, 'rectify')];
    if (!points && [grade, remark, rectify].every((each) => each === undefined)) return undefined;
    return this.#isFirst(indicator, fields)
      ? { indicator, points, grade: this.#gradeNamed(grade), remark, rectify }
      : undefined;
  }

  #faultIn(
    { full }: ReviewItem,
    points: Decimal | undefined,
    grade: string | undefined,
  ): ReviewFault | undefined {
    if (points && grade !== undefined) return { wrong: 'points-and-grade' };
    if (points && full && (isNegative(points) || compareDecimals(points, full) > 0))
      return { wrong: 'points', found: formatDecimal(points), max: formatDecimal(full) };
    if (grade === undefined || this.#gradeNamed(grade) !== undefined) return undefined;
    return { wrong: 'no-grade', name: grade, known: this.#form.grades };
  }

  #gradeNamed(text: string | undefined): string | undefined {
    return text === undefined
      ? undefined
      : this.#form.grades.find((each) => typed(each) === typed(text));
  }

  /** By its code, unless the name beside it is another's: codes shift when a system is changed. */
  #item(fields: Fields): ReviewItem | undefined {
    const code = textIn(fields, 'indicator');
    if (code === undefined) return undefined;
    const found = this.#byName.get(code) ?? [];
    const name = textIn(fields, 'name');
    const called = name === undefined ? [] : this.#names.called(name);
    const [first, second] = found;
    const isMeant =
      first !== undefined &&
      second === undefined &&
      (name === undefined || !isAnother(name, first, this.#names));
    const [id, other] = isMeant ? [first.id] : called;
    if (id === undefined || other !== undefined) {
      this.#report(fields.placeOf('indicator'), this.#unknown(code, name, found));
      return undefined;
    }
    const item = this.#items.get(id);
    if (!item) {
      const places = this.#placesAround(id);
      this.#report(fields.placeOf('indicator'), { wrong: 'not-scored', name: code, places });
    }
    return item;
  }

  #unknown(code: string, name: string | undefined, found: readonly Indicator[]): ReviewFault {
    const [first, second] = found;
    if (first && second) return { wrong: 'several', name: code, ids: found.map((each) => each.id) };
    if (first && name !== undefined) return { wrong: 'other-name', name, code, now: first.name };
    return { wrong: 'no-indicator', name: code, known: [] };
  }

  #placesAround(id: string): readonly string[] {
    return this.#form.items
      .filter(
        ({ indicator, above }) =>
          above.some((each) => each.id === id) || id.startsWith(`${indicator.id}/`),
      )
      .map(({ indicator }) => indicator.id);
  }

  #veto(fields: Fields): VetoMark | undefined {
    const code = textIn(fields, 'veto');
    const [occurred, remark] = [fields.truth('occurred'), textIn(fields, 'remark')];
    if (code === undefined || this.#faulty.has(fields.pointer)) return undefined;
    const { vetoes } = this.#form;
    const veto = vetoes.find((each) => foldName(each.code) === foldName(code));
    if (!veto) {
      const known = vetoes.map((each) => each.code);
      this.#report(fields.placeOf('veto'), { wrong: 'no-veto', name: code, known });
      return undefined;
    }
    if (!this.#isVetoMeant(fields, veto) || !this.#isFirst(veto, fields)) return undefined;
    return occurred === undefined && remark === undefined ? undefined : { veto, occurred, remark };
  }

  #isVetoMeant(fields: Fields, { code, text: now }: Veto): boolean {
    const name = textIn(fields, 'text');
    const all = new NamesKept(
      this.#form.vetoes.map((each) => ({ id: each.code, name: each.text })),
    );
    if (name === undefined || !isAnother(name, { id: code, name: now }, all)) return true;
    this.#report(fields.placeOf('text'), { wrong: 'other-name', name, code, now });
    return false;
  }

  #isFirst(about: Indicator | Veto, fields: Fields): boolean {
    const line = this.#said.get(about);
    if (line === undefined) this.#said.set(about, fields.at.line);
    else this.#report(fields.at, { wrong: 'said-twice', line });
    return line === undefined;
  }

  #day(fields: Fields, key: string): string | undefined {
    const text = fields.text(key)?.trim();
    if (text === undefined) return undefined;
    const span = parseDate(text);
    if (span && span.from === span.to) return span.from;
    this.#report(fields.placeOf(key), { wrong: 'form', key, found: text, form: 'one-day' });
    return undefined;
  }

  #report(at: Place, fault: ReviewFault): void {
    this.#problems.push({ kind: 'shape', at: this.#placed(at), about: this.#about, fault });
  }

  #placed({ line, column }: Place): Place & { readonly file: string } {
    return { line, column, file: this.#path };
  }
}

function textIn(fields: Fields, key: string): string | undefined {
  const text = fields.text(key)?.trim();
  return text === '' ? undefined : text;
}
