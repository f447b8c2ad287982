/** The words of `dangan config`. */
export const config = {
  description: 'what is set, and where',
  show: 'every setting as it holds, rules that have a level of their own, and own rules',
  archive: 'the archive; the one that the working folder is in when left out',
  origin: 'also where each is said: option, environment variable, line of dangan.yaml, default',
  examples: [
    ['dangan config show', 'every setting as it holds'],
    ['dangan config show --origin', 'and where each is said'],
  ] as readonly (readonly [string, string])[],
  default: 'default',
};
