import type { Examples } from '../examples.js';

/** The words of `dangan config`. */
export const config = {
  description: 'what is set, and where',
  show: 'every setting as it holds, rules that have a level of their own, and own rules',
  get: 'one setting as it holds, for scripts: of a list each on a line, nothing where nothing is set',
  setting: 'which one, as the list has it: naming.digits, rules.tree-link',
  archive: 'the archive; the one around the working folder when left out',
  origin: 'also where each is said: option, environment variable, line of dangan.yaml, default',
  examples: {
    show: [
      ['dangan config show', 'every setting as it holds'],
      ['dangan config show --origin', 'and where each is said'],
    ] as Examples,
    get: [['dangan config get naming.digits', 'one of them']] as Examples,
  },
  default: 'default',
  /** Told once, where the list has only its name. */
  file: (d: { name: string; path: string }) => `${d.name} is ${d.path}`,
};
