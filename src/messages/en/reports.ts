import { counted } from './counted.js';

/** The words of the reports of a check, and of asking for them. */
export const reports = {
  title: 'Check of the archive',
  root: 'top of the repository',
  archive: 'The archive itself',
  found: 'Findings',
  folderItself: 'the folder itself',
  waivedHead: 'Let pass',
  rulesHead: 'What the rules ask for',
  columns: {
    level: 'Level',
    name: 'File or folder',
    place: 'Place',
    found: 'What was found',
    rule: 'Rule',
    why: 'Why it is let pass',
  },
  facts: { unit: 'Unit', system: 'Scoring system', day: 'As of', scope: 'Looked at' },
  scope: (d: { files: number; folders: number }) =>
    `${counted(d.files, 'file')} in ${counted(d.folders, 'folder')}`,
  verdict: {
    inOrder: 'No findings.',
    below: (d: { level: string; isWorst: boolean }) =>
      d.isWorst ? 'No errors.' : `Nothing at the level “${d.level}” or above.`,
    reached: (d: { level: string; isWorst: boolean }) =>
      d.isWorst
        ? 'There are errors to be mended.'
        : `There are findings at the level “${d.level}” or above.`,
  },
  next: 'What a rule asks for, and why: `dangan explain RULE`. What can be mended for you: `dangan fix`.',
  notListed: (d: { hidden: number }) =>
    `${d.hidden} more, for which there is no room here: \`dangan check --all\``,
  madeBy: (d: { version: string }) => `dangan ${d.version}`,
  about: (d: { place: string; message: string }) =>
    d.place === '' ? d.message : `${d.place}: ${d.message}`,
  waived: (d: { waivers: number; baseline: number }) =>
    `${d.waivers + d.baseline} more let pass and not counted (${[
      d.waivers > 0 ? `waivers.yaml ${d.waivers}` : '',
      d.baseline > 0 ? `baseline.yaml ${d.baseline}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')})`,
  waivedBy: (d: {
    kind: 'waiver' | 'baseline';
    reason?: string | undefined;
    owner?: string | undefined;
    until?: string | undefined;
  }) =>
    [
      d.kind === 'waiver' ? 'waived' : 'in the baseline',
      d.reason,
      d.owner === undefined ? undefined : `by ${d.owner}`,
      d.until === undefined ? undefined : `until ${d.until}`,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  notAnnotated: (d: { hidden: number }) =>
    `${counted(d.hidden, 'finding is', 'findings are')} not annotated: GitHub shows ten of each level`,
  form: (d: { value: string; formats: readonly string[]; nearest: string | undefined }) =>
    `--report is FORMAT or FORMAT=FILE, such as sarif=check.sarif, not “${d.value}”${d.nearest === undefined ? '' : `; did you mean “${d.nearest}”`}. Formats: ${d.formats.join(', ')}`,
  oneToStdout: (d: { first: string; second: string }) =>
    `“${d.first}” and “${d.second}” both want stdout; write one of them into a file, --report FORMAT=FILE`,
  sameFile: (d: { file: string }) =>
    `two reports would go into ${d.file}; give each a file of its own`,
  insideEvidence: (d: { file: string; evidence: string }) =>
    `${d.file} is among the evidence, in ${d.evidence}, where a report would be taken for evidence; choose another place`,
};
