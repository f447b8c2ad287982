/** YAML files that people edit: read with positions, judged, and refused without a crash whatever they hold. */
import { Composer, Lexer, Parser } from 'yaml';
import type { CST, YAMLError } from 'yaml';
import type { Place } from '../../core/system/types.js';
import { conflictIn } from '../../core/yaml-file/conflict-marks.js';
import { decodeText } from '../../core/yaml-file/decode-text.js';
import { linesOf } from '../../core/yaml-file/lines.js';
import { applyEdits, nodeAt, valueOf } from '../../core/yaml-file/node.js';
import type {
  KnownKeys,
  TextEdit,
  YamlFault,
  YamlNode,
  YamlProblem,
  YamlSource,
} from '../../core/yaml-file/node.js';
import { readUpTo } from '../plain-file.js';
import { nodesOf } from './yaml-nodes.js';
import { explaining, isFollower, slipIn, type Found } from './yaml-explaining.js';
import type { Separator } from './separator.js';
import { separatorsIn } from './yaml-separators.js';
import { readSimple } from './yaml-simple.js';

export const SIZE_LIMIT = 4 << 20;
/** Words and marks of a file. A system of 300 indicators has about 30,000; a million take the parser minutes. */
const LEXEME_LIMIT = 400_000;
/** Open collections. The parser calls itself for each: it dies at about 780 of them, and takes node along at 10,000. */
const DEPTH_LIMIT = 200;
/** After so many, the rest are most likely consequences. */
const PROBLEM_LIMIT = 20;
/** More than the keys of any real system. */
const SEPARATOR_LIMIT = 20_000;

const NO_KEYS: KnownKeys = { all: new Set(), maps: new Set(), lists: new Set() };

/**
 * Read a YAML file.
 *
 * @throws {DanganError} FILE_NOT_FOUND, NOT_A_FILE and the like. What the file holds never throws: it is in `problems`.
 */
export function readYaml(path: string, known: KnownKeys = NO_KEYS): Promise<YamlSource> {
  return new Promise((resolve) => resolve(readYamlNow(path, known)));
}

/** The same without waiting: what a person edits is small, and to wait for it takes several times as long. */
export function readYamlNow(path: string, known: KnownKeys = NO_KEYS): YamlSource {
  return yamlFrom(readUpTo(path, SIZE_LIMIT), known);
}

/** What is in a file. @param bytes - Or their number when they are more than `SIZE_LIMIT`. */
export function yamlFrom(bytes: Uint8Array | number, known: KnownKeys = NO_KEYS): YamlSource {
  if (typeof bytes === 'number') {
    return unread({ fault: 'too-large', megabytes: Math.ceil(bytes / (1 << 20)) });
  }
  const { text, fault } = decodeText(bytes);
  if (fault && text === '') return unread(fault);
  return parseYaml(text, known, fault);
}

/** Judge and take apart YAML text. @param fault - What decoding it has brought to light. */
export function parseYaml(text: string, known: KnownKeys = NO_KEYS, fault?: YamlFault): YamlSource {
  if (text.trim() === '') return unread({ fault: 'empty' }, text);
  const conflict = conflictIn(text);
  if (conflict !== undefined) {
    return unread({ fault: 'merge-conflict' }, text, linesOf(text)(conflict));
  }
  if (text.includes('\r') && !text.includes('\n')) return unread({ fault: 'line-ends' }, text);
  const simple = readSimple(text);
  if (!simple) return parseAny(text, known, fault);
  return sourceOf(text, { grow: () => simple, faults: [], separators: [] }, [], fault);
}

/** The same for any text: the parser takes several times as long. */
export function parseAny(text: string, known: KnownKeys, fault?: YamlFault): YamlSource {
  const found = new Map<number, Separator>();
  let parsed = parseOnce(text, known);
  // A mended separator may show the parser the ones after it.
  for (let pass = 0; pass < 4 && parsed.separators.length > 0; pass += 1) {
    const back = offsetsBefore(editsOf([...found.values()], text));
    for (const each of parsed.separators) {
      const sign = back(each.sign);
      found.set(sign, { ...each, sign });
    }
    parsed = parseOnce(applyEdits(text, editsOf([...found.values()], text)), known);
  }
  return sourceOf(text, parsed, [...found.values()], fault);
}

interface Parsed {
  /** Its nodes, told where in the file an offset is and where to report what is wrong with them. */
  readonly grow: (
    offsetOf: (offset: number) => number,
    report: (fault: YamlFault, offset: number) => void,
  ) => YamlNode | undefined;
  readonly faults: readonly Found[];
  readonly separators: readonly Separator[];
}

function parseOnce(text: string, known: KnownKeys): Parsed {
  const parser = new Parser();
  const candidates: Separator[] = [];
  let refused: Found | undefined;
  const [document, second] = firstTwo(new Composer(OPTIONS).compose(tokens(), true, text.length));
  if (refused) return { grow: () => undefined, faults: [refused], separators: [] };
  const errors = (document?.errors ?? []).slice(0, PROBLEM_LIMIT);
  const faults = errorsIn(text, errors);
  if (second) faults.push({ fault: { fault: 'documents' }, offset: second.range[0] });
  const separators = candidates.filter(
    ({ sure, from, to }) => sure || errors.some(({ pos: [at] }) => at >= from && at <= to),
  );
  return {
    grow: (offsetOf, report) => document && nodesOf(document.contents, offsetOf, report),
    faults,
    separators,
  };

  function* tokens(): Generator<CST.Token> {
    let atScalar = false;
    let count = 0;
    let errorCount = 0;
    for (const lexeme of new Lexer().lex(text)) {
      const offset = parser.offset;
      for (const token of parser.next(lexeme)) {
        if (token.type === 'error') errorCount += 1;
        yield token;
      }
      // Each error costs the parser a copy of those before it.
      if (errorCount > 1000) break;
      count += 1;
      if (parser.stack.length > DEPTH_LIMIT || count > LEXEME_LIMIT) {
        const fault = count > LEXEME_LIMIT ? 'too-many' : 'too-deep';
        refused = { fault: { fault }, offset };
        return;
      }
      if (atScalar && candidates.length < SEPARATOR_LIMIT) {
        for (const each of separatorsIn(parser, offset, lexeme, text, known)) candidates.push(each);
      }
      atScalar = lexeme === '\x1f';
    }
    yield* parser.end();
  }
}

function firstTwo<T>(values: Iterable<T>): T[] {
  const first: T[] = [];
  for (const value of values) if (first.push(value) === 2) break;
  return first;
}

const OPTIONS = {
  // Scalars keep their text; what it means is ours to say.
  schema: 'failsafe',
  // The parser compares each key with all others; ours takes one look.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** What the parser has against the text; where a mark that it does not know is behind that, the mark, once. */
function errorsIn(text: string, errors: readonly YAMLError[]): Found[] {
  const found = new Map<string, Found>();
  for (const error of errors) {
    const [at] = error.pos;
    const each = markBefore(text, at) ?? { fault: faultOf(error), offset: at };
    const isMark = each.fault.fault === 'fullwidth-mark';
    found.set(isMark ? `mark ${each.offset}` : `${found.size}`, each);
  }
  return explaining(text, [...found.values()]);
}

/** A full-width quotation mark or bracket where a value begins, on the line of an error and not behind it. */
function markBefore(text: string, at: number): Found | undefined {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 2000);
  const line = text.slice(start, at + 1);
  const mark = /(?:^\s{0,99}|[:,[{-] {0,9})([“”‘’＂＇【［｛〔])/u.exec(line);
  if (!mark) return undefined;
  const [all, key = ''] = mark;
  return { fault: { fault: 'fullwidth-mark', key }, offset: start + mark.index + all.length - 1 };
}

const FAULT_OF: Readonly<Partial<Record<YAMLError['code'], YamlFault>>> = {
  TAB_AS_INDENT: { fault: 'tab' },
  MULTIPLE_DOCS: { fault: 'documents' },
  BAD_DQ_ESCAPE: { fault: 'escape' },
  BAD_INDENT: { fault: 'indent' },
  BAD_SCALAR_START: { fault: 'start' },
  MULTILINE_IMPLICIT_KEY: { fault: 'key' },
  BLOCK_AS_IMPLICIT_KEY: { fault: 'key' },
  KEY_OVER_1024_CHARS: { fault: 'key' },
  RESOURCE_EXHAUSTION: { fault: 'too-deep' },
  TAG_RESOLVE_FAILED: { fault: 'tag' },
};

function faultOf(error: YAMLError): YamlFault {
  const { code, message } = error;
  if (message.startsWith('Block scalar header')) return { fault: 'start' };
  if (message === 'Unexpected scalar at node end') return { fault: 'after-value' };
  if (/Unexpected flow-\w+-end|not allowed within flow/.test(message)) return { fault: 'bracket' };
  if (code === 'MISSING_CHAR') {
    if (message.includes('quote')) return { fault: 'quote' };
    return { fault: /[\]},]|flow/.test(message) ? 'bracket' : 'key' };
  }
  // Of a list or mapping in brackets: not closed, or its lines not indented.
  if (code === 'BAD_INDENT' && message.includes('end with')) return { fault: 'bracket' };
  return FAULT_OF[code] ?? { fault: 'syntax', words: message };
}

function sourceOf(
  text: string,
  { grow, faults }: Parsed,
  separators: readonly Separator[],
  decoding: YamlFault | undefined,
): YamlSource {
  const edits = editsOf(separators, text);
  const back = offsetsBefore(edits);
  const place = linesOf(text);
  const problems: (YamlProblem & { readonly offset: number })[] = [];
  const seen = new Map<string, number>();
  const report = (fault: YamlFault, offset: number) => {
    const count = (seen.get(fault.fault) ?? 0) + 1;
    seen.set(fault.fault, count);
    // One bomb is made of many aliases.
    if (count > (fault.fault === 'alias-bomb' ? 1 : PROBLEM_LIMIT)) return;
    const said =
      fault.fault === 'duplicate-key' || fault.fault === 'dash-missing'
        ? { ...fault, line: place(fault.line).line }
        : fault;
    problems.push({ ...said, at: place(offset), offset });
  };
  // The separators are judged one by one and never left out: each is mended.
  if (decoding) report(decoding, 0);
  for (const { fault, offset } of faults) report(fault, back(offset));
  for (const { fault, key, sign } of separators) report({ fault, key }, sign);
  // What is read behind a slip is out of step.
  const end = slipIn(
    text,
    faults.map(({ fault, offset }) => ({ fault, offset: back(offset) })),
  );
  const root = grow(back, (fault, at) => {
    if (!(back(at) >= end && isFollower(fault))) report(fault, back(at));
  });
  const nothing = !root || (root.is === 'text' && root.plain && root.text === '');
  if (nothing && problems.length === 0) report({ fault: 'empty' }, 0);
  problems.sort((a, b) => a.offset - b.offset);
  return {
    ...lookingInto(nothing ? undefined : root, place),
    text,
    root: nothing ? undefined : root,
    problems,
    broken: faults.length > 0,
    edits,
  };
}

function lookingInto(
  root: YamlNode | undefined,
  placeOf: YamlSource['placeOf'],
): Pick<YamlSource, 'value' | 'placeOf' | 'locate' | 'textAt'> {
  return {
    value: root && valueOf(root),
    placeOf,
    locate(pointer, part = 'value') {
      if (!root) return { line: 1, column: 1 };
      const { node, key, exact } = nodeAt(root, pointer);
      return placeOf(part === 'key' && exact && key ? key.start : node.start);
    },
    textAt(pointer) {
      const found = root && nodeAt(root, pointer);
      return found?.exact && found.node.is === 'text' ? found.node.text : undefined;
    },
  };
}

/** A file of which nothing could be read. */
function unread(fault: YamlFault, text = '', at: Place = { line: 1, column: 1 }): YamlSource {
  return {
    ...lookingInto(undefined, () => at),
    text,
    root: undefined,
    problems: [{ ...fault, at }],
    broken: true,
    edits: [],
  };
}

function editsOf(separators: readonly Separator[], text: string): TextEdit[] {
  return separators
    .map(({ fault, sign }) => {
      const mark = fault === 'fullwidth-comma' ? ',' : ':';
      const isSpaced = /^\s?$/.test(text.slice(sign + 1, sign + 2));
      return { start: sign, end: sign + 1, text: isSpaced ? mark : `${mark} ` };
    })
    .sort((a, b) => a.start - b.start);
}

/** From an offset in the edited text back to one in the text before. */
function offsetsBefore(edits: readonly TextEdit[]): (offset: number) => number {
  let grown = 0;
  const steps = edits.map(({ start, end, text }) => {
    grown += text.length - (end - start);
    return { from: end + grown, grown };
  });
  return (offset) => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.from ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset - (steps[low - 1]?.grown ?? 0);
  };
}
