/** What rules of a unit's own found; `rule` is its title as the unit wrote it. */
import { sizeWords } from '../size.js';
import { validate } from './validate.js';

interface Titled {
  readonly rule: string;
  readonly title: string;
}

const any = (texts: readonly string[]) => texts.map((each) => `“${each}”`).join(' or ');

type Kind = keyof typeof validate.show.kinds;

const kindsOf = (kinds: readonly Kind[]) => kinds.map((kind) => validate.show.kinds[kind]);

function range(min: number, max: number | undefined): string {
  if (max === undefined) return `at least ${min}`;
  return min === max ? `exactly ${max}` : `${min} to ${max}`;
}

export const ownFindings = {
  'own/matches': (d: Titled & { readonly asked: readonly string[] }) =>
    `${d.rule}: the title “${d.title}” is to be written like ${any(d.asked)}`,
  'own/contains': (d: Titled & { readonly asked: readonly string[] }) =>
    `${d.rule}: the title “${d.title}” is to have ${any(d.asked)} in it`,
  'own/without': (d: Titled & { readonly word: string }) =>
    `${d.rule}: the title “${d.title}” is not to have “${d.word}” in it`,
  'own/kind': (
    d: Titled & {
      readonly found: readonly Kind[];
      readonly asked: readonly Kind[];
    },
  ) =>
    d.found.length === 0
      ? `${d.rule}: “${d.title}” does not tell its kind, and is to be of kind ${kindsOf(d.asked).join(' or ')}: let the title end with it, or write it into the ledger`
      : `${d.rule}: “${d.title}” is of kind ${kindsOf(d.found).join(', ')}, and is to be of kind ${kindsOf(d.asked).join(' or ')}`,
  'own/of': (d: { rule: string; missing: readonly Kind[] }) =>
    `${d.rule}: missing: ${kindsOf(d.missing).join(', ')}`,
  'own/count': (d: { rule: string; found: number; min: number; max: number | undefined }) =>
    d.min === 0 && d.max !== undefined
      ? `${d.rule}: there are ${d.found}, and there are to be ${d.max} at most`
      : `${d.rule}: there ${d.found === 1 ? 'is 1' : `are ${d.found}`}, and there are to be ${range(d.min, d.max)}`,
  'own/size': (d: { rule: string; bytes: number; min: number; max: number | undefined }) =>
    d.max !== undefined && d.bytes > d.max
      ? `${d.rule}: the file has ${sizeWords(d.bytes)}, and is to have no more than ${sizeWords(d.max)}`
      : `${d.rule}: the file has only ${sizeWords(d.bytes)}, and is to have no less than ${sizeWords(d.min)}`,
  'own/format': (d: { rule: string; format: string; allowed: readonly string[] }) =>
    `${d.rule}: the file is ${d.format}, and is to be ${d.allowed.join(', ')}`,
};
