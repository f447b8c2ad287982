import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

/** The published schema, but for the name of its draft, which is older than what Ajv reads. */
const schema = JSON.parse(
  readFileSync(new URL('../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
  (key, value: unknown) =>
    typeof value === 'string' && (key === '$schema' || key === 'id') ? undefined : value,
) as object;
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
// RFC 3986: nothing but its own characters, and no scheme where a relative reference is meant.
ajv.addFormat('uri-reference', /^(?:[\w\-.~!$&'()*+,;=@/?#[\]]|%[0-9A-Fa-f]{2})*$/);
ajv.addFormat('date-time', () => false);
const isValid = ajv.compile(schema);

/** What the schema of OASIS has against a log; nothing where it is in order. */
export function sarifErrors(log: unknown): readonly object[] {
  isValid(log);
  return isValid.errors ?? [];
}
