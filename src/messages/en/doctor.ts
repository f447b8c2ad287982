import type { Examples } from '../examples.js';
import { counted } from './counted.js';

export const doctor = {
  description: 'tell the surroundings of a run, to go with a report about a fault; writes nothing',
  archive: 'the archive; the one around the working folder when left out',
  format: 'form of the result',
  examples: [
    ['dangan doctor', 'what this computer, this disk and this archive are like'],
    ['dangan doctor --format json', 'the same for programs'],
  ] as Examples,
  heads: { program: 'Program', disk: 'Disk', archive: 'Archive' },
  rows: {
    system: 'system',
    machine: 'computer',
    language: 'language',
    terminal: 'terminal',
    variables: 'variables',
    kind: 'file system',
    free: 'free',
    letters: 'a and A',
    forms: 'NFC and NFD',
    longestName: 'longest name',
    place: 'place',
    problem: 'problem',
    size: 'size',
    paths: 'paths',
    journal: 'journal',
    cache: 'cache',
    schemas: 'schemas',
  },
  words: {
    unknown: 'cannot be told',
    none: 'none set',
    notFound: 'not found',
    apart: 'are two names',
    alike: 'are one name',
    noArchive: 'none here',
    fresh: 'those of this version',
    machine: (d: { processors: number; memory: string }) =>
      `${counted(d.processors, 'processor')}, ${d.memory}`,
    language: (d: { chosen: string; from: string }) => `${d.chosen}, from ${d.from}`,
    terminal: (d: { isTerminal: boolean; width: number; color: boolean }) =>
      `${d.isTerminal ? '' : 'none; '}${d.width} columns, ${d.color ? 'with' : 'without'} colour`,
    longestName: (d: { ascii: number; han: number }) =>
      `${d.ascii} letters, or ${d.han} Han characters`,
    size: (d: { leaves: number; folders: number; files: number }) =>
      `leaf indicators: ${d.leaves}, folders: ${d.folders}, files: ${d.files}`,
    paths: (d: {
      deepest: number;
      longestPath: number;
      longestFullPath: number;
      tooLongForWindows: number;
    }) =>
      `folders inside each other: ${d.deepest}; longest: ${d.longestPath} characters, in full ${d.longestFullPath}; above 259: ${d.tooLongForWindows}`,
    journal: (d: { entries: number; unfinished: number }) =>
      `${counted(d.entries, 'entry', 'entries')}, ${d.unfinished} interrupted`,
    cache: (d: { files: number; size: string }) => `${counted(d.files, 'file')}, ${d.size}`,
    stale: (d: { missing: number; other: number }) =>
      `${d.missing} missing, ${d.other} of another version: \`dangan scaffold\` brings them`,
  },
};
