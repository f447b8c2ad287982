/** The pages that people write, with what their commands print now. */
import { readDoc } from '../test/helpers/docs/page.js';
import { refreshed } from '../test/helpers/docs/output.js';
import { playablePages, played, type Played } from '../test/helpers/docs/play.js';

/** @returns text by path, of the pages that have changed. */
export async function renewedPages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const page of playablePages()) {
    const text = readDoc(page);
    const lines: (string | undefined)[] = text.split('\n');
    const inserted = new Map<number, readonly string[]>();
    for await (const run of played(page)) renew(run, lines, inserted);
    const renewed = lines.flatMap((line, at) => [line ?? [], inserted.get(at + 1) ?? []].flat());
    if (renewed.join('\n') !== text) pages.set(page, renewed.join('\n'));
  }
  return pages;
}

/** Take out what stands below a command, and say what comes there instead. */
function renew(
  { line, shown, printed }: Played,
  lines: (string | undefined)[],
  inserted: Map<number, readonly string[]>,
): void {
  if (shown.length === 0) return;
  lines.fill(undefined, line, line + shown.length);
  inserted.set(line, refreshed(shown, printed));
}
