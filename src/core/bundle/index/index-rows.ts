/**
 * Reading a long `index.json` in pieces: `formatIndex` writes one row of evidence a line, at the end. Neither its text
 * nor its values are in memory as a whole then; any other layout is parsed as a whole, to the same effect.
 */

const OPEN = '\n  "evidence": [\n';
const CLOSE = '\n  ]\n}\n';
const BETWEEN = '},\n';
/** Longer texts would each get memory of their own from the system. */
const PIECE_BYTES = 32 * 1024;

/** A JSON object, its `evidence` apart; `undefined` in place of a list when it is none. */
interface IndexParts<Row> {
  readonly head: unknown;
  readonly rows: readonly Row[] | undefined;
}

/**
 * @param rowOf - Gets each element of `evidence`.
 * @returns `undefined` when the bytes are no JSON in UTF-8.
 */
export function parseIndexParts<Row>(
  bytes: Buffer,
  rowOf: (value: unknown) => Row,
): IndexParts<Row> | undefined {
  try {
    const parts = inPieces(bytes, rowOf);
    if (parts) return parts;
  } catch {
    // Not as we write it; or no JSON at all.
  }
  try {
    return asWhole(bytes, rowOf);
  } catch {
    return undefined;
  }
}

/**
 * The parts of an index in the layout of `formatIndex`: the value without its evidence, and the bytes of the rows.
 *
 * @returns `undefined` of any other layout.
 */
export function splitIndex(
  bytes: Buffer,
): { readonly head: unknown; readonly rows: Buffer } | undefined {
  const open = bytes.indexOf(OPEN);
  const close = bytes.length - CLOSE.length;
  if (open < 0 || bytes.toString('latin1', close) !== CLOSE) return undefined;
  try {
    const head: unknown = JSON.parse(`${textOf(bytes.subarray(0, open))}"evidence":[]}`);
    return { head, rows: bytes.subarray(open + OPEN.length, close) };
  } catch {
    return undefined;
  }
}

function inPieces<Row>(bytes: Buffer, rowOf: (value: unknown) => Row): IndexParts<Row> | undefined {
  const parts = splitIndex(bytes);
  if (parts === undefined) return undefined;
  const { head, rows: written } = parts;
  const rows: Row[] = [];
  for (let at = 0; at < written.length;) {
    const next = written.indexOf(BETWEEN, at + PIECE_BYTES);
    const end = next < 0 ? written.length : next + 1;
    const piece = JSON.parse(`[${textOf(written.subarray(at, end))}]`) as unknown[];
    for (const each of piece) rows.push(rowOf(each));
    at = end + BETWEEN.length - 1;
  }
  return { head, rows };
}

function asWhole<Row>(bytes: Buffer, rowOf: (value: unknown) => Row): IndexParts<Row> {
  const head: unknown = JSON.parse(textOf(bytes));
  const evidence = (head as { evidence?: unknown } | null)?.evidence;
  return { head, rows: Array.isArray(evidence) ? evidence.map((each) => rowOf(each)) : undefined };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
