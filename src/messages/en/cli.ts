/** Words of the command line itself, and by command its help and what it says. */
export const cli = {
  description:
    'From a scoring system to an evidence archive that is ready for inspection on any day',
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    examples: 'Examples:',
    default: (d: { value: string }) => `(default: ${d.value})`,
    help: 'show this help',
    version: 'show the version',
    language: 'language of the output: zh-CN or en',
    noColor: 'no colour',
  },
  error: (d: { message: string }) => `Error: ${d.message}`,
  hint: (d: { hint: string }) => `  → ${d.hint}`,
  missingArgument: (d: { argument: string; command: string }) =>
    `\`dangan ${d.command}\` needs ${d.argument}`,
  missingValue: (d: { option: string }) => `${d.option} needs a value`,
  invalidValue: (d: { option: string; value: string; allowed: string }) =>
    `${d.option} cannot be “${d.value}”; it is one of ${d.allowed}`,
  tooManyArguments: (d: { command: string }) => `too many arguments for \`dangan ${d.command}\``,
  unknownLanguage: (d: { value: string }) => `--lang cannot be “${d.value}”; it is zh-CN or en`,
  internal: 'This is a fault of dangan itself. Please report it with the lines below.',
  rules: { description: 'list the check rules' },
};
