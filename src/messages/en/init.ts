import type { Examples } from '../examples.js';
import type { WindowFault } from '../faults.js';
import { counted } from './counted.js';
import { profileFields } from './profile.js';
import { windowFault } from './window.js';

/** What `init` says, and the remarks in the settings it writes. */
export const init = {
  description: 'start a new archive from a scoring system',
  directory: 'folder to make; the working folder when left out',
  system:
    'scoring system: a YAML file, or the name of a built-in example; without it these are listed',
  unit: 'full name of the unit that the archive is about',
  profile: 'facts about the unit that decide what applies to it (staff=120); may be repeated',
  profileForm: 'key=value',
  window: 'days that evidence must come from: 2018-01-01..2020-12-31, or 2018..2020',
  filled:
    'with the evidence, ledgers and scores of the built-in example, to try status and score on',
  format: 'form of the result',
  examples: [
    [
      'dangan init --system yuhang-tax-archive --unit "District Tax Bureau"',
      'here, from a built-in example',
    ],
    [
      'dangan init my-archive --system criteria.yaml --unit "County Water Bureau"',
      'in a new folder, from your own file',
    ],
  ] as Examples,
  isFilled: (d: { today: string }) =>
    `The evidence of the example is in it. It was made for ${d.today}; name that day: \`dangan status --today ${d.today}\``,
  notFilled: (d: { system: string }) =>
    `No evidence comes with ${d.system}: --filled is for built-in examples`,
  made: (d: { path: string }) => `New archive made: ${d.path}`,
  facts: { system: 'Scoring system', unit: 'Unit', folders: 'Folders', left: 'Left out' },
  leftOut: (d: { count: number }) =>
    `${d.count} leaf ${d.count === 1 ? 'indicator' : 'indicators'} that ${d.count === 1 ? 'does' : 'do'} not apply to this unit`,
  badFolder: (d: { name: string }) =>
    `No folder on Windows can be called “${d.name}”; choose another name`,
  profileTwice: (d: { field: string }) => `--profile gives “${d.field}” more than once`,
  unanswered: (d: {
    fields: readonly { name: string; values: readonly string[] }[];
    words: string;
  }) =>
    `Note: which indicators apply depends on facts about the unit that were not given, so folders of every case were made, also those of other units:\n${profileFields(d.fields)}  Before anything is filed: delete the new folder and type \`${d.words}\`\n`,
  systemFacts: (d: { title: string; leaves: number }) =>
    `${d.title} (${counted(d.leaves, 'leaf indicator')})`,
  folderFacts: (d: { folder: string; count: number }) => `${d.count} in ${d.folder}/`,
  next: 'What comes next',
  nextFiles: 'FILES…',
  nextAdd: (d: { code: string }) => `file evidence for indicator ${d.code}`,
  nextCheck:
    'see which folders and names are out of order, and which indicators have no evidence yet',
  badWindow: (d: WindowFault) => `--window ${windowFault(d)}`,
  remarks: {
    head: 'Settings of this archive. Lines that begin with # are remarks; take the # away to use them.',
    unit: 'The unit that the archive is about. Its name stands on the bundle and on printed lists.',
    profile:
      'Facts that decide which indicators apply to the unit, as the scoring system asks for them.',
    system: 'The scoring system that the folders are made from.',
    window: 'The days that evidence must come from; the scoring system’s own when nothing is said.',
    naming: 'Digits of the ordinals: 3 for folders with more than 99 files.',
    folders:
      'Years as folders of their own: none, top (above the indicators) or leaf (below each leaf indicator).',
    catalogue:
      'Archival codes in catalogues: fonds, how long things are kept (永久, 30年, 10年), code of the department; none when left out.',
    rules: 'How serious a finding is: error, warning, info or off. `dangan rules` lists the rules.',
  },
};
