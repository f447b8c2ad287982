/** The lines at the head of a mail or of one of its parts. @see RFC 5322, 2.2; RFC 2045; RFC 2047 */

/** By name in lower case; of one that is there twice the first. */
export type MailHeader = ReadonlyMap<string, string>;

/** Behind it nobody looks. */
const LONGEST_HEADER = 256 * 1024;
const LONGEST_LINE = 16 * 1024;

/** @returns the header, and where the body begins. */
export function readHeader(mail: string, from: number, to: number): [MailHeader, number] {
  const header = new Map<string, string>();
  const last = Math.min(to, from + LONGEST_HEADER);
  let name = '';
  let at = from;
  while (at < last) {
    const end = lineEnd(mail, at, last);
    const line = mail.slice(at, Math.min(end, at + LONGEST_LINE)).replace(/\r$/, '');
    at = end + 1;
    if (line === '') break;
    const isMore = line.startsWith(' ') || line.startsWith('\t');
    const colon = line.indexOf(':');
    if (isMore) {
      const before = header.get(name) ?? '';
      if (before.length < LONGEST_LINE) header.set(name, `${before} ${line.trim()}`);
    } else if (colon > 0) {
      const own = line.slice(0, colon).trim().toLowerCase();
      // What follows a second one is not added to the first.
      name = header.has(own) ? '' : own;
      if (name !== '') header.set(name, line.slice(colon + 1).trim());
    }
  }
  header.delete('');
  return [header, Math.min(at, to)];
}

function lineEnd(text: string, from: number, to: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 || at > to ? to : at;
}

/** `text/plain; charset="gb2312"`: its first word in lower case, and its parameters. */
export function parseValue(value: string): {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
} {
  const [first = '', ...rest] = splitParameters(value);
  const parameters = rest.flatMap((part) => {
    const equals = part.indexOf('=');
    if (equals < 0) return [];
    const text = part.slice(equals + 1).trim();
    const plain = text.startsWith('"') ? text.slice(1).replace(/"$/, '') : text;
    return [[part.slice(0, equals).trim().toLowerCase(), plain] as const];
  });
  return { value: first.trim().toLowerCase(), parameters: new Map(parameters) };
}

/** At semicolons that are not in quotes. */
function splitParameters(value: string): readonly string[] {
  const parts: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at <= value.length; at += 1) {
    const sign = value.charAt(at);
    if (sign === '"') quoted = !quoted;
    if (at < value.length && (quoted || sign !== ';')) continue;
    parts.push(value.slice(from, at));
    from = at + 1;
  }
  return parts;
}

/** RFC 2045, 6.7: `=E4` is a byte, and `=` at the end of a line its continuation. */
export function quotedBytes(text: string): Buffer {
  const plain = text
    .replaceAll(/=[ \t]{0,100}\r?\n/g, '')
    .replaceAll(/=([\dA-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(plain, 'latin1');
}

/** GB 2312 and GBK are part of GB 18030; an encoding that nobody knows is taken for UTF-8. */
export function decodeAs(bytes: Buffer, charset: string): string {
  const name = charset.toLowerCase();
  const encoding = /^(?:gb|hz|cp936|ms936|x-gbk|chinese)/.test(name) ? 'gb18030' : name;
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
