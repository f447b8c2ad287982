/** `ledger.yaml`, from text with positions to entries, with everything that is wrong in it. */
import { nameOf } from '../archive/paths.js';
import { parseDate } from '../dates/parse-date.js';
import type { Span } from '../dates/span.js';
import { textsIn, type Fields } from '../system/fields.js';
import type { Day } from '../system/types.js';
import { WrittenFile } from '../system/written-file.js';
import { foldName } from '../text.js';
import type { YamlSource } from '../yaml-file/node.js';
import type { ShapeProblem } from '../yaml-file/schema-faults.js';
import type { Ledger, LedgerEntry, LedgerFault, LedgerProblem, NotApplicable } from './types.js';
import { REFERRING_KEYS } from './types.js';
import { choicesOf, isWorded, keyOfWord, meantBy, type WordedField } from './words.js';

/**
 * Decode a ledger as it is written; `settle` finds out what became of its files.
 *
 * @param path - Of the file, from the archive's folder.
 * @param faults - What the schema has against it.
 * @returns what could be read, however much is wrong: nothing makes it throw. Of a file that may have been misread
 *   nothing is taken.
 */
export function decodeLedger(
  path: string,
  yaml: YamlSource,
  faults: readonly ShapeProblem[],
): Ledger {
  return new Decoder(path, yaml).ledger(faults);
}

type YamlProblem = Extract<LedgerProblem, { readonly kind: 'yaml' }>;

class Decoder {
  readonly #file: WrittenFile<LedgerFault, YamlProblem>;
  readonly #yaml: YamlSource;

  constructor(path: string, yaml: YamlSource) {
    this.#file = new WrittenFile(path, yaml);
    this.#yaml = yaml;
  }

  ledger(faults: readonly ShapeProblem[]): Ledger {
    const file = this.#file;
    for (const { at, ...fault } of this.#yaml.problems) {
      // A ledger that nobody has written into yet.
      if (fault.fault !== 'empty') file.tell({ kind: 'yaml', at: file.placed(at), fault });
    }
    file.reportShape(faults.map((each) => ({ ...each, fault: inWords(each.fault) })));
    const fields = file.fields();
    const entries = fields ? this.#entries(fields) : [];
    const notApplicable = fields?.list('notApplicable').flatMap((each) => this.#exemption(each));
    const { path, problems } = file;
    return { path, entries, notApplicable: notApplicable ?? [], orphans: [], problems };
  }

  #entries(root: Fields): LedgerEntry[] {
    return root.list('entries').flatMap((fields) => {
      const entry = this.#entry(fields);
      if (entry?.file === undefined) return entry ?? [];
      const { file, at } = entry;
      const line = this.#file.saidBefore([foldName(file)], at);
      if (line === undefined) return entry;
      this.#file.report(fields.placeOf('file'), { wrong: 'entry-twice', file, line });
      return [];
    });
  }

  #entry(fields: Fields): LedgerEntry | undefined {
    const file = fields.text('file');
    const link = fields.text('link');
    if ((file === undefined) === (link === undefined)) {
      // When neither key is there the schema has told.
      if (fields.has('file') || fields.has('link')) {
        this.#file.report(fields.at, { wrong: 'one-of', key: '', keys: ['file', 'link'] });
      }
      return undefined;
    }
    return {
      at: this.#file.placed(fields.at),
      keyAt: this.#keysOf(fields),
      nth: nthOf(fields),
      file,
      link,
      title: fields.text('title'),
      sha256: digestOf(fields.text('sha256')),
      bytes: wholeNumber(fields.text('bytes')),
      date: this.#span(fields, 'date'),
      submitted: this.#day(fields, 'submitted'),
      owner: fields.text('owner'),
      number: fields.text('number'),
      issuer: fields.text('issuer'),
      secrecy: fields.text('secrecy'),
      kind: wordIn(fields, 'kind'),
      requirements: fields.texts('requirements'),
      pages: wholeNumber(fields.text('pages')),
      characters: wholeNumber(fields.text('characters')),
      caption: fields.record('caption', (node) => textsIn(node)[0]),
      activity: fields.text('activity'),
      occasion: fields.text('occasion'),
      references: fields.texts('references'),
      source: wordIn(fields, 'source'),
      state: wordIn(fields, 'state'),
      reason: fields.text('reason'),
      seen: this.#seen(fields),
      note: fields.text('note'),
    };
  }

  #keysOf(fields: Fields): LedgerEntry['keyAt'] {
    const placeOf = (key: string) =>
      this.#file.placed(this.#yaml.locate(fields.pointerTo(key), 'key'));
    return Object.fromEntries(fields.present(REFERRING_KEYS).map((key) => [key, placeOf(key)]));
  }

  #seen(entry: Fields): LedgerEntry['seen'] {
    const fields = entry.fields('seen');
    if (!fields) return undefined;
    const what = fields.texts('what');
    const by = this.#required(fields, 'by');
    const on = this.#required(fields, 'on') && this.#day(fields, 'on');
    return by === undefined || on === undefined ? undefined : { what, by, on };
  }

  #exemption(fields: Fields): NotApplicable[] {
    const reason = this.#required(fields, 'reason');
    // Not without a reason: it would take an indicator out of the score.
    if (reason === undefined) return [];
    const at = this.#file.placed(fields.at);
    const on = this.#day(fields, 'on');
    const [requirement, proof, by] = ['requirement', 'proof', 'by'].map((key) => fields.text(key));
    return [{ at, nth: nthOf(fields), requirement, reason, proof, by, on }];
  }

  /** A key that is not there at all is told by the schema. */
  #required(fields: Fields, key: string): string | undefined {
    const text = fields.text(key);
    const isEmpty = text === undefined && fields.has(key) && !fields.node(key);
    if (isEmpty) this.#file.report(fields.at, { wrong: 'missing-key', key });
    return text;
  }

  #span(fields: Fields, key: string): Span | undefined {
    const text = fields.text(key);
    const span = text === undefined ? undefined : parseDate(text);
    if (text !== undefined && !span) {
      this.#file.report(fields.placeOf(key), { wrong: 'form', key, found: text, form: 'date' });
    }
    return span;
  }

  #day(fields: Fields, key: string): Day | undefined {
    const text = fields.text(key);
    return text === undefined ? undefined : this.#file.day(fields, key, text);
  }
}

/** A word that the ledger does not take is told with those that it does, in both languages. */
function inWords(fault: LedgerFault): LedgerFault {
  if (fault.wrong !== 'value' || !isWorded(fault.key)) return fault;
  const { key, found } = fault;
  return { wrong: 'word', key, found, choices: choicesOf(key), nearest: meantBy(key, found) };
}

function wordIn<Field extends WordedField>(fields: Fields, field: Field) {
  const text = fields.text(field);
  return text === undefined ? undefined : keyOfWord(field, text);
}

function nthOf({ pointer }: Fields): number {
  return Number(nameOf(pointer)) + 1;
}

function digestOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[\da-fA-F]{64}$/.test(text) ? text.toLowerCase() : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
