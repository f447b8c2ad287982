import { readFileSync } from 'node:fs';
import { diskError } from '../errors.js';

const FILES = {
  bash: 'dangan.bash',
  zsh: 'dangan.zsh',
  fish: 'dangan.fish',
  powershell: 'dangan.ps1',
} as const;

export type Shell = keyof typeof FILES;

export const SHELLS = Object.keys(FILES) as readonly Shell[];

/** The script with which a shell asks `dangan complete`; the build puts it beside the program. */
export function readCompletion(shell: Shell): string {
  const path = `completion/${FILES[shell]}`;
  try {
    return readFileSync(new URL(path, import.meta.url), 'utf8');
  } catch (error) {
    throw diskError(path, error);
  }
}
