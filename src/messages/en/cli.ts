import type { Examples } from '../examples.js';

/** Words of the command line itself, and by command its help and what it says. */
export const cli = {
  description:
    'From a scoring system to an evidence archive that is ready for inspection on any day',
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Everywhere:',
    optionsWord: 'options',
    commandWord: 'command',
    commands: 'Commands:',
    examples: 'Examples:',
    choices: (d: { values: string }) => ` (${d.values})`,
    default: (d: { value: string }) => ` (default: ${d.value})`,
    /** What is called otherwise in this language than in the program, by the word of the program. */
    valueNames: {} as Readonly<Record<string, string>>,
    help: 'show this help',
    version: 'show the version',
    language: 'language of the output: zh-CN or en',
    noColor: 'no colour',
  },
  examples: [
    ['dangan demo', 'see the whole loop once, in a temporary folder'],
    ['dangan init --help', 'how to start an archive'],
    ['dangan add *.docx --to 1.1', 'file evidence for indicator 1.1'],
    ['dangan check', 'what is wrong in the archive here'],
    ['dangan fix --write', 'mend what can safely be mended'],
    ['dangan pack', 'make the bundle for the inspectors'],
    ['dangan verify bundle.zip', 'is every file still what was packed?'],
  ] as Examples,
  error: (d: { message: string }) => `Error: ${d.message}`,
  hint: (d: { hint: string }) => `  → ${d.hint}`,
  missing: (d: { absent: readonly string[]; command: string }) =>
    `\`dangan ${d.command}\` needs ${d.absent.join(' ')}`,
  reading: (d: { done: number; all: number }) =>
    `Reading what is in the files: ${d.done} of ${d.all}`,
  badDay: (d: { option: string; value: string; meant: string | undefined }) =>
    `${d.option} cannot be “${d.value}”${d.meant === undefined ? '; it is a day such as 2026-03-01, from 1980 on' : `. Did you mean ${d.meant}?`}`,
  missingOption: (d: { option: string; command: string }) =>
    `\`dangan ${d.command}\` needs ${d.option}`,
  missingValue: (d: { option: string }) => `${d.option} needs a value`,
  invalidValue: (d: {
    option: string;
    value: string;
    allowed: string;
    nearest?: string | undefined;
  }) =>
    `${d.option} cannot be “${d.value}”; it is one of ${d.allowed}${d.nearest ? `. Did you mean ${d.nearest}?` : ''}`,
  variable: (d: { name: string; value: string; allowed: string; nearest: string | undefined }) =>
    `the environment variable ${d.name} cannot be “${d.value}”; it is one of ${d.allowed}${d.nearest ? `. Did you mean ${d.nearest}?` : ''}`,
  factAlone: (d: { fact: string }) =>
    `“${d.fact}” wants a --profile of its own: one for each fact about the unit`,
  tooManyArguments: (d: { command: string; surplus: string; meant: string | undefined }) =>
    `too many arguments for \`dangan ${d.command}\`: “${d.surplus}” is one too many${d.meant === undefined ? '; what has blanks in it is to stand in quotes' : `. Did you mean \`${d.meant}\`?`}`,
  emptyWord: (d: { option: string | undefined }) =>
    `${d.option === undefined ? 'one of the arguments' : `what follows ${d.option}`} is empty: there is nothing between the quotes, or in the variable`,
  optionTwice: (d: { option: string; values: readonly string[] }) =>
    `${d.option} can be written once, not for ${d.values.join(' and ')}; run the command for each`,
  /** What to do where a command has not the option that people look for in it, by both. */
  instead: {
    'check --write':
      'It writes nothing; `dangan fix` shows what can be mended, `dangan fix --write` mends it.',
    'check --fix':
      'It writes nothing; `dangan fix` shows what can be mended, `dangan fix --write` mends it.',
    'check --indicator':
      'Of one indicator give its folder; what it lacks is told by `dangan status --indicator CODE`.',
    'check --owner': 'What an owner still owes is told by `dangan status --owner NAME`.',
    'validate --write': 'It writes nothing; `dangan fix system.yaml --write` mends what it can.',
    'validate --fix': 'It writes nothing; `dangan fix system.yaml --write` mends what it can.',
    'add --write':
      'There is no need: `dangan add` files at once, and `dangan undo` takes it back; --dry-run only looks.',
    'undo --write': 'There is no need: `dangan undo` takes back at once.',
    'pack --zip': 'There is no need: a zip is what is made.',
    'pack --force':
      'A bundle is never replaced: give another name with -o, or move the old one away first.',
    'add --output': 'Did you mean --to?',
    'move --output': 'Did you mean --to?',
    'unpack --output': 'Did you mean --to?',
    'check --output': 'For a page in a file write --report html=check.html.',
    'verify --output':
      'For the report of the four properties write --report four=report.html; the hand-over form is made by `dangan receipt`.',
    'status --output': 'To print it, or to send it to departments: `dangan notice -o to-do.docx`.',
    'review show --output':
      'To print it, or to send it to departments: `dangan review rectify -o mend.docx`.',
    'boxes --output':
      'Labels, faces and notes go to files of their own: --spines, --faces, --notes.',
    'ledger export --output': 'The file stands behind export: `dangan ledger export ledger.xlsx`.',
    'stamp --output':
      'Names go into the footers of the evidence itself, and `dangan undo` takes them out; for a volume of its own: `dangan bind -o volume.pdf`.',
    'init --output':
      'The new folder stands behind init: `dangan init archive --system system.yaml`.',
    'waive --rule':
      'The rule stands behind waive: `dangan waive name-sequence-gap --indicator CODE`.',
    'rules --rule': '`dangan explain RULE` tells of one rule.',
  } as Readonly<Record<string, string>>,
  /** What people write for a value, by the value. */
  choiceWords: {} as Readonly<Record<string, string>>,
  takesNoValue: (d: { option: string }) => `${d.option} takes no value; it stands alone`,
  settingsByHand:
    'settings are changed in dangan.yaml itself, with any editor; what they are now is shown by `dangan config show`',
  /** What people call commands, by what they are called. */
  commandWords: {} as Readonly<Record<string, string>>,
  /** Between the items of a list. */
  listed: ', ',
  unknownLanguage: (d: { value: string; from: string }) =>
    `${d.from} cannot be “${d.value}”; it is zh-CN or en`,
  internal: 'This is a fault of dangan itself. Please report it with the lines below.',
};
