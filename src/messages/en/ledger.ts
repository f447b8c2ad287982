import type { Examples } from '../examples.js';
import type { LedgerFault, ReferenceFault, YamlFault } from '../faults.js';
import { counted } from './counted.js';
import { faults } from './faults.js';

/** What does not agree with what a ledger is, or is named in it and not there. */
export function ledgerFault(d: LedgerFault | ReferenceFault): string {
  if (d.wrong === 'word') {
    const choices = d.choices.map(({ key, word }) => (word === key ? key : `${key} (${word})`));
    return `“${d.key}” cannot be “${d.found}”${d.nearest === undefined ? `; it is one of ${choices.join(', ')}` : `: did you mean “${d.nearest}”?`}`;
  }
  if (d.wrong === 'entry-twice') {
    return `${d.file} has an entry already, on line ${d.line}; make one of the two`;
  }
  if (d.wrong === 'not-a-leaf') {
    return `“${d.name}” has indicators below it; name the leaf indicator that the evidence serves`;
  }
  return faults.schema(d);
}

export const ledger = {
  description:
    'the ledgers: date, number, kind, caption … of each item of evidence, in ledger.yaml beside it',
  examples: [
    ['dangan ledger set 01：通知.docx date=2020-03-12 number=〔2020〕36号', 'of one paper'],
    ['dangan ledger export ledger.xlsx', 'all of it as a sheet to fill in; import reads it back'],
  ] as Examples,
  /** Stands in new ledgers. */
  remark:
    'The ledger: one entry for each paper; file is its name. sha256 finds it again when it is renamed or moved.',
  set: {
    description: 'set date, number, kind … of evidence; written at once, and undone by undo',
    file: 'the evidence; several files will do; a folder, for an address',
    values: 'what to set; nothing after = takes it away',
    ahead: (d: { key: string; value: string }) =>
      `Note: ${d.key} ${d.value} is still to come; is it a slip?`,
    noFile: 'Say of which evidence: dangan ledger set 01：通知.docx date=2020-03-12',
    noValue: (d: { word: string | undefined }) =>
      `${d.word === undefined ? 'Say what to set' : `“${d.word}” is neither a file nor key=value; say what to set`}: dangan ledger set 01：通知.docx date=2020-03-12`,
    examples: [
      ['dangan ledger set 01：通知.docx date=2020-03-12 number=〔2020〕36号', 'date and number'],
      ['dangan ledger set 03：合影.jpg caption.时间=2020-03-05 caption.地点=广场', 'a caption'],
      ['dangan ledger set *.jpg activity=学雷锋', 'photos of one activity'],
      ['dangan ledger set 01：计划.docx references=1/1.2,3/3.1', 'it serves these indicators too'],
      ['dangan ledger set . link=https://… title=报道 date=2020-03-06', 'an address'],
      ['dangan ledger set 01：通知.docx date=', 'take the date away'],
    ] as Examples,
    keys: `What can be set:
  date  number  issuer  owner  kind  requirements  references  activity  occasion
  caption.时间, caption.地点 …  state  reason  submitted  source  pages  characters
  secrecy  seen.what  seen.by  seen.on  note  link  title
`,
    done: (d: {
      count: number;
      said: readonly { readonly key: string; readonly value: string | undefined }[];
    }) =>
      `Set for ${counted(d.count, 'item')} of evidence: ${d.said
        .map(({ key, value }) => (value === undefined ? `${key} taken away` : `${key} ${value}`))
        .join(', ')}; written to:`,
    unchanged: 'The ledger says so already; nothing was changed.',
  },
};

export const ledgerErrors = {
  LEDGER_INVALID: (d: { path: string; line: number; fault: YamlFault }) => [
    `${d.path}, line ${d.line}: ${faults.yaml(d.fault)}`,
    'Mend that first, so that nothing in it is lost. Nothing was changed.',
  ],
  LEDGER_UNEDITABLE: (d: { path: string }) => [
    `${d.path} is written in a way in which this cannot be changed without touching something else (anchors and aliases, most likely)`,
    'Change it in an editor. Nothing was changed.',
  ],
  LEDGER_KEY_UNKNOWN: (d: {
    key: string;
    nearest: string | undefined;
    known: readonly string[];
  }) => [
    `A ledger has no “${d.key}” to set`,
    d.nearest === undefined
      ? `It has: ${d.known.join(', ')}`
      : `Did you mean “${d.nearest}”? \`dangan ledger set --help\` lists them all.`,
  ],
  LEDGER_VALUE_INVALID: (d: { faults: readonly (LedgerFault | ReferenceFault)[] }) => [
    d.faults.map(ledgerFault).join('\n'),
    'Nothing was changed. `dangan ledger set --help` tells what can be set, and how.',
  ],
  LEDGER_NO_EVIDENCE: (d: { path: string; nearest: string | undefined }) => [
    `${d.path} is no evidence of this archive`,
    d.nearest === undefined
      ? 'Name a file in the folder of an indicator; for a web address, that folder and link=….'
      : `Did you mean ${d.nearest}?`,
  ],
  LEDGER_TWINS: (d: { path: string; count: number }) => [
    `${d.count} files in that folder have the name ${d.path}, but for capitals or for accents that are letters of their own: a ledger cannot tell which one is meant`,
    'Rename one of them in its folder first, then run this again.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
