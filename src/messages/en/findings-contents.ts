import { thousands } from '../thousands.js';
import { countedLarge } from './counted.js';

interface Named {
  readonly title: string;
  readonly edition: string;
  readonly digest: string;
}

interface Difference {
  readonly onlyHeld: number;
  readonly onlyCarried: number;
  readonly changed: number;
}

const files = (count: number) => countedLarge(count, 'file');
const bytes = (count: number) => countedLarge(count, 'byte');
const FIELDS = { code: 'code', name: 'name', points: 'points', standard: 'standard' } as const;

const named = ({ title, edition, digest }: Named) =>
  `${[title && `“${title}”`, edition].filter((word) => word !== '').join(' ')} (SHA-256 ${digest}…)`.trim();

function difference(d: Difference): string {
  const parts = [
    d.onlyHeld > 0 ? `${thousands(d.onlyHeld)} only in yours` : '',
    d.onlyCarried > 0 ? `${thousands(d.onlyCarried)} only in the bundle’s` : '',
    d.changed > 0 ? `${thousands(d.changed)} with another code, name, points or standard` : '',
  ].filter((part) => part !== '');
  return parts.length === 0
    ? 'Codes, names, points and standards are the same; what differs is elsewhere in the text'
    : `Indicators: ${parts.join(', ')}`;
}

/** Where a bundle of ours contradicts itself, or what the inspector holds. */
export const contentsFindings = {
  'bundle-index-mismatch/twice': () => 'In index.json twice',
  'bundle-index-mismatch/original': () =>
    'index.json tells an original name that packing does not make into this one',
  'bundle-index-mismatch/title': () => 'index.json shows it under an ordinal or title not its own',
  'bundle-index-mismatch/indicator': (d: { told: string; folder: string }) =>
    `index.json has it under ${d.told || 'no indicator'}; it is in a folder of ${d.folder || 'no indicator'}`,
  'bundle-index-mismatch/total': (d: {
    saidFiles: number;
    saidBytes: number;
    files: number;
    bytes: number;
  }) =>
    `index.json tells ${files(d.saidFiles)} and ${bytes(d.saidBytes)}, and lists ${files(d.files)} and ${bytes(d.bytes)}`,
  'bundle-index-mismatch/info': (d: { label: string; index: string; info: string }) =>
    `index.json tells “${d.index}”, ${d.label} in bag-info.txt “${d.info}”`,
  'bundle-index-mismatch/indicator-unknown': (d: { id: string }) =>
    `index.json has indicator ${d.id}, which criteria.yaml has not`,
  'bundle-index-mismatch/indicator-missing': (d: { id: string }) =>
    `index.json lacks indicator ${d.id} of criteria.yaml`,
  'bundle-index-mismatch/indicator-differs': (d: { id: string; field: keyof typeof FIELDS }) =>
    `index.json and criteria.yaml differ in the ${FIELDS[d.field]} of indicator ${d.id}`,
  'bundle-checks-invalid/json': () => 'Not a JSON document that `dangan pack` would write',
  'bundle-checks-invalid/summary': () => 'The summary does not count the findings that it lists',
  'bundle-checks-invalid/allowed': () =>
    'It lists errors, but says that it was not packed with --allow-errors',
  'bundle-system-other/edition': (d: {
    carried: Named;
    held: Named;
    difference: Difference | undefined;
  }) =>
    `Packed for ${named(d.carried)}; yours is ${named(d.held)}${d.difference ? `. ${difference(d.difference)}` : ''}`,
  'bundle-system-other/none': () => 'There is no scoring system (criteria.yaml) in it',
};
