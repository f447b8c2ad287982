import { DanganError } from '../errors.js';
import type { Cli } from './context.js';

/** What keys send: Ctrl-C, Ctrl-D, Enter, Backspace on either kind of terminal, Ctrl-U. */
const KEYS: Readonly<Record<string, 'stop' | 'enter' | 'back' | 'clear'>> = {
  '\u0003': 'stop',
  '\u0004': 'stop',
  '\r': 'enter',
  '\n': 'enter',
  '\b': 'back',
  '\u007f': 'back',
  '\u0015': 'clear',
};

/** Is there a person to be asked? */
export function canAsk({ stdin, interactive }: Cli): boolean {
  return interactive && stdin.isTTY === true;
}

/**
 * Ask on the terminal for something that is not to be seen there.
 *
 * @throws {DanganError} INTERRUPTED - in this mode the terminal makes no signal of Ctrl-C.
 */
export async function askSecret(question: string, cli: Cli): Promise<string> {
  const { stdin } = cli;
  cli.note(question);
  stdin.setRawMode?.(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  try {
    return await typedLine(stdin);
  } finally {
    stdin.pause();
    stdin.setRawMode?.(false);
    cli.note('\n');
  }
}

async function typedLine(stdin: Cli['stdin']): Promise<string> {
  return new Promise((resolve, reject) => {
    let line = '';
    const end = (settle: () => void) => {
      stdin.off('data', take).off('end', stop);
      settle();
    };
    const stop = () => end(() => reject(new DanganError('INTERRUPTED', {})));
    const take = (text: string) => {
      // Pasted text comes as one piece.
      for (const letter of text) {
        const key = KEYS[letter] ?? (letter < ' ' ? 'none' : 'letter');
        if (key === 'stop' || key === 'enter') {
          if (key === 'stop') stop();
          else end(() => resolve(line));
          return;
        }
        if (key === 'back') line = Array.from(line).slice(0, -1).join('');
        if (key === 'clear') line = '';
        if (key === 'letter') line += letter;
      }
    };
    stdin.on('data', take).on('end', stop);
  });
}
