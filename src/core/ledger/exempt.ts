/** “Not applicable”, as a change of a ledger: in the place of what was said of the same thing before. */
import type { Folder } from '../archive/types.js';
import { isEvidence } from '../naming/junk.js';
import type { Indicator, Requirement } from '../system/types.js';
import { eachRequirement } from '../system/walk.js';
import { foldName, nearest } from '../text.js';
import { DanganError } from '../../errors.js';
import type { LedgerChange } from './edit.js';
import type { NotApplicable } from './types.js';

/** What somebody says, of a whole indicator or of one of its requirements. */
export interface Exempting extends Pick<NotApplicable, 'reason' | 'proof' | 'by' | 'on'> {
  readonly requirement: Requirement | undefined;
}

/** Is the statement about that requirement? By its id, or its title. */
export function isAbout({ requirement: name }: NotApplicable, { id, title }: Requirement): boolean {
  if (name === undefined) return false;
  const folded = foldName(name.trim());
  return (id !== undefined && foldName(id) === folded) || foldName(title) === folded;
}

/** Statements about the same thing. */
export function saidOf(
  statements: readonly NotApplicable[],
  requirement: Requirement | undefined,
): readonly NotApplicable[] {
  return statements.filter((each) =>
    requirement ? isAbout(each, requirement) : each.requirement === undefined,
  );
}

/** The last of what was said of it before is written over; others of it stay out of the way. */
export function exemptingChanges(
  statements: readonly NotApplicable[],
  { requirement, ...said }: Exempting,
): readonly LedgerChange[] {
  const list = 'notApplicable';
  const [first, ...others] = saidOf(statements, requirement);
  const pairs = Object.entries(said);
  if (!first) {
    const values = { requirement: requirement?.id ?? requirement?.title, ...said };
    const given = Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    );
    return [{ do: 'add', list, values: Object.fromEntries(given) }];
  }
  return [
    ...pairs.map(([key, value]): LedgerChange => ({
      do: 'set',
      list,
      nth: first.nth,
      path: [key],
      value,
    })),
    ...others.map(({ nth }): LedgerChange => ({ do: 'remove', list, nth })),
  ];
}

/** @throws {DanganError} EXEMPT_REQUIREMENT_UNKNOWN */
export function requirementNamed(word: string, { code, evidence }: Indicator): Requirement {
  const all = eachRequirement(evidence);
  const folded = foldName(word.trim());
  const found =
    all.find(({ id }) => id !== undefined && foldName(id) === folded) ??
    all.find(({ title }) => foldName(title) === folded);
  if (found) return found;
  const known = all.map(({ title }) => title);
  throw new DanganError('EXEMPT_REQUIREMENT_UNKNOWN', {
    ...{ name: word, code, known },
    nearest: nearest(word, known),
  });
}

/**
 * The file that a clerk names: by its name, with or without the extension, or by its title.
 *
 * @param folder - Of the indicator; `undefined` where it is not there.
 * @throws {DanganError} EXEMPT_PROOF_MISSING
 */
export function proofNamed(word: string, folder: Folder | undefined, { code }: Indicator): string {
  const files = (folder?.files ?? []).filter(({ name }) => isEvidence(name));
  const folded = foldName(word.trim());
  const found =
    files.find(({ name }) => foldName(name) === folded) ??
    files.find(({ name }) => foldName(name.replace(/\.[^.]*$/, '')) === folded) ??
    files.find(({ parts: { title } }) => foldName(title) === folded);
  if (found) return found.name;
  const known = files.map(({ name }) => name);
  throw new DanganError('EXEMPT_PROOF_MISSING', { proof: word, code, known });
}
