import type { Examples } from '../examples.js';
import { inQuotes } from '../quoted.js';
import type { ProfileFault } from '../faults.js';
import { counted } from './counted.js';
import { profileFault } from './profile.js';

interface JudgedSinceWords {
  readonly ref?: string | undefined;
  readonly added: number;
  readonly modified: number;
  readonly renamed: number;
  readonly deleted: number;
}

function listed(parts: readonly (readonly [count: number, word: string])[]): string {
  const some = parts.filter(([count]) => count > 0);
  return some.length === 0 ? 'none' : some.map(([count, word]) => `${count} ${word}`).join(', ');
}

/** The words of `dangan check`, and of its report. */
interface Counts {
  readonly total: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

const findings = (count: number) => counted(count, 'finding');

function levels({ error, warning, info }: Counts): string {
  return [
    error > 0 ? counted(error, 'error') : '',
    warning > 0 ? counted(warning, 'warning') : '',
    info > 0 ? counted(info, 'note') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

export const check = {
  description: 'judge the archive by every rule; writes nothing',
  examples: [
    ['dangan check', 'the archive that the working folder is in'],
    ['dangan check "档案/1 组织领导"', 'only what concerns this folder'],
    ['dangan check --rule name-pattern --all', 'one rule, every finding of it'],
    ['dangan check --rule tree --rule name --rule port', 'folders and names only: the fastest'],
    ['dangan check --report html=check.html', 'also as a page to print or send'],
    ['dangan check --watch', 'stay and tell of each change; Ctrl-C ends it'],
    ['dangan check --ref origin/main', 'a commit, before anybody checks it out'],
    ['dangan check --changed-since origin/main', 'only what this branch has changed'],
    ['dangan check --format json', 'for programs; also --report json=check.json'],
  ] as Examples,
  options: {
    paths:
      'folders or files of one archive; all of the one around the working folder when left out',
    format: 'form of the result; text when left out',
    report: 'a report as well, FORMAT=FILE, or FORMAT alone for stdout; may be given several times',
    failOn:
      'exit with 1 on findings of this level or above; when left out, DANGAN_FAIL_ON, `failOn` of dangan.yaml, or error',
    preset:
      'which findings are told: clerk all, ci none of level info, inspector those on coverage and content; when left out, DANGAN_PRESET, `preset` of dangan.yaml, or clerk',
    severity:
      'level of a rule or an area of rules for this run, such as name-title-vague=off; may be given several times',
    all: 'list every finding, not the first few of each rule',
    rule: 'only this rule, or this area (name); may be given several times',
    ref: 'judge this commit (a branch, a tag, an id) as git holds it, without a checkout',
    staged: 'judge what is staged for the next commit; of single files only those that are staged',
    changedSince:
      'of single files, only those that changed since the history parted from this commit',
    today: 'day on which what is due is judged (2026-03-01); today when left out',
  },
  level: { error: 'error', warning: 'warning', info: 'note' },
  /** What can be done about a finding. */
  fix: {
    safe: '`dangan fix --write` mends it',
    unsafe: '`dangan fix --unsafe --write` mends it; look at the plan first',
    proposes: 'a proposal; a person decides',
  },
  /** After the rule’s id. */
  mark: { safe: 'fixable', unsafe: 'fixable with --unsafe', proposes: '', none: '' },
  atLine: (d: { line: number; message: string }) => `line ${d.line}: ${d.message}`,
  more: (d: { count: number }) => `${d.count} more`,
  moreHead: 'Not listed here:',
  inOrder: (d: { files: number; folders: number }) =>
    `In order: ${counted(d.files, 'file')} in ${counted(d.folders, 'folder')}, no findings`,
  inOrderHere: (d: { count: number }) =>
    `In order at the places given; elsewhere in the archive ${d.count === 0 ? 'too' : `there are ${findings(d.count)}: \`dangan check\``}`,
  summary: (d: Counts) => `${findings(d.total)}: ${levels(d)}`,
  looked: (d: { files: number; folders: number }) =>
    ` (${counted(d.files, 'file')} in ${counted(d.folders, 'folder')})`,
  next: {
    safe: (d: { count: number }) =>
      `${d.count} can be mended for you: \`dangan fix\` shows how, \`dangan fix --write\` does it`,
    unsafe: (d: { count: number; more: boolean }) =>
      `${d.count}${d.more ? ' more' : ''} can be mended after a look at the plan: \`dangan fix --unsafe\``,
    explain: (d: { rule: string }) => `What a rule asks for, and why: \`dangan explain ${d.rule}\``,
    all: 'Every finding: `dangan check --all`',
  },
  overview: {
    empty: (d: { empty: number; leaves: number }) =>
      `Leaf indicators without any evidence yet: ${d.empty} of ${d.leaves}`,
    notApplicable: (d: { count: number }) =>
      `Leaf indicators that do not apply to this unit: ${d.count}`,
    outside: (d: { count: number }) =>
      `${counted(d.count, 'file of evidence is', 'files of evidence are')} under no indicator and will not be seen by the inspectors`,
    preset: {
      ci: 'By the preset ci, findings of level info are not told',
      inspector: 'By the preset inspector, only coverage and contents were judged',
    },
    ignored: (d: { count: number }) =>
      `Neither checked nor packed, as \`ignore\` of dangan.yaml says: ${counted(d.count, 'file or folder', 'files and folders')}`,
  },
  notices: {
    profile: (d: { faults: readonly ProfileFault[] }) =>
      `Note: the unit’s profile in dangan.yaml does not fit the scoring system:\n${d.faults.map((fault) => `  ${profileFault(fault)}`).join('\n')}`,
    unanswered: (d: { fields: readonly string[] }) =>
      `Note: which indicators apply depends on ${d.fields.join(', ')}; until dangan.yaml says so under unit.profile, those of every case are expected`,
    archiveAround: (d: { inner: string; outer: string }) =>
      `Note: the archive ${d.inner} lies in another one, ${d.outer}; this is about the inner one`,
    noEvidenceFolder: (d: { evidence: string }) =>
      `Note: there is no folder “${d.evidence}”, so no evidence was seen. Make it with \`dangan scaffold\`, or set “evidence” in dangan.yaml if it is elsewhere`,
    merging:
      'Note: git is in the middle of a merge, and a paper may have two versions of which one is seen here; `dangan merge` tells what is left to do',
    system: (d: Counts & { path: string }) =>
      `Note: the scoring system has ${findings(d.total)} of its own (${levels(d)}); \`dangan validate ${inQuotes(d.path)}\` lists ${d.total === 1 ? 'it' : 'them'}`,
  },
  severityForm: (d: { value: string; levels: readonly string[]; nearest: string | undefined }) =>
    `--severity is written rule=level, the level being ${d.levels.join(', ')}; not “${d.value}”${d.nearest ? `. Did you mean ${d.nearest}?` : ''}`,
  watchDisk: '--watch looks at the disk: without --ref and --staged',
  refOrStaged: '--ref and --staged ask for different things: use one of them',
  /** What was judged, where that is not the whole folder. */
  judged: {
    commit: (d: { ref: string; commit: string }) => `Judged: the commit ${d.ref} (${d.commit})`,
    index: 'Judged: what is staged for the next commit',
    since: (d: JudgedSinceWords) =>
      `Evidence changed since ${d.ref ?? 'the last commit'}: ${listed([
        [d.added, 'new'],
        [d.modified, 'modified'],
        [d.renamed, 'renamed'],
        [d.deleted, 'deleted'],
      ])}; of single files only these are told, of the whole archive everything`,
    everything:
      'The settings or the scoring system have changed as well, so that every file is told anew',
  },
  pathOutside: (d: { path: string; root: string }) =>
    `${d.path} is not in the archive ${d.root}; check one archive at a time`,
};
