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
    file: 'the evidence: files, or code and ordinal as in 2.2/05; a folder, for an address',
    values: 'what to set; nothing after = takes it away',
    ahead: (d: { key: string; value: string }) =>
      `Note: ${d.key} ${d.value} is still to come; is it a slip?`,
    noFile: 'Say of which evidence: dangan ledger set 01：通知.docx date=2020-03-12',
    noValue: (d: { word: string | undefined }) =>
      `${d.word === undefined ? 'Say what to set' : `“${d.word}” is neither a file nor key=value; say what to set`}: dangan ledger set 01：通知.docx date=2020-03-12`,
    examples: [
      ['dangan ledger set 01：通知.docx date=2020-03-12 number=〔2020〕36号', 'date and number'],
      ['dangan ledger set 2.2/05 date=2020-03-12', 'evidence 05 of 2.2'],
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
  exempt: {
    description:
      'say that an indicator, or a requirement of it, does not apply: why, who says so, what proves it; written at once',
    options: {
      indicator: 'leaf indicator: its code, or a part of its name',
      why: 'why it does not apply',
      by: 'who says so',
      proof: 'what proves it: evidence in the folder of the indicator, by name or title',
      requirement: 'only this requirement of it, by title',
      date: 'on which day it was said (today)',
      remove: 'take back that it does not apply',
    },
    examples: [
      [
        'dangan ledger exempt 1.3 --why 没有下属单位 --by 张三 --proof 情况说明',
        'a whole indicator',
      ],
      [
        'dangan ledger exempt 1.3 --requirement 工会文件 --why 没有工会 --by 张三',
        'one requirement',
      ],
      ['dangan ledger exempt 1.3 --remove', 'takes it back'],
    ] as Examples,
    needs: 'say why, and who says so: --why 没有下属单位 --by 张三; to take it back, --remove',
    twoWays: '--remove takes it back, and goes without --why, --by, --proof and --date',
    done: (d: { what: string }) => `Does not apply: ${d.what}`,
    removed: (d: { what: string }) => `Taken back that it does not apply: ${d.what}`,
    nothing: (d: { what: string }) => `No ledger says that it does not apply: ${d.what}`,
    state: (d: { state: string }) => `Now: ${d.state}`,
    lacking: (d: { proofs: readonly string[]; to: string }) =>
      `It counts once the proof is there; lacking: ${d.proofs.join(', ')}. File it: dangan add FILE --to ${d.to}`,
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
  EXEMPT_REQUIREMENT_UNKNOWN: (d: {
    name: string;
    code: string;
    known: readonly string[];
    nearest: string | undefined;
  }) => [
    `${d.code} has no requirement “${d.name}”`,
    d.nearest === undefined
      ? d.known.length === 0
        ? 'It names none; for the whole indicator leave --requirement out.'
        : `It has: ${d.known.join(', ')}.`
      : `Did you mean “${d.nearest}”?`,
  ],
  EXEMPT_GROUP: (d: { code: string; name: string; below: readonly string[] }) => [
    `${d.code} ${d.name} has indicators below it; that they do not apply is said of each`,
    `There are: ${d.below.slice(0, 8).join(', ')}${d.below.length > 8 ? ' …' : ''}. Whole parts are left out by applies in the scoring system and the facts about the unit.`,
  ],
  EXEMPT_PROOF_MISSING: (d: { proof: string; code: string; known: readonly string[] }) => [
    `“${d.proof}” is not in the folder of ${d.code}`,
    `File it there first: \`dangan add FILE --to ${d.code}\`. ${d.known.length === 0 ? 'There is nothing yet.' : `There is: ${d.known.slice(0, 8).join(', ')}${d.known.length > 8 ? ' …' : ''}`}`,
  ],
  LEDGER_TWINS: (d: { path: string; count: number }) => [
    `${d.count} files in that folder have the name ${d.path}, but for capitals or for accents that are letters of their own: a ledger cannot tell which one is meant`,
    'Rename one of them in its folder first, then run this again.',
  ],
} satisfies Record<string, (data: never) => readonly [string, string]>;
