import { statSync } from 'node:fs';

/** Is an ordinary file there? What cannot be asked is none. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
