/** From the files of a scoring system, read, to its value. */
import type { PointsFault } from '../../messages/faults.js';
import { isPlainNumber } from '../yaml-file/node.js';
import type { TextEdit, YamlFault, YamlMap, YamlSource } from '../yaml-file/node.js';
import type { ShapeProblem } from '../yaml-file/schema-faults.js';
import { EMPTY_SYSTEM, decodeSystem } from './decode.js';
import { Fields } from './fields.js';
import { overlay } from './overlay.js';
import { numberedPointer, pointerIn } from './pointers.js';
import type { ChainFault, ReadingProblem, SystemSource } from './source.js';
import type { Place, ScoringSystem } from './types.js';
import { withIds } from './walk.js';

/** One file of the chain. */
export interface SystemFile {
  /** As shown to people. */
  readonly path: string;
  readonly yaml: YamlSource;
  /** What the schema has against it. */
  readonly faults: readonly ShapeProblem[];
}

/**
 * @param files - The file itself first, then what it extends, then what that extends. Never empty.
 * @param broken - What is wrong with the `extends` of the last file.
 */
export function assembleSystem(
  files: readonly [SystemFile, ...SystemFile[]],
  template: string,
  broken?: ChainFault,
): SystemSource {
  const problems: ReadingProblem[] = [];
  const system = systemFrom(files, 0, problems);
  if (broken) {
    const at = placeIn(files, files.length - 1, '/extends');
    problems.push({
      kind: 'schema',
      at,
      pointer: pointerIn(files.length - 1, '/extends'),
      fault: broken,
    });
  }
  const [own] = files;
  const isBroken = files.some(({ yaml }) => yaml.broken);
  if (problems.length === 0 && system.indicators.length === 0) {
    const fault = { wrong: 'too-few', key: 'indicators' } as const;
    problems.push({
      kind: 'schema',
      at: placeIn(files, 0, '/indicators'),
      pointer: '/indicators',
      fault,
    });
  }
  return {
    path: own.path,
    files: files.map(({ path }) => path),
    text: own.yaml.text,
    system,
    usable: !isBroken && !broken && system.indicators.length > 0,
    broken: isBroken,
    template,
    problems,
    edits: own.yaml.edits satisfies readonly TextEdit[],
    locate(pointer, part) {
      const { number, rest } = numberedPointer(pointer);
      return placeIn(files, number, rest, part);
    },
    textAt(pointer) {
      const { number, rest } = numberedPointer(pointer);
      return files[number]?.yaml.textAt(rest);
    },
  };
}

function systemFrom(
  files: readonly SystemFile[],
  number: number,
  problems: ReadingProblem[],
): ScoringSystem {
  const file = files[number];
  if (!file) return EMPTY_SYSTEM;
  const placed = (at: Place): Place => (number === 0 ? at : { ...at, file: file.path });
  const report = (problem: ReadingProblem) => void problems.push(problem);
  for (const { at, ...fault } of file.yaml.problems) report(yamlProblem(fault, placed(at), number));
  // In a broken file they are consequences.
  for (const fault of file.yaml.broken ? [] : file.faults) {
    const problem = shapeProblem(fault, placed(fault.at), pointerIn(number, fault.pointer));
    if (problem) report(problem);
  }
  const root: YamlMap =
    file.yaml.root?.is === 'map' ? file.yaml.root : { is: 'map', start: 0, entries: new Map() };
  const fields = new Fields(root, pointerIn(number, ''), {
    placeOf: (offset) => placed(file.yaml.placeOf(offset)),
    report,
  });
  const own = decodeSystem(fields);
  if (number + 1 >= files.length) return withIds(own);
  return overlay(systemFrom(files, number + 1, problems), own, fields);
}

function yamlProblem(fault: YamlFault, at: Place, number: number): ReadingProblem {
  const pointer = pointerIn(number, '');
  return fault.fault === 'fullwidth-colon'
    ? { kind: 'fullwidth-colon', at, pointer, key: fault.key }
    : { kind: 'yaml', at, pointer, fault };
}

/** A code that is a number and points that are none have rules of their own. */
function shapeProblem(
  { fault }: ShapeProblem,
  at: Place,
  pointer: string,
): ReadingProblem | undefined {
  if (fault.wrong === 'type' && fault.key === 'code' && isPlainNumber(fault.found))
    return undefined;
  const points = POINTS.has('key' in fault ? fault.key : '');
  if (points && fault.wrong === 'missing-key' && pointer.endsWith('/points')) {
    return { kind: 'points', at, pointer, found: '', wrong: 'missing' };
  }
  if (points && (fault.wrong === 'form' || fault.wrong === 'type')) {
    const wrong = wrongOf(fault.found);
    return { kind: 'points', at, pointer, found: fault.found, wrong };
  }
  return { kind: 'schema', at, pointer, fault };
}

const POINTS = new Set(['points', 'cap', 'total']);

function placeIn(
  files: readonly SystemFile[],
  number: number,
  pointer: string,
  part?: 'key' | 'value',
): Place {
  const file = files[number];
  if (!file) return { line: 1, column: 1 };
  const at = file.yaml.locate(pointer, part);
  return number === 0 ? at : { ...at, file: file.path };
}

function wrongOf(points: string): PointsFault {
  if (/^-\d/.test(points)) return 'negative';
  // A plain number would have been read as one.
  if (/^\d+(?:\.\d+)?$/.test(points)) return 'quoted';
  return /^[\d.０-９．]+$/.test(points) && /[０-９．]/.test(points) ? 'full-width' : 'not-a-number';
}
