import { byPlace } from '../yaml-file/lines.js';
import type { SchemaFault, ShapeFault } from '../../messages/faults.js';
import { parseDate } from '../dates/parse-date.js';
import type { YamlSource } from '../yaml-file/node.js';
import { Fields } from './fields.js';
import type { Day, Place } from './types.js';

export type PlaceIn = Place & { readonly file: string };

/** What is wrong in one place of the file. */
interface ShapeTold<Fault> {
  readonly kind: 'shape';
  readonly at: PlaceIn;
  readonly fault: Fault;
}

/**
 * A file that people write, being taken apart: ledger, scores, waivers, reviews. Nothing makes it throw; what is wrong is
 * kept with its place, in the order of the file.
 */
export class WrittenFile<Fault, Other extends { readonly at: PlaceIn } = never> {
  readonly path: string;
  readonly #yaml: YamlSource;
  readonly #problems: (ShapeTold<Fault | ShapeFault> | Other)[] = [];
  /** Pointers of entries that do not agree with the schema. */
  readonly #faulty = new Set<string>();
  /** Lines of what was said, by what it is about. */
  readonly #said = new Map<string, number>();

  /** @param path - From the archive's folder. */
  constructor(path: string, yaml: YamlSource) {
    this.path = path;
    this.#yaml = yaml;
  }

  get problems() {
    return this.#problems.toSorted(byPlace);
  }

  tell(problem: Other): void {
    this.#problems.push(problem);
  }

  report(at: Place, fault: Fault | ShapeFault): void {
    this.#problems.push({ kind: 'shape', at: this.placed(at), fault });
  }

  /** What the schema has against it; of a file that may have been misread that means nothing. */
  reportShape(
    faults: readonly { readonly at: Place; readonly pointer: string; readonly fault: Fault }[],
  ): void {
    if (this.#yaml.broken) return;
    for (const { at, fault, pointer } of faults) {
      this.report(at, fault);
      this.#faulty.add(pointer.split('/').slice(0, 3).join('/'));
    }
  }

  /** Has the schema something against the entry? */
  isFaulty(entry: Fields): boolean {
    return this.#faulty.has(entry.pointer);
  }

  /** @returns `undefined` when it holds none, or may have been misread. */
  fields(onFault: (at: Place, fault: SchemaFault) => void = () => undefined): Fields | undefined {
    const { root, broken } = this.#yaml;
    if (root?.is !== 'map' || broken) return undefined;
    return new Fields(root, '', {
      placeOf: (offset) => this.placed(this.#yaml.placeOf(offset)),
      report: (problem) => {
        if (problem.kind === 'schema') onFault(problem.at, problem.fault);
      },
    });
  }

  /** @returns the line where the same has been said before; else it is remembered. */
  saidBefore(about: readonly unknown[], { line }: Place): number | undefined {
    const key = JSON.stringify(about);
    const before = this.#said.get(key);
    if (before === undefined) this.#said.set(key, line);
    return before;
  }

  /** A day that is written there; anything else is told. */
  day(fields: Fields, key: string, text: string): Day | undefined {
    const span = parseDate(text);
    if (span?.from !== undefined && span.from === span.to) return span.from;
    this.report(fields.placeOf(key), { wrong: 'form', key, found: text, form: 'one-day' });
    return undefined;
  }

  placed({ line, column }: Place): PlaceIn {
    return { line, column, file: this.path };
  }
}
