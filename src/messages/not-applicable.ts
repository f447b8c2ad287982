/** Is it said that something does not apply, where a value is asked for? */
export function isNotApplicable(value: string): boolean {
  return /^(?:不适用|不涉及|免评|不参评|n\/?a|not applicable)$/iu.test(value.trim());
}
