/** A few are said one by one; more are filled in as a sheet. */
const BY_HAND = 3;

/** For Word and Excel, of which there are no pages before they are laid out. */
export const COUNTED_BY_BINDING =
  'Binding counts them: `dangan bind --indicator CODE -o FILE.pdf --record-pages`.';

/** @param fact - What to say, such as `pages=3`. */
export function inLedger({ count }: { count: number }, fact: string): string {
  return count > BY_HAND
    ? 'Fill them in as a sheet: `dangan ledger export ledger.xlsx`, then `dangan ledger import ledger.xlsx`.'
    : `Say it in the ledger: \`dangan ledger set FILE ${fact}\`.`;
}
