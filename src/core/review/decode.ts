/** A review, from text with positions to what an inspector gave and said, with everything that is wrong in it. */
import type { ReviewFault } from '../../messages/faults.js';
import { groupBy } from '../group.js';
import { compareDecimals, formatDecimal, isNegative, type Decimal } from '../system/decimal.js';
import type { Fields } from '../system/fields.js';
import { isAnother, NamesKept } from '../system/kept-name.js';
import { typed } from '../system/meant.js';
import type { Indicator, Place, Veto } from '../system/types.js';
import { eachIndicator } from '../system/walk.js';
import { WrittenFile } from '../system/written-file.js';
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
  return new Decoder(path, yaml, form).read(yaml, faults);
}

class Decoder {
  readonly #file: WrittenFile<ReviewFault, ReviewProblem>;
  readonly #form: ReviewForm;
  readonly #items: ReadonlyMap<string, ReviewItem>;
  readonly #byName: ReadonlyMap<string, readonly Indicator[]>;
  readonly #names: NamesKept;
  /** The mark that is being read. */
  #about: string | undefined;

  constructor(path: string, yaml: YamlSource, form: ReviewForm) {
    this.#file = new WrittenFile(path, yaml);
    this.#form = form;
    this.#items = new Map(form.items.map((item) => [item.indicator.id, item]));
    const all = [...eachIndicator(form.system)].map(({ indicator }) => indicator);
    const byCode = groupBy(all, ({ code }) => code);
    const byId = groupBy(all, ({ id }) => id);
    this.#byName = new Map([...byCode, ...byId]);
    this.#names = new NamesKept(all);
  }

  read({ problems }: YamlSource, faults: readonly ShapeProblem[]): ReviewRead {
    const file = this.#file;
    for (const { at, ...fault } of problems)
      file.tell({ kind: 'yaml', at: file.placed(at), fault });
    file.reportShape(faults);
    const fields = file.fields((at, fault) => this.#report(at, fault));
    const review = fields && this.#review(fields);
    return { path: file.path, review, problems: file.problems };
  }

  #review(fields: Fields): Review | undefined {
    const by = fields.text('by')?.trim() ?? '';
    const on = this.#day(fields, 'on');
    const marks = fields.list('marks').flatMap((each) => {
      this.#about = each.said('indicator');
      return this.#mark(each) ?? [];
    });
    const vetoes = fields.list('vetoes').flatMap((each) => {
      this.#about = each.said('veto');
      return this.#veto(each) ?? [];
    });
    this.#about = undefined;
    if (by === '' || on === undefined) return undefined;
    const system = fields.fields('system');
    return {
      path: this.#file.path,
      unit: fields.text('unit')?.trim() ?? '',
      system: { title: system?.text('title')?.trim() ?? '', sha256: system?.text('sha256') },
      bundle: this.#bundle(fields.fields('bundle')),
      by,
      lead: fields.truth('lead') ?? false,
      on,
      marks,
      vetoes,
      note: fields.said('note'),
    };
  }

  #bundle(fields: Fields | undefined): ReviewedBundle | undefined {
    const name = fields?.said('name');
    if (!fields || name === undefined) return undefined;
    const date = fields.has('date') ? this.#day(fields, 'date') : undefined;
    return { name, date, manifest: fields.text('manifest') };
  }

  #mark(fields: Fields): Mark | undefined {
    const item = this.#item(fields);
    const points = fields.decimal('points');
    const grade = fields.said('grade');
    // Of a mark in which something is not known nothing counts, and nothing more is said.
    if (!item || this.#file.isFaulty(fields)) return undefined;
    const fault = this.#faultIn(item, points, grade);
    if (fault) {
      this.#report(fields.placeOf(points ? 'points' : 'grade'), fault);
      return undefined;
    }
    // Numbers that only YAML understands are told, and are no points.
    if (fields.node('points') && !points) return undefined;
    const { indicator } = item;
    const [remark, rectify] = [fields.said('remark'), fields.said('rectify')];
    if (!points && [grade, remark, rectify].every((each) => each === undefined)) return undefined;
    return this.#isFirst(['indicator', indicator.id], fields)
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
    const code = fields.said('indicator');
    if (code === undefined) return undefined;
    const found = this.#byName.get(code) ?? [];
    const name = fields.said('name');
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
    const code = fields.said('veto');
    const [occurred, remark] = [fields.truth('occurred'), fields.said('remark')];
    if (code === undefined || this.#file.isFaulty(fields)) return undefined;
    const { vetoes } = this.#form;
    const veto = vetoes.find((each) => foldName(each.code) === foldName(code));
    if (!veto) {
      const known = vetoes.map((each) => each.code);
      this.#report(fields.placeOf('veto'), { wrong: 'no-veto', name: code, known });
      return undefined;
    }
    if (!this.#isVetoMeant(fields, veto) || !this.#isFirst(['veto', veto.code], fields))
      return undefined;
    return occurred === undefined && remark === undefined ? undefined : { veto, occurred, remark };
  }

  #isVetoMeant(fields: Fields, { code, text: now }: Veto): boolean {
    const name = fields.said('text');
    const all = new NamesKept(
      this.#form.vetoes.map((each) => ({ id: each.code, name: each.text })),
    );
    if (name === undefined || !isAnother(name, { id: code, name: now }, all)) return true;
    this.#report(fields.placeOf('text'), { wrong: 'other-name', name, code, now });
    return false;
  }

  #isFirst(about: readonly [what: 'indicator' | 'veto', id: string], fields: Fields): boolean {
    const line = this.#file.saidBefore(about, fields.at);
    if (line !== undefined) this.#report(fields.at, { wrong: 'said-twice', line });
    return line === undefined;
  }

  #day(fields: Fields, key: string): string | undefined {
    const text = fields.text(key)?.trim();
    return text === undefined ? undefined : this.#file.day(fields, key, text);
  }

  #report(at: Place, fault: ReviewFault): void {
    this.#file.tell({ kind: 'shape', at: this.#file.placed(at), about: this.#about, fault });
  }
}
