/** What XML 1.0 has no way to write, not even as a reference: control characters, half characters, U+FFFE, U+FFFF. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;
const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Any text between tags or in an attribute; what XML cannot hold is written out as `\u{…}`. */
export function xmlText(text: string): string {
  return text
    .replace(UNWRITABLE, (unit) => `\\u{${unit.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"\t\n\r]/g, (mark) => MARKS[mark] ?? mark);
}

/** ` line="3" message="…"`; what is `undefined` is left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${xmlText(String(value))}"`))
    .join('');
}
