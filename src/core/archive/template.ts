/** Texts with fields in braces, as people write them: `{code} {name}`. */
import { nearest } from '../text.js';

type TemplateFault<Field extends string> =
  | { readonly is: 'unknown'; readonly field: string; readonly nearest: string | undefined }
  /** None of these is in it, and one has to be. */
  | { readonly is: 'lacking'; readonly needs: readonly Field[] };

/** @param needs - The fields of which one must be in it. */
export function templateFault<Field extends string>(
  template: string,
  known: readonly Field[],
  needs: readonly Field[],
): TemplateFault<Field> | undefined {
  const fields = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, field]) => field ?? '');
  const field = fields.find((each) => !known.some((name) => name === each));
  if (field !== undefined) return { is: 'unknown', field, nearest: nearest(field, known) };
  return needs.some((need) => fields.includes(need)) ? undefined : { is: 'lacking', needs };
}
