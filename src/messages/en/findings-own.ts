/** What rules of a unit's own found; `rule` is its title as the unit wrote it. */
import { sizeWords } from '../size.js';

interface Titled {
  readonly rule: string;
  readonly title: string;
}

const any = (texts: readonly string[]) => texts.map((each) => `“${each}”`).join(' or ');

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
