import { counted } from './counted.js';
import { listed } from './listed.js';

interface Unnumbered {
  readonly name: string;
  readonly suggested: string | undefined;
  /** There are more files than ordinals in its folder. */
  readonly isFull: boolean;
}

/** What the `name-*` rules found: what is there, what was expected. */
export const nameFindings = {
  'name-pattern/no-ordinal': (d: Unnumbered) =>
    `No ordinal at its start; ${
      d.suggested !== undefined
        ? `it could be “${d.suggested}”`
        : d.isFull
          ? 'all ordinals of its folder are taken'
          : 'give it one by hand, like 01：title'
    }`,
  'name-pattern/zero': (d: Unnumbered) =>
    `It is numbered 0; ordinals begin at 01${
      d.suggested === undefined ? '' : `, it could be “${d.suggested}”`
    }`,
  'name-separator/other': (d: {
    name: string;
    found: string;
    expected: string;
    suggested: string | undefined;
  }) =>
    `${
      d.found === ''
        ? 'Nothing stands between ordinal and title'
        : d.found.trim() === ''
          ? 'A space stands between ordinal and title'
          : `“${d.found}” stands between ordinal and title`
    }; expected “${d.expected}”${nameOr(d.suggested)}`,
  'name-separator/before': (d: {
    name: string;
    found: string;
    expected: string;
    suggested: string | undefined;
  }) => `There is a space before the ordinal; expected none${nameOr(d.suggested)}`,
  'name-sequence-duplicate/same': (d: { ordinal: number; files: readonly string[] }) =>
    `${d.files.length} files are numbered ${d.ordinal}: ${listed(d.files)}; each needs an ordinal of its own`,
  'name-sequence-gap/missing': (d: { from: number; to: number }) =>
    d.from === d.to
      ? `No evidence numbered ${d.from}`
      : `No evidence numbered ${d.from} to ${d.to}`,
  'name-sequence-width/width': (d: {
    name: string;
    found: string;
    expected: string;
    suggested: string | undefined;
  }) => `The ordinal is written “${d.found}”; expected “${d.expected}”${nameOr(d.suggested)}`,
  'name-sequence-width/over': (d: { highest: number; limit: number; files: number }) =>
    `Ordinals go up to ${d.highest}, above ${d.limit}, in a folder of ${counted(d.files, 'file')}; they could be numbered from 01 again`,
  'name-sequence-width/full': (d: { highest: number; limit: number; files: number }) =>
    `${d.files} files are more than ordinals up to ${d.limit} can number; ${
      d.limit === 99 ? 'set naming.digits: 3 in dangan.yaml' : 'spread them over several folders'
    }`,
  'name-title-vague/empty': (d: { name: string }) =>
    `“${d.name}” has no title; say what the evidence is`,
  'name-title-vague/vague': (d: { name: string; title: string }) =>
    `The title “${d.title}” does not say what the evidence is`,
  'name-year-code/missing': (d: { name: string; suggested: string | undefined }) =>
    `The title tells no year; ${
      d.suggested === undefined
        ? 'say which year it is of, like 2020年度工作总结'
        : `it could be “${d.suggested}”`
    }`,
  'name-year-code/other': (d: { name: string; found: number; year: number }) =>
    `The title tells ${d.found} and it is kept with what is of ${d.year}; see which of them is right`,
  'name-title-duplicate/same': (d: { title: string; files: readonly string[] }) =>
    `${d.files.length} files have the title “${d.title}”: ${listed(d.files)}; say in the title what tells them apart, or in the ledger of which day, activity or number each is`,
  'name-copy-suffix/mark': (d: {
    name: string;
    marks: readonly string[];
    suggested: string | undefined;
  }) =>
    `${listed(d.marks)} was left by copying or saving again; see whether this is the final one${
      d.suggested === undefined ? ', and rename it' : `: it could be “${d.suggested}”`
    }`,
  'name-copy-suffix/beside': (d: { name: string; marks: readonly string[]; beside: string }) =>
    `${listed(d.marks)} was left by copying or saving again, and “${d.beside}” is there, too; see which of them counts`,
};

function nameOr(suggested: string | undefined): string {
  return suggested === undefined
    ? '; that name is taken or too long, so rename it by hand'
    : `, as in “${suggested}”`;
}
