import type { WindowFault } from '../faults.js';
import { faults } from './faults.js';
import { windowFault } from './window.js';

/** What can be wrong in dangan.yaml: what is there, and what was expected. */
const inBraces = (fields: readonly string[]) => fields.map((field) => `{${field}}`);

export const settings = {
  'unknown-key': (d: { key: string; nearest: string | undefined }) =>
    d.nearest
      ? `there is no setting “${d.key}”; did you mean “${d.nearest}”?`
      : `there is no setting “${d.key}”`,
  'not-a-mapping': (d: { key: string }) =>
    d.key === ''
      ? 'the file is one mapping of settings, one `key: value` a line'
      : `“${d.key}” takes settings of its own, indented below it`,
  'not-a-list': (d: { key: string }) => `“${d.key}” takes a list, such as [a, b]`,
  'not-a-size': (d: { key: string; value: string }) =>
    `“${d.key}” is a size such as 50MB, not “${d.value}”`,
  'not-text': (d: { key: string }) => `“${d.key}” takes one value`,
  'not-one-of': (d: {
    key: string;
    value: string;
    allowed: readonly string[];
    nearest: string | undefined;
  }) =>
    `“${d.key}” cannot be “${d.value}”; it is one of ${d.allowed.join(', ')}${d.nearest ? `. Did you mean ${d.nearest}?` : ''}`,
  'unknown-rule': (d: { rule: string; nearest: string | undefined }) =>
    d.nearest
      ? `there is no rule “${d.rule}”; did you mean “${d.nearest}”?`
      : `there is no rule “${d.rule}”; \`dangan rules\` lists them`,
  'not-a-number': (d: { key: string; value: string; min: number; max: number }) =>
    `“${d.key}” is a whole number from ${d.min} to ${d.max}, not “${d.value}”`,
  'not-a-folder-name': (d: { key: string; value: string }) =>
    `“${d.key}” is the name of one folder in the archive; “${d.value}” cannot be one`,
  'not-a-path': (d: { key: string }) =>
    `“${d.key}” is the path of a file, from the archive’s folder`,
  'template-field': (d: {
    key: string;
    field: string;
    known: readonly string[];
    nearest: string | undefined;
  }) =>
    `“${d.key}” has no field {${d.field}}; ${d.nearest === undefined ? `there are ${inBraces(d.known).join(', ')}` : `did you mean {${d.nearest}}?`}`,
  'template-empty': (d: { key: string; known: readonly string[] }) =>
    `“${d.key}” needs ${inBraces(d.known).join(' or ')}`,
  window: (d: WindowFault) => `“window” ${windowFault(d)}`,
  'years-without-window': () =>
    '“folders.years” needs a “window” of fixed days, such as 2018-01-01..2020-12-31, to know the years',
  'own-id': (d: { id: string }) =>
    `“${d.id}” cannot be the id of a rule; one of your own is own- and lower-case letters, digits or characters, such as own-annual-report`,
  'own-not-declared': (d: { id: string }) =>
    `“${d.id}” is a rule of your own: indent its title and what it asks below it; \`severity: off\` there turns it off`,
  'own-missing': (d: { key: string }) => `“${d.key}” is not there or empty`,
  'own-asks-nothing': (d: { id: string; keys: readonly string[] }) =>
    `“${d.id}” asks for nothing; it needs one of ${d.keys.join(', ')}`,
  'own-count': (d: { key: string; value: string }) =>
    `“${d.key}” is a number such as 2, 1..3, 2.. (at least), ..12 (at most), not “${d.value}”`,
  'own-size': (d: { key: string; value: string }) =>
    `“${d.key}” is a range of sizes such as ..10MB (at most), 1KB.. (at least), 1KB..10MB, not “${d.value}”`,
  'own-indicator': (d: { key: string; code: string; nearest: string | undefined }) =>
    `“${d.key}”: the scoring system has no indicator “${d.code}”${d.nearest === undefined ? '' : `; did you mean “${d.nearest}”?`}`,
  'ignore-pattern': (d: { pattern: string }) =>
    `“${d.pattern}” of “ignore” is not complete and leaves nothing out: a [ needs its ], and no single \\ may end it`,
  'ignore-evidence': (d: { evidence: string }) =>
    `“ignore” leaves out “${d.evidence}”, the folder of the evidence: nothing would be left to check`,
  yaml: faults.yaml,
};
