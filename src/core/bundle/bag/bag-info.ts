/** `bagit.txt` and `bag-info.txt`: what a bag says of itself. */
import type { Day } from '../../system/types.js';
import type { Amount } from '../packing/payload.js';
import type { BundlePart } from '../types.js';

/** `bagit.txt`: fixed by RFC 8493, section 2.1.1. */
export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** What is known of a bundle before a byte of its evidence is read, and what reading it told. */
export interface BagFacts {
  /** `<unit>-<year>-<id>`, the bundle's name. */
  readonly name: string;
  readonly unit: string;
  readonly system: {
    readonly title: string;
    readonly edition: string | undefined;
    readonly issuer: string | undefined;
    /** SHA-256 of `criteria.yaml` in the bundle. */
    readonly digest: string;
  };
  /** Days that the evidence is from, where the archive or the scoring system fixes them. */
  readonly period: { readonly from: Day; readonly to: Day } | undefined;
  readonly today: Day;
  readonly software: string;
  readonly profile: string;
  readonly payload: Amount;
  /** `undefined` when the whole archive is in one bag. */
  readonly part: BundlePart | undefined;
}

/** Labels and values in the order in which they are shown. */
export function bagInfoOf(facts: BagFacts): readonly (readonly [string, string])[] {
  const { system, payload, period, part } = facts;
  const rows: [string, string | undefined][] = [
    ['Source-Organization', facts.unit],
    ['External-Identifier', facts.name],
    ['External-Description', `${system.title} 迎检包`],
    ['Bagging-Date', facts.today],
    ['Bag-Software-Agent', facts.software],
    ['BagIt-Profile-Identifier', facts.profile],
    ['Payload-Oxum', `${payload.bytes}.${payload.files}`],
    ['Bag-Group-Identifier', part?.group],
    ['Bag-Count', part && `${part.number} of ${part.count}`],
    ['Criteria-Name', system.title],
    ['Criteria-Version', system.edition],
    ['Criteria-Issuer', system.issuer],
    ['Criteria-Digest', `sha256:${system.digest}`],
    ['Evidence-Period', period && `${period.from}/${period.to}`],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

/** RFC 8493 recommends that no line is longer, section 2.2.2. */
const LINE = 79;
const INDENT = '  ';

/** `bag-info.txt` as text. */
export function formatBagInfo(rows: Iterable<readonly [string, string]>): string {
  let text = '';
  for (const [label, value] of rows) text += `${fold(`${label}: ${oneLine(value)}`)}\n`;
  return text;
}

/**
 * A long line continued on indented ones. Not every reader takes the indent off again, so a line is broken only where
 * a space more does no harm: after a space, which stays at the end of its line, and beside a Han character; a digest
 * is never broken.
 */
function fold(line: string): string {
  const letters = Array.from(line);
  const lines: string[] = [];
  let start = 0;
  let fit = 0;
  for (let at = 1; at < letters.length; at += 1) {
    const room = lines.length === 0 ? LINE : LINE - INDENT.length;
    if (at - start > room && fit > start) {
      lines.push(letters.slice(start, fit).join(''));
      start = fit;
    }
    if (mayBreak(letters[at - 1] ?? '', letters[at] ?? '')) fit = at;
  }
  return [...lines, letters.slice(start).join('')].join(`\n${INDENT}`);
}

/** Never before a space of the value, which would be taken for the indent. */
function mayBreak(before: string, after: string): boolean {
  return after !== ' ' && (before === ' ' || before >= '\u2e80' || after >= '\u2e80');
}

/** A value as the file has it. */
export function oneLine(value: string): string {
  // eslint-disable-next-line no-control-regex -- they would end the line, or hide in it
  return value.replace(/[\s\0-\x1f\x7f]+/g, ' ').trim();
}
