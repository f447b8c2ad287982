/** Reading `checks.json` of a bundle of ours; everything in it comes from outside. */

/** @returns how many errors it was packed with although they were known; `undefined` when it does not tell. */
export function errorsAtPacking(bytes: Uint8Array): number | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const summary = isObject(value) ? value['summary'] : undefined;
  const errors = isObject(summary) ? summary['error'] : undefined;
  return Number.isSafeInteger(errors) ? Number(errors) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
