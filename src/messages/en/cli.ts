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
  ] as readonly (readonly [string, string])[],
  error: (d: { message: string }) => `Error: ${d.message}`,
  hint: (d: { hint: string }) => `  → ${d.hint}`,
  missingArgument: (d: { argument: string; command: string }) =>
    `\`dangan ${d.command}\` needs ${d.argument}`,
  reading: (d: { done: number; all: number }) =>
    `Reading what is in the files: ${d.done} of ${d.all}`,
  badDay: (d: { value: string }) =>
    `--today cannot be “${d.value}”; it is a day such as 2026-03-01, from 1980 on`,
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
  tooManyArguments: (d: { command: string; surplus: string }) =>
    `too many arguments for \`dangan ${d.command}\`: “${d.surplus}” is one too many; what has blanks in it is to stand in quotes`,
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
